/* How much of what a term base has. */
#include <string.h>

#include "tlumach/termbase.h"

static void clear_language(gpointer language) {
  g_free(((TlumachLanguageCount *)language)->language);
}

TlumachTermCounts *tlumach_term_counts_new(void) {
  TlumachTermCounts *counts = g_new0(TlumachTermCounts, 1);
  counts->languages = g_array_new(FALSE, TRUE, sizeof(TlumachLanguageCount));
  g_array_set_clear_func(counts->languages, clear_language);
  counts->subjects = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  return counts;
}

void tlumach_term_counts_free(TlumachTermCounts *counts) {
  if (!counts)
    return;
  g_array_unref(counts->languages);
  g_hash_table_unref(counts->subjects);
  g_free(counts);
}

static TlumachLanguageCount *language_of(TlumachTermCounts *counts, const char *tag) {
  for (guint i = 0; i < counts->languages->len; i++) {
    TlumachLanguageCount *known = &g_array_index(counts->languages, TlumachLanguageCount, i);
    if (strcmp(known->language, tag) == 0)
      return known;
  }
  TlumachLanguageCount fresh = {.language = g_strdup(tag)};
  g_array_append_val(counts->languages, fresh);
  return &g_array_index(counts->languages, TlumachLanguageCount, counts->languages->len - 1);
}

static gboolean met_before(const TlumachConcept *concept, guint i) {
  for (guint j = 0; j < i; j++)
    if (strcmp(concept->terms[j].language, concept->terms[i].language) == 0)
      return TRUE;
  return FALSE;
}

static void count_subject(TlumachTermCounts *counts, const char *subject) {
  guint n = GPOINTER_TO_UINT(g_hash_table_lookup(counts->subjects, subject));
  g_hash_table_insert(counts->subjects, g_strdup(subject), GUINT_TO_POINTER(n + 1));
}

static void count_concept(TlumachTermCounts *counts, const TlumachConcept *concept) {
  counts->concepts++;
  counts->terms += concept->n_terms;
  counts->without_id += concept->id == NULL;
  counts->without_subject += concept->subject == NULL;
  counts->with_definition += concept->definition != NULL;
  counts->with_note += concept->note != NULL;
  if (concept->subject)
    count_subject(counts, concept->subject);
  for (guint i = 0; i < concept->n_terms; i++) {
    TlumachLanguageCount *language = language_of(counts, concept->terms[i].language);
    language->terms++;
    language->by_status[concept->terms[i].status]++;
    language->concepts += !met_before(concept, i);
  }
}

static gint by_concepts(gconstpointer a, gconstpointer b) {
  const TlumachLanguageCount *x = a, *y = b;
  return x->concepts != y->concepts ? (x->concepts < y->concepts ? 1 : -1) : strcmp(x->language, y->language);
}

void tlumach_term_counts_add(TlumachTermCounts *counts, const TlumachTermbase *base) {
  guint n;
  const TlumachConcept *concepts = tlumach_termbase_concepts(base, &n);
  for (guint i = 0; i < n; i++)
    count_concept(counts, &concepts[i]);
  g_array_sort(counts->languages, by_concepts);
}
