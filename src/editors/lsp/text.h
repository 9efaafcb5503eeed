/* The text of an open document, as the client changes it, and its positions in the client's units. */
#ifndef TL_EDITORS_LSP_TEXT_H
#define TL_EDITORS_LSP_TEXT_H

#include "base/position.h"

/* Lines and columns from 0, columns in units of `unit` (3.17, PositionEncodingKind: utf-8 is bytes, utf-16, utf-32
 * characters). Lines end at LF, CRLF or CR. A column past the end of its line is that end, a line past the last one the
 * end of the text; inside of a character is before it. */
typedef struct TlLspPlace {
  size_t line, column;
} TlLspPlace;

typedef struct TlLspText {
  GString *bytes; /* UTF-8 */
  TlumachColumnUnit unit;
  TlPositions *positions;
} TlLspText;

void tl_lsp_text_init(TlLspText *text, const char *bytes, size_t length, TlumachColumnUnit unit);
void tl_lsp_text_clear(TlLspText *text);

size_t tl_lsp_text_offset(const TlLspText *text, TlLspPlace place);
/* Cheap when asked in rising order. */
TlLspPlace tl_lsp_text_place(const TlLspText *text, size_t offset);

/* Puts `bytes` in the place of what stands between two places; an end before its start is no place: nothing is
 * replaced. */
void tl_lsp_text_replace(TlLspText *text, TlLspPlace start, TlLspPlace end, const char *bytes, size_t length);
void tl_lsp_text_set(TlLspText *text, const char *bytes, size_t length);

#endif
