/* What goes before a bead, as far as it changes how often such a bead is: what is left out or added comes in runs, a
 * slip of a sentence or two or a whole passage. */
#ifndef TL_BITEXT_ALIGN_STATES_H
#define TL_BITEXT_ALIGN_STATES_H

#include "bitext/align/shapes.h"

typedef enum TlAlignState {
  TL_ALIGN_PAIRED,
  TL_ALIGN_SOURCE_SLIP,
  TL_ALIGN_SOURCE_PASSAGE,
  TL_ALIGN_TARGET_SLIP,
  TL_ALIGN_TARGET_PASSAGE,
  TL_ALIGN_STATES
} TlAlignState;

/* The states that a bead with an empty side may lead to are this one and the next. */
static inline TlAlignState tl_align_state_slip(const TlAlignShape *shape) {
  return shape->target == 0 ? TL_ALIGN_SOURCE_SLIP : TL_ALIGN_TARGET_SLIP;
}

/* What is added to the log of how often the shape is, which has an empty side; minus infinity: that cannot be. Nothing
 * is added to that of a bead that pairs. */
double tl_align_state_turn(const TlAlignShape *shape, TlAlignState before, TlAlignState after);

#endif
