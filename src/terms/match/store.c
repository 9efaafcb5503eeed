/* Every offset is checked at opening; a concept is laid out, with pointers in the place of offsets, when somebody first
 * asks for it: few of a large term base are met in one text. */
#include "terms/match/store.h"

#include "base/error.h"
#include "terms/match/store_format.h"
#include "tlumach/termbase.h"

typedef struct Laid {
  TlumachConcept concept; /* first: its address is the whole's */
  struct Laid *before;    /* that was laid out before it */
  guint32 number, first_term;
  TlumachTerm terms[];
} Laid;

struct TlTermStore {
  TlSections *sections;
  const char *strings;
  const guint32 *paths, *warnings, *details;
  const TlStoredConcept *stored_concepts;
  const TlStoredTerm *stored_terms;
  guint n_strings, n_paths, n_warnings, n_details, n_concepts, n_terms;
  gpointer *laid_out; /* Laid of each concept, set once and for all threads */
  gpointer last;      /* Laid */
  TlTermIndex *index;
};

static gboolean map(TlTermStore *s) {
  return (s->strings = tl_sections_get(s->sections, TL_STORE_STRINGS, 1, &s->n_strings)) && s->n_strings > 0 &&
         s->strings[s->n_strings - 1] == '\0' &&
         (s->paths = tl_sections_get(s->sections, TL_STORE_BASES, 4, &s->n_paths)) &&
         (s->warnings = tl_sections_get(s->sections, TL_STORE_WARNINGS, 4, &s->n_warnings)) &&
         (s->details = tl_sections_get(s->sections, TL_STORE_DETAILS, 4, &s->n_details)) &&
         (s->stored_concepts =
              tl_sections_get(s->sections, TL_STORE_CONCEPTS, sizeof(TlStoredConcept), &s->n_concepts)) &&
         s->n_concepts-- > 0 &&
         (s->stored_terms = tl_sections_get(s->sections, TL_STORE_TERMS, sizeof(TlStoredTerm), &s->n_terms));
}

static gboolean strings_inside(const TlTermStore *s, const guint32 *offsets, guint n) {
  for (guint i = 0; i < n; i++)
    if (offsets[i] >= s->n_strings)
      return FALSE;
  return TRUE;
}

static const char *string(const TlTermStore *s, guint32 offset) {
  return offset ? s->strings + offset : NULL;
}

static const TlConceptDetails *details_of_concept(const TlTermStore *s, const TlStoredConcept *concept) {
  return (const TlConceptDetails *)(const void *)(s->details + concept->details);
}

static const TlTermDetails *details_of_term(const TlTermStore *s, const TlStoredTerm *term) {
  return (const TlTermDetails *)(const void *)(s->details + term->details);
}

/* Are so many numbers there? */
static gboolean details_inside(const TlTermStore *s, guint32 at, gsize size) {
  return at <= s->n_details && s->n_details - at >= size / 4;
}

static gboolean check_term(const TlTermStore *s, const TlStoredTerm *term) {
  const TlTermDetails *details = details_of_term(s, term);
  return term->text && term->text < s->n_strings && details_inside(s, term->details, sizeof *details) &&
         strings_inside(s, &details->language, 6) && details->language && details->status <= TLUMACH_STATUS_PROPOSED;
}

static gboolean check_concept(const TlTermStore *s, guint i) {
  const TlStoredConcept *c = &s->stored_concepts[i];
  const TlConceptDetails *details = details_of_concept(s, c);
  if (c->id >= s->n_strings || !details_inside(s, c->details, sizeof *details) ||
      !strings_inside(s, &details->subject, 3) || details->base >= s->n_paths || c[1].first_term > s->n_terms ||
      c->first_term > c[1].first_term)
    return FALSE;
  for (guint32 t = c->first_term; t < c[1].first_term; t++)
    if (s->stored_terms[t].concept != i || !check_term(s, &s->stored_terms[t]))
      return FALSE;
  return TRUE;
}

static gboolean check(const TlTermStore *s) {
  if (!strings_inside(s, s->paths, s->n_paths) || !strings_inside(s, s->warnings, s->n_warnings) ||
      s->stored_concepts[0].first_term != 0 || s->stored_concepts[s->n_concepts].first_term != s->n_terms)
    return FALSE;
  for (guint i = 0; i < s->n_concepts; i++)
    if (!check_concept(s, i))
      return FALSE;
  return TRUE;
}

static TlumachTerm term_in(const TlTermStore *s, const TlStoredTerm *t, const TlumachConcept *concept) {
  const TlTermDetails *details = details_of_term(s, t);
  return (TlumachTerm){string(s, t->text),
                       string(s, details->language),
                       string(s, details->id),
                       string(s, details->pos),
                       string(s, details->type),
                       string(s, details->note),
                       string(s, details->words),
                       concept,
                       (TlumachStatus)details->status};
}

static Laid *lay_out(const TlTermStore *s, guint32 number) {
  const TlStoredConcept *c = &s->stored_concepts[number];
  const TlConceptDetails *details = details_of_concept(s, c);
  guint32 n_terms = c[1].first_term - c->first_term;
  Laid *laid = g_malloc(sizeof *laid + n_terms * sizeof *laid->terms);
  laid->number = number;
  laid->first_term = c->first_term;
  laid->concept = (TlumachConcept){.id = string(s, c->id),
                                   .subject = string(s, details->subject),
                                   .definition = string(s, details->definition),
                                   .note = string(s, details->note),
                                   .terms = laid->terms,
                                   .n_terms = n_terms,
                                   .line = c->line,
                                   .file_span = {c->start, c->end}};
  for (guint i = 0; i < n_terms; i++)
    laid->terms[i] = term_in(s, &s->stored_terms[c->first_term + i], &laid->concept);
  return laid;
}

static void keep(TlTermStore *store, Laid *laid) {
  do
    laid->before = g_atomic_pointer_get(&store->last);
  while (!g_atomic_pointer_compare_and_exchange(&store->last, laid->before, laid));
}

static const TlumachTerm *term_of(gpointer user, guint32 concept, guint32 number) {
  TlTermStore *store = user;
  Laid *laid = g_atomic_pointer_get(&store->laid_out[concept]);
  if (!laid) {
    laid = lay_out(store, concept);
    if (g_atomic_pointer_compare_and_exchange(&store->laid_out[concept], NULL, laid)) {
      keep(store, laid);
    } else { /* another thread was first */
      g_free(laid);
      laid = g_atomic_pointer_get(&store->laid_out[concept]);
    }
  }
  return &laid->terms[number - laid->first_term];
}

static void fetch(gpointer user, guint32 concept, TlTermStep step) {
  const TlTermStore *store = user;
  if (step == TL_TERM_PLACE) {
    __builtin_prefetch(&store->laid_out[concept]);
    return;
  }
  const Laid *laid = g_atomic_pointer_get(&store->laid_out[concept]);
  if (laid) {
    __builtin_prefetch(laid);
    __builtin_prefetch(laid->terms);
  } else {
    __builtin_prefetch(&store->stored_concepts[concept]);
  }
}

/* Each term of the index is of the concept that it says. */
static gboolean check_index(const TlTermStore *s) {
  for (guint i = 0; i < tl_term_index_size(s->index); i++) {
    const TlIndexTerm *term = tl_term_index_term(s->index, i);
    if (s->stored_terms[tl_term_index_number(s->index, term)].concept != term->concept)
      return FALSE;
  }
  return TRUE;
}

TlTermStore *tl_term_store_open(GBytes *data, const char *identity, GError **error) {
  TlSections *sections = tl_sections_open(data, TL_STORE_KIND, identity, error);
  if (!sections)
    return NULL;
  g_autoptr(TlTermStore) store = g_new0(TlTermStore, 1);
  store->sections = sections;
  if (map(store) && check(store)) {
    store->laid_out = g_new0(gpointer, store->n_concepts + 1);
    store->index = tl_term_index_open(sections, TL_STORE_INDEX, store->n_terms, term_of, fetch, store);
  }
  if (store->index && !check_index(store))
    g_clear_pointer(&store->index, tl_term_index_free);
  if (!store->index)
    tl_error_at(error, TLUMACH_ERROR_FORMAT, NULL, 0, 0, "the cache is damaged");
  return store->index ? g_steal_pointer(&store) : NULL;
}

void tl_term_store_free(TlTermStore *store) {
  if (!store)
    return;
  tl_term_index_free(store->index);
  for (Laid *laid = store->last, *before; laid; laid = before) {
    before = laid->before;
    g_free(laid);
  }
  g_free(store->laid_out);
  tl_sections_free(store->sections);
  g_free(store);
}

const TlTermIndex *tl_term_store_index(const TlTermStore *store) {
  return store->index;
}

guint tl_term_store_n_warnings(const TlTermStore *store) {
  return store->n_warnings;
}

const char *tl_term_store_warning(const TlTermStore *store, guint i) {
  return store->strings + store->warnings[i];
}

gboolean tl_term_store_lacks(const TlTermStore *store, const char *language) {
  for (guint i = 0; i < store->n_terms; i++)
    if (tlumach_language_matches(string(store, details_of_term(store, &store->stored_terms[i])->language), language))
      return FALSE;
  return store->n_concepts > 0;
}

const char *tl_term_store_path(const TlTermStore *store, const TlumachConcept *concept) {
  const TlStoredConcept *stored = &store->stored_concepts[((const Laid *)(const void *)concept)->number];
  return store->strings + store->paths[details_of_concept(store, stored)->base];
}
