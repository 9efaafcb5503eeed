/* A unit cut into pieces that follow each other: plain text, and what a writer marks in it. */
#ifndef TL_REPORTS_PIECES_H
#define TL_REPORTS_PIECES_H

#include "tlumach/report.h"

typedef enum TlPieceKind { TL_PIECE_TEXT, TL_PIECE_TERM, TL_PIECE_NAME, TL_PIECE_MISSPELLING } TlPieceKind;

typedef struct TlPiece {
  TlumachSpan span; /* of the document's text */
  TlPieceKind kind;
  guint first, count; /* in the unit's terms, names or misspellings: several terms may have one span */
} TlPiece;

/* Pieces (TlPiece) in text order, without gaps, from the unit's start to its end. Of things that overlap, the
 * earliest has a piece, of those the longest; terms go before names, names before misspellings. Free with
 * g_array_unref. */
GArray *tl_unit_pieces(const TlumachUnit *unit);

/* Is its translation to be looked at again: aligned, and maybe wrongly, or marked so in its file? */
gboolean tl_unit_is_doubtful(const TlumachUnit *unit);

/* Appends the text under a span as one line: white space with a line end in it is a space, for a line end inside a
 * segment is a wrap (tlumach/document.h). Other bytes stay as they are. */
void tl_append_line(GString *out, const char *text, TlumachSpan span);

#endif
