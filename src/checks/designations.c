#include "checks/designations.h"

#include <string.h>

#include "base/arena.h"
#include "terms/concept.h"
#include "terms/match/behaviour.h"
#include "text/fold.h"

struct TlDesignations {
  TlEnglish *english;
  char *language;
  TlArena *arena;
  GHashTable *sets; /* concept -> TlDesignationSet */
};

TlDesignations *tl_designations_new(TlEnglish *english, const char *language) {
  TlDesignations *d = g_new0(TlDesignations, 1);
  d->english = english;
  d->language = g_strdup(language);
  d->arena = tl_arena_new();
  d->sets = g_hash_table_new(NULL, NULL);
  return d;
}

void tl_designations_free(TlDesignations *d) {
  if (!d)
    return;
  g_hash_table_unref(d->sets);
  tl_arena_free(d->arena);
  g_free(d->language);
  g_free(d);
}

/* The text without what only explains it: "to" of a verb, a remark in brackets. */
static char *core_of(const char *text) {
  GString *core = g_string_new(g_ascii_strncasecmp(text, "to ", 3) == 0 ? text + 3 : text);
  char *open = strchr(core->str, '(');
  char *close = open ? strchr(open, ')') : NULL;
  if (open > core->str && close)
    g_string_erase(core, open - core->str, close + 1 - open);
  return g_string_free(core, FALSE);
}

/* What the term base says of the word goes before what is usual in English. */
static guint said_flags(const TlumachTerm *term, const char *text, TlumachSpan span) {
  char folded[TL_WORD_MAX], form[TL_WORD_MAX];
  size_t n = term->words ? tl_fold_word(text + span.start, span.end - span.start, folded) : 0;
  if (n == 0 || tl_lower_word(folded, n, form) == 0)
    return 0;
  TlBehaviour said = tl_behaviour_said(term->words, form);
  gboolean literal = said.role == TL_ROLE_LITERAL;
  return (said.no_match ? TL_ENGLISH_NO_MATCH : 0) | (said.case_exact || literal ? TL_ENGLISH_EXACT_CASE : 0) |
         (said.role == TL_ROLE_FROZEN || literal ? TL_ENGLISH_EXACT_FORM : 0);
}

/* Of the words behind the first one, those that a mark stands before: "St. Petersburg" has one. */
static guint gaps(const TlEnglishWord *words, guint n) {
  guint found = 0;
  for (guint i = 1; i < n; i++)
    found += !(words[i].flags & TL_ENGLISH_JOINED);
  return found;
}

/* How far the words reach in the whole term, and its gaps. */
static void measure(TlDesignation *designation, const GArray *all) {
  const TlEnglishWord *words = (const TlEnglishWord *)(const void *)all->data;
  guint first = 0, end = all->len;
  while (first < end && words[first].span.start < designation->words[0].span.start)
    first++;
  while (end > first && words[end - 1].span.start > designation->words[designation->n_words - 1].span.start)
    end--;
  designation->extent = end - first;
  designation->gaps = gaps(words + first, end - first);
}

static TlDesignation make(TlDesignations *d, const TlumachTerm *term) {
  g_autoptr(GArray) all = g_array_new(FALSE, FALSE, sizeof(TlEnglishWord));
  g_autoptr(GArray) content = g_array_new(FALSE, FALSE, sizeof(TlEnglishWord));
  g_autofree char *core = core_of(term->text);
  tl_english_words_of(d->english, core, strlen(core), all);
  for (guint i = 0; i < all->len; i++) {
    TlEnglishWord *word = &g_array_index(all, TlEnglishWord, i);
    word->flags |= said_flags(term, core, word->span);
    if (!(word->flags & TL_ENGLISH_FUNCTION))
      g_array_append_val(content, *word);
  }
  const GArray *words = content->len ? content : all;
  g_autoptr(GArray) family = g_array_new(FALSE, FALSE, sizeof(guint32));
  tl_english_family(d->english, g_ascii_strncasecmp(core, "the ", 4) == 0 ? core + 4 : core, family);
  TlDesignation made = {.term = term,
                        .words = tl_arena_memdup(d->arena, words->data, words->len * sizeof(TlEnglishWord)),
                        .n_words = words->len,
                        .family = tl_arena_memdup(d->arena, family->data, family->len * sizeof(guint32)),
                        .n_family = family->len,
                        .bad = term->status == TLUMACH_STATUS_DEPRECATED || term->status == TLUMACH_STATUS_SUPERSEDED};
  if (made.n_words)
    measure(&made, all);
  return made;
}

static gboolean is_looked_for(const TlDesignation *designation) {
  for (guint i = 0; i < designation->n_words; i++)
    if (designation->words[i].flags & TL_ENGLISH_NO_MATCH)
      return FALSE;
  return designation->n_words > 0;
}

static const TlDesignationSet *make_set(TlDesignations *d, const TlumachConcept *concept) {
  g_autoptr(GPtrArray) targets = g_ptr_array_new();
  tl_concept_targets(concept, d->language, targets);
  TlDesignation *items = tl_arena_new0(d->arena, TlDesignation, targets->len + 1);
  TlDesignationSet *set = tl_arena_new0(d->arena, TlDesignationSet, 1);
  for (guint bad = 0; bad < 2; bad++)
    for (guint i = 0; i < targets->len; i++) {
      TlDesignation one = make(d, targets->pdata[i]);
      if (one.bad == (bad == 1) && is_looked_for(&one))
        items[set->n++] = one;
      if (bad == 0)
        set->n_good = set->n;
    }
  set->items = items;
  return set;
}

const TlDesignationSet *tl_designations_of(TlDesignations *d, const TlumachConcept *concept) {
  const TlDesignationSet *set = g_hash_table_lookup(d->sets, concept);
  if (!set) {
    set = make_set(d, concept);
    g_hash_table_insert(d->sets, (gpointer) concept, (gpointer)set);
  }
  return set;
}

/* A short acronym must be one in the text, too: US is not us, WHO not who. Of two words that have one key and one
 * length, neither is another form. */
static gboolean same_word(const TlEnglishWord *of_term, const TlEnglishWord *of_text) {
  size_t length = of_term->span.end - of_term->span.start;
  guint casing = TL_ENGLISH_CAPITAL | TL_ENGLISH_ACRONYM;
  if (of_term->key != of_text->key ||
      ((of_term->flags & TL_ENGLISH_EXACT_CASE) && (of_term->flags & casing) != (of_text->flags & casing)) ||
      ((of_term->flags & TL_ENGLISH_EXACT_FORM) && of_text->span.end - of_text->span.start != length))
    return FALSE;
  gboolean strict = (of_term->flags & TL_ENGLISH_ACRONYM) && length <= 3;
  return !strict || (of_text->flags & TL_ENGLISH_ACRONYM);
}

static gboolean matches_at(const TlDesignation *designation, const TlEnglishText *text, guint first, guint *behind) {
  guint at = first, matched = 0;
  gboolean all_function = designation->words[0].flags & TL_ENGLISH_FUNCTION;
  for (; at < text->n && matched < designation->n_words; at++) {
    const TlEnglishWord *word = &text->words[at];
    if (same_word(&designation->words[matched], word))
      matched++;
    else if (at == first || all_function || !(word->flags & TL_ENGLISH_FUNCTION))
      return FALSE;
  }
  *behind = at;
  return matched == designation->n_words;
}

gboolean tl_designation_next(const TlDesignation *designation, const TlEnglishText *text, guint *at,
                             TlumachSpan *span) {
  for (guint i = *at; i < text->n; i++) {
    guint behind;
    if (!matches_at(designation, text, i, &behind))
      continue;
    *span = (TlumachSpan){text->words[i].span.start, text->words[behind - 1].span.end};
    *at = behind;
    return TRUE;
  }
  return FALSE;
}

gboolean tl_designation_stands(const TlDesignation *designation, const TlEnglishText *text, guint first,
                               TlumachSpan *span) {
  guint behind;
  if (!matches_at(designation, text, first, &behind) || behind - first > designation->extent ||
      gaps(text->words + first, behind - first) > designation->gaps)
    return FALSE;
  *span = (TlumachSpan){text->words[first].span.start, text->words[behind - 1].span.end};
  return TRUE;
}

/* Is word `k` of the term, or one of its family, among the words from `first` on? */
static gboolean near(const TlDesignation *designation, guint k, const TlEnglishText *text, guint first, guint end) {
  const TlEnglishWord *wanted = &designation->words[k];
  for (guint i = first; i < end; i++)
    if (wanted->flags & (TL_ENGLISH_ACRONYM | TL_ENGLISH_EXACT_CASE | TL_ENGLISH_EXACT_FORM)
            ? same_word(wanted, &text->words[i])
            : tl_english_related(text->english, wanted->key, text->words[i].key))
      return TRUE;
  return FALSE;
}

static gboolean has_family(const TlDesignation *designation, const TlEnglishText *text) {
  for (guint i = 0; designation->n_family && i < text->n; i++)
    for (guint k = 0; k < designation->n_family; k++)
      if (designation->family[k] == text->words[i].key)
        return TRUE;
  return FALSE;
}

gboolean tl_designation_loosely(const TlDesignation *designation, const TlEnglishText *text) {
  if (has_family(designation, text))
    return TRUE;
  guint window = 2 * designation->n_words + 4; /* function words count here */
  for (guint i = 0; i < text->n; i++) {
    if (!near(designation, 0, text, i, i + 1))
      continue;
    guint first = i > window ? i - window : 0, end = MIN(i + window + 1, text->n), found = 1;
    while (found < designation->n_words && near(designation, found, text, first, end))
      found++;
    if (found == designation->n_words)
      return TRUE;
  }
  return FALSE;
}

gboolean tl_designations_have(TlDesignations *designations, const TlumachConcept *concept, guint32 key) {
  const TlDesignationSet *set = tl_designations_of(designations, concept);
  for (guint i = 0; i < set->n; i++)
    for (guint w = 0; w < set->items[i].n_words; w++)
      if (set->items[i].words[w].key == key)
        return TRUE;
  return FALSE;
}
