/* A term of the source stands for more places than its equivalents have in the target; or one document uses two
 * equivalents of a concept. Both may well be meant, pronouns and synonyms are style, so only terms are looked at that
 * the house has agreed on. */
#include <string.h>

#include "checks/check.h"
#include "checks/designations.h"

#define SURELY 3u /* places from which on fewer on the other side are told of */

typedef struct Called {
  GHashTable *first; /* concept -> const TlumachTerm * that it was called first */
  GHashTable *told;  /* terms that were said to be another way */
} Called;

static gpointer begin(TlChecker *checker) {
  (void)checker;
  Called *called = g_new(Called, 1);
  *called = (Called){g_hash_table_new(NULL, NULL), g_hash_table_new(NULL, NULL)};
  return called;
}

/* Places of the concept in the source from hit `i` on; 0 when an earlier hit has counted it. */
static guint places(const TlCheckUnit *unit, guint i) {
  guint n = 0;
  for (guint k = 0; k < unit->n_hits; k++)
    if (unit->hits[k].term->concept == unit->hits[i].term->concept) {
      if (k < i)
        return 0;
      n++;
    }
  return n;
}

/* Places of a designation; `*place` the last one. */
static guint count(const TlDesignation *designation, const TlEnglishText *text, TlumachSpan *place) {
  guint n = 0;
  for (guint at = 0; tl_designation_next(designation, text, &at, place);)
    n++;
  return n;
}

static gboolean within(const TlDesignation *part, const TlDesignation *whole) {
  for (guint i = 0; i < part->n_words; i++) {
    gboolean found = FALSE;
    for (guint k = 0; k < whole->n_words && !found; k++)
      found = part->words[i].key == whole->words[k].key;
    if (!found)
      return FALSE;
  }
  return TRUE;
}

/* U.S., NATO, or two letters and a point: a short form stands for the full one, and that is no second way. */
static gboolean is_short(const TlDesignation *designation) {
  for (guint i = 0; i < designation->n_words; i++)
    if (designation->words[i].flags & TL_ENGLISH_ACRONYM)
      return TRUE;
  const char *point = strchr(designation->term->text, '.');
  return point && point - designation->term->text <= 2;
}

/* Is one the other in another spelling, shorter or longer: Security Council, UN Security Council? */
static gboolean alike(const TlDesignationSet *set, const TlumachTerm *first, const TlDesignation *other) {
  for (guint i = 0; i < set->n; i++)
    if (set->items[i].term == first)
      return within(&set->items[i], other) || within(other, &set->items[i]) || is_short(&set->items[i]);
  return FALSE;
}

/* Twice and once may be a pronoun; three times and twice is hardly. */
static gboolean is_fewer(const TlChecker *checker, guint wanted, guint found) {
  return found && found < wanted && (wanted >= SURELY || checker->house.strict);
}

static void compare(TlChecker *checker, const TlCheckUnit *unit, const TlumachHit *hit, guint wanted, Called *called) {
  const TlEnglishText text = {checker->english, unit->words, unit->n_words};
  const TlDesignationSet *set = tl_designations_of(checker->designations, hit->term->concept);
  guint found = 0;
  for (guint d = 0; d < set->n_good; d++) {
    TlumachSpan place;
    guint n = count(&set->items[d], &text, &place);
    found += n;
    const TlumachTerm *first = g_hash_table_lookup(called->first, hit->term->concept);
    if (n && !first)
      g_hash_table_insert(called->first, (gpointer)hit->term->concept, (gpointer)set->items[d].term);
    else if (n && !is_short(&set->items[d]) && !alike(set, first, &set->items[d]) &&
             g_hash_table_add(called->told, (gpointer)set->items[d].term))
      tl_found(checker, unit, hit->span, place, (const char *const[]){first->text, NULL},
               "“%s” was called otherwise before", set->items[d].term->text);
  }
  if (is_fewer(checker, wanted, found))
    tl_found(checker, unit, hit->span, TL_NOWHERE, NULL, "the source has the term “%s” %u times, the target %u times",
             hit->term->text, wanted, found);
}

static void pair(TlChecker *checker, const TlCheckUnit *unit, gpointer state) {
  for (guint i = 0; i < unit->n_hits; i++) {
    const TlumachConcept *concept = unit->hits[i].term->concept;
    guint wanted = tl_is_agreed(&checker->house, concept) || checker->house.strict ? places(unit, i) : 0;
    if (wanted)
      compare(checker, unit, &unit->hits[i], wanted, state);
  }
}

static void end(TlChecker *checker, gpointer state) {
  Called *called = state;
  (void)checker;
  g_hash_table_unref(called->first);
  g_hash_table_unref(called->told);
  g_free(called);
}

const TlCheck tl_check_variants = {.info = {"variants", TLUMACH_NOTE, TRUE,
                                            "A term is rendered in two ways, or less often than the source has it.",
                                            "Рада безпеки, рада безпеки і рада безпеки.\tThe Security Council, again."},
                                   .begin = begin,
                                   .pair = pair,
                                   .end = end};
