/* What is to be thought of beads. */
#ifndef TL_SESSION_BEADS_H
#define TL_SESSION_BEADS_H

#include "tlumach/bitext.h"

/* For each bead: is it surer to be wrong than right? One that leaves a side empty says that somebody made a mistake,
 * and is to be very sure, or one of several in a row. Free with g_free. */
gboolean *tl_beads_unsure(const TlumachBead *beads, guint n);

#endif
