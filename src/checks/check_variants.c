/* A term of the source stands for more places than its equivalents have in the target; or one document uses two
 * equivalents of a concept. Both may well be meant: pronouns and synonyms are style. */
#include "checks/check.h"
#include "checks/designations.h"

static gpointer begin(TlChecker *checker) {
  (void)checker;
  return g_hash_table_new(NULL, NULL); /* concept -> const TlumachTerm * that it was called first */
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

/* Is one the other in another spelling, shorter or longer: Security Council, UN Security Council? */
static gboolean alike(const TlDesignationSet *set, const TlumachTerm *first, const TlDesignation *other) {
  for (guint i = 0; i < set->n; i++)
    if (set->items[i].term == first)
      return within(&set->items[i], other) || within(other, &set->items[i]);
  return FALSE;
}

static void compare(TlChecker *checker, const TlCheckUnit *unit, const TlumachHit *hit, guint wanted,
                    GHashTable *called) {
  const TlEnglishText text = {checker->english, unit->words, unit->n_words};
  const TlDesignationSet *set = tl_designations_of(checker->designations, hit->term->concept);
  guint found = 0;
  for (guint d = 0; d < set->n_good; d++) {
    TlumachSpan place;
    guint n = count(&set->items[d], &text, &place);
    found += n;
    const TlumachTerm *first = g_hash_table_lookup(called, hit->term->concept);
    if (n && !first)
      g_hash_table_insert(called, (gpointer)hit->term->concept, (gpointer)set->items[d].term);
    else if (n && !alike(set, first, &set->items[d]))
      tl_found(checker, unit, hit->span, place, (const char *const[]){first->text, NULL},
               "“%s” was called otherwise before", set->items[d].term->text);
  }
  if (found && found < wanted)
    tl_found(checker, unit, hit->span, TL_NOWHERE, NULL, "the source has the term “%s” %u times, the target %u times",
             hit->term->text, wanted, found);
}

static void pair(TlChecker *checker, const TlCheckUnit *unit, gpointer state) {
  for (guint i = 0; i < unit->n_hits; i++) {
    guint wanted = places(unit, i);
    if (wanted)
      compare(checker, unit, &unit->hits[i], wanted, state);
  }
}

static void end(TlChecker *checker, gpointer state) {
  (void)checker;
  g_hash_table_unref(state);
}

const TlCheck tl_check_variants = {.info = {"variants", TLUMACH_NOTE, FALSE,
                                            "A term is rendered in two ways, or less often than the source has it.",
                                            "Рада безпеки і ще раз рада безпеки.\tThe Security Council, again."},
                                   .begin = begin,
                                   .pair = pair,
                                   .end = end};
