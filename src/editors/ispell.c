/* ispell(1), "-a": a line in, an answer a word out, then a blank line. Commands begin with a character that no checked line begins with,
 * which is why careful clients put ^ before theirs. */
#include "editors/ispell.h"

#include <stdlib.h>
#include <string.h>

#include "base/position.h"

#define SUGGESTIONS_MAX 15u

typedef struct Pipe {
  const TlIspell *ispell;
  TlOutput *out;
  TlumachSession *session;
  GHashTable *accepted; /* words that the client has said are right */
  GHashTable *suggested; /* word -> char **: editors ask for the same word again and again */
  gboolean terse;
  const char *line; /* of the answers being written */
  size_t prefix;    /* bytes of ^ before the text */
} Pipe;

static gboolean need_session(Pipe *pipe, GError **error) {
  if (!pipe->session)
    pipe->session = pipe->ispell->open(pipe->ispell->user, error);
  return pipe->session != NULL;
}

static char *const *suggestions(Pipe *pipe, const char *word) {
  char **known = g_hash_table_lookup(pipe->suggested, word);
  if (!known) {
    known = tlumach_suggest(pipe->session, word, SUGGESTIONS_MAX);
    g_hash_table_insert(pipe->suggested, g_strdup(word), known);
  }
  return known;
}

/* `& word count offset: a, b`, or `# word offset` when there is nothing to suggest. */
static void write_wrong(Pipe *pipe, const char *word, size_t offset) {
  char *const *list = suggestions(pipe, word);
  guint n = g_strv_length((char **)list);
  if (n == 0) {
    tl_output_printf(pipe->out, "# %s %zu\n", word, offset);
    return;
  }
  tl_output_printf(pipe->out, "& %s %u %zu:", word, n, offset);
  for (guint i = 0; i < n; i++)
    tl_output_printf(pipe->out, "%s %s", i ? "," : "", list[i]);
  tl_output_putc(pipe->out, '\n');
}

static void answer(TlumachSpan span, TlumachVerdict verdict, gpointer user) {
  Pipe *pipe = user;
  g_autofree char *word = g_strndup(pipe->line + span.start, span.end - span.start);
  gboolean wrong = verdict == TLUMACH_WORD_WRONG && !g_hash_table_contains(pipe->accepted, word);
  if (pipe->ispell->list) {
    if (wrong)
      tl_output_printf(pipe->out, "%s\n", word);
  } else if (wrong) {
    TlumachColumnUnit unit = pipe->ispell->byte_offsets ? TLUMACH_COLUMN_BYTE : TLUMACH_COLUMN_CHARACTER;
    write_wrong(pipe, word, pipe->prefix + tl_utf8_measure(pipe->line, span.start, unit));
  } else if (!pipe->terse) {
    tl_output_puts(pipe->out, "*\n");
  }
}

static gboolean check_line(Pipe *pipe, const char *line, size_t length, size_t prefix, GError **error) {
  static const TlumachDocumentOptions plain = {.format = "plain", .encoding = "UTF-8", .newline = TLUMACH_NEWLINE_PARAGRAPH};
  if (!need_session(pipe, error))
    return FALSE;
  g_autoptr(GBytes) bytes = g_bytes_new_static(line, length);
  g_autoptr(TlumachDocument) document = tlumach_document_new("-", bytes, &plain, error);
  if (!document)
    return FALSE;
  pipe->line = line;
  pipe->prefix = prefix;
  tlumach_judge(pipe->session, document, answer, pipe);
  if (!pipe->ispell->list)
    tl_output_putc(pipe->out, '\n');
  return TRUE;
}

static void accept(Pipe *pipe, const char *word, gboolean lower) {
  g_hash_table_add(pipe->accepted, lower ? g_utf8_strdown(word, -1) : g_strdup(word));
}

/* TRUE: the line was a command, and has no answer but its own. */
static gboolean obey(Pipe *pipe, const char *line, size_t length) {
  g_autofree char *rest = length > 0 ? g_utf8_make_valid(line + 1, (gssize)length - 1) : NULL;
  switch (length > 0 ? line[0] : '\0') {
  case '*':
  case '@':
  case '&':
    accept(pipe, g_strstrip(rest), line[0] == '&');
    return TRUE;
  case '!':
  case '%':
    pipe->terse = line[0] == '!';
    return TRUE;
  case '#':
  case '+':
  case '-':
  case '~':
  case '`':
    return TRUE;
  case '$':
    return length > 1 && line[1] == '$';
  default:
    return FALSE;
  }
}

gboolean tl_ispell_serve(const TlIspell *ispell, FILE *in, TlOutput *out, GError **error) {
  Pipe pipe = {.ispell = ispell, .out = out};
  g_autofree char *line = NULL;
  size_t room = 0;
  gboolean done = TRUE;
  pipe.accepted = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  pipe.suggested = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_strfreev);
  if (!ispell->list) /* the name and version that clients look for, then our own */
    tl_output_printf(out, "@(#) International Ispell Version 3.2.06 (but really Tlumach %s)\n", ispell->version);
  while (done) {
    if (!ispell->list && !tl_output_flush(out, error)) {
      done = FALSE;
      break;
    }
    ssize_t got = getline(&line, &room, in);
    if (got < 0 || tl_output_broken(out))
      break;
    size_t length = (size_t)got;
    while (length > 0 && (line[length - 1] == '\n' || line[length - 1] == '\r'))
      length--;
    size_t prefix = !ispell->list && length > 0 && line[0] == '^';
    if (ispell->list || prefix || !obey(&pipe, line, length))
      done = check_line(&pipe, line + prefix, length - prefix, prefix, error);
  }
  g_hash_table_unref(pipe.accepted);
  g_hash_table_unref(pipe.suggested);
  tlumach_session_free(pipe.session);
  return done;
}
