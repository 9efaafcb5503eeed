#include "editors/lsp/frame.h"

#include <string.h>

#define LENGTH_MAX (G_GUINT64_CONSTANT(1) << 30) /* no client sends more: the header is wrong */
#define TAIL 3u                                  /* bytes of an empty line that may end what was searched already */

void tl_frames_init(TlFrames *frames) {
  *frames = (TlFrames){.bytes = g_string_new(NULL)};
}

void tl_frames_clear(TlFrames *frames) {
  g_string_free(frames->bytes, TRUE);
}

void tl_frames_feed(TlFrames *frames, const char *bytes, size_t length) {
  size_t pass = (size_t)MIN(frames->pass, length);
  frames->pass -= pass;
  if (frames->taken > 0) { /* what was handed out is done with */
    g_string_erase(frames->bytes, 0, (gssize)frames->taken);
    frames->taken = 0;
  }
  g_string_append_len(frames->bytes, bytes + pass, (gssize)(length - pass));
}

/* Where the header that begins at `text` ends, behind its empty line; 0: not yet. Line feeds alone will do. */
static size_t header_end(const char *text, size_t length) {
  for (const char *lf = text; (lf = memchr(lf, '\n', length - (size_t)(lf - text))); lf++) {
    size_t next = (size_t)(lf - text) + 1;
    if (next < length && text[next] == '\n')
      return next + 1;
    if (next + 1 < length && text[next] == '\r' && text[next + 1] == '\n')
      return next + 2;
  }
  return 0;
}

/* What stands behind `name` in the header, without white space; NULL: it is not there. In the last line that has it,
 * wherever in that it is: behind a message that was shorter or longer than it said, the next header is found again. */
static char *field(const char *header, const char *name) {
  char *at = NULL;
  for (char *next = strstr(header, name); next; next = strstr(next + 1, name))
    at = next;
  return at ? g_strstrip(g_strndup(at + strlen(name), strcspn(at + strlen(name), "\n"))) : NULL;
}

/* How many bytes follow; FALSE with a fault. Other fields are passed over, a charset must be UTF-8. */
static gboolean read_header(const char *header, guint64 *length, const char **fault) {
  g_autofree char *small = g_ascii_strdown(header, -1);
  g_autofree char *said = field(small, "content-length:"), *type = field(small, "content-type:");
  const char *charset = type ? strstr(type, "charset=") : NULL;
  *fault = NULL;
  if (!said)
    *fault = "a header without Content-Length";
  else if (!*said || strspn(said, "0123456789") != strlen(said) ||
           !g_ascii_string_to_unsigned(said, 10, 0, LENGTH_MAX, length, NULL))
    *fault = "Content-Length is no length of a message";
  else if (charset && !strstr(charset, "utf-8") && !strstr(charset, "utf8"))
    *fault = "the charset of a message must be utf-8";
  return *fault == NULL;
}

/* No empty line in sight: what was read is no header. The last bytes may be the beginning of one. */
static TlFrame give_up(TlFrames *frames, size_t left, const char **fault) {
  if (left <= TL_FRAME_HEADER_MAX)
    return TL_FRAME_NONE;
  frames->taken += left - TAIL;
  *fault = "a header without an end";
  return TL_FRAME_FAULT;
}

TlFrame tl_frames_next(TlFrames *frames, const char **body, size_t *length, const char **fault) {
  const char *text = frames->bytes->str + frames->taken;
  size_t left = frames->bytes->len - frames->taken;
  size_t header = header_end(text, MIN(left, TL_FRAME_HEADER_MAX));
  if (header == 0)
    return give_up(frames, left, fault);
  guint64 said = 0;
  g_autofree char *fields = g_strndup(text, header);
  if (!read_header(fields, &said, fault)) {
    frames->taken += header;
    return TL_FRAME_FAULT;
  }
  if (said > TL_FRAME_MAX) {
    size_t here = (size_t)MIN(said, left - header);
    frames->taken += header + here;
    frames->pass = said - here;
    *fault = "the message is too long";
    return TL_FRAME_FAULT;
  }
  if (left - header < said)
    return TL_FRAME_NONE;
  *body = text + header;
  *length = (size_t)said;
  frames->taken += header + (size_t)said;
  return TL_FRAME_MESSAGE;
}
