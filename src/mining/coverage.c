#include "mining/coverage.h"

#include "text/token.h"

void tl_coverage_add(TlCoverageCounts *counts, const char *text, TlumachSpan sentence, const TlumachHit *hits,
                     guint n_hits) {
  TlScanner scanner;
  TlToken token;
  guint hit = 0;
  counts->sentences++;
  counts->sentences_with += n_hits > 0;
  tl_scanner_init(&scanner, text, sentence);
  while (tl_scanner_next(&scanner, &token)) {
    if (!(token.flags & TL_TOKEN_LETTERS))
      continue;
    while (hit < n_hits && hits[hit].span.end <= token.span.start)
      hit++;
    counts->words++;
    counts->words_in_terms += hit < n_hits && hits[hit].span.start <= token.span.start;
  }
}

static gint by_use(gconstpointer a, gconstpointer b) {
  const TlumachConceptUse *x = a, *y = b;
  return x->count == y->count ? 0 : x->count > y->count ? -1 : 1;
}

void tl_coverage_sort(GArray *uses) {
  g_array_sort(uses, by_use); /* stable (GLib uses a merge sort) */
}
