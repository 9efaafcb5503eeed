#include "bitext/align/model.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* A word that should have a partner and has none speaks against a bead, but translators are free. */
#define LOSS_WEIGHT 1.2
#define COVER_MAX 0.9
#define SENTENCES_MORE 3
#define VALUE_MIN 0.05f
#define DILUTION 0.15 /* what a pair of words loses in a bead of many sentences, by the log of their product */
/* Words of a sentence do not come independently of each other: what they say together is less than the sum. */
#define WORDS_WEIGHT 0.6
#define EDGES_WEIGHT 0.8
#define QUOTING_WEIGHT 1.0
#define PARTS_WEIGHT 1.5 /* of a sentence more on one side */
#define BEAD_TOKENS_MAX 4096u

/* A word of the one sentence that may stand for a word of the other. */
typedef struct Link {
  guint16 source, target; /* tokens, from their sentences' first */
  float value;
} Link;

typedef struct FoundLink {
  guint32 sentence; /* of the target */
  Link link;
} FoundLink;

struct TlAlignModel {
  const TlAlignText *source, *target;
  const TlAlignLength *length;
  const TlAlignEdges *edges;
  double *source_loss, *target_loss; /* sums over the tokens before */
  guint32 *row_low;                  /* first target sentence that source sentence i is compared with */
  guint64 *row_cells;                /* its first cell; a cell is a pair of sentences */
  GArray *cells;                     /* guint32: the first link of each */
  GArray *links;                     /* Link, of a cell the best first */
  guint8 used_source[BEAD_TOKENS_MAX / 8], used_target[BEAD_TOKENS_MAX / 8]; /* a bit a token */
};

void tl_align_band_clear(TlAlignBand *band) {
  g_clear_pointer(&band->low, g_free);
  g_clear_pointer(&band->high, g_free);
}

/* How often a sentence has the type by chance: as in the text, and as if so many sentences more were without it, since
 * a short text says little. No rarer than one in sixty: a bead's rivals are its neighbours. */
static double chance(const TlAlignText *text, guint32 type) {
  return ((double)tl_align_type(text, type)->sentences + 0.5) / ((double)text->sentences->len + SENTENCES_MORE) +
         1.0 / 60;
}

double tl_align_pair_value(const TlAlignText *source, const TlAlignText *target, const TlAlignPair *pair) {
  return log((double)pair->strength) -
         (log(MIN(chance(source, pair->source), 1)) + log(MIN(chance(target, pair->target), 1))) / 2;
}

/* A word without a partner: as much less probable in a bead than by chance. */
static double *sum_losses(const TlAlignText *text, const float *cover, const float *chance_of_one) {
  double *sums = g_new0(double, text->tokens->len + 1);
  for (guint i = 0; i < text->tokens->len; i++) {
    guint32 type = tl_align_token(text, i);
    double loss = log(1 - MIN((double)cover[type], COVER_MAX)) - log(1 - MIN((double)chance_of_one[type], COVER_MAX));
    sums[i + 1] = sums[i] + LOSS_WEIGHT * MIN(loss, 0);
  }
  return sums;
}

static double loss_of(const double *sums, guint token) {
  return sums[token + 1] - sums[token];
}

/* The first place in the sorted array whose sentence is `sentence` or later. */
static guint32 first_place(const TlAlignPlaces *places, guint32 from, guint32 to, guint32 sentence) {
  while (from < to) {
    guint32 middle = from + (to - from) / 2;
    if (places->sentence[places->tokens[middle]] < sentence)
      from = middle + 1;
    else
      to = middle;
  }
  return from;
}

static gint by_cell(gconstpointer a, gconstpointer b) {
  const FoundLink *x = a, *y = b;
  if (x->sentence != y->sentence)
    return x->sentence < y->sentence ? -1 : 1;
  if (x->link.value != y->link.value)
    return x->link.value > y->link.value ? -1 : 1;
  return (x->link.source > y->link.source) - (x->link.source < y->link.source);
}

static void link_token(TlAlignModel *model, const TlAlignPlaces *places, const TlAlignLexicon *lexicon, guint sentence,
                       guint token, guint32 low, guint32 high, GArray *found) {
  guint32 type = tl_align_token(model->source, token);
  for (guint32 p = lexicon->starts[type]; p < lexicon->starts[type + 1]; p++) {
    const TlAlignPair *pair = &g_array_index(lexicon->pairs, TlAlignPair, p);
    double value = tl_align_pair_value(model->source, model->target, pair) - loss_of(model->source_loss, token);
    guint32 end = places->starts[pair->target + 1];
    for (guint32 at = first_place(places, places->starts[pair->target], end, low); at < end; at++) {
      guint32 place = places->tokens[at], there = places->sentence[place];
      if (there >= high)
        break;
      guint32 x = token - tl_align_sentence(model->source, sentence)->first,
              y = place - tl_align_sentence(model->target, there)->first;
      FoundLink link = {there, {(guint16)x, (guint16)y, (float)(value - loss_of(model->target_loss, place))}};
      if (x < BEAD_TOKENS_MAX && y < BEAD_TOKENS_MAX && link.link.value > VALUE_MIN)
        g_array_append_val(found, link);
    }
  }
}

static void link_row(TlAlignModel *model, const TlAlignPlaces *places, const TlAlignLexicon *lexicon, guint sentence,
                     guint32 low, guint32 high, GArray *found) {
  const TlAlignSentence *s = tl_align_sentence(model->source, sentence);
  g_array_set_size(found, 0);
  for (guint token = s->first; token < s->end; token++)
    link_token(model, places, lexicon, sentence, token, low, high, found);
  g_array_sort(found, by_cell);
  model->row_low[sentence] = low;
  model->row_cells[sentence] = model->cells->len;
  guint at = 0;
  for (guint32 j = low; j < high; j++) {
    g_array_append_val(model->cells, model->links->len);
    for (; at < found->len && g_array_index(found, FoundLink, at).sentence == j; at++)
      g_array_append_val(model->links, g_array_index(found, FoundLink, at).link);
  }
}

TlAlignModel *tl_align_model_new(const TlAlignText *source, const TlAlignText *target, const TlAlignPlaces *places,
                                 const TlAlignLexicon *lexicon, const TlAlignLength *length, const TlAlignEdges *edges,
                                 const TlAlignBand *band) {
  TlAlignModel *model = g_new0(TlAlignModel, 1);
  model->source = source;
  model->target = target;
  model->length = length;
  model->edges = edges;
  model->source_loss = sum_losses(source, lexicon->source_cover, lexicon->source_chance);
  model->target_loss = sum_losses(target, lexicon->target_cover, lexicon->target_chance);
  model->row_low = g_new0(guint32, band->n + 1);
  model->row_cells = g_new0(guint64, band->n + 1);
  model->cells = g_array_new(FALSE, FALSE, sizeof(guint32));
  model->links = g_array_new(FALSE, FALSE, sizeof(Link));
  g_autoptr(GArray) found = g_array_new(FALSE, FALSE, sizeof(FoundLink));
  for (guint i = 0; i < band->n; i++) {
    guint32 low = band->low[i < TL_BEAD_SIDE_MAX ? 0 : i - TL_BEAD_SIDE_MAX + 1];
    guint32 high = band->high[MIN(band->n, i + TL_BEAD_SIDE_MAX)];
    link_row(model, places, lexicon, i, low, high, found);
  }
  g_array_append_val(model->cells, model->links->len);
  return model;
}

void tl_align_model_free(TlAlignModel *model) {
  if (!model)
    return;
  g_free(model->source_loss);
  g_free(model->target_loss);
  g_free(model->row_low);
  g_free(model->row_cells);
  g_array_unref(model->cells);
  g_array_unref(model->links);
  g_free(model);
}

/* The links of one pair of sentences of the bead, as far as they are used up. */
typedef struct Queue {
  guint32 at, end;
  guint source_offset, target_offset;
} Queue;

static guint collect(const TlAlignModel *model, guint source, guint target, const TlAlignShape *shape, Queue *queues) {
  guint n = 0;
  guint first_source = tl_align_sentence(model->source, source)->first,
        first_target = tl_align_sentence(model->target, target)->first;
  for (guint i = source; i < source + shape->source; i++)
    for (guint j = target; j < target + shape->target; j++) {
      guint64 cell = model->row_cells[i] + j - model->row_low[i];
      Queue queue = {g_array_index(model->cells, guint32, cell), g_array_index(model->cells, guint32, cell + 1),
                     tl_align_sentence(model->source, i)->first - first_source,
                     tl_align_sentence(model->target, j)->first - first_target};
      if (queue.at < queue.end)
        queues[n++] = queue;
    }
  return n;
}

/* As many as the sentences have tokens: most beads are short. */
static void clear_bits(guint8 *bits, const TlAlignText *text, guint first, guint n) {
  guint tokens = tl_align_sentence(text, first + n - 1)->end - tl_align_sentence(text, first)->first;
  memset(bits, 0, MIN(tokens, BEAD_TOKENS_MAX - 1) / 8 + 1);
}

/* Pairs words one to one, the most telling first. */
static double match_words(TlAlignModel *model, guint source, guint target, const TlAlignShape *shape) {
  Queue queues[TL_BEAD_SIDE_MAX * TL_BEAD_SIDE_MAX];
  guint n = collect(model, source, target, shape, queues);
  double dilution = log((double)(shape->source * shape->target)) * DILUTION, sum = 0;
  if (n == 0)
    return 0;
  clear_bits(model->used_source, model->source, source, shape->source);
  clear_bits(model->used_target, model->target, target, shape->target);
  while (n > 0) {
    guint best = 0;
    for (guint q = 1; q < n; q++)
      if (g_array_index(model->links, Link, queues[q].at).value >
          g_array_index(model->links, Link, queues[best].at).value)
        best = q;
    const Link *link = &g_array_index(model->links, Link, queues[best].at);
    guint x = queues[best].source_offset + link->source, y = queues[best].target_offset + link->target;
    if ((double)link->value <= dilution)
      break;
    if (x < BEAD_TOKENS_MAX && y < BEAD_TOKENS_MAX && !(model->used_source[x / 8] & 1 << x % 8) &&
        !(model->used_target[y / 8] & 1 << y % 8)) {
      model->used_source[x / 8] |= (guint8)(1 << x % 8);
      model->used_target[y / 8] |= (guint8)(1 << y % 8);
      sum += (double)link->value - dilution;
    }
    if (++queues[best].at == queues[best].end)
      queues[best] = queues[--n];
  }
  return sum;
}

static double total(const TlAlignText *text, guint first, guint n) {
  double sum = 0;
  for (guint i = first; i < first + n; i++)
    sum += (double)tl_align_sentence(text, i)->length;
  return sum;
}

static guint count_parts(const TlAlignText *text, guint first, guint n) {
  guint sum = 0;
  for (guint i = first; i < first + n; i++)
    sum += tl_align_sentence(text, i)->parts;
  return sum;
}

/* By how many sentences the sides differ more than the shape says: segments may hold several. */
static double parts_apart(const TlAlignModel *model, guint source, guint target, const TlAlignShape *shape) {
  int parts =
      (int)count_parts(model->source, source, shape->source) - (int)count_parts(model->target, target, shape->target);
  return MIN(abs(parts), 4) - abs((int)shape->source - (int)shape->target);
}

double tl_align_model_score(TlAlignModel *model, guint source, guint target, const TlAlignShape *shape) {
  if (shape->source == 0 || shape->target == 0)
    return shape->prior;
  const TlAlignSentence *s = tl_align_sentence(model->source, source),
                        *s_last = tl_align_sentence(model->source, source + shape->source - 1);
  const TlAlignSentence *t = tl_align_sentence(model->target, target),
                        *t_last = tl_align_sentence(model->target, target + shape->target - 1);
  double loss = model->source_loss[s_last->end] - model->source_loss[s->first] + model->target_loss[t_last->end] -
                model->target_loss[t->first];
  double words = match_words(model, source, target, shape) + loss;
  double length = tl_align_length_score(model->length, total(model->source, source, shape->source),
                                        total(model->target, target, shape->target), shape->target);
  double edges = model->edges->begins[s->begins][t->begins] + model->edges->ends[s_last->ends][t_last->ends] +
                 QUOTING_WEIGHT * model->edges->quoting[s_last->quoting > 0][t_last->quoting > 0];
  return shape->prior + length + WORDS_WEIGHT * words + EDGES_WEIGHT * edges -
         PARTS_WEIGHT * parts_apart(model, source, target, shape);
}
