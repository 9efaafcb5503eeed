/* ispell(1), "-a": a line in, an answer a word out, then a blank line. Commands begin with a character that no checked
 * line begins with, which is why careful clients put ^ before theirs. */
#include "editors/ispell/ispell.h"

#include <stdlib.h>
#include <string.h>

#include "base/position.h"
#include "editors/ispell/pipe.h"

char *tl_ispell_banner(const TlPersonality *personality, const char *version) {
  return g_strdup_printf("%s; Tlumach %s\n", personality->banner, version);
}

/* A line, without its end, in UTF-8: `*decoded` is to be freed when it is not NULL. */
static gboolean take_line(TlPipe *pipe, const char *line, size_t length, TlLine *out, GError **error) {
  *out = (TlLine){.text = line, .length = length};
  if (!pipe->ispell->encoding) {
    if (pipe->odd_line == 0 && tl_utf8_good(line, length) < length)
      pipe->odd_line = pipe->lines;
    return TRUE;
  }
  g_autoptr(GBytes) bytes = g_bytes_new(line, length);
  out->decoded = tl_decode("-", bytes, pipe->ispell->encoding, error);
  out->text = out->decoded ? tl_decoded_text(out->decoded, &out->length) : NULL;
  return out->decoded != NULL;
}

static gboolean answer(TlPipe *pipe, const char *bytes, size_t length, GError **error) {
  TlLine line;
  gboolean done = take_line(pipe, bytes, length, &line, error);
  gboolean list = pipe->ispell->list;
  if (done && !list && line.length > 0 && line.text[0] == '^') {
    line.text++;
    line.length--;
    line.prefix = 1;
  }
  if (done && (list || line.prefix || !tl_pipe_obey(pipe, line.text, line.length)))
    done = tl_pipe_check(pipe, &line, error);
  tl_decoded_free(line.decoded);
  return done;
}

static gboolean serve_lines(TlPipe *pipe, FILE *in, GError **error) {
  g_autofree char *line = NULL; /* getline(3)'s: malloc is GLib's allocator, too (GLib 2.46) */
  size_t room = 0;
  for (;;) {
    if (!pipe->ispell->list && !tl_output_flush(pipe->out, error))
      return FALSE;
    ssize_t got = getline(&line, &room, in);
    if (got < 0 || tl_output_broken(pipe->out))
      return TRUE;
    size_t length = (size_t)got;
    pipe->lines++;
    while (length > 0 && (line[length - 1] == '\n' || line[length - 1] == '\r'))
      length--;
    if (!answer(pipe, line, length, error))
      return FALSE;
  }
}

/* Who asks for a list sees no answer at all where every word is odd. */
static void tell_odd(const TlPipe *pipe) {
  if (!pipe->ispell->list || pipe->odd_line == 0)
    return;
  g_autofree char *message =
      g_strdup_printf("warning: line %zu has bytes that are no UTF-8, which are passed over (-i says another encoding)",
                      pipe->odd_line);
  pipe->ispell->complain(message, pipe->ispell->user);
}

gboolean tl_ispell_serve(const TlIspell *ispell, FILE *in, TlOutput *out, GError **error) {
  TlPipe pipe = {.ispell = ispell, .out = out, .markup = ispell->markup};
  pipe.sessions = g_ptr_array_new_with_free_func((GDestroyNotify)tlumach_session_free);
  pipe.accepted = tlumach_personal_open(NULL, NULL);
  pipe.suggested = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_strfreev);
  pipe.preferred = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  if (!ispell->list) {
    g_autofree char *banner = tl_ispell_banner(ispell->personality, ispell->version);
    tl_output_puts(out, banner);
  }
  gboolean done = serve_lines(&pipe, in, error);
  tell_odd(&pipe);
  g_hash_table_unref(pipe.suggested);
  g_hash_table_unref(pipe.preferred);
  tlumach_personal_free(pipe.accepted);
  g_ptr_array_unref(pipe.sessions);
  return done;
}
