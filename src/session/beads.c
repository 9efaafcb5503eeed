#include "session/beads.h"

#define SURE 0.5         /* a bead that is less probable is not to be relied on … */
#define SURE_OF_NONE 0.9 /* … and one with an empty side says that somebody made a mistake */
#define PLAIN 0.8        /* worth a look below: more than half of those are wrong, one bead in twenty */

static gboolean is_paired(const TlumachBead *bead) {
  return bead->n_source && bead->n_target;
}

gboolean tlumach_bead_is_doubtful(const TlumachBead *bead) {
  return !bead->settled && (!is_paired(bead) || bead->score < PLAIN);
}

gboolean tl_bead_is_unsure(const TlumachBead *bead) {
  return bead->score < (is_paired(bead) ? SURE : SURE_OF_NONE);
}
