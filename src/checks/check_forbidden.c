/* An English term that the term base deprecates stands in the target. Where the concept is not in the source, too, the
 * word may mean something else: then only names and terms of several words count. */
#include <string.h>

#include "checks/check.h"
#include "checks/designations.h"

typedef struct Forbidden {
  GHashTable *by_key; /* first key -> GPtrArray of const TlDesignation * */
} Forbidden;

static void add(Forbidden *forbidden, const TlDesignation *designation) {
  gpointer key = GUINT_TO_POINTER(designation->words[0].key + 1);
  GPtrArray *list = g_hash_table_lookup(forbidden->by_key, key);
  if (!list) {
    list = g_ptr_array_new();
    g_hash_table_insert(forbidden->by_key, key, list);
  }
  g_ptr_array_add(list, (gpointer)designation);
}

/* But for function words, which no equivalent is known by, is it a good one, too: "the Ukraine"? */
static gboolean is_good(const TlDesignationSet *set, const TlDesignation *bad) {
  for (guint k = 0; k < set->n_good; k++) {
    const TlDesignation *good = &set->items[k];
    guint same = 0;
    while (same < MIN(good->n_words, bad->n_words) && good->words[same].key == bad->words[same].key)
      same++;
    if (same == good->n_words && same == bad->n_words && strcmp(good->term->text, bad->term->text) != 0)
      return TRUE;
  }
  return FALSE;
}

static gpointer begin(TlChecker *checker) {
  Forbidden *forbidden = g_new0(Forbidden, 1);
  g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
  forbidden->by_key = g_hash_table_new_full(NULL, NULL, NULL, (GDestroyNotify)g_ptr_array_unref);
  const TlTermIndex *index = checker->house.index;
  for (guint i = 0; i < tl_term_index_size(index); i++) {
    const TlumachConcept *concept = tl_term_index_designation(index, tl_term_index_term(index, i))->concept;
    gboolean bad = FALSE;
    for (guint k = 0; k < concept->n_terms; k++)
    bad = bad || concept->terms[k].status == TLUMACH_STATUS_DEPRECATED ||
          concept->terms[k].status == TLUMACH_STATUS_SUPERSEDED;
    if (!bad || !g_hash_table_add(seen, (gpointer) concept))
      continue;
    const TlDesignationSet *set = tl_designations_of(checker->designations, concept);
    for (guint k = set->n_good; k < set->n; k++)
      if (!is_good(set, &set->items[k]))
        add(forbidden, &set->items[k]);
  }
  return forbidden;
}

/* Where the source itself has a term that is deprecated, the author means it so: Македонія of 2018 is Macedonia. */
typedef enum InSource { ABSENT, PRESENT, DEPRECATED } InSource;

static InSource in_source(const TlCheckUnit *unit, const TlumachConcept *concept) {
  InSource found = ABSENT;
  for (guint i = 0; i < unit->n_hits; i++) {
    TlumachStatus status = unit->hits[i].term->status;
    if (unit->hits[i].term->concept != concept)
      continue;
    if (status == TLUMACH_STATUS_DEPRECATED || status == TLUMACH_STATUS_SUPERSEDED)
      return DEPRECATED;
    found = PRESENT;
  }
  return found;
}

/* Is the place part of an equivalent that is good? "Kiev" is not in "chicken Kiev" where that is a term, too. */
static gboolean inside_good(TlChecker *checker, const TlCheckUnit *unit, const TlEnglishText *text, TlumachSpan place) {
  for (guint i = 0; i < unit->n_hits; i++) {
    const TlDesignationSet *set = tl_designations_of(checker->designations, unit->hits[i].term->concept);
    for (guint k = 0; k < set->n_good; k++) {
      guint at = 0;
      TlumachSpan span;
      while (tl_designation_next(&set->items[k], text, &at, &span))
        if (span.start <= place.start && place.end <= span.end)
          return TRUE;
    }
  }
  return FALSE;
}

static gboolean as_written(const TlDesignation *designation, const TlEnglishWord *word) {
  return !(designation->words[0].flags & TL_ENGLISH_CAPITAL) || (word->flags & TL_ENGLISH_CAPITAL);
}

/* A superseded term is right of its own time. */
static gboolean speaks_for_itself(const TlDesignation *designation) {
  return designation->term->status == TLUMACH_STATUS_DEPRECATED &&
         (designation->n_words > 1 || (designation->words[0].flags & TL_ENGLISH_CAPITAL));
}

static void tell(TlChecker *checker, const TlCheckUnit *unit, const TlDesignation *bad, TlumachSpan place) {
  const TlDesignationSet *set = tl_designations_of(checker->designations, bad->term->concept);
  g_autoptr(GPtrArray) list = g_ptr_array_new();
  for (guint k = 0; k < set->n_good; k++)
    g_ptr_array_add(list, (gpointer)set->items[k].term->text);
  g_ptr_array_add(list, NULL);
  TlumachSpan source = TL_NOWHERE;
  for (guint i = 0; i < unit->n_hits && source.end == 0; i++)
    if (unit->hits[i].term->concept == bad->term->concept)
      source = unit->hits[i].span;
  tl_found(checker, unit, source, place, (const char *const *)list->pdata, "“%s” is %s", bad->term->text,
           tlumach_status_name(bad->term->status));
}

/* A bad term where it stands. */
typedef struct Place {
  const TlDesignation *bad;
  TlumachSpan span;
} Place;

static gboolean is_meant(TlChecker *checker, const TlCheckUnit *unit, const Place *place) {
  const TlEnglishText text = {checker->english, unit->words, unit->n_words};
  InSource there = in_source(unit, place->bad->term->concept);
  return there != DEPRECATED && (there == PRESENT || speaks_for_itself(place->bad)) &&
         !inside_good(checker, unit, &text, place->span);
}

/* "Kharkov" of "Kharkov Oblast" */
static gboolean is_part(const GArray *places, TlumachSpan span) {
  for (guint i = 0; i < places->len; i++) {
    TlumachSpan other = g_array_index(places, Place, i).span;
    if (other.start <= span.start && span.end <= other.end && other.end - other.start > span.end - span.start)
      return TRUE;
  }
  return FALSE;
}

static void pair(TlChecker *checker, const TlCheckUnit *unit, gpointer state) {
  const Forbidden *forbidden = state;
  const TlEnglishText text = {checker->english, unit->words, unit->n_words};
  if (g_hash_table_size(forbidden->by_key) == 0)
    return;
  g_autoptr(GArray) places = g_array_new(FALSE, FALSE, sizeof(Place));
  for (guint i = 0; i < unit->n_words; i++) {
    const GPtrArray *list = g_hash_table_lookup(forbidden->by_key, GUINT_TO_POINTER(unit->words[i].key + 1));
    for (guint k = 0; list && k < list->len; k++) {
      Place place = {.bad = list->pdata[k]};
      if (tl_designation_stands(place.bad, &text, i, &place.span) && as_written(place.bad, &unit->words[i]) &&
          is_meant(checker, unit, &place))
        g_array_append_val(places, place);
    }
  }
  for (guint i = 0; i < places->len; i++) {
    const Place *place = &g_array_index(places, Place, i);
    if (!is_part(places, place->span))
      tell(checker, unit, place->bad, place->span);
  }
}

static void end(TlChecker *checker, gpointer state) {
  Forbidden *forbidden = state;
  (void)checker;
  g_hash_table_unref(forbidden->by_key);
  g_free(forbidden);
}

const TlCheck tl_check_forbidden = {.info = {"forbidden", TLUMACH_SEVERE, TRUE,
                                             "The target has a term that the term base deprecates.",
                                             "Він приїхав до Києва.\tHe arrived in Kiev."},
                                    .begin = begin,
                                    .pair = pair,
                                    .end = end};
