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

void tl_json_begin(TlOutput *output);
void tl_json_end(TlOutput *output); /* closes the record and ends the line */
/* `length` -1: NUL-terminated. Invalid bytes become U+FFFD: JSON is UTF-8 (RFC 8259 §8.1). NULL text: null. */
void tl_json_string(TlOutput *output, const char *key, const char *text, gssize length);
void tl_json_uint(TlOutput *output, const char *key, guint64 number);
void tl_json_double(TlOutput *output, const char *key, double number); /* at most 4 decimals */
void tl_json_bool(TlOutput *output, const char *key, gboolean value);
/* Nested values; a NULL key stands inside an array. */
void tl_json_array(TlOutput *output, const char *key);
void tl_json_array_end(TlOutput *output);
void tl_json_object(TlOutput *output, const char *key);
void tl_json_object_end(TlOutput *output);
/* A bare quoted string. */
void tl_json_quote(TlOutput *output, const char *text, gssize length);

#endif
