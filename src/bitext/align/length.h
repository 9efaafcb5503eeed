/* What lengths say of a bead: how much more probable the target's length is beside this source than anywhere.
 *
 * After Gale and Church (1993), with the parameters learned from the pair itself, and as a ratio: a bead whose lengths
 * fit by chance, as very short sentences do, tells little.
 */
#ifndef TL_BITEXT_ALIGN_LENGTH_H
#define TL_BITEXT_ALIGN_LENGTH_H

#include "bitext/align/text.h"

#define TL_BEAD_SIDE_MAX 6u /* sentences on one side of a bead */

typedef struct TlAlignLength {
  double ratio;         /* mean of log(target length / source length) */
  double spread, noise; /* its variance: spread + noise * (1 / source length + 1 / target length) */
  double mean[TL_BEAD_SIDE_MAX + 1],
      variance[TL_BEAD_SIDE_MAX + 1]; /* of the log of the length of so many target sentences in a row */
} TlAlignLength;

/* From the lengths of the two texts alone. */
void tl_align_length_init(TlAlignLength *length, const TlAlignText *source, const TlAlignText *target);
/* From beads that are thought right: pairs of lengths (double source, double target). */
void tl_align_length_learn(TlAlignLength *length, const GArray *lengths);
/* A run of sentences of one side. */
typedef struct TlAlignRun {
  double inverse, logarithm; /* of its length */
  double chance;             /* log of how probable the length is for so many target sentences anywhere */
} TlAlignRun;
TlAlignRun tl_align_length_run(const TlAlignLength *length, double sum, guint sentences);
/* Log of the ratio. */
double tl_align_length_score(const TlAlignLength *length, const TlAlignRun *source, const TlAlignRun *target);

#endif
