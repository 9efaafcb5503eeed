/* What the tests of this folder share: a small report made by hand. */
#ifndef REPORTS_TEST_H
#define REPORTS_TEST_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>
#include <glib.h>

#include "base/xml_read.h"
#include "reports/report.h"

/* Two paragraphs, three segments: a wrap inside the first, a control, an odd byte and all kinds of markup in the
 * second, nothing odd in the third. */
#define SAMPLE "Секретар ради безпеки\nзустрів Прахазкою.\n\nОбладнаня:\t<b>&\"тег\"| *x* \x01\xFF\\. Рада безпеки.\n"

/* What XML writers write of the second segment's odd characters. */
#define SAMPLE_AS_XML "&lt;b&gt;&amp;\"тег\"| *x* \xEF\xBF\xBD\xEF\xBF\xBD\\."

/* The report, and all that it points to. */
typedef struct Sample {
  TlumachReport report;
  TlumachReportFile file;
  TlumachUnit units[3];
  TlumachConcept council;
  TlumachTerm terms[4]; /* the Ukrainian one, then three equivalents */
  const TlumachTerm *targets[4];
  TlumachTermUse uses[2];
  TlumachName name;
  TlumachMisspelling misspelling;
  TlumachSuggestion suggestion;
} Sample;

static const char *const sample_suggestions[] = {"обладнання", "обладнана", NULL};

/* The span of `part`'s nth occurrence (from 0). */
static inline TlumachSpan span_of(const char *part, guint nth) {
  static const char sample[] = SAMPLE;
  for (const char *at = sample; (at = strstr(at, part)) != NULL; at++)
    if (nth-- == 0)
      return (TlumachSpan){(size_t)(at - sample), (size_t)(at - sample) + strlen(part)};
  fail_msg("%s is not in the sample", part);
  return (TlumachSpan){0, 0};
}

static inline TlumachDocument *sample_document(const char *text, size_t length) {
  g_autoptr(GBytes) raw = g_bytes_new_static(text, length);
  const TlumachDocumentOptions options = {"plain", "UTF-8", TLUMACH_NEWLINE_WRAP};
  g_autoptr(GError) error = NULL;
  TlumachDocument *document = tlumach_document_new("a&<b>.txt", raw, &options, &error);
  if (document == NULL)
    fail_msg("%s", error->message);
  return document;
}

static inline void sample_fill(Sample *it) {
  it->council = (TlumachConcept){.id = "c1", .definition = "A <body> of the UN", .terms = it->terms, .n_terms = 4};
  it->terms[0] = (TlumachTerm){.text = "рада безпеки", .language = "uk", .concept = &it->council};
  it->terms[1] = (TlumachTerm){
      .text = "Security Council", .language = "en", .concept = &it->council, .status = TLUMACH_STATUS_PREFERRED};
  it->terms[2] = (TlumachTerm){.text = "UN & SC", .language = "en", .concept = &it->council};
  it->terms[3] = (TlumachTerm){
      .text = "safety board", .language = "en", .concept = &it->council, .status = TLUMACH_STATUS_DEPRECATED};
  for (guint i = 0; i < 3; i++)
    it->targets[i] = &it->terms[i + 1];
  it->uses[0] = (TlumachTermUse){{span_of("ради безпеки", 0), &it->terms[0], TLUMACH_MATCH_INFLECTED, 0},
                                 "ради is a form of рада",
                                 "/dir/un.tbx",
                                 it->targets};
  it->uses[1] = (TlumachTermUse){
      {span_of("Рада безпеки", 0), &it->terms[0], TLUMACH_MATCH_EXACT, 0}, "as it stands", "/dir/un.tbx", it->targets};
  it->name = (TlumachName){span_of("Прахазкою", 0), "Прахазка", "Prakhazka", "like казка"};
  it->misspelling = (TlumachMisspelling){span_of("Обладнаня", 0), sample_suggestions};
  it->suggestion =
      (TlumachSuggestion){"Обладнання", "Equipment <i>", "old.tmx", 87, NULL, NULL, "olena", "20260312T093000Z"};
}

/* The caller keeps `it` where it is. */
static inline void sample_init(Sample *it) {
  memset(it, 0, sizeof *it);
  sample_fill(it);
  TlumachSpan end = span_of(".\n\n", 0), second = span_of("Обладнаня", 0), third = span_of("Рада безпеки.", 0);
  it->units[0] = (TlumachUnit){
      .segment = {{0, end.start + 1}, 0}, .terms = it->uses, .n_terms = 1, .names = &it->name, .n_names = 1};
  it->units[1] = (TlumachUnit){.segment = {{second.start, third.start - 1}, 1},
                               .misspellings = &it->misspelling,
                               .n_misspellings = 1,
                               .suggestions = &it->suggestion,
                               .n_suggestions = 1,
                               .target = "Equipment:\t\"tag\"\nand | so on"};
  it->units[2] = (TlumachUnit){.segment = {third, 1}, .terms = it->uses + 1, .n_terms = 1};
  it->file = (TlumachReportFile){.document = sample_document(SAMPLE, strlen(SAMPLE)), .units = it->units, .n_units = 3};
  it->report = (TlumachReport){"uk", "en", &it->file, 1};
}

static inline void sample_clear(Sample *it) {
  tlumach_document_free(it->file.document);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Sample, sample_clear)

/* What a writer writes. Free with g_free. */
static inline char *written(const TlumachReport *report, const char *format) {
  GString *text = g_string_new(NULL);
  TlOutput *output = tl_output_memory(text);
  g_autoptr(GError) error = NULL;
  const TlWriter *writer = tl_writer_named(format);
  assert_non_null(writer);
  if (!writer->write(report, output, &error))
    fail_msg("%s", error->message);
  assert_true(tl_output_close(output, NULL));
  assert_int_equal(strlen(text->str), text->len);
  return g_string_free(text, FALSE);
}

static inline void assert_contains(const char *text, const char *part) {
  if (strstr(text, part) == NULL)
    fail_msg("“%s” is not in:\n%s", part, text);
}

static inline void assert_lacks(const char *text, const char *part) {
  if (strstr(text, part) != NULL)
    fail_msg("“%s” is in:\n%s", part, text);
}

/* What the grammar of its standard, of tests/grammars, says of a file in UTF-8. XLIFF 2.2 has the elements of 2.1 in
 * another namespace. */
static inline GPtrArray *grammar_faults(const char *grammar, GBytes *file) {
  gsize n;
  const char *data = g_bytes_get_data(file, &n);
  g_autoptr(GString) text = g_string_new_len(data, (gssize)n);
  g_string_replace(text, "xliff:document:2.2", "xliff:document:2.0", 0);
  g_autofree char *path = g_strconcat("tests/grammars/", grammar, NULL), *rules = NULL;
  assert_true(g_file_get_contents(path, &rules, NULL, NULL));
  GPtrArray *faults = g_ptr_array_new_with_free_func(g_free);
  g_autoptr(GError) error = NULL;
  if (!tl_xml_validate("file", text->str, text->len, rules, faults, &error))
    fail_msg("%s", error->message);
  return faults;
}

static inline void assert_valid(const char *text, const char *grammar) {
  g_autoptr(GBytes) file = g_bytes_new(text, strlen(text));
  g_autoptr(GPtrArray) faults = grammar_faults(grammar, file);
  if (faults->len > 0)
    fail_msg("%s\n%s", (const char *)faults->pdata[0], text);
}

#endif
