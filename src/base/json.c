/* A comma is due before a key or value unless the last byte opened an object or an array. */
#include "base/json.h"

#include <math.h>
#include <string.h>

#include "base/position.h"

static void begin_value(TlOutput *output, const char *key) {
  char last = tl_output_last(output);
  if (last != '{' && last != '[')
    tl_output_putc(output, ',');
  if (key) {
    tl_output_putc(output, '"');
    tl_output_puts(output, key);
    tl_output_write(output, "\":", 2);
  }
}

void tl_json_begin(TlOutput *output) {
  tl_output_putc(output, '{');
}

void tl_json_end(TlOutput *output) {
  tl_output_write(output, "}\n", 2);
}

static void escape(TlOutput *output, guchar c) {
  static const char hex[] = "0123456789abcdef";
  char code[6] = {'\\', 'u', '0', '0', hex[c >> 4], hex[c & 15]};
  const char *at = strchr("\"\\\b\f\n\r\t", c);
  if (at && c) {
    char two[2] = {'\\', "\"\\bfnrt"[at - "\"\\\b\f\n\r\t"]};
    tl_output_write(output, two, 2);
  } else {
    tl_output_write(output, code, 6);
  }
}

void tl_json_quote(TlOutput *output, const char *text, gssize length) {
  size_t n = length < 0 ? strlen(text) : (size_t)length, from = 0;
  tl_output_putc(output, '"');
  for (size_t i = 0; i < n;) {
    guchar c = (guchar)text[i];
    if (c >= 0x20 && c != '"' && c != '\\' && c < 0x7F) {
      i++;
      continue;
    }
    guint32 codepoint = c;
    size_t size = c < 0x80 ? 1 : tl_utf8_next(text + i, n - i, &codepoint);
    if (size > 1) {
      i += size;
      continue;
    }
    tl_output_write(output, text + from, i - from);
    if (c >= 0x80)
      tl_output_write(output, "\xEF\xBF\xBD", 3); /* U+FFFD for an odd byte */
    else
      escape(output, c);
    from = ++i;
  }
  tl_output_write(output, text + from, n - from);
  tl_output_putc(output, '"');
}

void tl_json_string(TlOutput *output, const char *key, const char *text, gssize length) {
  begin_value(output, key);
  if (text)
    tl_json_quote(output, text, length);
  else
    tl_output_write(output, "null", 4);
}

void tl_json_uint(TlOutput *output, const char *key, guint64 number) {
  begin_value(output, key);
  tl_output_uint(output, number);
}

void tl_json_double(TlOutput *output, const char *key, double number) {
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  begin_value(output, key);
  tl_output_puts(output, isfinite(number) ? g_ascii_formatd(text, sizeof text, "%.4f", number) : "null");
}

void tl_json_bool(TlOutput *output, const char *key, gboolean value) {
  begin_value(output, key);
  tl_output_puts(output, value ? "true" : "false");
}

void tl_json_array(TlOutput *output, const char *key) {
  begin_value(output, key);
  tl_output_putc(output, '[');
}

void tl_json_array_end(TlOutput *output) {
  tl_output_putc(output, ']');
}

void tl_json_object(TlOutput *output, const char *key) {
  begin_value(output, key);
  tl_output_putc(output, '{');
}

void tl_json_object_end(TlOutput *output) {
  tl_output_putc(output, '}');
}
