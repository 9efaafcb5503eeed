#include "bitext/align/edges.h"

#include <math.h>

#define BELIEF 12.0 /* beads that what is usual counts for, of each kind */
#define USUAL 0.4   /* how often an edge is kept as it is */
#define SURE 0.8

#define QUOTING_BELIEF 40.0
/* A bead seldom ends inside of a quotation of one side alone. */
static const double quoting_usual[2][2] = {{1, 0.35}, {0.35, 1.5}};

static gboolean sure(const TlumachBead *bead) {
  return bead->n_source && bead->n_target && bead->score >= SURE;
}

static const TlAlignSentence *last(const TlAlignText *text, guint first, guint n) {
  return tl_align_sentence(text, first + n - 1);
}

/* From counts of pairs to logs of ratios. */
static void weigh(const double counts[TL_EDGES][TL_EDGES], const double chance[TL_EDGES],
                  double out[TL_EDGES][TL_EDGES]) {
  for (guint s = 0; s < TL_EDGES; s++) {
    double sum = 0;
    for (guint t = 0; t < TL_EDGES; t++)
      sum += counts[s][t];
    for (guint t = 0; t < TL_EDGES; t++) {
      double usual = USUAL * (s == t ? 0.7 : 0) + USUAL * (s % TL_EDGE_QUOTED == t % TL_EDGE_QUOTED ? 0.3 : 0) +
                     (1 - USUAL) * chance[t];
      out[s][t] = log((counts[s][t] + BELIEF * usual) / (sum + BELIEF) / chance[t]);
    }
  }
}

/* Sentences after which a quotation goes on, as a share. */
static double share_quoting(const TlAlignText *text) {
  double n = 0.5;
  for (guint i = 0; i < text->sentences->len; i++)
    n += tl_align_sentence(text, i)->quoting > 0;
  return n / (text->sentences->len + 1);
}

static void learn_quoting(TlAlignEdges *edges, const TlAlignText *source, const TlAlignText *target,
                          const GArray *beads) {
  double counts[2][2] = {{0}}, n = 0;
  for (guint i = 0; beads && i < beads->len; i++) {
    const TlumachBead *bead = &g_array_index(beads, TlumachBead, i);
    if (!sure(bead))
      continue;
    n++;
    counts[last(source, bead->source, bead->n_source)->quoting > 0]
          [last(target, bead->target, bead->n_target)->quoting > 0]++;
  }
  double source_share = share_quoting(source), target_share = share_quoting(target);
  for (guint s = 0; s < 2; s++)
    for (guint t = 0; t < 2; t++) {
      double chance = (s ? source_share : 1 - source_share) * (t ? target_share : 1 - target_share);
      edges->quoting[s][t] =
          log((counts[s][t] + QUOTING_BELIEF * quoting_usual[s][t] * chance) / (n + QUOTING_BELIEF) / chance);
    }
}

void tl_align_edges_learn(TlAlignEdges *edges, const TlAlignText *source, const TlAlignText *target,
                          const GArray *beads) {
  double begins[TL_EDGES][TL_EDGES] = {{0}}, ends[TL_EDGES][TL_EDGES] = {{0}}, begin_chance[TL_EDGES],
         end_chance[TL_EDGES];
  guint m = target->sentences->len;
  for (guint t = 0; t < TL_EDGES; t++)
    begin_chance[t] = end_chance[t] = 0.5 / (m + 0.5 * TL_EDGES);
  for (guint j = 0; j < m; j++) {
    begin_chance[tl_align_sentence(target, j)->begins] += 1 / (m + 0.5 * TL_EDGES);
    end_chance[tl_align_sentence(target, j)->ends] += 1 / (m + 0.5 * TL_EDGES);
  }
  for (guint i = 0; beads && i < beads->len; i++) {
    const TlumachBead *bead = &g_array_index(beads, TlumachBead, i);
    if (!sure(bead))
      continue;
    begins[tl_align_sentence(source, bead->source)->begins][tl_align_sentence(target, bead->target)->begins]++;
    ends[last(source, bead->source, bead->n_source)->ends][last(target, bead->target, bead->n_target)->ends]++;
  }
  weigh(begins, begin_chance, edges->begins);
  weigh(ends, end_chance, edges->ends);
  learn_quoting(edges, source, target, beads);
}
