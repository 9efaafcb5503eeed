/* Concordance: where all words of a phrase stand beside each other, in whatever form. */
#include <string.h>

#include "base/error.h"
#include "bitext/memory/keys.h"
#include "bitext/memory/search.h"
#include "lang/analysis.h"
#include "lang/inflect.h"
#include "text/fold.h"

#define PHRASE_MAX 32u /* words */

typedef struct Concordance {
  TlMemorySearch *search;
  TlScorer *scorer;
  TlumachSide side;
  const GArray *phrase; /* TlItem of its words */
  GArray *items;
  guint found, most;
  TlumachConcordanceFunc each;
  gpointer user;
  const TlumachMemory *memory;
} Concordance;

static gboolean meet(const TlItem *a, const TlItem *b) {
  return a->kind == b->kind && (a->word ? tl_items_meet(a, b) : a->form == b->form);
}

/* Does the phrase stand at item `at`? Its places go to `spans`. */
static gboolean stands_at(const Concordance *c, guint at, TlumachSpan *spans) {
  guint n = 0;
  for (guint i = at; i < c->items->len && n < c->phrase->len; i++) {
    const TlItem *item = &g_array_index(c->items, TlItem, i);
    if (item->kind == TL_ITEM_MARK && n > 0)
      continue;
    if (!meet(&g_array_index(c->phrase, TlItem, n), item))
      return FALSE;
    spans[n++] = item->span;
  }
  return n == c->phrase->len;
}

static gboolean on_unit(const TlMemoryUnit *unit, gpointer user, GError **error) {
  Concordance *c = user;
  TlumachSpan spans[PHRASE_MAX];
  const char *text = c->side == TLUMACH_SOURCE ? unit->source : unit->target;
  static const char *const nothing[] = {NULL};
  (void)error;
  tl_scorer_items(c->scorer, text, strlen(text), c->items);
  for (guint at = 0; at < c->items->len; at++)
    if (stands_at(c, at, spans)) {
      const TlumachMemoryMatch match = {.source = unit->source,
                                        .target = unit->target,
                                        .source_markup = unit->source_xml,
                                        .target_markup = unit->target_xml,
                                        .origin = unit->origin_name,
                                        .memory = c->memory->name,
                                        .stale = nothing};
      c->each(&match, spans, c->phrase->len, c->user);
      return ++c->found < c->most;
    }
  return TRUE;
}

static void add_key(GArray *keys, guint first, const char *word) {
  guint32 key = tl_memory_word(word, strlen(word));
  for (guint i = first; i < keys->len; i++)
    if (g_array_index(keys, guint32, i) == key)
      return;
  if (key)
    g_array_append_val(keys, key);
}

static void add_forms(const TlScoringWords *lang, const char *lemma, GArray *keys, guint first) {
  g_autoptr(GPtrArray) forms = g_ptr_array_new_with_free_func(g_free), irregular = g_ptr_array_new();
  add_key(keys, first, lemma);
  tl_inflect(lang->lexicon, lemma, NULL, forms);
  tl_irregular_forms(lang->lists->irregulars, lemma, irregular);
  for (guint j = 0; j < forms->len; j++)
    add_key(keys, first, forms->pdata[j]);
  for (guint j = 0; j < irregular->len; j++)
    add_key(keys, first, irregular->pdata[j]);
}

/* Keys of the word, of its citation forms, and of their forms. Returns how many. */
static guint add_group(const TlScoringWords *lang, const char *word, size_t length, GArray *keys) {
  char folded[TL_WORD_MAX];
  TlAnalysis analysis;
  guint first = keys->len;
  size_t n = tl_fold_word(word, length, folded);
  if (n == 0)
    return 0;
  add_key(keys, first, folded);
  tl_analyse(lang->lexicon, lang->lists, folded, n, &analysis);
  for (guint i = 0; i < analysis.readings.n; i++)
    add_forms(lang, tl_reading_stem(&analysis.readings, i), keys, first);
  return keys->len - first;
}

/* Words and numbers of the phrase; marks do not count. */
static GArray *phrase_items(TlScorer *scorer, const char *phrase) {
  GArray *items = g_array_new(FALSE, FALSE, sizeof(TlItem));
  tl_scorer_items(scorer, phrase, strlen(phrase), items);
  for (guint i = items->len; i-- > 0;)
    if (g_array_index(items, TlItem, i).kind == TL_ITEM_MARK)
      g_array_remove_index(items, i);
  if (items->len > PHRASE_MAX)
    g_array_set_size(items, PHRASE_MAX);
  return items;
}

static gboolean look(Concordance *c, const GArray *keys, const GArray *sizes, GError **error) {
  const TlumachMemory *memory = c->memory;
  if (c->side == TLUMACH_TARGET || sizes->len == 0)
    return memory->engine->each(memory->store, TRUE, on_unit, c, error);
  return tl_memory_index_containing(memory->index, (const guint32 *)(const void *)keys->data,
                                    (const guint *)(const void *)sizes->data, sizes->len, on_unit, c, error);
}

gboolean tl_memory_concordance(TlMemorySearch *search, TlLexicon *target, const char *phrase, TlumachSide side,
                               guint most, TlumachConcordanceFunc found, gpointer user, GError **error) {
  static const TlWordLists none = {.irregulars = NULL};
  TlScorer *own = side == TLUMACH_TARGET ? tl_scorer_new(target, &none) : NULL;
  TlScorer *scorer = own ? own : tl_memory_search_scorer(search);
  const TlScoringWords lang = tl_scorer_words(scorer);
  g_autoptr(GArray) items = phrase_items(scorer, phrase), keys = g_array_new(FALSE, FALSE, sizeof(guint32)),
                    sizes = g_array_new(FALSE, FALSE, sizeof(guint)), unit = g_array_new(FALSE, FALSE, sizeof(TlItem));
  for (guint i = 0; i < items->len && side == TLUMACH_SOURCE; i++) {
    const TlItem *item = &g_array_index(items, TlItem, i);
    guint n = item->kind == TL_ITEM_WORD
                  ? add_group(&lang, phrase + item->span.start, item->span.end - item->span.start, keys)
                  : 0;
    if (n > 0)
      g_array_append_val(sizes, n);
  }
  gboolean good = items->len > 0;
  if (!good)
    tl_error_at(error, TLUMACH_ERROR_USAGE, NULL, 0, 0, "the phrase \"%s\" has no word and no number", phrase);
  for (guint i = 0; good && i < tl_memory_search_n(search); i++) {
    TlumachMemory *memory = tl_memory_search_memory(search, i);
    Concordance c = {search, scorer, side, items, unit, 0, most ? most : G_MAXUINT, found, user, memory};
    good = look(&c, keys, sizes, error);
  }
  tl_scorer_free(own);
  return good;
}
