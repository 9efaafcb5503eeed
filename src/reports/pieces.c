#include "reports/pieces.h"

static void add(GArray *pieces, TlumachSpan span, TlPieceKind kind, guint first) {
  TlPiece piece = {span, kind, first, 1};
  g_array_append_val(pieces, piece);
}

static gint by_place(gconstpointer a, gconstpointer b) {
  const TlPiece *left = a, *right = b;
  if (left->span.start != right->span.start)
    return left->span.start < right->span.start ? -1 : 1;
  if (left->span.end != right->span.end)
    return left->span.end > right->span.end ? -1 : 1;
  if (left->kind != right->kind)
    return left->kind < right->kind ? -1 : 1;
  return left->first < right->first ? -1 : left->first > right->first;
}

/* All that can be marked, in order. */
static GArray *marks(const TlumachUnit *unit) {
  GArray *all = g_array_new(FALSE, FALSE, sizeof(TlPiece));
  for (guint i = 0; i < unit->n_terms; i++)
    add(all, unit->terms[i].hit.span, TL_PIECE_TERM, i);
  for (guint i = 0; i < unit->n_names; i++)
    add(all, unit->names[i].span, TL_PIECE_NAME, i);
  for (guint i = 0; i < unit->n_misspellings; i++)
    add(all, unit->misspellings[i].span, TL_PIECE_MISSPELLING, i);
  g_array_sort(all, by_place);
  return all;
}

/* The next term of one place joins the piece of that place. */
static gboolean joins(const TlPiece *last, const TlPiece *mark) {
  return last->kind == TL_PIECE_TERM && mark->kind == TL_PIECE_TERM && last->span.start == mark->span.start &&
         last->span.end == mark->span.end && last->first + last->count == mark->first;
}

GArray *tl_unit_pieces(const TlumachUnit *unit) {
  g_autoptr(GArray) all = marks(unit);
  GArray *pieces = g_array_new(FALSE, FALSE, sizeof(TlPiece));
  TlumachSpan whole = unit->segment.span;
  size_t at = whole.start;
  for (guint i = 0; i < all->len; i++) {
    TlPiece mark = g_array_index(all, TlPiece, i);
    mark.span.end = MIN(mark.span.end, whole.end); /* found in the whole block, it may go past the segment */
    TlPiece *last = pieces->len ? &g_array_index(pieces, TlPiece, pieces->len - 1) : NULL;
    if (last && joins(last, &mark))
      last->count++;
    if (mark.span.start < at || mark.span.start >= mark.span.end)
      continue;
    if (mark.span.start > at)
      add(pieces, (TlumachSpan){at, mark.span.start}, TL_PIECE_TEXT, 0);
    g_array_append_val(pieces, mark);
    at = mark.span.end;
  }
  if (at < whole.end)
    add(pieces, (TlumachSpan){at, whole.end}, TL_PIECE_TEXT, 0);
  return pieces;
}

gboolean tl_unit_is_doubtful(const TlumachUnit *unit) {
  return unit->pair && (unit->pair->flags & (TLUMACH_PAIR_UNSURE | TLUMACH_PAIR_FUZZY));
}

void tl_append_line(GString *out, const char *text, TlumachSpan span) {
  for (size_t i = span.start; i < span.end;) {
    size_t end = i;
    gboolean wraps = FALSE;
    for (; end < span.end && g_ascii_isspace(text[end]); end++)
      wraps = wraps || text[end] == '\n' || text[end] == '\r';
    if (wraps)
      g_string_append_c(out, ' ');
    else
      g_string_append_len(out, text + i, (gssize)(end - i));
    for (i = end; i < span.end && !g_ascii_isspace(text[i]); i++)
      ;
    g_string_append_len(out, text + end, (gssize)(i - end));
  }
}
