#include "terms/match/told.h"

static const TlIndexTerm *record(const TlTold *told, guint i) {
  return tl_term_index_record(told->index, told->hits[i].met.term);
}

void tl_told_end(TlTold *told) {
  for (guint i = 0; i < told->n; i++)
    tl_term_index_fetch(told->index, told->hits[i].met.term);
  for (TlTermStep step = 0; step < TL_TERM_STEPS; step++)
    for (guint i = 0; i < told->n; i++)
      tl_term_index_fetch_designation(told->index, record(told, i), step);
  for (guint i = 0; i < told->n; i++) {
    const TlIndexTerm *term = record(told, i);
    TlumachHit hit = {told->hits[i].span, tl_term_index_designation(told->index, term),
                      (TlumachMatch)told->hits[i].met.match, term->order};
    told->found(&hit, told->user);
  }
  told->n = 0;
}

void tl_told_add(TlTold *told, TlumachSpan span, TlMet met) {
  told->hits[told->n].span = span;
  told->hits[told->n].met = met;
  if (++told->n == TL_TOLD_AT_ONCE)
    tl_told_end(told);
}
