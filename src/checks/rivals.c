#include "checks/rivals.h"

#include <string.h>

#include "checks/proper.h"
#include "text/fold.h"

#define SHARED_WORDS 2u /* of names that are taken for each other: International Criminal Court, … Court of Justice */
#define ALIKE 4         /* letters that two words of the source begin with, if they may be of one family */

struct TlRivals {
  GHashTable *by_key; /* first key -> GPtrArray of const TlDesignation *; NULL: nobody has asked yet */
};

TlRivals *tl_rivals_new(void) {
  return g_new0(TlRivals, 1);
}

void tl_rivals_free(TlRivals *rivals) {
  if (rivals->by_key)
    g_hash_table_unref(rivals->by_key);
  g_free(rivals);
}

/* All its words have capitals. */
static gboolean is_name(const TlDesignation *one) {
  for (guint i = 0; i < one->n_words; i++)
    if (!(one->words[i].flags & TL_ENGLISH_CAPITAL))
      return FALSE;
  return one->n_words > 0;
}

static void index_concept(TlRivals *rivals, const TlDesignationSet *set) {
  for (guint i = 0; i < set->n_good; i++) {
    gpointer key = GUINT_TO_POINTER(set->items[i].words[0].key + 1);
    if (!is_name(&set->items[i]))
      continue;
    GPtrArray *list = g_hash_table_lookup(rivals->by_key, key);
    if (!list) {
      list = g_ptr_array_new();
      g_hash_table_insert(rivals->by_key, key, list);
    }
    g_ptr_array_add(list, (gpointer)&set->items[i]);
  }
}

static void index_names(TlRivals *rivals, TlChecker *checker) {
  g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
  const TlTermIndex *index = checker->house.index;
  rivals->by_key = g_hash_table_new_full(NULL, NULL, NULL, (GDestroyNotify)g_ptr_array_unref);
  for (guint i = 0; i < tl_term_index_size(index); i++) {
    const TlumachConcept *concept = tl_term_index_designation(index, tl_term_index_term(index, i))->concept;
    if (g_hash_table_add(seen, (gpointer) concept))
      index_concept(rivals, tl_designations_of(checker->designations, concept));
  }
}

/* -- concepts that may be taken for each other -------------------------------------------------------------------- */

static guint shared(const TlDesignation *a, const TlDesignation *b) {
  guint n = 0;
  for (guint i = 0; i < a->n_words; i++)
    for (guint k = 0; k < b->n_words; k++)
      n += a->words[i].key == b->words[k].key;
  return n;
}

/* Of one field: two states, two persons; a state and its capital are not. Or of names with the same words. */
static gboolean is_like(const TlDesignationSet *wanted, const TlDesignation *rival) {
  const TlumachConcept *one = wanted->items[0].term->concept, *other = rival->term->concept;
  if (one == other)
    return FALSE;
  gboolean same = one->subject && g_strcmp0(one->subject, other->subject) == 0;
  for (guint i = 0; i < wanted->n_good && !same; i++)
    same = shared(&wanted->items[i], rival) >= SHARED_WORDS;
  return same;
}

/* -- the source --------------------------------------------------------------------------------------------------- */

/* Do two words begin alike: "південнокорейський" and "Південна"? */
static gboolean begins_alike(const char *a, const char *b) {
  int common = 0;
  while (*a && g_utf8_get_char(a) == g_utf8_get_char(b)) {
    a = g_utf8_next_char(a);
    b = g_utf8_next_char(b);
    common++;
  }
  return common >= ALIKE || (common >= 2 && (!*a || !*b));
}

static gboolean word_is_there(const TlCheckUnit *unit, TlumachSpan but, const char *word) {
  char own[TL_WORD_MAX], lower[TL_WORD_MAX];
  if (!tl_lower_word(word, strlen(word), own) || g_utf8_strlen(own, -1) < 2)
    return FALSE;
  for (guint i = 0; i < unit->n_tokens[TLUMACH_SOURCE]; i++) {
    TlumachSpan span = unit->tokens[TLUMACH_SOURCE][i].span;
    if ((span.start < but.start || span.end > but.end) &&
        tl_lower_word(unit->text[TLUMACH_SOURCE] + span.start, span.end - span.start, lower) &&
        begins_alike(own, lower))
      return TRUE;
  }
  return FALSE;
}

/* Is it in the source, by a term or by any word that looks like one of its own there? */
static gboolean in_source(const TlChecker *checker, const TlCheckUnit *unit, const TlumachHit *hit,
                          const TlumachConcept *concept) {
  for (guint i = 0; i < unit->n_hits; i++)
    if (unit->hits[i].term->concept == concept)
      return TRUE;
  for (guint i = 0; i < concept->n_terms; i++) {
    if (g_ascii_strncasecmp(concept->terms[i].language, checker->house.source, 2) != 0)
      continue;
    g_auto(GStrv) words = g_strsplit_set(concept->terms[i].text, " -", -1);
    for (char **word = words; *word; word++)
      if (word_is_there(unit, hit->span, *word))
        return TRUE;
  }
  return FALSE;
}

/* -- the target --------------------------------------------------------------------------------------------------- */

/* Is the place part of what stands for a term of the source? */
static gboolean is_taken(TlChecker *checker, const TlCheckUnit *unit, TlumachSpan place) {
  const TlEnglishText text = {checker->english, unit->words, unit->n_words};
  for (guint i = 0; i < unit->n_hits; i++) {
    const TlDesignationSet *set = tl_designations_of(checker->designations, unit->hits[i].term->concept);
    for (guint k = 0; k < set->n; k++) {
      TlumachSpan span;
      for (guint at = 0; tl_designation_next(&set->items[k], &text, &at, &span);)
        if (span.start < place.end && place.start < span.end)
          return TRUE;
    }
  }
  return FALSE;
}

/* Part of a longer name: the Washington Post, the Paris Agreement. A person has titles before the name. */
static gboolean is_longer(const TlCheckUnit *unit, guint first, TlumachSpan place, gboolean person) {
  guint end = first;
  while (end < unit->n_words && unit->words[end].span.start < place.end)
    end++;
  gboolean before = first > 0 && (unit->words[first].flags & TL_ENGLISH_JOINED) &&
                    (unit->words[first - 1].flags & TL_ENGLISH_CAPITAL) &&
                    !(unit->words[first - 1].flags & (TL_ENGLISH_FUNCTION | TL_ENGLISH_STARTS));
  gboolean behind = end < unit->n_words && (unit->words[end].flags & TL_ENGLISH_JOINED) &&
                    (unit->words[end].flags & TL_ENGLISH_CAPITAL);
  return behind || (before && !person);
}

static gboolean is_rival(TlChecker *checker, const TlCheckUnit *unit, const TlumachHit *hit, const TlDesignation *rival,
                         guint first, TlumachSpan *place) {
  const TlEnglishText text = {checker->english, unit->words, unit->n_words};
  const TlumachConcept *concept = rival->term->concept;
  return (unit->words[first].flags & TL_ENGLISH_CAPITAL) && tl_designation_stands(rival, &text, first, place) &&
         is_like(tl_designations_of(checker->designations, hit->term->concept), rival) &&
         !is_longer(unit, first, *place, tl_is_person(tl_designations_of(checker->designations, concept))) &&
         !is_taken(checker, unit, *place) && !in_source(checker, unit, hit, concept);
}

const TlDesignation *tl_rival_of(TlRivals *rivals, TlChecker *checker, const TlCheckUnit *unit, const TlumachHit *hit,
                                 TlumachSpan *place) {
  const TlDesignationSet *set = tl_designations_of(checker->designations, hit->term->concept);
  if (set->n_good == 0 || !is_name(&set->items[0]) || (unit->pair->flags & TLUMACH_PAIR_UNSURE))
    return NULL;
  if (!rivals->by_key)
    index_names(rivals, checker);
  for (guint i = 0; i < unit->n_words; i++) {
    const GPtrArray *list = g_hash_table_lookup(rivals->by_key, GUINT_TO_POINTER(unit->words[i].key + 1));
    for (guint k = 0; list && k < list->len; k++)
      if (is_rival(checker, unit, hit, list->pdata[k], i, place))
        return list->pdata[k];
  }
  return NULL;
}
