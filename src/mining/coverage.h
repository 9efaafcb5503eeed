/* What of a text is in terms. */
#ifndef TL_MINING_COVERAGE_H
#define TL_MINING_COVERAGE_H

#include "tlumach/mining.h"

typedef struct TlCoverageCounts {
  guint sentences, sentences_with, words, words_in_terms;
} TlCoverageCounts;

/* Adds a sentence of `text` with the hits in it (in text order). */
void tl_coverage_add(TlCoverageCounts *counts, const char *text, TlumachSpan sentence, const TlumachHit *hits,
                     guint n_hits);
/* Sorts uses (TlumachConceptUse): most used first, otherwise as they stand. */
void tl_coverage_sort(GArray *uses);

#endif
