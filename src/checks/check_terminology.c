/* Each term of the source has an equivalent in the target. Terms of one place count as one: any equivalent of any of
 * them will do. */
#include <string.h>

#include "checks/check.h"
#include "checks/currencies.h"
#include "checks/designations.h"
#include "checks/proper.h"
#include "checks/rivals.h"

/* The term hits of one place, and all other places of the unit where the same concepts stand. */
typedef struct Group {
  const TlumachHit *hits;
  guint n;
  guint places;
} Group;

static gboolean same_span(TlumachSpan a, TlumachSpan b) {
  return a.start == b.start && a.end == b.end;
}

static GArray *group(const TlCheckUnit *unit) {
  GArray *groups = g_array_new(FALSE, FALSE, sizeof(Group));
  for (guint i = 0, n; i < unit->n_hits; i += n) {
    for (n = 1; i + n < unit->n_hits && same_span(unit->hits[i].span, unit->hits[i + n].span);)
      n++;
    Group *known = NULL;
    for (guint k = 0; k < groups->len && !known; k++) {
      Group *other = &g_array_index(groups, Group, k);
      known = other->hits->term->concept == unit->hits[i].term->concept ? other : NULL;
    }
    if (known)
      known->places++;
    else
      g_array_append_val(groups, ((Group){&unit->hits[i], n, 1}));
  }
  return groups;
}

/* Places in the target of any good equivalent of the group. */
static guint count(TlChecker *checker, const Group *group, const TlEnglishText *text, gboolean *wanted) {
  guint most = 0;
  *wanted = FALSE;
  for (guint i = 0; i < group->n; i++) {
    const TlDesignationSet *set = tl_designations_of(checker->designations, group->hits[i].term->concept);
    *wanted = *wanted || set->n_good > 0;
    for (guint k = 0; k < set->n_good; k++) {
      guint at = 0, n = 0;
      TlumachSpan span;
      while (tl_designation_next(&set->items[k], text, &at, &span))
        n++;
      most += n;
    }
  }
  return most;
}

/* "€5" for "5 євро". */
static gboolean by_sign(const TlCheckUnit *unit, const TlDesignation *designation) {
  const char *sign = tl_currency_sign(designation->term->text);
  TlumachSpan target = unit->span[TLUMACH_TARGET];
  return sign && memmem(unit->text[TLUMACH_TARGET] + target.start, target.end - target.start, sign, strlen(sign));
}

static gboolean loosely(TlChecker *checker, const TlCheckUnit *unit, const Group *group, const TlEnglishText *text) {
  for (guint i = 0; i < group->n; i++) {
    const TlDesignationSet *set = tl_designations_of(checker->designations, group->hits[i].term->concept);
    for (guint k = 0; k < set->n_good; k++)
      if (tl_designation_loosely(&set->items[k], text) || by_sign(unit, &set->items[k]))
        return TRUE;
  }
  return FALSE;
}

/* What is known of a concept by the end: how often the target has it, and the places where it has not. */
typedef struct Concept {
  guint rendered;
  GArray *missing; /* Missing */
} Concept;

typedef struct Missing {
  guint pair;
  TlumachSpan place;
  const char **expected;      /* NULL-terminated */
  const TlDesignation *rival; /* what stands in its place; NULL: nothing that is known */
  TlumachSpan rival_place;
} Missing;

static void concept_free(gpointer data) {
  Concept *concept = data;
  for (guint i = 0; i < concept->missing->len; i++)
    g_free(g_array_index(concept->missing, Missing, i).expected);
  g_array_unref(concept->missing);
  g_free(concept);
}

typedef struct Terminology {
  GHashTable *concepts; /* concept -> Concept */
  TlRivals *rivals;
} Terminology;

static gpointer begin(TlChecker *checker) {
  (void)checker;
  Terminology *all = g_new(Terminology, 1);
  all->concepts = g_hash_table_new_full(NULL, NULL, NULL, concept_free);
  all->rivals = tl_rivals_new();
  return all;
}

static Concept *concept_of(GHashTable *concepts, const TlumachTerm *term) {
  Concept *concept = g_hash_table_lookup(concepts, term->concept);
  if (!concept) {
    concept = g_new0(Concept, 1);
    concept->missing = g_array_new(FALSE, FALSE, sizeof(Missing));
    g_hash_table_insert(concepts, (gpointer)term->concept, concept);
  }
  return concept;
}

static const char **expected(TlChecker *checker, const Group *group) {
  GPtrArray *list = g_ptr_array_new();
  for (guint i = 0; i < group->n; i++) {
    const TlDesignationSet *set = tl_designations_of(checker->designations, group->hits[i].term->concept);
    for (guint k = 0; k < set->n_good; k++)
      if (!g_ptr_array_find_with_equal_func(list, set->items[k].term->text, g_str_equal, NULL))
        g_ptr_array_add(list, (gpointer)set->items[k].term->text);
  }
  g_ptr_array_add(list, NULL);
  return (const char **)g_ptr_array_free(list, FALSE);
}

/* What nobody has agreed on may be called something else here. */
static gboolean is_otherwise(TlChecker *checker, const TlCheckUnit *unit, const Group *group) {
  const TlumachConcept *concept = group->hits->term->concept;
  return !checker->house.strict && !tl_is_agreed(&checker->house, concept) &&
         (tl_is_quoted_name(unit, group->hits->span) ||
          tl_is_by_pronoun(unit, tl_designations_of(checker->designations, concept)));
}

static void note_missing(TlChecker *checker, const TlCheckUnit *unit, const Group *group, Concept *concept,
                         TlRivals *rivals) {
  Missing missing = {.pair = unit->number, .place = group->hits->span, .expected = expected(checker, group)};
  missing.rival = tl_rival_of(rivals, checker, unit, group->hits, &missing.rival_place);
  g_array_append_val(concept->missing, missing);
}

static void pair(TlChecker *checker, const TlCheckUnit *unit, gpointer state) {
  Terminology *all = state;
  if (unit->n_words == 0)
    return;
  const TlEnglishText text = {checker->english, unit->words, unit->n_words};
  g_autoptr(GArray) groups = group(unit);
  for (guint i = 0; i < groups->len; i++) {
    const Group *one = &g_array_index(groups, Group, i);
    gboolean wanted;
    guint n = count(checker, one, &text, &wanted);
    Concept *concept = concept_of(all->concepts, one->hits->term);
    concept->rendered += MIN(n, one->places);
    if (n == 0 && wanted && !loosely(checker, unit, one, &text) && !is_otherwise(checker, unit, one))
      note_missing(checker, unit, one, concept, all->rivals);
  }
}

/* The term bases that come with the program are nobody's agreement. A term of theirs is asked for where the translation
 * itself has settled on an equivalent: it stands there most of the time. */
static gboolean is_due(const TlChecker *checker, const TlumachConcept *key, const Concept *concept) {
  return checker->house.strict || tl_is_agreed(&checker->house, key) ||
         (concept->rendered >= 4 && concept->missing->len * 8 <= concept->rendered);
}

static void tell(TlChecker *checker, const Missing *one) {
  const char *text = tlumach_document_text(checker->house.bitext->document[TLUMACH_SOURCE], NULL) + one->place.start;
  int length = (int)(one->place.end - one->place.start);
  if (one->rival)
    tl_found_later(checker, one->pair, one->place, one->rival_place, one->expected,
                   "no equivalent of “%.*s”, but “%s”, which is something else", length, text, one->rival->term->text);
  else
    tl_found_later(checker, one->pair, one->place, TL_NOWHERE, one->expected, "no equivalent of “%.*s”", length, text);
}

static void end(TlChecker *checker, gpointer state) {
  Terminology *all = state;
  GHashTableIter iter;
  gpointer key, value;
  g_hash_table_iter_init(&iter, all->concepts);
  while (g_hash_table_iter_next(&iter, &key, &value)) {
    const Concept *concept = value;
    gboolean due = is_due(checker, key, concept);
    for (guint i = 0; i < concept->missing->len; i++) {
      const Missing *one = &g_array_index(concept->missing, Missing, i);
      if (due || one->rival)
        tell(checker, one);
    }
  }
  g_hash_table_unref(all->concepts);
  tl_rivals_free(all->rivals);
  g_free(all);
}

const TlCheck tl_check_terminology = {.info = {"terminology", TLUMACH_WARNING, TRUE,
                                               "A term of the source has none of its equivalents in the target.",
                                               "Засідання ради безпеки.\tA meeting of the safety board."},
                                      .begin = begin,
                                      .pair = pair,
                                      .end = end};
