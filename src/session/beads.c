#include "session/beads.h"

#define SURE 0.5  /* a bead that is less probable is not to be relied on */
#define PLAIN 0.8 /* worth a look below: more than half of those are wrong, one bead in twenty */
/* One with an empty side says that somebody made a mistake; several in a row, whose mean is to be that, say so
 * together.
 */
#define SURE_OF_NONE 0.85
#define SURE_OF_RUN 0.6

static gboolean is_paired(const TlumachBead *bead) {
  return bead->n_source && bead->n_target;
}

gboolean tlumach_bead_is_doubtful(const TlumachBead *bead) {
  return !bead->settled && (!is_paired(bead) || bead->score < PLAIN);
}

/* Beads from the first on that leave the same side empty. */
static guint run_length(const TlumachBead *beads, guint n, double *sum) {
  guint length = 0;
  for (*sum = 0; length < n && !is_paired(&beads[length]) && !beads[length].n_source == !beads[0].n_source; length++)
    *sum += beads[length].score;
  return length;
}

gboolean *tl_beads_unsure(const TlumachBead *beads, guint n) {
  gboolean *unsure = g_new0(gboolean, n + 1);
  for (guint i = 0; i < n;) {
    double sum;
    guint length = run_length(beads + i, n - i, &sum);
    gboolean passage = length > 1 && sum >= SURE_OF_RUN * length;
    if (length == 0) {
      unsure[i] = beads[i].score < SURE;
      i++;
    }
    for (; length > 0; length--, i++)
      unsure[i] = !passage && beads[i].score < SURE_OF_NONE;
  }
  return unsure;
}
