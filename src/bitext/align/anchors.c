#include "bitext/align/anchors.h"

#define SHORT 1e6       /* places of a matrix that is looked at as a whole */
#define CELLS_MAX 400e6 /* of all gaps between anchors; beyond, only a strip along their diagonals is looked at */
#define RARE 3u         /* sentences that have the word, at most */
#define AROUND 20u      /* an anchor needs others within so many sentences … */
#define SUPPORT 8u      /* … so many: chance alone puts two or three into a row there */
#define MARGIN 30u      /* sentences around anchors that are looked at, too */

/* A rare word of a source sentence that may stand for one of a target sentence; NONE: it is the first of its chain. */
typedef struct Point {
  guint32 i, j, before;
  float weight;
} Point;
#define NONE G_MAXUINT32

/* The best chain up to each target sentence, as a Fenwick tree of maxima. */
typedef struct Best {
  float sum;
  guint32 point;
} Best;

static Best best_before(const Best *tree, guint32 j) {
  Best best = {0, NONE};
  for (guint32 at = j; at > 0; at &= at - 1)
    if (tree[at].sum > best.sum)
      best = tree[at];
  return best;
}

static void put_best(Best *tree, guint32 m, guint32 j, Best best) {
  for (guint32 at = j + 1; at <= m; at += at & -at)
    if (best.sum > tree[at].sum)
      tree[at] = best;
}

/* Points of one source sentence. */
static void add_points(const TlAlignText *source, const TlAlignText *target, const TlAlignPlaces *places,
                       const TlAlignLexicon *lexicon, guint i, GArray *points) {
  const TlAlignSentence *sentence = tl_align_sentence(source, i);
  for (guint token = sentence->first; token < sentence->end; token++) {
    guint32 type = tl_align_token(source, token);
    for (guint32 p = lexicon->starts[type]; p < lexicon->starts[type + 1]; p++) {
      const TlAlignPair *pair = &g_array_index(lexicon->pairs, TlAlignPair, p);
      guint rare = MAX(tl_align_type(source, type)->sentences, tl_align_type(target, pair->target)->sentences);
      for (guint32 at = places->starts[pair->target]; rare <= RARE && at < places->starts[pair->target + 1]; at++) {
        Point point = {i, places->sentence[places->tokens[at]], NONE, pair->strength / (float)rare};
        g_array_append_val(points, point);
      }
    }
  }
}

/* The heaviest chain of points that rises on both sides; gives its last one. */
static guint32 find_chain(GArray *points, guint32 m) {
  g_autofree Best *tree = g_new0(Best, m + 1);
  g_autofree float *sums = g_new(float, points->len + 1);
  for (guint k = 0, row = 0; k < points->len; k++) {
    Point *point = &g_array_index(points, Point, k);
    Best best = best_before(tree, point->j);
    point->before = best.point;
    sums[k] = best.sum + point->weight;
    if (k + 1 == points->len || g_array_index(points, Point, k + 1).i != point->i)
      for (; row <= k; row++) /* a sentence's points do not follow each other */
        put_best(tree, m, g_array_index(points, Point, row).j, (Best){sums[row], row});
  }
  return best_before(tree, m).point;
}

/* Points of the chain, in their order. */
static GArray *chain_of(const GArray *points, guint32 last) {
  GArray *chain = g_array_new(FALSE, FALSE, sizeof(Point));
  for (guint32 k = last; k != NONE; k = g_array_index(points, Point, k).before)
    g_array_append_val(chain, g_array_index(points, Point, k));
  for (guint low = 0; low + low + 1 < chain->len; low++) {
    Point *a = &g_array_index(chain, Point, low), *b = &g_array_index(chain, Point, chain->len - 1 - low), swap = *a;
    *a = *b;
    *b = swap;
  }
  return chain;
}

/* Has the point of the chain company? */
static gboolean is_anchor(const GArray *chain, guint k, double slope) {
  const Point *all = (const Point *)(const void *)chain->data;
  double around = AROUND * MAX(1, slope);
  guint n = 0;
  for (guint b = k; b-- > 0 && all[k].i - all[b].i <= AROUND && all[k].j - all[b].j <= around;)
    n++;
  for (guint a = k + 1; a < chain->len && all[a].i - all[k].i <= AROUND && all[a].j - all[k].j <= around; a++)
    n++;
  return n >= SUPPORT;
}

/* Rows from one anchor to the next: all that lies between them, unless that is too much. Each row has its part of the
 * places, however many gaps there are. */
static void fill_gap(TlAlignBand *band, guint32 i, guint32 j, guint32 next_i, guint32 next_j) {
  double width = MAX(CELLS_MAX / (2 * (band->n + 1.0)), 100);
  for (guint32 row = i; row <= next_i; row++) {
    double middle = j + (next_j - j) * (double)(row - i) / MAX(next_i - i, 1);
    if (row > i) /* that one belongs to the gap before, too */
      band->low[row] = (guint32)MAX(middle - width, j);
    band->high[row] = (guint32)MIN(middle + width, next_j);
  }
}

void tl_align_anchors(const TlAlignText *source, const TlAlignText *target, const TlAlignPlaces *places,
                      const TlAlignLexicon *lexicon, TlAlignBand *band) {
  guint n = source->sentences->len, m = target->sentences->len;
  g_autoptr(GArray) points = g_array_new(FALSE, FALSE, sizeof(Point));
  for (guint i = 0; i < n && (double)n * m > SHORT; i++)
    add_points(source, target, places, lexicon, i, points);
  g_autoptr(GArray) chain = chain_of(points, find_chain(points, m));
  guint32 i = 0, j = 0;
  tl_align_band_init(band, n, m);
  for (guint k = 0; k < chain->len; k++)
    if (is_anchor(chain, k, (double)m / n)) {
      const Point *anchor = &g_array_index(chain, Point, k);
      fill_gap(band, i, j, anchor->i, anchor->j);
      i = anchor->i;
      j = anchor->j;
    }
  fill_gap(band, i, j, n, m);
  tl_align_band_widen(band, MARGIN);
  tl_align_band_number(band);
}
