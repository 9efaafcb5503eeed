#include "bitext/align/coarse.h"

#include <math.h>
#include <string.h>

#define LENGTHS 64u     /* classes of lengths */
#define CELLS_MAX 400e6 /* beyond, only a strip along the diagonal is looked at */
#define WORDS_MAX 8.0f  /* what the words of a pair of sentences may be worth */
#define WORDS_WEIGHT 0.5f
#define SKIP (-2.5f)  /* a sentence without a partner */
#define WIDTH_MIN 12u /* of the band, on each side of the way */
#define SMALL 40000u  /* cells of a matrix that is its own band */

typedef struct Coarse {
  const TlAlignText *source, *target;
  const TlAlignPlaces *places;
  const TlAlignLexicon *lexicon;
  float lengths[LENGTHS][LENGTHS];
  guint8 *source_class, *target_class;
  guint width;   /* of the strip, on each side of the diagonal */
  guint stride;  /* bytes of a row of steps */
  guint8 *steps; /* two bits a cell */
} Coarse;

typedef enum Step { STEP_BOTH, STEP_SOURCE, STEP_TARGET } Step;

static guint length_class(float length) {
  return (guint)CLAMP(log((double)length) * 9, 0, LENGTHS - 1);
}

static guint8 *length_classes(const TlAlignText *text) {
  guint8 *classes = g_new0(guint8, text->sentences->len + 1);
  for (guint i = 0; i < text->sentences->len; i++)
    classes[i] = (guint8)length_class(tl_align_sentence(text, i)->length);
  return classes;
}

/* First target place of a row of the strip. */
static guint strip_low(const Coarse *c, guint i) {
  guint64 middle = (guint64)i * c->target->sentences->len / MAX(c->source->sentences->len, 1);
  return middle > c->width ? (guint)(middle - c->width) : 0;
}

static guint strip_high(const Coarse *c, guint i) {
  guint64 middle = (guint64)i * c->target->sentences->len / MAX(c->source->sentences->len, 1);
  return (guint)MIN(middle + c->width, c->target->sentences->len);
}

static void put_step(Coarse *c, guint i, guint at, Step step) {
  guint8 *byte = &c->steps[(gsize)i * c->stride + at / 4];
  *byte = (guint8)(*byte | step << at % 4 * 2);
}

static Step get_step(const Coarse *c, guint i, guint at) {
  return (Step)(c->steps[(gsize)i * c->stride + at / 4] >> at % 4 * 2 & 3);
}

/* What each target sentence has of the words of source sentence i. Words that are everywhere tell nothing and are left
 * out. */
static void weigh_words(const Coarse *c, guint i, float *words) {
  const TlAlignSentence *s = tl_align_sentence(c->source, i);
  guint most = 20 + c->target->sentences->len / 50;
  memset(words, 0, sizeof(float) * c->target->sentences->len);
  for (guint token = s->first; token < s->end; token++) {
    guint32 type = tl_align_token(c->source, token);
    for (guint32 p = c->lexicon->starts[type]; p < c->lexicon->starts[type + 1]; p++) {
      const TlAlignPair *pair = &g_array_index(c->lexicon->pairs, TlAlignPair, p);
      float value = WORDS_WEIGHT * (float)tl_align_pair_value(c->source, c->target, pair);
      guint32 from = c->places->starts[pair->target], to = c->places->starts[pair->target + 1];
      if (value <= 0 || (to - from > most && c->source->sentences->len > 200))
        continue;
      for (guint32 at = from; at < to; at++) {
        float *sum = &words[c->places->sentence[c->places->tokens[at]]];
        *sum = MIN(*sum + value, WORDS_MAX);
      }
    }
  }
}

/* Row i + 1 of the matrix from row i; both begin at target place 0. */
static void fill_row(Coarse *c, guint i, const float *words, const float *above, float *row) {
  guint low = strip_low(c, i + 1), high = strip_high(c, i + 1), above_low = strip_low(c, i),
        above_high = strip_high(c, i);
  const float *lengths = c->lengths[c->source_class[i]];
  for (guint j = low; j <= high; j++) {
    float best = -G_MAXFLOAT;
    Step step = STEP_TARGET;
    if (j >= above_low && j <= above_high)
      best = above[j] + SKIP, step = STEP_SOURCE;
    if (j > low && row[j - 1] + SKIP > best)
      best = row[j - 1] + SKIP, step = STEP_TARGET;
    if (j > above_low && j - 1 <= above_high) {
      float both = above[j - 1] + lengths[c->target_class[j - 1]] + words[j - 1];
      if (both > best)
        best = both, step = STEP_BOTH;
    }
    row[j] = best;
    put_step(c, i + 1, j - low, step);
  }
}

static void fill_matrix(Coarse *c) {
  guint n = c->source->sentences->len, m = c->target->sentences->len;
  g_autofree float *words = g_new(float, m + 1), *above = g_new(float, m + 1), *row = g_new(float, m + 1);
  for (guint j = 0; j <= strip_high(c, 0); j++) {
    above[j] = SKIP * (float)j;
    put_step(c, 0, j, STEP_TARGET);
  }
  for (guint i = 0; i < n; i++) {
    weigh_words(c, i, words);
    fill_row(c, i, words, above, row);
    float *swap = above;
    above = row;
    row = swap;
  }
}

/* The place of the way in each row, as a range. */
static void trace(const Coarse *c, TlAlignBand *band) {
  guint i = c->source->sentences->len, j = c->target->sentences->len;
  band->low[i] = band->high[i] = j;
  while (i > 0 || j > 0) {
    Step step = i == 0 ? STEP_TARGET : get_step(c, i, j - strip_low(c, i));
    if (step != STEP_TARGET)
      i--, band->high[i] = j - (step == STEP_BOTH);
    if (step != STEP_SOURCE)
      j--;
    band->low[i] = j;
  }
}

static guint back(guint at, guint by) {
  return at > by ? at - by : 0;
}

/* The rows around are in the band, too; and so many places beside them. */
static void widen(TlAlignBand *band, guint by) {
  g_autofree guint32 *low = g_memdup2(band->low, sizeof(guint32) * (band->n + 1));
  g_autofree guint32 *high = g_memdup2(band->high, sizeof(guint32) * (band->n + 1));
  for (guint i = 0; i <= band->n; i++) {
    band->low[i] = back(low[back(i, by / 2)], by);
    band->high[i] = MIN(high[MIN(i + by / 2, band->n)] + by, band->m);
  }
}

void tl_align_coarse(const TlAlignText *source, const TlAlignText *target, const TlAlignPlaces *places,
                     const TlAlignLexicon *lexicon, const TlAlignLength *length, TlAlignBand *band) {
  guint n = source->sentences->len, m = target->sentences->len;
  tl_align_band_init(band, n, m);
  if ((guint64)n * m <= SMALL) {
    for (guint i = 0; i <= n; i++)
      band->high[i] = m;
    tl_align_band_number(band);
    return;
  }
  Coarse *c = g_new0(Coarse, 1);
  *c = (Coarse){.source = source, .target = target, .places = places, .lexicon = lexicon};
  TlAlignRun classes[LENGTHS];
  for (guint a = 0; a < LENGTHS; a++)
    classes[a] = tl_align_length_run(length, exp((a + 0.5) / 9), 1);
  for (guint a = 0; a < LENGTHS; a++)
    for (guint b = 0; b < LENGTHS; b++)
      c->lengths[a][b] = (float)tl_align_length_score(length, &classes[a], &classes[b]);
  c->source_class = length_classes(source);
  c->target_class = length_classes(target);
  c->width = (guint)CLAMP(CELLS_MAX / (2.0 * n), 100 + m / (n + 1.0), m);
  c->stride = MIN(2 * c->width, m) / 4 + 1;
  c->steps = g_malloc0((gsize)(n + 1) * c->stride);
  fill_matrix(c);
  trace(c, band);
  widen(band, WIDTH_MIN);
  tl_align_band_number(band);
  g_free(c->source_class);
  g_free(c->target_class);
  g_free(c->steps);
  g_free(c);
}
