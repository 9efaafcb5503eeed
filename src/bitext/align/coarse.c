#include "bitext/align/coarse.h"

#include <math.h>
#include <string.h>

#define LENGTHS 64u    /* classes of lengths */
#define WORDS_MAX 8.0f /* what the words of a pair of sentences may be worth */
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
  TlAlignBand whole; /* what is looked at */
  float *values;     /* of each pair of the lexicon */
  guint8 *steps;     /* two bits a place */
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

static void put_step(const Coarse *c, guint i, guint j, Step step) {
  gsize place = tl_align_band_place(&c->whole, i, j);
  c->steps[place / 4] = (guint8)(c->steps[place / 4] | step << place % 4 * 2);
}

static Step get_step(const Coarse *c, guint i, guint j) {
  gsize place = tl_align_band_place(&c->whole, i, j);
  return (Step)(c->steps[place / 4] >> place % 4 * 2 & 3);
}

/* What target sentences low … high - 1 have of the words of source sentence i. Words that are everywhere tell nothing
 * and are left out. */
static void weigh_words(const Coarse *c, guint i, guint low, guint high, float *words) {
  const TlAlignSentence *s = tl_align_sentence(c->source, i);
  guint most = 20 + c->target->sentences->len / 50;
  memset(words + low, 0, sizeof(float) * (high - low));
  for (guint token = s->first; token < s->end; token++) {
    guint32 type = tl_align_token(c->source, token);
    for (guint32 p = c->lexicon->starts[type]; p < c->lexicon->starts[type + 1]; p++) {
      guint32 other = g_array_index(c->lexicon->pairs, TlAlignPair, p).target, end = c->places->starts[other + 1];
      if (c->values[p] <= 0 || (end - c->places->starts[other] > most && c->source->sentences->len > 200))
        continue;
      for (guint32 at = tl_align_places_from(c->places, other, low); at < end; at++) {
        guint32 j = c->places->sentence[c->places->tokens[at]];
        if (j >= high)
          break;
        words[j] = MIN(words[j] + c->values[p], WORDS_MAX);
      }
    }
  }
}

/* Row i + 1 of the matrix from row i; both begin at target place 0. */
static void fill_row(const Coarse *c, guint i, const float *words, const float *above, float *row) {
  guint low = c->whole.low[i + 1], high = c->whole.high[i + 1], above_low = c->whole.low[i],
        above_high = c->whole.high[i];
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
    put_step(c, i + 1, j, step);
  }
}

static void fill_matrix(const Coarse *c) {
  guint n = c->source->sentences->len, m = c->target->sentences->len;
  g_autofree float *words = g_new(float, m + 1), *above = g_new(float, m + 1), *row = g_new(float, m + 1);
  for (guint j = 0; j <= c->whole.high[0]; j++) {
    above[j] = SKIP * (float)j;
    put_step(c, 0, j, STEP_TARGET);
  }
  for (guint i = 0; i < n; i++) {
    weigh_words(c, i, c->whole.low[i], c->whole.high[i + 1], words);
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
    Step step = i == 0 ? STEP_TARGET : get_step(c, i, j);
    if (step != STEP_TARGET)
      i--, band->high[i] = j - (step == STEP_BOTH);
    if (step != STEP_SOURCE)
      j--;
    band->low[i] = j;
  }
}

static void weigh_lengths(Coarse *c, const TlAlignLength *length) {
  TlAlignRun classes[LENGTHS];
  for (guint a = 0; a < LENGTHS; a++)
    classes[a] = tl_align_length_run(length, exp((a + 0.5) / 9), 1);
  for (guint a = 0; a < LENGTHS; a++)
    for (guint b = 0; b < LENGTHS; b++)
      c->lengths[a][b] = (float)tl_align_length_score(length, &classes[a], &classes[b]);
}

void tl_align_coarse(const TlAlignText *source, const TlAlignText *target, const TlAlignPlaces *places,
                     const TlAlignLexicon *lexicon, const TlAlignLength *length, TlAlignBand *band) {
  g_autofree Coarse *c = g_new0(Coarse, 1);
  *c = (Coarse){.source = source, .target = target, .places = places, .lexicon = lexicon, .whole = *band};
  if (band->rows[band->n + 1] <= SMALL)
    return;
  tl_align_band_init(band, c->whole.n, c->whole.m);
  weigh_lengths(c, length);
  c->values = g_new(float, lexicon->pairs->len + 1);
  for (guint i = 0; i < lexicon->pairs->len; i++)
    c->values[i] =
        WORDS_WEIGHT * (float)tl_align_pair_value(source, target, &g_array_index(lexicon->pairs, TlAlignPair, i));
  c->source_class = length_classes(source);
  c->target_class = length_classes(target);
  c->steps = g_malloc0(c->whole.rows[c->whole.n + 1] / 4 + 1);
  fill_matrix(c);
  trace(c, band);
  tl_align_band_widen(band, WIDTH_MIN);
  tl_align_band_number(band);
  tl_align_band_clear(&c->whole);
  g_free(c->values);
  g_free(c->source_class);
  g_free(c->target_class);
  g_free(c->steps);
}
