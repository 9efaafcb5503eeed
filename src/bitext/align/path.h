/* The way through the band: every way is weighed, and the beads that most of the weight goes through are taken. */
#ifndef TL_BITEXT_ALIGN_PATH_H
#define TL_BITEXT_ALIGN_PATH_H

#include "bitext/align/model.h"
#include "tlumach/bitext.h"

/* Beads (TlumachBead) of the first `n_shapes` shapes, from the beginning to the end. The band is narrowed to where the
 * weight is. `expected`: set to how many beads of each shape are to be expected. */
GArray *tl_align_path(TlAlignModel *model, const TlAlignShape *shapes, guint n_shapes, TlAlignBand *band,
                      double *expected);

#endif
