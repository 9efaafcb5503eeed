#include "editors/lsp/json.h"

#include <stdarg.h>
#include <string.h>

void tl_lsp_fault(TlLspFault *fault, int code, const char *format, ...) {
  va_list values;
  va_start(values, format);
  g_free(fault->message);
  fault->code = code;
  fault->message = g_strdup_vprintf(format, values);
  va_end(values);
}

json_t *tl_lsp_at(const json_t *value, const char *path) {
  while (value && *path) {
    size_t n = strcspn(path, ".");
    g_autofree char *key = g_strndup(path, n);
    value = json_object_get(value, key);
    path += path[n] ? n + 1 : n;
  }
  return (json_t *)value;
}

gboolean tl_lsp_is_true(const json_t *value, const char *path) {
  return json_is_true(tl_lsp_at(value, path));
}

const char *tl_lsp_string_at(const json_t *value, const char *path) {
  return json_string_value(tl_lsp_at(value, path));
}

json_t *tl_lsp_text_json(const char *text, gssize length) {
  size_t n = length < 0 ? strlen(text) : (size_t)length;
  if (g_utf8_validate_len(text, n, NULL))
    return json_stringn(text, n);
  g_autofree char *valid = g_utf8_make_valid(text, (gssize)n);
  return json_string(valid);
}

/* 3.17: uinteger, 0 to 2^31 - 1. */
static gboolean get_uinteger(const json_t *value, size_t *number) {
  json_int_t n = json_is_integer(value) ? json_integer_value(value) : -1;
  *number = (size_t)MIN(MAX(n, 0), G_MAXINT32);
  return n >= 0;
}

gboolean tl_lsp_get_place(const json_t *position, TlLspPlace *place, TlLspFault *fault) {
  if (get_uinteger(json_object_get(position, "line"), &place->line) &&
      get_uinteger(json_object_get(position, "character"), &place->column))
    return TRUE;
  tl_lsp_fault(fault, TL_LSP_INVALID_PARAMS, "a position needs a line and a character, from 0");
  return FALSE;
}
