/* Which words of the two texts may translate each other, and how probably. */
#ifndef TL_BITEXT_ALIGN_LEXICON_H
#define TL_BITEXT_ALIGN_LEXICON_H

#include "bitext/align/text.h"

typedef struct TlAlignPair {
  guint32 source, target; /* types */
  float strength;         /* how probable it is that the one stands where the other does, 0…1 */
} TlAlignPair;

typedef struct TlAlignLexicon {
  GArray *pairs;   /* TlAlignPair, by source, then target, each pair once */
  guint32 *starts; /* of source type s: pairs[starts[s]] … pairs[starts[s + 1] - 1] */
  float *source_cover,
      *target_cover; /* of each type: how probable it is that some word of the other side stands for it */
  float *source_chance, *target_chance; /* … and that one that could stands in any sentence */
} TlAlignLexicon;

/* `pairs`: TlAlignPair in any order, with repetition: the stronger counts. */
TlAlignLexicon *tl_align_lexicon_new(const TlAlignText *source, const TlAlignText *target, const GArray *pairs);
void tl_align_lexicon_free(TlAlignLexicon *lexicon);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TlAlignLexicon, tl_align_lexicon_free)

/* Appends what can be known before anything is aligned: the same numbers and marks, names and related words by their
 * sound. */
void tl_align_pairs_alike(const TlAlignText *source, const TlAlignText *target, GArray *pairs);

#endif
