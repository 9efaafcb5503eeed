#include "bitext/align/path.h"

#include <math.h>
#include <string.h>

#define UNLIKELY (-9.2)  /* log of the weight of a place that is not worth looking at again */
#define HOPELESS (-14.0) /* … of a bead, by what the round before knew */
#define MARGIN 2u
#define RUN_GOES_ON (-2.5)   /* log of how often a sentence without a partner is followed by another */
#define BOTH_LEFT_OUT (-2.0) /* log of the change where sentences of both sides would be left out beside each other */
#define NULL_WORTH 0.2       /* of a bead with an empty side, beside one that pairs */

/* What goes before a bead changes how often it is: what is left out or added comes in runs. */
typedef enum State { AFTER_PAIR, AFTER_SOURCE, AFTER_TARGET, STATES } State;

typedef struct Lattice {
  const TlAlignBand *band;
  const TlAlignShape *shapes;
  guint n_shapes;
  float *scores;                                  /* of each place and shape: the bead that begins there */
  double (*forward)[STATES], (*backward)[STATES]; /* of each place */
} Lattice;

static gsize place(const Lattice *l, guint i, guint j) {
  return tl_align_band_place(l->band, i, j);
}

static double add_logs(double a, double b) {
  double more = MAX(a, b), less = MIN(a, b);
  return less == -INFINITY || more - less > 40 ? more : more + log1p(exp(less - more));
}

/* What a bead must score to carry weight, as far as the round before knew its ends. */
static double least_score(const Lattice *l, gsize start, gsize end) {
  return l->band->forward ? HOPELESS - (double)l->band->forward[start] - (double)l->band->backward[end] : -INFINITY;
}

static void score_all(Lattice *l, TlAlignModel *model) {
  for (guint i = 0; i <= l->band->n; i++)
    for (guint j = l->band->low[i]; j <= l->band->high[i]; j++)
      for (guint k = 0; k < l->n_shapes; k++) {
        const TlAlignShape *shape = &l->shapes[k];
        gsize p = place(l, i, j);
        double score = -INFINITY;
        if (tl_align_band_has(l->band, i + shape->source, j + shape->target)) {
          double least = least_score(l, p, place(l, i + shape->source, j + shape->target));
          score = tl_align_model_score(model, i, j, shape, least);
        }
        l->scores[p * l->n_shapes + k] = (float)score;
      }
}

static State state_after(const TlAlignShape *shape) {
  return shape->target == 0 ? AFTER_SOURCE : shape->source == 0 ? AFTER_TARGET : AFTER_PAIR;
}

/* What is added to the score of a bead of shape `k` for what goes before it. */
static double turn(const Lattice *l, guint k, State before, State after) {
  if (after == AFTER_PAIR || before == AFTER_PAIR)
    return 0;
  return after == before ? RUN_GOES_ON - l->shapes[k].prior : BOTH_LEFT_OUT;
}

static void run_forward(Lattice *l) {
  gsize n = l->band->rows[l->band->n + 1];
  for (gsize p = 0; p < n; p++)
    for (State state = AFTER_PAIR; state < STATES; state++)
      l->forward[p][state] = -INFINITY;
  l->forward[0][AFTER_PAIR] = 0;
  for (guint i = 0; i <= l->band->n; i++)
    for (guint j = l->band->low[i]; j <= l->band->high[i]; j++)
      for (guint k = 0; k < l->n_shapes; k++) {
        gsize p = place(l, i, j);
        float score = l->scores[p * l->n_shapes + k];
        if (score == -INFINITY)
          continue;
        State after = state_after(&l->shapes[k]);
        double *next = &l->forward[place(l, i + l->shapes[k].source, j + l->shapes[k].target)][after];
        for (State before = AFTER_PAIR; before < STATES; before++)
          if (l->forward[p][before] != -INFINITY)
            *next = add_logs(*next, l->forward[p][before] + (double)score + turn(l, k, before, after));
      }
}

static void run_backward(Lattice *l) {
  gsize n = l->band->rows[l->band->n + 1];
  for (guint i = l->band->n + 1; i-- > 0;)
    for (guint j = l->band->high[i] + 1; j-- > l->band->low[i];) {
      gsize p = place(l, i, j);
      double end = p == n - 1 ? 0 : -INFINITY, sums[STATES] = {end, end, end};
      for (guint k = 0; k < l->n_shapes; k++) {
        float score = l->scores[p * l->n_shapes + k];
        if (score == -INFINITY)
          continue;
        State after = state_after(&l->shapes[k]);
        double rest = (double)score + l->backward[place(l, i + l->shapes[k].source, j + l->shapes[k].target)][after];
        for (State before = AFTER_PAIR; before < STATES; before++)
          sums[before] = add_logs(sums[before], rest + turn(l, k, before, after));
      }
      memcpy(l->backward[p], sums, sizeof sums);
    }
}

/* How much of the weight of all ways goes through a bead; `starts`: not as one more sentence of a run without partners.
 */
static double share(const Lattice *l, guint i, guint j, guint k, gboolean starts) {
  gsize p = place(l, i, j);
  float score = l->scores[p * l->n_shapes + k];
  if (score == -INFINITY)
    return 0;
  State after = state_after(&l->shapes[k]);
  double rest = (double)score + l->backward[place(l, i + l->shapes[k].source, j + l->shapes[k].target)][after] -
                l->backward[0][AFTER_PAIR],
         sum = 0;
  for (State before = AFTER_PAIR; before < STATES; before++)
    if (!starts || after == AFTER_PAIR || before != after)
      sum += exp(l->forward[p][before] + turn(l, k, before, after) + rest);
  return sum;
}

/* The way whose beads have the greatest shares together: the most beads right, as far as can be known. */
static GArray *best_way(const Lattice *l) {
  gsize n = l->band->rows[l->band->n + 1];
  g_autofree double *best = g_new0(double, n);
  g_autofree gint8 *choice = g_malloc(n);
  for (guint i = l->band->n + 1; i-- > 0;)
    for (guint j = l->band->high[i] + 1; j-- > l->band->low[i];) {
      gsize p = place(l, i, j);
      best[p] = p == n - 1 ? 0 : -INFINITY;
      choice[p] = -1;
      for (guint k = 0; k < l->n_shapes; k++) {
        if (l->scores[p * l->n_shapes + k] == -INFINITY)
          continue;
        double worth = share(l, i, j, k, FALSE) * (l->shapes[k].source && l->shapes[k].target ? 1 : NULL_WORTH);
        double way = worth + best[place(l, i + l->shapes[k].source, j + l->shapes[k].target)];
        if (way > best[p])
          best[p] = way, choice[p] = (gint8)k;
      }
    }
  GArray *beads = g_array_new(FALSE, FALSE, sizeof(TlumachBead));
  for (guint i = 0, j = 0; i < l->band->n || j < l->band->m;) {
    guint k = (guint)choice[place(l, i, j)];
    TlumachBead bead = {i, l->shapes[k].source, j, l->shapes[k].target, share(l, i, j, k, FALSE), FALSE};
    g_array_append_val(beads, bead);
    i += bead.n_source;
    j += bead.n_target;
  }
  return beads;
}

static void count_shapes(const Lattice *l, double *expected) {
  memset(expected, 0, sizeof *expected * l->n_shapes);
  for (guint i = 0; i <= l->band->n; i++)
    for (guint j = l->band->low[i]; j <= l->band->high[i]; j++)
      for (guint k = 0; k < l->n_shapes; k++)
        expected[k] += share(l, i, j, k, TRUE);
}

static double all_states(const double logs[STATES]) {
  return add_logs(logs[AFTER_PAIR], add_logs(logs[AFTER_SOURCE], logs[AFTER_TARGET]));
}

/* Log of the share of all ways that go through a place. */
static double share_of_place(const Lattice *l, gsize p) {
  double sums[STATES];
  for (State state = AFTER_PAIR; state < STATES; state++)
    sums[state] = l->forward[p][state] + l->backward[p][state] - l->backward[0][AFTER_PAIR];
  return all_states(sums);
}

/* Rows keep the places that some weight goes through, and a margin; they rise. */
static void narrow(const Lattice *l, TlAlignBand *band) {
  for (guint i = 0; i <= band->n; i++) {
    guint low = l->band->low[i], high = l->band->high[i], first = high, last = low;
    for (guint j = low; j <= high; j++)
      if (share_of_place(l, place(l, i, j)) > UNLIKELY) {
        first = MIN(first, j);
        last = j;
      }
    if (first > last) /* no way ends here: the neighbours tell */
      first = low, last = high;
    band->low[i] = first > low + MARGIN ? first - MARGIN : low;
    band->high[i] = MIN(last + MARGIN, high);
  }
  for (guint i = 1; i <= band->n; i++)
    band->high[i] = MAX(band->high[i], band->high[i - 1]);
  for (guint i = band->n; i > 0; i--)
    band->low[i - 1] = MIN(band->low[i - 1], band->low[i]);
  tl_align_band_number(band);
}

/* What the next round is to know of the places that are left. */
static void remember(const Lattice *l, TlAlignBand *band) {
  band->forward = g_new(float, band->rows[band->n + 1]);
  band->backward = g_new(float, band->rows[band->n + 1]);
  for (guint i = 0; i <= band->n; i++)
    for (guint j = band->low[i]; j <= band->high[i]; j++) {
      gsize p = tl_align_band_place(band, i, j), before = place(l, i, j);
      band->forward[p] = (float)(all_states(l->forward[before]) - l->backward[0][AFTER_PAIR]);
      band->backward[p] = (float)all_states(l->backward[before]);
    }
}

GArray *tl_align_path(TlAlignModel *model, const TlAlignShape *shapes, guint n_shapes, TlAlignBand *band,
                      double *expected) {
  TlAlignBand now = *band;
  Lattice l = {.band = &now, .shapes = shapes, .n_shapes = n_shapes};
  gsize n = band->rows[band->n + 1];
  l.scores = g_new(float, n *n_shapes);
  l.forward = g_malloc(sizeof *l.forward * n);
  l.backward = g_malloc(sizeof *l.backward * n);
  score_all(&l, model);
  run_forward(&l);
  run_backward(&l);
  GArray *beads = best_way(&l);
  count_shapes(&l, expected);
  tl_align_band_init(band, now.n, now.m);
  narrow(&l, band);
  remember(&l, band);
  g_free(l.scores);
  g_free(l.forward);
  g_free(l.backward);
  tl_align_band_clear(&now);
  return beads;
}
