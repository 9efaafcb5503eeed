/* Term bases from any bytes: TBX, or a table when the first byte is odd. What is read must hold together.
 *
 * Build: clang -fsanitize=fuzzer,address,undefined -Isrc … tests/fuzz/fuzz_tbx.c libtlumach.a
 */
#include <stdint.h>
#include <string.h>

#include "terms/concept.h"
#include "terms/tables/read.h"
#include "terms/tbx/read.h"
#include "terms/termbase.h"

static void require(gboolean truth) {
  if (!truth)
    __builtin_trap();
}

static void check_text(const char *text) {
  require(text == NULL || (*text != '\0' && g_utf8_validate(text, -1, NULL)));
}

static void check_term(const TlumachConcept *concept, const TlumachTerm *term) {
  require(term->concept == concept && term->text != NULL && term->language != NULL);
  require(strlen(term->text) <= TL_TERM_STORED_MAX);
  check_text(term->text);
  check_text(term->id);
  check_text(term->pos);
  check_text(term->type);
  check_text(term->note);
  check_text(term->words);
}

static void check(const TlumachTermbase *base, gboolean utf8, const char *bytes, size_t length) {
  guint n = 0;
  const TlumachConcept *concepts = tlumach_termbase_concepts(base, &n);
  size_t before = 0;
  for (guint i = 0; i < n; i++) {
    const TlumachConcept *concept = &concepts[i];
    require(concept->base == base && concept->line > 0);
    require(concept->file_span.start >= before && concept->file_span.start < concept->file_span.end);
    before = concept->file_span.end;
    if (utf8) /* file and text are the same bytes */
      require(before <= length && bytes[concept->file_span.start] == '<' && bytes[before - 1] == '>');
    check_text(concept->id);
    check_text(concept->subject);
    check_text(concept->definition);
    check_text(concept->note);
    g_autoptr(GPtrArray) targets = g_ptr_array_new();
    tl_concept_targets(concept, "en", targets);
    require(targets->len <= concept->n_terms);
    for (guint j = 0; j < concept->n_terms; j++)
      check_term(concept, &concept->terms[j]);
  }
  const GPtrArray *warnings = tlumach_termbase_warnings(base);
  require(warnings->len <= TL_WARNINGS_MAX + 1);
  for (guint i = 0; i < warnings->len; i++)
    require(g_utf8_validate(warnings->pdata[i], -1, NULL));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  if (size == 0)
    return 0;
  gboolean table = data[0] & 1;
  const char *bytes = (const char *)data + 1;
  size_t length = size - 1;
  g_autoptr(GBytes) raw = g_bytes_new_static(bytes, length);
  g_autoptr(GError) error = NULL;
  const char *name = data[0] & 2 ? "fuzz.csv" : "fuzz.tsv";
  g_autoptr(TlumachTermbase) base =
      table ? tl_table_read(name, raw, "uk", "en", &error) : tl_tbx_read("fuzz.tbx", raw, &error);
  require((base == NULL) == (error != NULL));
  if (base != NULL)
    check(base, !table && g_utf8_validate(bytes, (gssize)length, NULL), bytes, length);
  return 0;
}
