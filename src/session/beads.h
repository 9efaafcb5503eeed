/* What is to be thought of beads. */
#ifndef TL_SESSION_BEADS_H
#define TL_SESSION_BEADS_H

#include "tlumach/bitext.h"

/* Characters of a bead's two sides, by TlumachSide. */
typedef double TlBeadLengths[2];

/* TLUMACH_PAIR_… of each bead.
 *
 * TLUMACH_PAIR_UNSURE: it is surer to be wrong than right. One that leaves a side empty says that somebody made a
 * mistake, and is to be quite sure, or one of several in a row.
 * TLUMACH_PAIR_SHORT: of the sentences that it joins one may have been left out. Free with g_free. */
guint *tl_beads_flags(const TlumachBead *beads, const TlBeadLengths *lengths, guint n);

#endif
