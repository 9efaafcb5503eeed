/* The way through the band: every way is weighed, and the beads that most of the weight goes through are taken. */
#ifndef TL_BITEXT_ALIGN_PATH_H
#define TL_BITEXT_ALIGN_PATH_H

#include "bitext/align/model.h"
#include "tlumach/bitext.h"

/* Shapes with the logs of how often they are, the small ones first. */
const TlAlignShape *tl_align_shapes(guint *n, guint *n_small);

/* Beads (TlumachBead) from the beginning to the end. The band is narrowed to where the weight is. */
GArray *tl_align_path(TlAlignModel *model, const TlAlignShape *shapes, guint n_shapes, TlAlignBand *band);

#endif
