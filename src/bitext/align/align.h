/* Alignment: two segmented texts to beads. */
#ifndef TL_BITEXT_ALIGN_H
#define TL_BITEXT_ALIGN_H

#include "bitext/align/pair_list.h"
#include "lang/lexicon.h"
#include "lang/word_lists.h"
#include "tlumach/bitext.h"

typedef struct TlAlignSide {
  const char *text;
  const TlumachSegment *segments;
  guint n;
  TlLexicon *lexicon;       /* NULL: none */
  const TlWordLists *lists; /* NULL: none */
} TlAlignSide;

typedef struct TlAlignInput {
  TlAlignSide source, target;
  TlPairList *pairs; /* words that are known to translate each other; NULL: none */
} TlAlignInput;

/* Beads (TlumachBead) from the first sentences to the last. Free with g_array_unref. */
GArray *tl_align(const TlAlignInput *input);

#endif
