#include "base/xml_write.h"

#include <string.h>

#include "base/position.h"

gboolean tl_xml_can_hold(guint32 c) {
  return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) ||
         (c >= 0x10000 && c <= 0x10FFFF);
}

static const char *reference(guint32 c, gboolean attribute) {
  switch (c) {
  case '&':
    return "&amp;";
  case '<':
    return "&lt;";
  case '>':
    return "&gt;";
  case '\r':
    return "&#13;";
  case '"':
    return attribute ? "&quot;" : NULL;
  case '\t':
    return attribute ? "&#9;" : NULL;
  case '\n':
    return attribute ? "&#10;" : NULL;
  default:
    return NULL;
  }
}

static void write_escaped(TlOutput *output, const char *text, gssize length, gboolean attribute) {
  size_t n = length < 0 ? strlen(text) : (size_t)length, from = 0;
  for (size_t i = 0; i < n;) {
    guint32 c;
    size_t size = tl_utf8_next(text + i, n - i, &c);
    const char *instead = c == 0xFFFD && size == 1 ? "\xEF\xBF\xBD"
                          : tl_xml_can_hold(c)     ? reference(c, attribute)
                                                   : "\xEF\xBF\xBD";
    if (instead) {
      tl_output_write(output, text + from, i - from);
      tl_output_puts(output, instead);
      from = i + size;
    }
    i += size;
  }
  tl_output_write(output, text + from, n - from);
}

void tl_xml_write_text(TlOutput *output, const char *text, gssize length) {
  write_escaped(output, text, length, FALSE);
}

void tl_xml_write_attribute(TlOutput *output, const char *text, gssize length) {
  write_escaped(output, text, length, TRUE);
}

void tl_xml_put_attribute(TlOutput *output, const char *name, const char *value) {
  tl_output_printf(output, " %s=\"", name);
  tl_xml_write_attribute(output, value, -1);
  tl_output_putc(output, '"');
}
