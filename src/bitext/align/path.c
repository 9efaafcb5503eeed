#include "bitext/align/path.h"

#include <math.h>
#include <string.h>

#include "bitext/align/states.h"

#define UNLIKELY (-9.2)  /* log of the weight of a place that is not worth looking at again */
#define HOPELESS (-14.0) /* … of a bead, by what the round before knew */
#define NOTHING (-30.0)  /* … of a bead that most ways go past, whatever goes before it */
#define MARGIN 2u
#define NULL_WORTH 0.2 /* of a bead with an empty side, beside one that pairs */

typedef double Weights[TL_ALIGN_STATES]; /* logs, by what goes before */

typedef struct Lattice {
  const TlAlignBand *band;
  const TlAlignShape *shapes;
  guint n_shapes;
  float *scores;               /* of each place and shape: the bead that begins there */
  Weights *forward, *backward; /* of each place: of all ways that lead to it, and from it to the end */
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

static double greatest(const Weights logs) {
  double most = logs[TL_ALIGN_PAIRED];
  for (TlAlignState state = TL_ALIGN_PAIRED + 1; state < TL_ALIGN_STATES; state++)
    most = MAX(most, logs[state]);
  return most;
}

static double all_states(const Weights logs) {
  double most = greatest(logs), sum = 0;
  for (TlAlignState state = TL_ALIGN_PAIRED; state < TL_ALIGN_STATES && most != -INFINITY; state++)
    sum += exp(logs[state] - most);
  return most == -INFINITY ? most : most + log(sum);
}

static gboolean is_paired(const TlAlignShape *shape) {
  return shape->source && shape->target;
}

/* The number of the place behind a bead. */
static gsize behind(const Lattice *l, guint i, guint j, guint k) {
  return place(l, i + l->shapes[k].source, j + l->shapes[k].target);
}

/* From the states before a bead with an empty side to one behind it. */
static double sum_turns(const Lattice *l, gsize p, guint k, TlAlignState after) {
  Weights sums;
  for (TlAlignState before = TL_ALIGN_PAIRED; before < TL_ALIGN_STATES; before++)
    sums[before] = l->forward[p][before] + tl_align_state_turn(&l->shapes[k], before, after);
  return all_states(sums);
}

static void run_forward(Lattice *l) {
  gsize n = l->band->rows[l->band->n + 1];
  for (gsize p = 0; p < n; p++)
    for (TlAlignState state = TL_ALIGN_PAIRED; state < TL_ALIGN_STATES; state++)
      l->forward[p][state] = p == 0 && state == TL_ALIGN_PAIRED ? 0 : -INFINITY;
  for (guint i = 0; i <= l->band->n; i++)
    for (guint j = l->band->low[i]; j <= l->band->high[i]; j++) {
      gsize p = place(l, i, j);
      double all = all_states(l->forward[p]);
      for (guint k = 0; k < l->n_shapes && all != -INFINITY; k++) {
        double score = (double)l->scores[p * l->n_shapes + k];
        if (score == -INFINITY)
          continue;
        double *next = l->forward[behind(l, i, j, k)];
        TlAlignState slip = tl_align_state_slip(&l->shapes[k]);
        if (is_paired(&l->shapes[k]))
          next[TL_ALIGN_PAIRED] = add_logs(next[TL_ALIGN_PAIRED], all + score);
        else
          for (TlAlignState after = slip; after <= slip + 1; after++)
            next[after] = add_logs(next[after], sum_turns(l, p, k, after) + score);
      }
    }
}

static void run_backward(Lattice *l) {
  gsize n = l->band->rows[l->band->n + 1];
  for (guint i = l->band->n + 1; i-- > 0;)
    for (guint j = l->band->high[i] + 1; j-- > l->band->low[i];) {
      gsize p = place(l, i, j);
      double paired = p == n - 1 ? 0 : -INFINITY, *sums = l->backward[p];
      for (guint k = 0; k < l->n_shapes; k++)
        if (is_paired(&l->shapes[k]) && l->scores[p * l->n_shapes + k] != -INFINITY)
          paired = add_logs(paired,
                            (double)l->scores[p * l->n_shapes + k] + l->backward[behind(l, i, j, k)][TL_ALIGN_PAIRED]);
      for (TlAlignState before = TL_ALIGN_PAIRED; before < TL_ALIGN_STATES; before++)
        sums[before] = paired;
      for (guint k = 0; k < l->n_shapes; k++) {
        double score = (double)l->scores[p * l->n_shapes + k];
        if (is_paired(&l->shapes[k]) || score == -INFINITY)
          continue;
        TlAlignState slip = tl_align_state_slip(&l->shapes[k]);
        const double *next = l->backward[behind(l, i, j, k)];
        for (TlAlignState after = slip; after <= slip + 1; after++)
          for (TlAlignState before = TL_ALIGN_PAIRED; before < TL_ALIGN_STATES; before++)
            sums[before] =
                add_logs(sums[before], score + next[after] + tl_align_state_turn(&l->shapes[k], before, after));
      }
    }
}

/* How much of the weight of all ways goes through a bead; `starts`: not as one more sentence of a run without partners.
 */
static double share(const Lattice *l, guint i, guint j, guint k, gboolean starts) {
  gsize p = place(l, i, j);
  double score = (double)l->scores[p * l->n_shapes + k], sum = 0;
  if (score == -INFINITY)
    return 0;
  score -= l->backward[0][TL_ALIGN_PAIRED];
  const double *next = l->backward[behind(l, i, j, k)];
  if (greatest(l->forward[p]) + score + greatest(next) < NOTHING)
    return 0;
  if (is_paired(&l->shapes[k]))
    return exp(all_states(l->forward[p]) + score + next[TL_ALIGN_PAIRED]);
  TlAlignState slip = tl_align_state_slip(&l->shapes[k]);
  for (TlAlignState after = slip; after <= slip + 1; after++)
    for (TlAlignState before = TL_ALIGN_PAIRED; before < TL_ALIGN_STATES; before++)
      if (!starts || before != after)
        sum += exp(l->forward[p][before] + tl_align_state_turn(&l->shapes[k], before, after) + score + next[after]);
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
        double worth = share(l, i, j, k, FALSE) * (is_paired(&l->shapes[k]) ? 1 : NULL_WORTH);
        double way = worth + best[behind(l, i, j, k)];
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

/* Log of the share of all ways that go through a place. */
static double share_of_place(const Lattice *l, gsize p) {
  Weights sums;
  for (TlAlignState state = TL_ALIGN_PAIRED; state < TL_ALIGN_STATES; state++)
    sums[state] = l->forward[p][state] + l->backward[p][state] - l->backward[0][TL_ALIGN_PAIRED];
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
      band->forward[p] = (float)(all_states(l->forward[before]) - l->backward[0][TL_ALIGN_PAIRED]);
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
