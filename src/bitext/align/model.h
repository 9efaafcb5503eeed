/* How well a bead's two sides fit each other: the log of how much more probable they are together than apart. */
#ifndef TL_BITEXT_ALIGN_MODEL_H
#define TL_BITEXT_ALIGN_MODEL_H

#include "bitext/align/borders.h"
#include "bitext/align/edges.h"
#include "bitext/align/length.h"
#include "bitext/align/links.h"

typedef struct TlAlignModel TlAlignModel;

/* Borrows all of it. Sentences are compared where the band has them. */
TlAlignModel *tl_align_model_new(const TlAlignText *source, const TlAlignText *target, const TlAlignPlaces *places,
                                 const TlAlignLexicon *lexicon, const TlAlignLength *length, const TlAlignEdges *edges,
                                 const TlAlignBorders *borders, const TlAlignBand *band);
void tl_align_model_free(TlAlignModel *model);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TlAlignModel, tl_align_model_free)

/* The bead of `shape` that begins with these sentences; minus infinity when that is less than `least`. */
double tl_align_model_score(TlAlignModel *model, guint source, guint target, const TlAlignShape *shape, double least);

#endif
