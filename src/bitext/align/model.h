/* How well a bead's two sides fit each other: the log of how much more probable they are together than apart. */
#ifndef TL_BITEXT_ALIGN_MODEL_H
#define TL_BITEXT_ALIGN_MODEL_H

#include "bitext/align/edges.h"
#include "bitext/align/length.h"
#include "bitext/align/lexicon.h"

/* Places in the matrix of sentences that are looked at: before source sentence i, target sentences low[i] … high[i]. */
typedef struct TlAlignBand {
  guint n, m;          /* sentences */
  guint32 *low, *high; /* n + 1 of each */
} TlAlignBand;

void tl_align_band_clear(TlAlignBand *band);

/* A shape of bead: so many sentences on each side, and the log of how often beads have it. */
typedef struct TlAlignShape {
  guint source, target;
  double prior;
} TlAlignShape;

typedef struct TlAlignModel TlAlignModel;

/* Borrows all of it. Sentences are compared where the band has them. */
TlAlignModel *tl_align_model_new(const TlAlignText *source, const TlAlignText *target, const TlAlignPlaces *places,
                                 const TlAlignLexicon *lexicon, const TlAlignLength *length, const TlAlignEdges *edges,
                                 const TlAlignBand *band);
void tl_align_model_free(TlAlignModel *model);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TlAlignModel, tl_align_model_free)

/* The bead of `shape` that begins with these sentences. */
double tl_align_model_score(TlAlignModel *model, guint source, guint target, const TlAlignShape *shape);

/* What a pair of words is worth where both stand in one bead of two sentences. */
double tl_align_pair_value(const TlAlignText *source, const TlAlignText *target, const TlAlignPair *pair);

#endif
