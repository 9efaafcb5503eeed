/* Which of the terms that stand in a text are told. Those of several words are hits (TlFound); one of a single word
 * stands where no hit does: any hit with that word is longer. */
#ifndef TL_TERMS_CHOOSE_H
#define TL_TERMS_CHOOSE_H

#include "terms/match/text_word.h"

/* A term of several words that stands in the text. */
typedef struct TlFound {
  TlumachSpan span;
  guint32 first, end; /* its tokens, in the window */
  TlMet met;
  gboolean stands; /* scratch of tl_choose_longest */
} TlFound;

/* Puts a hit into `hits` (TlFound) in text order, longer before shorter, then by the order of terms, unless it is there
 * already. Hits come almost in order. */
void tl_choose_insert(GArray *hits, const TlFound *found);
/* The end of the hits from `first` that hang together: each overlaps one before it. `*reach`: the token behind them. */
guint tl_choose_end(const TlFound *hits, guint first, guint n, guint *reach);
/* Of hits that hang together, `reach` being the token behind them, leaves the longest, all of those in one place: moved
 * to the front. How many they are. `scratch`: guint64, cleared. */
guint tl_choose_longest(TlFound *hits, guint n, guint reach, GArray *scratch);
/* Two terms of one concept in one place (скористатися, скористатись) are one occurrence: the more exact stands. How
 * many are left of the `n` in a place. */
guint tl_choose_one_a_concept(const TlTermIndex *index, TlMet *all, guint n);

#endif
