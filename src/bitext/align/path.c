#include "bitext/align/path.h"

#include <math.h>
#include <string.h>

#define UNLIKELY 1e-4 /* weight of a place that is not worth looking at again */
#define MARGIN 2u
#define RUN_GOES_ON (-1.8)   /* log of how often a sentence without a partner is followed by another */
#define BOTH_LEFT_OUT (-2.0) /* log of the change where sentences of both sides would be left out beside each other */
#define NULL_WORTH 0.2       /* of a bead with an empty side, beside one that pairs */

/* What goes before a bead changes how often it is: what is left out or added comes in runs. */
typedef enum State { AFTER_PAIR, AFTER_SOURCE, AFTER_TARGET, STATES } State;

typedef struct Lattice {
  const TlAlignBand *band;
  const TlAlignShape *shapes;
  guint n_shapes;
  gsize *rows;                                    /* first place of each row */
  float *scores;                                  /* of each place and shape: the bead that begins there */
  double (*forward)[STATES], (*backward)[STATES]; /* of each place */
} Lattice;

static gboolean inside(const TlAlignBand *band, guint i, guint j) {
  return i <= band->n && j >= band->low[i] && j <= band->high[i];
}

static gsize place(const Lattice *l, guint i, guint j) {
  return l->rows[i] + (j - l->band->low[i]);
}

static double add_logs(double a, double b) {
  double more = MAX(a, b), less = MIN(a, b);
  return less == -INFINITY || more - less > 40 ? more : more + log1p(exp(less - more));
}

static void score_all(Lattice *l, TlAlignModel *model) {
  for (guint i = 0; i <= l->band->n; i++)
    for (guint j = l->band->low[i]; j <= l->band->high[i]; j++)
      for (guint k = 0; k < l->n_shapes; k++) {
        const TlAlignShape *shape = &l->shapes[k];
        gboolean fits = inside(l->band, i + shape->source, j + shape->target);
        l->scores[place(l, i, j) * l->n_shapes + k] =
            fits ? (float)tl_align_model_score(model, i, j, shape) : -INFINITY;
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
  gsize n = l->rows[l->band->n + 1];
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
  gsize n = l->rows[l->band->n + 1];
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

/* … and through a place. */
static double share_of_place(const Lattice *l, guint i, guint j) {
  gsize p = place(l, i, j);
  double sum = 0;
  for (State state = AFTER_PAIR; state < STATES; state++)
    sum += exp(l->forward[p][state] + l->backward[p][state] - l->backward[0][AFTER_PAIR]);
  return sum;
}

/* The way whose beads have the greatest shares together: the most beads right, as far as can be known. */
static GArray *best_way(const Lattice *l) {
  gsize n = l->rows[l->band->n + 1];
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
    TlumachBead bead = {i, l->shapes[k].source, j, l->shapes[k].target, share(l, i, j, k, FALSE)};
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

/* Rows keep the places that some weight goes through, and a margin; they rise. */
static void narrow(const Lattice *l, TlAlignBand *band) {
  for (guint i = 0; i <= band->n; i++) {
    guint low = band->low[i], high = band->high[i], first = high, last = low;
    for (guint j = low; j <= high; j++)
      if (share_of_place(l, i, j) > UNLIKELY) {
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
}

GArray *tl_align_path(TlAlignModel *model, const TlAlignShape *shapes, guint n_shapes, TlAlignBand *band,
                      double *expected) {
  TlAlignBand now = {band->n, band->m, g_memdup2(band->low, sizeof(guint32) * (band->n + 1)),
                     g_memdup2(band->high, sizeof(guint32) * (band->n + 1))};
  Lattice l = {.band = &now, .shapes = shapes, .n_shapes = n_shapes};
  l.rows = g_new(gsize, band->n + 2);
  l.rows[0] = 0;
  for (guint i = 0; i <= band->n; i++)
    l.rows[i + 1] = l.rows[i] + (band->high[i] - band->low[i] + 1);
  l.scores = g_new(float, l.rows[band->n + 1] * n_shapes);
  l.forward = g_malloc(sizeof *l.forward * l.rows[band->n + 1]);
  l.backward = g_malloc(sizeof *l.backward * l.rows[band->n + 1]);
  score_all(&l, model);
  run_forward(&l);
  run_backward(&l);
  GArray *beads = best_way(&l);
  count_shapes(&l, expected);
  narrow(&l, band);
  g_free(l.rows);
  g_free(l.scores);
  g_free(l.forward);
  g_free(l.backward);
  tl_align_band_clear(&now);
  return beads;
}
