/* Links are sought once a round, for each pair of sentences that the band has; each bead that holds the pair takes
 * them from there, the best first. */
#include "bitext/align/links.h"

#include <math.h>
#include <string.h>

#define VALUE_MIN 0.05f
#define SENTENCES_MORE 3
#define TOKENS_MAX 4096u /* of one side of a bead; words that follow find no partner */
#define DILUTION 0.15    /* what a pair of words loses in a bead of many sentences, by the log of their product */

/* A word of the one sentence that may stand for a word of the other. */
typedef struct Link {
  guint16 source, target; /* tokens, from their sentences' first */
  float value;
} Link;

typedef struct FoundLink {
  guint32 column; /* sentence of the target, from the row's first */
  Link link;
} FoundLink;

struct TlAlignLinks {
  const TlAlignText *source, *target;
  guint32 *row_low;   /* first target sentence that source sentence i is compared with */
  guint64 *row_cells; /* its first cell; a cell is a pair of sentences */
  GArray *cells;      /* guint32: the first link of each */
  GArray *sums;       /* float: what the words of the two sentences say */
  GArray *links;      /* Link, of a cell the best first */
  guint64 used_source[TOKENS_MAX / 64], used_target[TOKENS_MAX / 64]; /* a bit a token */
};

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

/* What is needed to find links. */
typedef struct Finding {
  TlAlignLinks *links;
  const TlAlignPlaces *places;
  const TlAlignLexicon *lexicon;
  const float *source_loss, *target_loss; /* of each type */
  float *values;                          /* of each pair of the lexicon */
  GArray *found;                          /* FoundLink, of one source sentence */
} Finding;

static void link_token(const Finding *f, guint sentence, guint token, guint32 low, guint32 high) {
  const TlAlignLinks *links = f->links;
  guint32 type = tl_align_token(links->source, token), x = token - tl_align_sentence(links->source, sentence)->first;
  for (guint32 p = f->lexicon->starts[type]; p < f->lexicon->starts[type + 1] && x < TOKENS_MAX; p++) {
    guint32 other = g_array_index(f->lexicon->pairs, TlAlignPair, p).target, end = f->places->starts[other + 1];
    float value = f->values[p] - f->source_loss[type] - f->target_loss[other];
    if (value <= VALUE_MIN)
      continue;
    for (guint32 at = tl_align_places_from(f->places, other, low); at < end; at++) {
      guint32 place = f->places->tokens[at], there = f->places->sentence[place];
      if (there >= high)
        break;
      FoundLink link = {
          there - low,
          {(guint16)x, (guint16)MIN(place - tl_align_sentence(links->target, there)->first, TOKENS_MAX), value}};
      if (link.link.target < TOKENS_MAX)
        g_array_append_val(f->found, link);
    }
  }
}

static gboolean precedes(const Link *a, const Link *b) {
  if (a->value != b->value)
    return a->value > b->value;
  return a->source != b->source ? a->source < b->source : a->target < b->target;
}

/* Puts a link among the sorted ones from `first` to `at`. */
static void insert(Link *first, Link *at, Link link) {
  for (; at > first && precedes(&link, at - 1); at--)
    *at = *(at - 1);
  *at = link;
}

/* Cells of source sentence i, in the order of the target. */
static void link_row(const Finding *f, guint i, guint32 low, guint32 high) {
  TlAlignLinks *links = f->links;
  const TlAlignSentence *s = tl_align_sentence(links->source, i);
  guint first = links->cells->len, start = links->links->len;
  links->row_low[i] = low;
  links->row_cells[i] = first;
  if (low >= high)
    return;
  g_array_set_size(f->found, 0);
  for (guint token = s->first; token < s->end; token++)
    link_token(f, i, token, low, high);
  g_array_set_size(links->cells, first + (high - low)); /* counts, then ends, of the cells before */
  guint32 *cells = &g_array_index(links->cells, guint32, first);
  memset(cells, 0, (high - low) * sizeof *cells);
  for (guint k = 0; k < f->found->len; k++)
    if (g_array_index(f->found, FoundLink, k).column + 1 < high - low)
      cells[g_array_index(f->found, FoundLink, k).column + 1]++;
  cells[0] = start;
  for (guint32 j = 1; j < high - low; j++)
    cells[j] += cells[j - 1];
  g_array_set_size(links->links, start + f->found->len);
  g_autofree guint32 *ends = g_memdup2(cells, (high - low) * sizeof *cells);
  Link *all = (Link *)(void *)links->links->data;
  for (guint k = 0; k < f->found->len; k++) {
    const FoundLink *found = &g_array_index(f->found, FoundLink, k);
    insert(all + cells[found->column], all + ends[found->column]++, found->link);
  }
}

static guint32 cell(const TlAlignLinks *links, guint i, guint j) {
  return (guint32)(links->row_cells[i] + j - links->row_low[i]);
}

/* As many as the sentences have tokens: most beads are short. */
static void clear_bits(guint64 *bits, const TlAlignText *text, guint first, guint n) {
  guint tokens = tl_align_sentence(text, first + n - 1)->end - tl_align_sentence(text, first)->first;
  memset(bits, 0, (MIN(tokens, TOKENS_MAX - 1) / 64 + 1) * sizeof *bits);
}

/* Takes two tokens for each other, unless one of them is taken. */
static gboolean use(TlAlignLinks *links, guint x, guint y) {
  guint64 bit_x = G_GUINT64_CONSTANT(1) << x % 64, bit_y = G_GUINT64_CONSTANT(1) << y % 64;
  if (x >= TOKENS_MAX || y >= TOKENS_MAX || links->used_source[x / 64] & bit_x || links->used_target[y / 64] & bit_y)
    return FALSE;
  links->used_source[x / 64] |= bit_x;
  links->used_target[y / 64] |= bit_y;
  return TRUE;
}

/* What the words of two sentences say, as tl_align_links_match has it. */
static float match_two(TlAlignLinks *links, guint i, guint j, guint32 at, guint32 end) {
  float sum = 0;
  clear_bits(links->used_source, links->source, i, 1);
  clear_bits(links->used_target, links->target, j, 1);
  for (; at < end; at++) {
    const Link *link = &g_array_index(links->links, Link, at);
    if (use(links, link->source, link->target))
      sum += link->value;
  }
  return sum;
}

static void sum_cells(TlAlignLinks *links, guint n) {
  g_array_set_size(links->sums, links->cells->len);
  for (guint i = 0; i < n; i++) {
    guint64 end = i + 1 < n ? links->row_cells[i + 1] : links->cells->len - 1;
    for (guint64 at = links->row_cells[i]; at < end; at++) {
      const guint32 *starts = &g_array_index(links->cells, guint32, at);
      guint j = links->row_low[i] + (guint)(at - links->row_cells[i]);
      g_array_index(links->sums, float, at) = starts[0] < starts[1] ? match_two(links, i, j, starts[0], starts[1]) : 0;
    }
  }
}

TlAlignLinks *tl_align_links_new(const TlAlignText *source, const TlAlignText *target, const TlAlignPlaces *places,
                                 const TlAlignLexicon *lexicon, const float *source_loss, const float *target_loss,
                                 const TlAlignBand *band) {
  TlAlignLinks *links = g_new0(TlAlignLinks, 1);
  links->source = source;
  links->target = target;
  links->row_low = g_new0(guint32, band->n + 1);
  links->row_cells = g_new0(guint64, band->n + 1);
  links->cells = g_array_new(FALSE, FALSE, sizeof(guint32));
  links->sums = g_array_new(FALSE, FALSE, sizeof(float));
  links->links = g_array_new(FALSE, FALSE, sizeof(Link));
  g_autoptr(GArray) found = g_array_new(FALSE, FALSE, sizeof(FoundLink));
  g_autofree float *values = g_new(float, lexicon->pairs->len + 1);
  for (guint i = 0; i < lexicon->pairs->len; i++)
    values[i] = (float)tl_align_pair_value(source, target, &g_array_index(lexicon->pairs, TlAlignPair, i));
  Finding finding = {links, places, lexicon, source_loss, target_loss, values, found};
  for (guint i = 0; i < band->n; i++)
    link_row(&finding, i, band->low[i < TL_BEAD_SIDE_MAX ? 0 : i - TL_BEAD_SIDE_MAX + 1],
             band->high[MIN(band->n, i + TL_BEAD_SIDE_MAX)]);
  g_array_append_val(links->cells, links->links->len);
  sum_cells(links, band->n);
  return links;
}

void tl_align_links_free(TlAlignLinks *links) {
  if (!links)
    return;
  g_free(links->row_low);
  g_free(links->row_cells);
  g_array_unref(links->cells);
  g_array_unref(links->sums);
  g_array_unref(links->links);
  g_free(links);
}

/* The links of one pair of sentences of the bead, as far as they are used up. */
typedef struct Queue {
  const Link *at, *end;
  guint source_offset, target_offset;
} Queue;

/* Queues are kept in the order of their first links, the best at the end. */
static void put(Queue *queues, guint n, Queue queue) {
  for (; n > 0 && queues[n - 1].at->value > queue.at->value; n--)
    queues[n] = queues[n - 1];
  queues[n] = queue;
}

static guint collect(const TlAlignLinks *links, guint source, guint target, const TlAlignShape *shape, Queue *queues) {
  guint n = 0, first_source = tl_align_sentence(links->source, source)->first,
        first_target = tl_align_sentence(links->target, target)->first;
  const Link *all = (const Link *)(const void *)links->links->data;
  for (guint i = source; i < source + shape->source; i++)
    for (guint j = target; j < target + shape->target; j++) {
      const guint32 *starts = &g_array_index(links->cells, guint32, cell(links, i, j));
      if (starts[0] < starts[1])
        put(queues, n++,
            (Queue){all + starts[0], all + starts[1], tl_align_sentence(links->source, i)->first - first_source,
                    tl_align_sentence(links->target, j)->first - first_target});
    }
  return n;
}

double tl_align_links_match(TlAlignLinks *links, guint source, guint target, const TlAlignShape *shape) {
  Queue queues[TL_BEAD_SIDE_MAX * TL_BEAD_SIDE_MAX];
  guint n = collect(links, source, target, shape, queues);
  double dilution = log((double)(shape->source * shape->target)) * DILUTION, sum = 0;
  clear_bits(links->used_source, links->source, source, shape->source);
  clear_bits(links->used_target, links->target, target, shape->target);
  while (n > 0 && (double)queues[n - 1].at->value > dilution) {
    Queue best = queues[--n];
    if (use(links, best.source_offset + best.at->source, best.target_offset + best.at->target))
      sum += (double)best.at->value - dilution;
    if (++best.at < best.end)
      put(queues, n++, best);
  }
  return sum;
}

double tl_align_links_sum(const TlAlignLinks *links, guint source, guint target, const TlAlignShape *shape) {
  double sum = 0;
  for (guint i = source; i < source + shape->source; i++) {
    const float *sums = &g_array_index(links->sums, float, cell(links, i, target));
    for (guint j = 0; j < shape->target; j++)
      sum += (double)sums[j];
  }
  return sum;
}
