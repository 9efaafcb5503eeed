/* TMX files of long lives have control characters in them, and pieces in another encoding: what XML forbids, but no
 * reason to give up a memory. The units that have them are left out and named; the others are whole. */
#include <string.h>

#include "base/position.h"
#include "base/xml_write.h"
#include "bitext/memory/tmx_read.h"

/* The length of "&#11;" at `text` when what it stands for is not allowed; else 0. */
static size_t forbidden_reference(const char *text, size_t length) {
  guint64 c = 0;
  gboolean hex = length > 2 && text[2] == 'x';
  size_t at = hex ? 3 : 2;
  for (; at < MIN(length, 12) && (hex ? g_ascii_isxdigit(text[at]) : g_ascii_isdigit(text[at])); at++)
    c = c * (hex ? 16 : 10) + (guint64)g_ascii_xdigit_value(text[at]);
  return at < length && text[at] == ';' && !tl_xml_can_hold((guint32)MIN(c, G_MAXUINT32)) ? at + 1 : 0;
}

/* How many bytes at `text` cannot stay; *step: how far to go on. */
static size_t forbidden(const char *text, size_t length, size_t *step) {
  guint32 c = (guint8)*text;
  if (c == '&' && length > 3 && text[1] == '#') {
    size_t n = forbidden_reference(text, length);
    *step = MAX(n, 1);
    return n;
  }
  *step = c < 0x80 ? 1 : tl_utf8_next(text, length, &c);
  gboolean broken = *step == 1 && (guint8)*text >= 0x80;
  return broken || !tl_xml_can_hold(c) ? *step : 0;
}

char *tl_tmx_mend(const char *data, size_t length, GArray *bad) {
  char *copy = NULL;
  for (size_t at = 0, step; at < length; at += step) {
    size_t n = forbidden(data + at, length - at, &step);
    if (n == 0)
      continue;
    if (!copy)
      copy = g_memdup2(data, length);
    memset(copy + at, ' ', n);
    g_array_append_val(bad, at);
  }
  return copy;
}
