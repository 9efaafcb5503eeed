/* A comma is due before a key or value unless the last byte opened an object or an array. */
#include "base/json.h"

#include <math.h>
#include <string.h>

#include "base/position.h"

void tl_json_key(TlOutput *output, const char *key, size_t length) {
  char last = tl_output_last(output), *room = tl_output_room(output, length + 4), *at = room;
  if (last != '{' && last != '[')
    *at++ = ',';
  if (key) {
    *at++ = '"';
    memcpy(at, key, length);
    at += length;
    *at++ = '"';
    *at++ = ':';
  }
  output->used += (size_t)(at - room);
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

/* Are eight bytes ASCII that stands for itself? A byte is above 7F in what is told of one that is not. */
static gboolean eight_plain(const char *text) {
  const guint64 ones = G_GUINT64_CONSTANT(0x0101010101010101);
  guint64 b;
  memcpy(&b, text, sizeof b);
  guint64 quote = b ^ ones * '"', backslash = b ^ ones * '\\', delete = b ^ ones * 0x7F;
  return ((b | (b - ones * 0x20) | (quote - ones) | (backslash - ones) | (delete - ones)) & ones * 0x80) == 0;
}

/* The length of what stands for itself at the start of the text. */
static size_t plain(const char *text, size_t length) {
  size_t i = 0;
  while (i < length) {
    if (length - i >= 8 && eight_plain(text + i)) {
      i += 8;
      continue;
    }
    guchar c = (guchar)text[i];
    guint32 codepoint;
    size_t size = c >= 0x80 ? tl_utf8_next(text + i, length - i, &codepoint) : 1;
    if (size == 1 && (c < 0x20 || c >= 0x7F || c == '"' || c == '\\'))
      break;
    i += size;
  }
  return i;
}

void tl_json_quote(TlOutput *output, const char *text, gssize length) {
  size_t n = length < 0 ? strlen(text) : (size_t)length;
  tl_output_putc(output, '"');
  for (size_t i = 0; i < n; i++) {
    size_t run = plain(text + i, n - i);
    tl_output_write(output, text + i, run);
    i += run;
    if (i < n && (guchar)text[i] >= 0x80)
      tl_output_write(output, "\xEF\xBF\xBD", 3); /* U+FFFD for an odd byte */
    else if (i < n)
      escape(output, (guchar)text[i]);
  }
  tl_output_putc(output, '"');
}

void tl_json_data_key(TlOutput *output, const char *key) {
  tl_json_key(output, NULL, 0); /* the comma */
  tl_json_quote(output, key, -1);
  tl_output_putc(output, ':');
}

void tl_json_text(TlOutput *output, const char *text, gssize length) {
  if (text)
    tl_json_quote(output, text, length);
  else
    tl_output_write(output, "null", 4);
}

void tl_json_number(TlOutput *output, double number) {
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  tl_output_puts(output, isfinite(number) ? g_ascii_formatd(text, sizeof text, "%.4f", number) : "null");
}
