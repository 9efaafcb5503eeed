#include "bitext/align/borders.h"

#include <math.h>

#define BELIEF 20.0      /* beads that what is usual counts for */
#define AGREE 0.8        /* how far the sides agree on where paragraphs end, between chance and all that can be */
#define INSIDE_ODDS 0.02 /* of a paragraph's end within a bead, to the odds of one anywhere */
#define SURE 0.8

/* How many of the sentences end paragraphs, as a share; never none or all, since logs are taken of it. */
static double share_of_ends(const TlAlignText *text) {
  double n = 0;
  for (guint i = 0; i < text->sentences->len; i++)
    n += tl_align_sentence(text, i)->ends_block;
  return CLAMP(n / MAX(text->sentences->len, 1), 0.0001, 0.9999);
}

static void count_inside(const TlAlignSentence *first, guint n, double counts[2]) {
  for (guint i = 0; i + 1 < n; i++)
    counts[first[i].ends_block]++;
}

static void weigh_inside(const double counts[2], double share, double out[2]) {
  double usual = INSIDE_ODDS * share / (1 - share + INSIDE_ODDS * share);
  double inside = (counts[1] + BELIEF * usual) / (counts[0] + counts[1] + BELIEF);
  out[1] = log(inside / share);
  out[0] = log((1 - inside) / (1 - share));
}

static void weigh_ends(double counts[2][2], double source_share, double target_share, double out[2][2]) {
  double n = counts[0][0] + counts[0][1] + counts[1][0] + counts[1][1], chance = source_share * target_share;
  double both = chance + AGREE * (MIN(source_share, target_share) - chance);
  double usual[2][2] = {{1 - source_share - target_share + both, target_share - both}, {source_share - both, both}};
  for (guint s = 0; s < 2; s++)
    for (guint t = 0; t < 2; t++) {
      double by_chance = (s ? source_share : 1 - source_share) * (t ? target_share : 1 - target_share);
      out[s][t] = log((counts[s][t] + BELIEF * usual[s][t]) / (n + BELIEF) / by_chance);
    }
}

void tl_align_borders_learn(TlAlignBorders *borders, const TlAlignText *source, const TlAlignText *target,
                            const GArray *beads) {
  double ends[2][2] = {{0}}, source_inside[2] = {0}, target_inside[2] = {0};
  for (guint i = 0; beads && i < beads->len; i++) {
    const TlumachBead *bead = &g_array_index(beads, TlumachBead, i);
    if (!bead->n_source || !bead->n_target || bead->score < SURE)
      continue;
    const TlAlignSentence *s = tl_align_sentence(source, bead->source), *t = tl_align_sentence(target, bead->target);
    ends[s[bead->n_source - 1].ends_block][t[bead->n_target - 1].ends_block]++;
    count_inside(s, bead->n_source, source_inside);
    count_inside(t, bead->n_target, target_inside);
  }
  double source_share = share_of_ends(source), target_share = share_of_ends(target);
  weigh_ends(ends, source_share, target_share, borders->ends);
  weigh_inside(source_inside, source_share, borders->source_inside);
  weigh_inside(target_inside, target_share, borders->target_inside);
}

static double score_inside(const double inside[2], const TlAlignSentence *first, guint n) {
  double sum = 0;
  for (guint i = 0; i + 1 < n; i++)
    sum += inside[first[i].ends_block];
  return sum;
}

double tl_align_borders_score(const TlAlignBorders *borders, const TlAlignSentence *source, guint n_source,
                              const TlAlignSentence *target, guint n_target) {
  return borders->ends[source[n_source - 1].ends_block][target[n_target - 1].ends_block] +
         score_inside(borders->source_inside, source, n_source) +
         score_inside(borders->target_inside, target, n_target);
}
