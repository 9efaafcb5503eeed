#include "terms/tables/lost.h"

#include <string.h>

#include "terms/language_tag.h"

void tl_lost_count(GHashTable *lost, const char *kind) {
  guint n = GPOINTER_TO_UINT(g_hash_table_lookup(lost, kind));
  g_hash_table_insert(lost, g_strdup(kind), GUINT_TO_POINTER(n + 1));
}

static void count_in(GHashTable *lost, const char *what, const char *language) {
  g_autofree char *kind = g_strdup_printf("%s in %s", what, language);
  tl_lost_count(lost, kind);
}

/* Equivalents that are not to be used stand in a comment ("not: accord") where there is no column for the status. */
static gboolean status_is_told(const TlumachTerm *term, gboolean utx) {
  gboolean bad = term->status == TLUMACH_STATUS_DEPRECATED || term->status == TLUMACH_STATUS_SUPERSEDED;
  return utx || bad || term->status == TLUMACH_STATUS_NONE;
}

static void count_term(GHashTable *lost, const TlumachTerm *term, gboolean source, gboolean utx) {
  if (source ? term->status != TLUMACH_STATUS_NONE : !status_is_told(term, utx))
    count_in(lost, "status of terms", term->language);
  if (term->pos && !(source && utx))
    count_in(lost, "part of speech of terms", term->language);
  if (term->type)
    count_in(lost, "type of terms", term->language);
  if (term->words)
    count_in(lost, "how the words behave of terms", term->language);
  if (term->note && source)
    count_in(lost, "note on terms", term->language);
}

void tl_lost_in_list(GHashTable *lost, const TlumachTermbase *base, const char *format,
                     const TlumachConceptFormat *options) {
  static const char *const lists[] = {"omegat", "utx", "po", NULL};
  const char *from = options->source ? options->source : "uk", *to = options->target ? options->target : "en";
  gboolean utx = strcmp(format, "utx") == 0;
  guint n;
  const TlumachConcept *concepts = g_strv_contains(lists, format) ? tlumach_termbase_concepts(base, &n) : NULL;
  for (guint i = 0; concepts && i < n; i++) {
    gboolean has[] = {FALSE, FALSE};
    for (guint t = 0; t < concepts[i].n_terms; t++) {
      const TlumachTerm *term = &concepts[i].terms[t];
      gboolean source = tl_language_matches(term->language, from), target = tl_language_matches(term->language, to);
      has[0] |= source;
      has[1] |= target;
      if (source || target)
        count_term(lost, term, source, utx);
      else
        count_in(lost, "terms", term->language);
    }
    if (!has[0] || !has[1])
      tl_lost_count(lost, "concepts without a term in both languages");
  }
}
