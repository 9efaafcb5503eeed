/* JSON lines out. Reading is jansson's; writing records is a hot path and stays a few appends.
 *
 *     tl_json_begin(out);                       {
 *     tl_json_string(out, "file", name, -1);      "file":"…"
 *     tl_json_uint(out, "line", 3);               ,"line":3
 *     tl_json_end(out);                         }\n
 */
#ifndef TL_BASE_JSON_H
#define TL_BASE_JSON_H

#include "base/output.h"

/* A comma where one is due, and the key, a short constant that stands for itself; NULL inside an array. */
void tl_json_key(TlOutput *output, const char *key, size_t length);
/* A key of any text. */
void tl_json_data_key(TlOutput *output, const char *key);
/* A bare quoted string. */
void tl_json_quote(TlOutput *output, const char *text, gssize length);
void tl_json_text(TlOutput *output, const char *text, gssize length);
void tl_json_number(TlOutput *output, double number);

/* Inline, for keys are constants: so are their lengths. */
static inline void tl_json_field(TlOutput *output, const char *key) {
  tl_json_key(output, key, key ? strlen(key) : 0);
}

static inline void tl_json_begin(TlOutput *output) {
  tl_output_putc(output, '{');
}

static inline void tl_json_end(TlOutput *output) { /* closes the record and ends the line */
  tl_output_write(output, "}\n", 2);
}

/* `length` -1: NUL-terminated. Invalid bytes become U+FFFD: JSON is UTF-8 (RFC 8259 §8.1). NULL text: null. */
static inline void tl_json_string(TlOutput *output, const char *key, const char *text, gssize length) {
  tl_json_field(output, key);
  tl_json_text(output, text, length);
}

static inline void tl_json_uint(TlOutput *output, const char *key, guint64 number) {
  tl_json_field(output, key);
  tl_output_uint(output, number);
}

static inline void tl_json_double(TlOutput *output, const char *key, double number) { /* at most 4 decimals */
  tl_json_field(output, key);
  tl_json_number(output, number);
}

static inline void tl_json_bool(TlOutput *output, const char *key, gboolean value) {
  tl_json_field(output, key);
  tl_output_puts(output, value ? "true" : "false");
}

/* Nested values. */
static inline void tl_json_array(TlOutput *output, const char *key) {
  tl_json_field(output, key);
  tl_output_putc(output, '[');
}

static inline void tl_json_array_end(TlOutput *output) {
  tl_output_putc(output, ']');
}

static inline void tl_json_object(TlOutput *output, const char *key) {
  tl_json_field(output, key);
  tl_output_putc(output, '{');
}

static inline void tl_json_object_end(TlOutput *output) {
  tl_output_putc(output, '}');
}

#endif
