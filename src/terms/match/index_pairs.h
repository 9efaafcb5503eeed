/* Under which two neighbours a term of several words stands. For who builds an index. */
#ifndef TL_TERMS_INDEX_PAIRS_H
#define TL_TERMS_INDEX_PAIRS_H

#include "terms/match/index.h"

typedef struct TlIndexTerms {
  GArray *terms;    /* TlIndexTerm, whose anchors are set here */
  GArray *words;    /* TlIndexWord, with places in `key_list` even for a single key */
  GArray *key_list; /* guint32 */
  GArray *counts;   /* guint32: words of terms that have a key */
} TlIndexTerms;

/* Writes the sections of pairs; `first` is the index's. */
void tl_index_put_pairs(const TlIndexTerms *x, TlSectionsWriter *writer, guint first);

#endif
