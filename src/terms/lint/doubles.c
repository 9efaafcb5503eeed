/* Rules about two concepts, of all files together: one source term, one equivalent, or both. Source terms are the same
 * when their words have the same lemmas, where a dictionary is there; else when they are written alike. */
#include <string.h>

#include "terms/language_tag.h"
#include "terms/lint/lint.h"
#include "terms/pairing.h"

typedef struct Place {
  TlLintFile *file;
  const TlumachConcept *concept;
  const TlumachTerm *term;
} Place;

static void remember(GHashTable *places, char *key, Place place) {
  GArray *list = g_hash_table_lookup(places, key);
  if (!list) {
    list = g_array_new(FALSE, FALSE, sizeof(Place));
    g_hash_table_insert(places, key, list);
  } else
    g_free(key);
  g_array_append_val(list, place);
}

/* All terms of one language by their keys. */
static GHashTable *gather(TlLint *lint, const char *language, gboolean lemmas) {
  GHashTable *places = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_array_unref);
  for (guint f = 0; f < lint->files->len; f++) {
    TlLintFile *file = g_ptr_array_index(lint->files, f);
    guint n = 0;
    const TlumachConcept *concepts = file->base ? tlumach_termbase_concepts(file->base, &n) : NULL;
    for (guint i = 0; i < n; i++)
      for (guint t = 0; t < concepts[i].n_terms; t++) {
        const TlumachTerm *term = &concepts[i].terms[t];
        if (tl_language_matches(term->language, language))
          remember(places, lemmas ? tl_lemma_key(lint->lexicon, lint->lists, term->text) : tlumach_term_key(term->text),
                   (Place){file, &concepts[i], term});
      }
  }
  return places;
}

/* "concept c1 (line 4)", "the concept of terms.tsv:4". */
static char *where(const Place *own, const Place *other) {
  const char *id = other->concept->id;
  g_autofree char *place = own->file == other->file
                               ? g_strdup_printf("line %zu", other->concept->line)
                               : g_strdup_printf("%s:%zu", other->file->path, other->concept->line);
  return id ? g_strdup_printf("concept %s (%s)", id, place) : g_strdup_printf("the concept of %s", place);
}

/* МВт and мВт, where the entries mind it. */
static gboolean told_apart(const TlumachTerm *a, const TlumachTerm *b) {
  return strcmp(a->text, b->text) != 0 && tl_behaviour_minds_case(a->words, a->text) &&
         tl_behaviour_minds_case(b->words, b->text);
}

/* The first one before place `i` of the list that is the same term of another concept. */
static const Place *other_before(const GArray *list, guint i) {
  const Place *own = &g_array_index(list, Place, i);
  for (guint j = 0; j < i; j++) {
    const Place *other = &g_array_index(list, Place, j);
    if (other->concept != own->concept && !told_apart(other->term, own->term))
      return other;
  }
  return NULL;
}

static void check_sources(TlLint *lint, const GArray *list) {
  for (guint i = 1; i < list->len; i++) {
    const Place *own = &g_array_index(list, Place, i), *other = other_before(list, i);
    if (!other)
      continue;
    g_autofree char *place = where(own, other);
    const TlumachTerm *common = tl_common_term(own->concept, other->concept, lint->options.target);
    if (common)
      tl_lint_report(lint, own->file, own->concept, own->term, "duplicate-concept",
                     "“%s” = “%s” is in %s, too; merge the two", own->term->text, common->text, place);
    else
      tl_lint_report(lint, own->file, own->concept, own->term, "same-source",
                     "“%s” is a term of %s, too; domains or notes should tell which is which", own->term->text, place);
  }
}

static void check_targets(TlLint *lint, const GArray *list) {
  for (guint i = 1; i < list->len; i++) {
    const Place *own = &g_array_index(list, Place, i), *other = other_before(list, i);
    g_autofree char *place = other ? where(own, other) : NULL;
    if (other)
      tl_lint_report(lint, own->file, own->concept, own->term, "same-target", "“%s” is an equivalent in %s, too",
                     own->term->text, place);
  }
}

void tl_lint_doubles(TlLint *lint) {
  GHashTableIter iter;
  gpointer list;
  if (tl_lint_wants(lint, "duplicate-concept") || tl_lint_wants(lint, "same-source")) {
    g_autoptr(GHashTable) sources = gather(lint, lint->options.source, TRUE);
    g_hash_table_iter_init(&iter, sources);
    while (g_hash_table_iter_next(&iter, NULL, &list))
      check_sources(lint, list);
  }
  if (tl_lint_wants(lint, "same-target")) {
    g_autoptr(GHashTable) targets = gather(lint, lint->options.target, FALSE);
    g_hash_table_iter_init(&iter, targets);
    while (g_hash_table_iter_next(&iter, NULL, &list))
      check_targets(lint, list);
  }
}
