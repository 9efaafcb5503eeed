#include "bitext/align/lexicon.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "bitext/align/sounds.h"

#define LIKENESS_MIN 0.66
#define SOUND_MIN 4u /* letters of a word that is compared by sound */

static gint by_target(gconstpointer a, gconstpointer b) {
  const TlAlignPair *x = a, *y = b;
  if (x->target != y->target)
    return x->target < y->target ? -1 : 1;
  return x->strength > y->strength ? -1 : x->strength < y->strength;
}

/* By source, then target; each pair once, the strongest. */
static GArray *sort_pairs(const GArray *pairs, guint n_source) {
  g_autofree guint32 *ends = g_new0(guint32, n_source + 1);
  GArray *sorted = g_array_sized_new(FALSE, FALSE, sizeof(TlAlignPair), pairs->len);
  TlAlignPair *out = (TlAlignPair *)(void *)g_array_set_size(sorted, pairs->len)->data;
  for (guint i = 0; i < pairs->len; i++)
    ends[g_array_index(pairs, TlAlignPair, i).source + 1]++;
  for (guint s = 1; s <= n_source; s++)
    ends[s] += ends[s - 1];
  for (guint i = 0; i < pairs->len; i++) {
    const TlAlignPair *pair = &g_array_index(pairs, TlAlignPair, i);
    out[ends[pair->source]++] = *pair;
  }
  guint kept = 0;
  for (guint s = 0, from = 0; s < n_source; from = ends[s++]) {
    if (ends[s] > from) /* `out` is NULL of no pairs at all */
      qsort(out + from, ends[s] - from, sizeof *out, by_target);
    for (guint i = from; i < ends[s]; i++)
      if (i == from || out[kept - 1].target != out[i].target)
        out[kept++] = out[i];
  }
  return g_array_set_size(sorted, kept);
}

/* A word is translated at most as often as its partners occur. */
static void add_cover(float *cover, const TlAlignType *type, const TlAlignType *partner, float strength) {
  float often = MIN(1.0f, sqrtf((float)partner->count / (float)type->count));
  *cover = 1 - (1 - *cover) * (1 - strength * often);
}

static void add_chance(float *chance, const TlAlignType *partner, guint sentences, float strength) {
  *chance = 1 - (1 - *chance) * (1 - (float)partner->sentences / (float)(sentences + 1) * MIN(1.0f, strength));
}

TlAlignLexicon *tl_align_lexicon_new(const TlAlignText *source, const TlAlignText *target, const GArray *pairs) {
  TlAlignLexicon *lexicon = g_new0(TlAlignLexicon, 1);
  lexicon->pairs = sort_pairs(pairs, source->types->len);
  lexicon->starts = g_new0(guint32, source->types->len + 2);
  lexicon->source_cover = g_new0(float, source->types->len + 1);
  lexicon->target_cover = g_new0(float, target->types->len + 1);
  lexicon->source_chance = g_new0(float, source->types->len + 1);
  lexicon->target_chance = g_new0(float, target->types->len + 1);
  for (guint i = 0; i < lexicon->pairs->len; i++) {
    const TlAlignPair *pair = &g_array_index(lexicon->pairs, TlAlignPair, i);
    const TlAlignType *s = tl_align_type(source, pair->source), *t = tl_align_type(target, pair->target);
    lexicon->starts[pair->source + 1]++;
    add_chance(&lexicon->source_chance[pair->source], t, target->sentences->len, pair->strength);
    add_chance(&lexicon->target_chance[pair->target], s, source->sentences->len, pair->strength);
    add_cover(&lexicon->source_cover[pair->source], s, t, pair->strength);
    add_cover(&lexicon->target_cover[pair->target], t, s, pair->strength);
  }
  for (guint i = 1; i <= source->types->len; i++)
    lexicon->starts[i] += lexicon->starts[i - 1];
  return lexicon;
}

void tl_align_lexicon_free(TlAlignLexicon *lexicon) {
  if (!lexicon)
    return;
  g_array_unref(lexicon->pairs);
  g_free(lexicon->starts);
  g_free(lexicon->source_cover);
  g_free(lexicon->target_cover);
  g_free(lexicon->source_chance);
  g_free(lexicon->target_chance);
  g_free(lexicon);
}

/* How sure one may be that a mark has its like in the translation. */
static float mark_strength(const char *mark) {
  static const struct {
    const char *mark;
    float strength;
  } marks[] = {{"?", 0.85f}, {"!", 0.5f}, {"\"", 0.6f}, {"(", 0.7f}, {"%", 0.7f}, {"$", 0.7f},
               {"€", 0.7f},  {"£", 0.7f}, {":", 0.4f},  {"…", 0.4f}, {";", 0.25f}};
  for (guint i = 0; i < G_N_ELEMENTS(marks); i++)
    if (strcmp(marks[i].mark, mark) == 0)
      return marks[i].strength;
  return 0.2f;
}

/* The same string on both sides. */
static void pair_equal(const TlAlignText *source, const TlAlignText *target, GArray *pairs) {
  for (guint i = 0; i < source->types->len; i++) {
    const TlAlignType *type = tl_align_type(source, i);
    TlAlignPair pair = {i, tl_align_text_type(target, type->text), 0};
    if (pair.target == TL_ALIGN_NONE)
      continue;
    size_t length = strlen(type->text);
    pair.strength = type->kind == TL_ALIGN_NUMBER ? (length > 1 ? 0.9f : 0.75f)
                    : type->kind == TL_ALIGN_MARK ? mark_strength(type->text)
                    : type->kind == TL_ALIGN_NAME ? 0.9f
                    : length > 3                  ? 0.8f
                                                  : 0.2f;
    g_array_append_val(pairs, pair);
  }
}

typedef struct Comparing {
  const TlAlignText *source, *target;
  GArray *pairs;
} Comparing;

static void add_alike(guint32 source, guint32 target, double likeness, gpointer data) {
  const Comparing *c = data;
  const TlAlignType *a = tl_align_type(c->source, source), *b = tl_align_type(c->target, target);
  size_t shorter = MIN(strlen(a->sound), strlen(b->sound));
  double sure = a->kind == TL_ALIGN_NAME && b->kind == TL_ALIGN_NAME ? 1 : shorter <= 4 ? 0.6 : shorter <= 5 ? 0.8 : 1;
  TlAlignPair pair = {source, target, (float)(sure * (0.25 + 0.6 * (likeness - LIKENESS_MIN) / (1 - LIKENESS_MIN)))};
  g_array_append_val(c->pairs, pair);
}

static TlAlignSounds *sounds_of(const TlAlignText *text) {
  TlAlignSounds *sounds = tl_align_sounds_new();
  for (guint32 i = 0; i < text->types->len; i++) {
    const TlAlignType *type = tl_align_type(text, i);
    if (type->kind <= TL_ALIGN_NAME && type->sound && strlen(type->sound) >= SOUND_MIN)
      tl_align_sounds_add(sounds, type->sound, i);
  }
  return sounds;
}

void tl_align_pairs_alike(const TlAlignText *source, const TlAlignText *target, GArray *pairs) {
  g_autoptr(TlAlignSounds) left = sounds_of(source), right = sounds_of(target);
  Comparing comparing = {source, target, pairs};
  pair_equal(source, target, pairs);
  tl_align_sounds_compare(left, right, LIKENESS_MIN, add_alike, &comparing);
}
