#include "bitext/align/lexicon.h"

#include <math.h>
#include <string.h>

#include "bitext/align/sound.h"

#define LIKENESS_MIN 0.66
#define SOUND_MIN 4u /* letters of a word that is compared by sound */

static gint by_words(gconstpointer a, gconstpointer b) {
  const TlAlignPair *x = a, *y = b;
  if (x->source != y->source)
    return x->source < y->source ? -1 : 1;
  if (x->target != y->target)
    return x->target < y->target ? -1 : 1;
  return x->strength > y->strength ? -1 : x->strength < y->strength;
}

/* Each pair once, the strongest. */
static void merge(GArray *pairs) {
  guint kept = 0;
  g_array_sort(pairs, by_words);
  for (guint i = 0; i < pairs->len; i++) {
    TlAlignPair pair = g_array_index(pairs, TlAlignPair, i);
    TlAlignPair *last = kept ? &g_array_index(pairs, TlAlignPair, kept - 1) : NULL;
    if (!last || last->source != pair.source || last->target != pair.target)
      g_array_index(pairs, TlAlignPair, kept++) = pair;
  }
  g_array_set_size(pairs, kept);
}

/* A word is translated at most as often as its partners occur. */
static void add_cover(float *cover, const TlAlignType *type, const TlAlignType *partner, float strength) {
  float often = MIN(1.0f, sqrtf((float)partner->count / (float)type->count));
  *cover = 1 - (1 - *cover) * (1 - strength * often);
}

static void add_chance(float *chance, const TlAlignType *partner, guint sentences, float strength) {
  *chance = 1 - (1 - *chance) * (1 - (float)partner->sentences / (float)(sentences + 1) * MIN(1.0f, strength));
}

TlAlignLexicon *tl_align_lexicon_new(const TlAlignText *source, const TlAlignText *target, GArray *pairs) {
  TlAlignLexicon *lexicon = g_new0(TlAlignLexicon, 1);
  merge(pairs);
  lexicon->pairs = pairs;
  lexicon->starts = g_new0(guint32, source->types->len + 2);
  lexicon->source_cover = g_new0(float, source->types->len + 1);
  lexicon->target_cover = g_new0(float, target->types->len + 1);
  lexicon->source_chance = g_new0(float, source->types->len + 1);
  lexicon->target_chance = g_new0(float, target->types->len + 1);
  for (guint i = 0; i < pairs->len; i++) {
    const TlAlignPair *pair = &g_array_index(pairs, TlAlignPair, i);
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
    if (pair.target == TL_ALIGN_NONE || tl_align_type(target, pair.target)->kind == TL_ALIGN_TERM)
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

/* A word to be compared. */
typedef struct Word {
  TlAlignHeard heard;
  guint32 type;
  gboolean name;
} Word;

static gint by_length(gconstpointer a, gconstpointer b) {
  const Word *x = a, *y = b;
  return (x->heard.length > y->heard.length) - (x->heard.length < y->heard.length);
}

/* Words of a text by the class of their first sound, the shortest first. */
static void sort_by_class(const TlAlignText *text, GArray *classes[TL_ALIGN_SOUND_CLASSES]) {
  for (guint i = 0; i < TL_ALIGN_SOUND_CLASSES; i++)
    classes[i] = g_array_new(FALSE, FALSE, sizeof(Word));
  for (guint32 i = 0; i < text->types->len; i++) {
    const TlAlignType *type = tl_align_type(text, i);
    if (type->kind > TL_ALIGN_NAME || !type->sound || strlen(type->sound) < SOUND_MIN)
      continue;
    Word word = {tl_align_heard(type->sound), i, type->kind == TL_ALIGN_NAME};
    g_array_append_val(classes[tl_align_sound_class(type->sound)], word);
  }
  for (guint i = 0; i < TL_ALIGN_SOUND_CLASSES; i++)
    g_array_sort(classes[i], by_length);
}

static void compare(const Word *a, const Word *b, GArray *pairs) {
  if (tl_align_far(&a->heard, &b->heard, LIKENESS_MIN))
    return;
  double likeness = tl_align_likeness(a->heard.sound, b->heard.sound, LIKENESS_MIN);
  if (likeness <= 0)
    return;
  guint shorter = MIN(a->heard.length, b->heard.length);
  double sure = a->name && b->name ? 1 : shorter <= 4 ? 0.6 : shorter <= 5 ? 0.8 : 1;
  TlAlignPair pair = {a->type, b->type, (float)(sure * (0.25 + 0.6 * (likeness - LIKENESS_MIN) / (1 - LIKENESS_MIN)))};
  g_array_append_val(pairs, pair);
}

/* Words of very different lengths are never alike (tl_align_likeness). */
static void compare_class(const GArray *left, const GArray *right, GArray *pairs) {
  guint first = 0;
  for (guint i = 0; i < left->len; i++) {
    const Word *word = &g_array_index(left, Word, i);
    double length = word->heard.length, ratio = LIKENESS_MIN * TL_ALIGN_LENGTHS_APART;
    while (first < right->len && g_array_index(right, Word, first).heard.length < length * ratio)
      first++;
    for (guint j = first; j < right->len; j++) {
      const Word *other = &g_array_index(right, Word, j);
      if (length < other->heard.length * ratio)
        break;
      compare(word, other, pairs);
    }
  }
}

void tl_align_pairs_alike(const TlAlignText *source, const TlAlignText *target, GArray *pairs) {
  GArray *left[TL_ALIGN_SOUND_CLASSES], *right[TL_ALIGN_SOUND_CLASSES];
  pair_equal(source, target, pairs);
  sort_by_class(source, left);
  sort_by_class(target, right);
  for (guint c = 0; c < TL_ALIGN_SOUND_CLASSES; c++) {
    compare_class(left[c], right[c], pairs);
    g_array_unref(left[c]);
    g_array_unref(right[c]);
  }
}
