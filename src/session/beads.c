#include "session/beads.h"

#define SURE 0.5  /* a bead that is less probable is not to be relied on */
#define PLAIN 0.8 /* worth a look below: more than half of those are wrong, one bead in twenty */
/* One with an empty side says that somebody made a mistake; several in a row, whose mean is to be that, say so
 * together.
 */
#define SURE_OF_NONE 0.75
#define SURE_OF_RUN 0.6
/* Sentences joined to fewer, short and in doubt: where a sentence was taken out a quarter of such beads are both, of
 * free joinings in news and tales none.
 */
#define SURE_OF_JOINED 0.9
#define SHORT 0.8 /* times as long as translations are in the text */

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

/* How long a translation is for its source in this text. */
static double usual_ratio(const TlumachBead *beads, const TlBeadLengths *lengths, guint n) {
  double sums[2] = {0, 0};
  for (guint i = 0; i < n; i++)
    for (guint side = 0; side < 2 && is_paired(&beads[i]); side++)
      sums[side] += lengths[i][side];
  return sums[TLUMACH_SOURCE] > 0 ? sums[TLUMACH_TARGET] / sums[TLUMACH_SOURCE] : 1;
}

/* A sentence that was left out has words that stand in its neighbour's translation, too, so it is joined to it. */
static gboolean is_short(const TlumachBead *bead, const TlBeadLengths lengths, double usual) {
  return bead->n_target && bead->n_source > bead->n_target && bead->score < SURE_OF_JOINED &&
         lengths[TLUMACH_TARGET] < SHORT * usual * lengths[TLUMACH_SOURCE];
}

guint *tl_beads_flags(const TlumachBead *beads, const TlBeadLengths *lengths, guint n) {
  guint *flags = g_new0(guint, n + 1);
  double usual = usual_ratio(beads, lengths, n);
  for (guint i = 0; i < n;) {
    double sum;
    guint length = run_length(beads + i, n - i, &sum);
    gboolean passage = length > 1 && sum >= SURE_OF_RUN * length;
    if (length == 0) {
      flags[i] = (beads[i].score < SURE ? TLUMACH_PAIR_UNSURE : 0) |
                 (is_short(&beads[i], lengths[i], usual) ? TLUMACH_PAIR_SHORT : 0);
      i++;
    }
    for (; length > 0; length--, i++)
      flags[i] = !passage && beads[i].score < SURE_OF_NONE ? TLUMACH_PAIR_UNSURE : 0;
  }
  return flags;
}
