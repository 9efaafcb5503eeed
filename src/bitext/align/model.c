#include "bitext/align/model.h"

#include <math.h>
#include <stdlib.h>

/* A word that should have a partner and has none speaks against a bead, but translators are free. */
#define LOSS_WEIGHT 0.6
#define COVER_MAX 0.9
/* What pairs of words say is believed, and what words without a partner say less so: they come together, where a clause
 * was left out or turned about. News, tales and travels agree on that. */
#define PAIRS_WEIGHT 1.2
#define LOSSES_WEIGHT 0.75
#define EDGES_WEIGHT 0.8
#define QUOTING_WEIGHT 1.0
#define PARTS_WEIGHT 1.5 /* of a sentence more on one side */

/* What is known of runs of one side's sentences; of the run of n + 1 sentences from i at [i][n]. */
typedef struct Side {
  const TlAlignText *text;
  double *loss; /* sums over the tokens before */
  TlAlignRun (*runs)[TL_BEAD_SIDE_MAX];
} Side;

struct TlAlignModel {
  Side source, target;
  const TlAlignLength *length;
  const TlAlignEdges *edges;
  const TlAlignBorders *borders;
  TlAlignLinks *links;
};

/* A word without a partner: as much less probable in a bead than by chance. Of each type. */
static float *losses_of(const TlAlignText *text, const float *cover, const float *chance_of_one) {
  float *losses = g_new0(float, text->types->len + 1);
  for (guint i = 0; i < text->types->len; i++) {
    double loss = log(1 - MIN((double)cover[i], COVER_MAX)) - log(1 - MIN((double)chance_of_one[i], COVER_MAX));
    losses[i] = (float)(LOSS_WEIGHT * MIN(loss, 0));
  }
  return losses;
}

static void side_init(Side *side, const TlAlignText *text, const float *losses, const TlAlignLength *length) {
  guint n = text->sentences->len;
  side->text = text;
  side->loss = g_new0(double, text->tokens->len + 1);
  for (guint i = 0; i < text->tokens->len; i++)
    side->loss[i + 1] = side->loss[i] + (double)losses[tl_align_token(text, i)];
  side->runs = g_malloc(sizeof *side->runs * (n + 1));
  for (guint i = 0; i < n; i++) {
    double sum = 0;
    for (guint k = 0; k < TL_BEAD_SIDE_MAX && i + k < n; k++) {
      sum += (double)tl_align_sentence(text, i + k)->length;
      side->runs[i][k] = tl_align_length_run(length, sum, k + 1);
    }
  }
}

static void side_clear(Side *side) {
  g_free(side->loss);
  g_free(side->runs);
}

TlAlignModel *tl_align_model_new(const TlAlignText *source, const TlAlignText *target, const TlAlignPlaces *places,
                                 const TlAlignLexicon *lexicon, const TlAlignLength *length, const TlAlignEdges *edges,
                                 const TlAlignBorders *borders, const TlAlignBand *band) {
  TlAlignModel *model = g_new0(TlAlignModel, 1);
  g_autofree float *source_losses = losses_of(source, lexicon->source_cover, lexicon->source_chance),
                   *target_losses = losses_of(target, lexicon->target_cover, lexicon->target_chance);
  side_init(&model->source, source, source_losses, length);
  side_init(&model->target, target, target_losses, length);
  model->length = length;
  model->edges = edges;
  model->borders = borders;
  model->links = tl_align_links_new(source, target, places, lexicon, source_losses, target_losses, band);
  return model;
}

void tl_align_model_free(TlAlignModel *model) {
  if (!model)
    return;
  side_clear(&model->source);
  side_clear(&model->target);
  tl_align_links_free(model->links);
  g_free(model);
}

static guint count_parts(const TlAlignText *text, guint first, guint n) {
  guint sum = 0;
  for (guint i = first; i < first + n; i++)
    sum += tl_align_sentence(text, i)->parts;
  return sum;
}

/* By how many sentences the sides differ more than the shape says: segments may hold several. */
static double parts_apart(const TlAlignModel *model, guint source, guint target, const TlAlignShape *shape) {
  int parts = (int)count_parts(model->source.text, source, shape->source) -
              (int)count_parts(model->target.text, target, shape->target);
  return MIN(abs(parts), 4) - abs((int)shape->source - (int)shape->target);
}

double tl_align_model_score(TlAlignModel *model, guint source, guint target, const TlAlignShape *shape, double least) {
  if (shape->source == 0 || shape->target == 0)
    return shape->prior;
  const TlAlignSentence *s = tl_align_sentence(model->source.text, source), *s_last = s + shape->source - 1,
                        *t = tl_align_sentence(model->target.text, target), *t_last = t + shape->target - 1;
  double loss = model->source.loss[s_last->end] - model->source.loss[s->first] + model->target.loss[t_last->end] -
                model->target.loss[t->first];
  double edges = model->edges->begins[s->begins][t->begins] + model->edges->ends[s_last->ends][t_last->ends] +
                 QUOTING_WEIGHT * model->edges->quoting[s_last->quoting > 0][t_last->quoting > 0];
  double length = tl_align_length_score(model->length, &model->source.runs[source][shape->source - 1],
                                        &model->target.runs[target][shape->target - 1]);
  double borders = tl_align_borders_score(model->borders, s, shape->source, t, shape->target);
  double score = shape->prior + length + LOSSES_WEIGHT * loss + EDGES_WEIGHT * edges + borders -
                 PARTS_WEIGHT * parts_apart(model, source, target, shape);
  double words = tl_align_links_sum(model->links, source, target, shape);
  if (shape->source * shape->target > 1 && score + PAIRS_WEIGHT * words >= least)
    words = tl_align_links_match(model->links, source, target, shape);
  score += PAIRS_WEIGHT * words;
  return score < least ? -INFINITY : score;
}
