/* Records and cells. */
#include "terms_test.h"

#include "terms/tables/record.h"

/* All records of `text`: cells between "|", records between "/". */
static char *split(const char *text, char separator) {
  TlRecords records;
  tl_records_init(&records, text, strlen(text), separator);
  GString *out = g_string_new(NULL);
  g_autoptr(GError) error = NULL;
  for (guint n = 0; tl_records_next(&records, "t", &error); n++) {
    if (n > 0)
      g_string_append_c(out, '/');
    for (guint i = 0; i < records.cells->len; i++)
      g_string_append_printf(out, "%s%s", i > 0 ? "|" : "", g_array_index(records.cells, TlCell, i).text);
  }
  if (error != NULL)
    g_string_assign(out, error->message);
  tl_records_clear(&records);
  return g_string_free(out, FALSE);
}

static void assert_split(const char *text, char separator, const char *expected) {
  g_autofree char *found = split(text, separator);
  assert_string_equal(found, expected);
}

static void test_tabs(void **state G_GNUC_UNUSED) {
  assert_split("а\tb\nc\t\td\n", '\t', "а|b/c||d");
  assert_split("a\tb\r\nc\td\re\tf", '\t', "a|b/c|d/e|f");
  assert_split("\"a\tb\"\n", '\t', "\"a|b\""); /* TSV has no quotes */
  assert_split("\n\na\n", '\t', "//a");
  assert_split("", '\t', "");
}

static void test_quotes(void **state G_GNUC_UNUSED) {
  assert_split("a,\"b,c\",d\n", 0, "a|b,c|d");
  assert_split("\"say \"\"так\"\"\",\"\"\n", 0, "say \"так\"|");
  assert_split("\"two\r\nlines\",x\ny,z\n", 0, "two\nlines|x/y|z");
  assert_split("a\"b,c\n", 0, "a\"b|c"); /* a quote inside a plain cell is itself */
  assert_split("\"a\"b,c\n", 0, "ab|c");
}

static void test_separators(void **state G_GNUC_UNUSED) {
  assert_split("a;b;c,d\n", 0, "a|b|c,d");
  assert_split("a\tb\n", 0, "a|b");
  assert_split("\"a;b;c;d\",e\n", 0, "a;b;c;d|e");
}

static void test_never_closed(void **state G_GNUC_UNUSED) {
  assert_split("a,b\nc,\"d\n\ne", 0, "t:2: a quoted cell that begins here is never closed");
}

static void test_lines_and_spans(void **state G_GNUC_UNUSED) {
  static const char text[] = "a,b\r\n\"c\n\nd\",e\nf,g";
  TlRecords records;
  tl_records_init(&records, text, strlen(text), 0);
  static const struct { size_t line, start, end; } expected[] = {{1, 0, 3}, {2, 5, 13}, {5, 14, 17}};
  for (size_t i = 0; i < G_N_ELEMENTS(expected); i++) {
    assert_true(tl_records_next(&records, "t", NULL));
    assert_int_equal(records.first_line, expected[i].line);
    assert_int_equal(records.span.start, expected[i].start);
    assert_int_equal(records.span.end, expected[i].end);
  }
  assert_false(tl_records_next(&records, "t", NULL));
  tl_records_clear(&records);
}

/* A NUL is a byte of its cell, which therefore has a length. */
static void test_nul(void **state G_GNUC_UNUSED) {
  TlRecords records;
  tl_records_init(&records, "a\0b\tc", 5, '\t');
  assert_true(tl_records_next(&records, "t", NULL));
  assert_int_equal(g_array_index(records.cells, TlCell, 0).length, 3);
  assert_string_equal(g_array_index(records.cells, TlCell, 1).text, "c");
  tl_records_clear(&records);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_tabs),         cmocka_unit_test(test_quotes),          cmocka_unit_test(test_separators),
      cmocka_unit_test(test_never_closed), cmocka_unit_test(test_lines_and_spans), cmocka_unit_test(test_nul),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
