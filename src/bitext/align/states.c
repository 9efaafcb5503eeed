#include "bitext/align/states.h"

#include <math.h>

#define SLIP_GOES_ON (-2.5)    /* log of how often a sentence that a slip left out is followed by another */
#define PASSAGE (-3.0)         /* log of how often what is left out is a passage, not a slip … */
#define PASSAGE_GOES_ON (-0.2) /* … which goes on so often */
#define BOTH_LEFT_OUT (-2.0)   /* log of the change where sentences of both sides would be left out beside each other */

static gboolean is_passage(TlAlignState state) {
  return state == TL_ALIGN_SOURCE_PASSAGE || state == TL_ALIGN_TARGET_PASSAGE;
}

double tl_align_state_turn(const TlAlignShape *shape, TlAlignState before, TlAlignState after) {
  if (before == after)
    return (is_passage(after) ? PASSAGE_GOES_ON : SLIP_GOES_ON) - shape->prior;
  double begins = is_passage(after) ? PASSAGE : 0;
  if (before == TL_ALIGN_PAIRED)
    return begins;
  return (before <= TL_ALIGN_SOURCE_PASSAGE) == (after <= TL_ALIGN_SOURCE_PASSAGE) ? -INFINITY : begins + BOTH_LEFT_OUT;
}
