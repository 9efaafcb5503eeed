/* What is to be thought of a bead. */
#ifndef TL_SESSION_BEADS_H
#define TL_SESSION_BEADS_H

#include "tlumach/bitext.h"

/* Is the bead surer to be wrong than right? One that leaves a side empty says that somebody made a mistake, and is to
 * be very sure. */
gboolean tl_bead_is_unsure(const TlumachBead *bead);

#endif
