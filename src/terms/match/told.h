/* Hits on their way to who asked for them, some at a time: what is said of a term lies in places of which one leads to
 * the next, and each is asked for in memory for all of them before any is read. */
#ifndef TL_TERMS_TOLD_H
#define TL_TERMS_TOLD_H

#include "terms/match/match.h"
#include "terms/match/text_word.h"

#define TL_TOLD_AT_ONCE 64u

typedef struct TlTold {
  const TlTermIndex *index;
  TlHitFunc found;
  gpointer user;
  guint n;
  struct {
    TlumachSpan span;
    TlMet met;
  } hits[TL_TOLD_AT_ONCE];
} TlTold;

void tl_told_add(TlTold *told, TlumachSpan span, TlMet met);
/* The last ones. */
void tl_told_end(TlTold *told);

#endif
