/* Concepts and terms are laid out anew at opening, with pointers in the place of offsets: a few nanoseconds each. */
#include "terms/store.h"

#include "base/error.h"
#include "terms/store_format.h"

struct TlTermStore {
  TlSections *sections;
  const char *strings;
  const guint32 *paths, *warnings;
  const TlStoredConcept *stored_concepts;
  const TlStoredTerm *stored_terms;
  guint n_strings, n_paths, n_warnings, n_concepts, n_terms;
  TlumachConcept *concepts;
  TlumachTerm *terms;
  TlTermIndex *index;
};

static gboolean map(TlTermStore *s) {
  return (s->strings = tl_sections_get(s->sections, TL_STORE_STRINGS, 1, &s->n_strings)) && s->n_strings > 0 &&
         s->strings[s->n_strings - 1] == '\0' && (s->paths = tl_sections_get(s->sections, TL_STORE_BASES, 4, &s->n_paths)) &&
         (s->warnings = tl_sections_get(s->sections, TL_STORE_WARNINGS, 4, &s->n_warnings)) &&
         (s->stored_concepts = tl_sections_get(s->sections, TL_STORE_CONCEPTS, sizeof(TlStoredConcept), &s->n_concepts)) &&
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

static gboolean lay_out_terms(TlTermStore *s) {
  s->terms = g_new(TlumachTerm, s->n_terms + 1);
  for (guint i = 0; i < s->n_terms; i++) {
    const TlStoredTerm *t = &s->stored_terms[i];
    if (!strings_inside(s, &t->text, 7) || !t->text || !t->language || t->concept >= s->n_concepts || t->status > TLUMACH_STATUS_PROPOSED)
      return FALSE;
    s->terms[i] = (TlumachTerm){string(s, t->text), string(s, t->language), string(s, t->id), string(s, t->pos), string(s, t->type),
                                string(s, t->note), string(s, t->words), &s->concepts[t->concept], (TlumachStatus)t->status};
  }
  return TRUE;
}

static gboolean lay_out(TlTermStore *s) {
  s->concepts = g_new(TlumachConcept, s->n_concepts + 1);
  if (!lay_out_terms(s) || !strings_inside(s, s->paths, s->n_paths) || !strings_inside(s, s->warnings, s->n_warnings))
    return FALSE;
  for (guint i = 0; i < s->n_concepts; i++) {
    const TlStoredConcept *c = &s->stored_concepts[i];
    if (!strings_inside(s, &c->id, 4) || c->base >= s->n_paths || c->first_term > s->n_terms || c->n_terms > s->n_terms - c->first_term)
      return FALSE;
    s->concepts[i] = (TlumachConcept){.id = string(s, c->id), .subject = string(s, c->subject), .definition = string(s, c->definition),
                                      .note = string(s, c->note), .terms = &s->terms[c->first_term], .n_terms = c->n_terms, .line = c->line,
                                      .file_span = {c->start, c->end}};
  }
  return TRUE;
}

TlTermStore *tl_term_store_open(GBytes *data, const char *identity, GError **error) {
  TlSections *sections = tl_sections_open(data, TL_STORE_KIND, identity, error);
  if (!sections)
    return NULL;
  g_autoptr(TlTermStore) store = g_new0(TlTermStore, 1);
  store->sections = sections;
  if (map(store) && lay_out(store))
    store->index = tl_term_index_open(sections, TL_STORE_INDEX, store->terms, store->n_terms);
  if (!store->index)
    tl_error_at(error, TLUMACH_ERROR_FORMAT, NULL, 0, 0, "the cache is damaged");
  return store->index ? g_steal_pointer(&store) : NULL;
}

void tl_term_store_free(TlTermStore *store) {
  if (!store)
    return;
  tl_term_index_free(store->index);
  g_free(store->concepts);
  g_free(store->terms);
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
  return store->strings + store->paths[store->stored_concepts[concept - store->concepts].base];
}
