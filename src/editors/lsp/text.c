#include "editors/lsp/text.h"

/* Positions borrow the bytes, and know lines as far as they were asked for: making them anew costs nothing until then.
 */
static void changed(TlLspText *text) {
  tl_positions_free(text->positions);
  text->positions = tl_positions_new(text->bytes->str, text->bytes->len);
}

void tl_lsp_text_init(TlLspText *text, const char *bytes, size_t length, TlumachColumnUnit unit) {
  *text = (TlLspText){.bytes = g_string_new_len(bytes, (gssize)length), .unit = unit};
  changed(text);
}

void tl_lsp_text_clear(TlLspText *text) {
  tl_positions_free(text->positions);
  g_string_free(text->bytes, TRUE);
}

size_t tl_lsp_text_offset(const TlLspText *text, TlLspPlace place) {
  return tl_positions_offset(text->positions, place.line + 1, place.column + 1, text->unit);
}

TlLspPlace tl_lsp_text_place(const TlLspText *text, size_t offset) {
  TlLspPlace place;
  tl_positions_locate(text->positions, offset, text->unit, &place.line, &place.column);
  gboolean mark = place.line == 1 && offset >= 3 &&
                  g_str_has_prefix(text->bytes->str, "\xEF\xBB\xBF"); /* a client counts it like any character */
  return (TlLspPlace){place.line - 1, place.column - 1 + (!mark ? 0u : text->unit == TLUMACH_COLUMN_BYTE ? 3u : 1u)};
}

void tl_lsp_text_replace(TlLspText *text, TlLspPlace start, TlLspPlace end, const char *bytes, size_t length) {
  size_t from = tl_lsp_text_offset(text, start), to = MAX(from, tl_lsp_text_offset(text, end));
  g_string_erase(text->bytes, (gssize)from, (gssize)(to - from));
  g_string_insert_len(text->bytes, (gssize)from, bytes, (gssize)length);
  changed(text);
}

void tl_lsp_text_set(TlLspText *text, const char *bytes, size_t length) {
  g_string_truncate(text->bytes, 0);
  g_string_append_len(text->bytes, bytes, (gssize)length);
  changed(text);
}
