/* Tables as term bases. */
#include "terms_test.h"

#include "terms/tables/columns.h"

static TlumachTermbase *read_table(const char *path, const char *text, size_t length, GError **error) {
  g_autoptr(GBytes) raw = g_bytes_new(text, length);
  return tl_table_read(path, raw, "uk", "en", error);
}

static TlumachTermbase *table(const char *path, const char *text) {
  g_autoptr(GError) error = NULL;
  TlumachTermbase *base = read_table(path, text, strlen(text), &error);
  if (base == NULL)
    fail_msg("%s", error->message);
  return base;
}

static void test_omegat(void **state G_GNUC_UNUSED) {
  static const char text[] = "# a comment\nрада безпеки\tSecurity Council; UNSC\tООН\r\n\nмир\tpeace\n";
  g_autoptr(TlumachTermbase) base = table("g.txt", text);
  assert_warnings(base, 0);
  assert_int_equal(count(base), 2);
  assert_int_equal(concept(base, 0)->n_terms, 3);
  assert_string_equal(term(base, 0, 0)->text, "рада безпеки");
  assert_string_equal(term(base, 0, 0)->language, "uk");
  assert_string_equal(term(base, 0, 1)->text, "Security Council");
  assert_string_equal(term(base, 0, 2)->text, "UNSC");
  assert_string_equal(term(base, 0, 2)->language, "en");
  assert_string_equal(concept(base, 0)->note, "ООН");
  assert_null(concept(base, 0)->id);
  assert_int_equal(concept(base, 0)->line, 2);
  assert_int_equal(concept(base, 1)->line, 4);
  assert_ptr_equal(term(base, 1, 1)->concept, concept(base, 1));
  TlumachSpan span = concept(base, 1)->file_span;
  assert_int_equal(memcmp(text + span.start, "мир\tpeace\n", span.end - span.start + 1), 0);
}

static void test_header(void **state G_GNUC_UNUSED) {
  g_autoptr(TlumachTermbase) base =
      table("g.csv", "\xEF\xBB\xBFid;uk;en-GB;Status;POS;Subject;Definition;Note;en-GB:type;Owner\n"
                     "d-1;міністр;minister;admitted;n.;уряд;\"член; уряду\";so;fullForm;me\n"
                     "d-2;посол;\"ambassador|envoy\";;;;;;;\n");
  assert_warnings(base, 1);
  assert_contains(warning(base, 0), "the column “Owner” is not known");
  assert_int_equal(count(base), 2);
  assert_string_equal(concept(base, 0)->id, "d-1");
  assert_string_equal(concept(base, 0)->subject, "уряд");
  assert_string_equal(concept(base, 0)->definition, "член; уряду");
  assert_string_equal(concept(base, 0)->note, "so");
  assert_int_equal(term(base, 0, 0)->status, TLUMACH_STATUS_NONE); /* a status is the equivalent's */
  assert_int_equal(term(base, 0, 1)->status, TLUMACH_STATUS_ADMITTED);
  assert_string_equal(term(base, 0, 0)->pos, "noun");
  assert_string_equal(term(base, 0, 1)->pos, "noun");
  assert_null(term(base, 0, 0)->type);
  assert_string_equal(term(base, 0, 1)->type, "fullForm");
  assert_string_equal(term(base, 0, 1)->language, "en-GB");
  assert_int_equal(concept(base, 1)->n_terms, 3);
  assert_string_equal(term(base, 1, 2)->text, "envoy");
}

/* Rows with one id are one concept; the term that they share is one term. */
static void test_rows_of_one_concept(void **state G_GNUC_UNUSED) {
  g_autoptr(TlumachTermbase) base =
      table("g.tsv", "ID\tukrainian\tenglish\tstatus\nk1\tрада\tcouncil\tpreferred\nk1\tрада\tboard\tdeprecated\n"
                     "k2\tмир\tpeace\t\nk1\tрада\tsoviet\tsplendid\n");
  assert_int_equal(count(base), 3);
  assert_int_equal(concept(base, 0)->n_terms, 3);
  assert_string_equal(term(base, 0, 1)->text, "council");
  assert_int_equal(term(base, 0, 1)->status, TLUMACH_STATUS_PREFERRED);
  assert_string_equal(term(base, 0, 2)->text, "board");
  assert_int_equal(term(base, 0, 2)->status, TLUMACH_STATUS_DEPRECATED);
  assert_warnings(base, 2);
  assert_contains(warning(base, 0), "g.tsv:5: “splendid” is not a status");
  assert_contains(warning(base, 1), "g.tsv:5: id “k1” is also that of the entry in line 2");
}

static void test_utx(void **state G_GNUC_UNUSED) {
  g_autoptr(TlumachTermbase) base =
      table("g.utx", "#UTX 1.20; en/uk; 2024-01-01T00:00:00Z; copyright: nobody\n#a comment\n"
                     "#src\ttgt\tsrc:pos\tterm status\tconcept ID\n"
                     "agreement\tугода\tnoun\tapproved\t7\nagreement\tзгода\tnoun\tforbidden\t7\n");
  assert_warnings(base, 0);
  assert_int_equal(count(base), 1);
  assert_string_equal(term(base, 0, 0)->language, "en");
  assert_string_equal(term(base, 0, 0)->pos, "noun");
  assert_string_equal(term(base, 0, 1)->language, "uk");
  assert_null(term(base, 0, 1)->pos);
  assert_int_equal(term(base, 0, 1)->status, TLUMACH_STATUS_PREFERRED);
  assert_int_equal(term(base, 0, 2)->status, TLUMACH_STATUS_DEPRECATED);
  assert_string_equal(concept(base, 0)->id, "7");
}

static void test_faults(void **state G_GNUC_UNUSED) {
  g_autoptr(TlumachTermbase) base = table("g.tsv", "рада\tcouncil\nодин\nмир\tpeace\t\tx\ty\nа\tb\t\tz\n\t\tc\n");
  assert_int_equal(count(base), 4);
  assert_warnings(base, 3);
  assert_contains(warning(base, 0), "g.tsv:2: a line without a second column");
  assert_contains(warning(base, 1), "g.tsv:3: what stands after column 3");
  assert_contains(warning(base, 2), "g.tsv:5: an entry without terms");

  g_autoptr(GError) error = NULL;
  assert_null(read_table("g.tsv", "just a text\nof two lines\n", 26, &error));
  assert_contains(error->message, "g.tsv: this is no table of terms");
  g_clear_error(&error);
  assert_null(read_table("g.csv", "a,\"b\n", 5, &error));
  assert_contains(error->message, "g.csv:1: a quoted cell");
}

static void test_bytes_that_are_not_text(void **state G_GNUC_UNUSED) {
  static const char text[] = "рада\tcouncil\n\xFF\xFE\x00x\tpeace\n";
  g_autoptr(GError) error = NULL;
  g_autoptr(TlumachTermbase) base = read_table("g.tsv", text, sizeof text - 1, &error);
  assert_non_null(base);
  assert_int_equal(count(base), 2);
  assert_int_equal(concept(base, 1)->n_terms, 1);
  assert_contains(warning(base, 0), "g.tsv:2: cell 1 is not UTF-8 text");
}

static void test_empty(void **state G_GNUC_UNUSED) {
  g_autoptr(TlumachTermbase) base = table("g.tsv", "uk\ten\n");
  assert_int_equal(count(base), 0);
  assert_warnings(base, 1);
}

static void assert_column(const char *name, TlField field, const char *language) {
  TlColumn column = tl_column_from_name(name, "uk", "en");
  assert_int_equal(column.field, field);
  if (language == NULL)
    assert_null(column.language);
  else
    assert_string_equal(column.language, language);
  tl_column_clear(&column);
}

static void test_columns(void **state G_GNUC_UNUSED) {
  assert_column("uk", TL_FIELD_TERM, "uk");
  assert_column("UK-ua", TL_FIELD_TERM, "UK-ua");
  assert_column("ukr", TL_FIELD_TERM, "ukr");
  assert_column("Англійська", TL_FIELD_TERM, "en");
  assert_column("Source", TL_FIELD_TERM, "uk");
  assert_column("translation", TL_FIELD_TERM, "en");
  assert_column("tgt:pos", TL_FIELD_POS, "en");
  assert_column("uk: Note", TL_FIELD_NOTE, "uk");
  assert_column("id", TL_FIELD_ID, NULL);
  assert_column("Domain", TL_FIELD_SUBJECT, NULL);
  assert_column("date", TL_FIELD_UNKNOWN, NULL);
  assert_column("рада", TL_FIELD_UNKNOWN, NULL);
  assert_column("", TL_FIELD_UNKNOWN, NULL);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_omegat), cmocka_unit_test(test_header),  cmocka_unit_test(test_rows_of_one_concept),
      cmocka_unit_test(test_utx),    cmocka_unit_test(test_faults),  cmocka_unit_test(test_bytes_that_are_not_text),
      cmocka_unit_test(test_empty),  cmocka_unit_test(test_columns),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
