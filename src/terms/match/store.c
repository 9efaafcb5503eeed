/* Every offset is checked at opening; a concept is laid out, with pointers in the place of offsets, when somebody first
 * asks for it: few of a large term base are met in one text. */
#include "terms/match/store.h"

#include "base/error.h"
#include "terms/match/store_format.h"

typedef struct Laid {
  TlumachConcept concept; /* first: its address is the whole's */
  guint32 number, first_term;
  TlumachTerm terms[];
} Laid;

struct TlTermStore {
  TlSections *sections;
  const char *strings;
  const guint32 *paths, *warnings;
  const TlStoredConcept *stored_concepts;
  const TlStoredTerm *stored_terms;
  guint n_strings, n_paths, n_warnings, n_concepts, n_terms;
  gpointer *laid_out; /* Laid of each concept, set once and for all threads */
  TlTermIndex *index;
};

static gboolean map(TlTermStore *s) {
  return (s->strings = tl_sections_get(s->sections, TL_STORE_STRINGS, 1, &s->n_strings)) && s->n_strings > 0 &&
         s->strings[s->n_strings - 1] == '\0' &&
         (s->paths = tl_sections_get(s->sections, TL_STORE_BASES, 4, &s->n_paths)) &&
         (s->warnings = tl_sections_get(s->sections, TL_STORE_WARNINGS, 4, &s->n_warnings)) &&
         (s->stored_concepts =
              tl_sections_get(s->sections, TL_STORE_CONCEPTS, sizeof(TlStoredConcept), &s->n_concepts)) &&
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

static gboolean check(const TlTermStore *s) {
  if (!strings_inside(s, s->paths, s->n_paths) || !strings_inside(s, s->warnings, s->n_warnings))
    return FALSE;
  for (guint i = 0; i < s->n_terms; i++) {
    const TlStoredTerm *t = &s->stored_terms[i];
    if (!strings_inside(s, &t->text, 7) || !t->text || !t->language || t->concept >= s->n_concepts ||
        t->status > TLUMACH_STATUS_PROPOSED || i < s->stored_concepts[t->concept].first_term ||
        i - s->stored_concepts[t->concept].first_term >= s->stored_concepts[t->concept].n_terms)
      return FALSE;
  }
  for (guint i = 0; i < s->n_concepts; i++) {
    const TlStoredConcept *c = &s->stored_concepts[i];
    if (!strings_inside(s, &c->id, 4) || c->base >= s->n_paths || c->first_term > s->n_terms ||
        c->n_terms > s->n_terms - c->first_term)
      return FALSE;
  }
  return TRUE;
}

static Laid *lay_out(const TlTermStore *s, guint32 number) {
  const TlStoredConcept *c = &s->stored_concepts[number];
  Laid *laid = g_malloc(sizeof *laid + c->n_terms * sizeof *laid->terms);
  laid->number = number;
  laid->first_term = c->first_term;
  laid->concept = (TlumachConcept){.id = string(s, c->id),
                                   .subject = string(s, c->subject),
                                   .definition = string(s, c->definition),
                                   .note = string(s, c->note),
                                   .terms = laid->terms,
                                   .n_terms = c->n_terms,
                                   .line = c->line,
                                   .file_span = {c->start, c->end}};
  for (guint i = 0; i < c->n_terms; i++) {
    const TlStoredTerm *t = &s->stored_terms[c->first_term + i];
    laid->terms[i] = (TlumachTerm){string(s, t->text),  string(s, t->language), string(s, t->id),
                                   string(s, t->pos),   string(s, t->type),     string(s, t->note),
                                   string(s, t->words), &laid->concept,         (TlumachStatus)t->status};
  }
  return laid;
}

static const TlumachTerm *term_of(gpointer user, guint32 concept, guint32 number) {
  const TlTermStore *store = user;
  Laid *laid = g_atomic_pointer_get(&store->laid_out[concept]);
  if (!laid) {
    Laid *fresh = lay_out(store, concept);
    if (g_atomic_pointer_compare_and_exchange(&store->laid_out[concept], NULL, fresh))
      laid = fresh;
    else { /* another thread was first */
      g_free(fresh);
      laid = g_atomic_pointer_get(&store->laid_out[concept]);
    }
  }
  return &laid->terms[number - laid->first_term];
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
    store->index = tl_term_index_open(sections, TL_STORE_INDEX, store->n_terms, term_of, store);
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
  for (guint i = 0; store->laid_out && i < store->n_concepts; i++)
    g_free(store->laid_out[i]);
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

const char *tl_term_store_path(const TlTermStore *store, const TlumachConcept *concept) {
  return store->strings + store->paths[store->stored_concepts[((const Laid *)(const void *)concept)->number].base];
}
