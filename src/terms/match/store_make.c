#include <string.h>

#include "terms/language_tag.h"
#include "terms/match/index.h"
#include "terms/match/store.h"
#include "terms/match/store_format.h"
#include "terms/termbase.h"

typedef struct Maker {
  GString *strings;
  GHashTable *known;    /* text -> offset: tags, parts of speech and subjects repeat */
  GHashTable *detailed; /* GBytes -> where they stand + 1 */
  GArray *details, *concepts, *terms, *paths, *warnings;
} Maker;

static guint32 put_string(Maker *maker, const char *text) {
  if (!text)
    return 0;
  guint32 at = GPOINTER_TO_UINT(g_hash_table_lookup(maker->known, text));
  if (at)
    return at;
  at = (guint32)maker->strings->len;
  g_string_append_len(maker->strings, text, (gssize)strlen(text) + 1);
  g_hash_table_insert(maker->known, (gpointer)text, GUINT_TO_POINTER(at));
  return at;
}

/* Where these numbers stand; put there when they stand nowhere. */
static guint32 put_details(Maker *maker, gconstpointer numbers, gsize size) {
  GBytes *bytes = g_bytes_new(numbers, size);
  guint32 at = GPOINTER_TO_UINT(g_hash_table_lookup(maker->detailed, bytes));
  if (at) {
    g_bytes_unref(bytes);
    return at - 1;
  }
  at = maker->details->len;
  g_array_append_vals(maker->details, numbers, (guint)size / 4);
  g_hash_table_insert(maker->detailed, bytes, GUINT_TO_POINTER(at + 1));
  return at;
}

static void put_term(Maker *maker, const TlumachTerm *term) {
  TlTermDetails details = {put_string(maker, term->language),
                           put_string(maker, term->id),
                           put_string(maker, term->pos),
                           put_string(maker, term->type),
                           put_string(maker, term->note),
                           put_string(maker, term->words),
                           term->status};
  TlStoredTerm out = {put_string(maker, term->text), put_details(maker, &details, sizeof details),
                      maker->concepts->len};
  g_array_append_val(maker->terms, out);
}

static void put_concept(Maker *maker, const TlumachConcept *concept, guint32 base) {
  TlConceptDetails details = {put_string(maker, concept->subject), put_string(maker, concept->definition),
                              put_string(maker, concept->note), base};
  TlStoredConcept stored = {
      put_string(maker, concept->id), put_details(maker, &details, sizeof details), maker->terms->len,
      (guint32) concept->line,        (guint32) concept->file_span.start,           (guint32) concept->file_span.end};
  for (guint i = 0; i < concept->n_terms; i++)
    put_term(maker, &concept->terms[i]);
  g_array_append_val(maker->concepts, stored);
}

static void put_base(Maker *maker, const TlumachTermbase *base, const char *source, TlTermIndexBuilder *builder) {
  guint n = 0;
  guint32 number = maker->paths->len, path = put_string(maker, tlumach_termbase_path(base));
  g_array_append_val(maker->paths, path);
  const TlumachConcept *concepts = tlumach_termbase_concepts(base, &n);
  for (guint c = 0; c < n; c++) {
    guint32 first = maker->terms->len, concept = maker->concepts->len;
    put_concept(maker, &concepts[c], number);
    for (guint t = 0; t < concepts[c].n_terms; t++)
      if (tl_language_matches(concepts[c].terms[t].language, source))
        tl_term_index_builder_add(builder, &concepts[c].terms[t], first + t, concept);
  }
  const GPtrArray *warnings = tlumach_termbase_warnings(base);
  for (guint i = 0; i < warnings->len; i++) {
    guint32 at = put_string(maker, g_ptr_array_index(warnings, i));
    g_array_append_val(maker->warnings, at);
  }
}

GBytes *tl_term_store_make(const GPtrArray *bases, const char *source, TlLexicon *lexicon, const TlWordLists *lists,
                           const char *identity) {
  Maker maker = {.strings = g_string_new(NULL), .known = g_hash_table_new(g_str_hash, g_str_equal)};
  maker.detailed = g_hash_table_new_full(g_bytes_hash, g_bytes_equal, (GDestroyNotify)g_bytes_unref, NULL);
  maker.details = g_array_new(FALSE, FALSE, sizeof(guint32));
  maker.concepts = g_array_new(FALSE, FALSE, sizeof(TlStoredConcept));
  maker.terms = g_array_new(FALSE, FALSE, sizeof(TlStoredTerm));
  maker.paths = g_array_new(FALSE, FALSE, sizeof(guint32));
  maker.warnings = g_array_new(FALSE, FALSE, sizeof(guint32));
  g_string_append_len(maker.strings, "", 1);
  TlTermIndexBuilder *builder = tl_term_index_builder_new(lexicon, lists);
  for (guint b = 0; b < bases->len; b++)
    put_base(&maker, g_ptr_array_index(bases, b), source, builder);
  TlStoredConcept end = {.first_term = maker.terms->len};
  g_array_append_val(maker.concepts, end);
  TlSectionsWriter *writer = tl_sections_writer_new(TL_STORE_KIND, identity);
  tl_sections_put(writer, TL_STORE_STRINGS, maker.strings->str, maker.strings->len);
  tl_sections_put_array(writer, TL_STORE_BASES, maker.paths);
  tl_sections_put_array(writer, TL_STORE_WARNINGS, maker.warnings);
  tl_sections_put_array(writer, TL_STORE_DETAILS, maker.details);
  tl_sections_put_array(writer, TL_STORE_CONCEPTS, maker.concepts);
  tl_sections_put_array(writer, TL_STORE_TERMS, maker.terms);
  tl_term_index_builder_finish(builder, writer, TL_STORE_INDEX);
  GArray *arrays[] = {maker.details, maker.concepts, maker.terms, maker.paths, maker.warnings};
  for (guint i = 0; i < G_N_ELEMENTS(arrays); i++)
    g_array_unref(arrays[i]);
  g_string_free(maker.strings, TRUE);
  g_hash_table_unref(maker.known);
  g_hash_table_unref(maker.detailed);
  return tl_sections_finish(writer);
}
