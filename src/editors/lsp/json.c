/* jansson's values to ours, and back. */
#include <string.h>

#include "editors/lsp/server.h"

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

json_t *tl_lsp_position(const TlLspDocument *document, size_t offset) {
  TlLspPlace place = tl_lsp_text_place(&document->text, offset);
  return json_pack("{s:I, s:I}", "line", (json_int_t)place.line, "character", (json_int_t)place.column);
}

json_t *tl_lsp_range(const TlLspDocument *document, TlumachSpan span) {
  json_t *start = tl_lsp_position(document, span.start);
  return json_pack("{s:o, s:o}", "start", start, "end", tl_lsp_position(document, span.end));
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

gboolean tl_lsp_get_position(const TlLspDocument *document, const json_t *position, size_t *offset, TlLspFault *fault) {
  TlLspPlace place;
  if (!tl_lsp_get_place(position, &place, fault))
    return FALSE;
  *offset = tl_lsp_text_offset(&document->text, place);
  return TRUE;
}

gboolean tl_lsp_get_range(const TlLspDocument *document, const json_t *range, TlumachSpan *span, TlLspFault *fault) {
  if (!tl_lsp_get_position(document, json_object_get(range, "start"), &span->start, fault) ||
      !tl_lsp_get_position(document, json_object_get(range, "end"), &span->end, fault))
    return FALSE;
  span->end = MAX(span->start, span->end);
  return TRUE;
}
