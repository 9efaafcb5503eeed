/* The table, and choosing from it. */
#include "reports_test.h"
#include "tlumach/session.h"

static void test_by_name(void **state G_GNUC_UNUSED) {
  assert_string_equal(tl_writer_named("tmx")->name, "tmx");
  assert_null(tl_writer_named("TMX"));
  assert_null(tl_writer_named(""));
}

static void test_by_ending(void **state G_GNUC_UNUSED) {
  assert_string_equal(tlumach_report_format_of("dir.md/a.b.TMX"), "tmx");
  assert_string_equal(tlumach_report_format_of("x.xliff"), "xliff");
  assert_string_equal(tlumach_report_format_of("x.xlf2"), "xliff2");
  assert_string_equal(tlumach_report_format_of("x.markdown"), "md");
  assert_null(tlumach_report_format_of("x.docx"));
  assert_null(tlumach_report_format_of(".tmx"));
  assert_null(tlumach_report_format_of("tmx"));
}

/* The public list says what the table says. */
static void test_list(void **state G_GNUC_UNUSED) {
  const char *const *list = tlumach_report_formats();
  guint n = 0;
  for (; tl_writers[n].name; n++) {
    assert_string_equal(list[2 * n], tl_writers[n].name);
    assert_string_equal(list[2 * n + 1], tl_writers[n].about);
    assert_non_null(tl_writers[n].write);
  }
  assert_true(n >= 7);
  assert_null(list[2 * n]);
}

static void test_public_door(void **state G_GNUC_UNUSED) {
  g_auto(Sample) sample;
  sample_init(&sample);
  g_autoptr(GString) out = g_string_new("kept ");
  g_autoptr(GError) error = NULL;
  assert_true(tlumach_report_write(&sample.report, "tsv", out, &error));
  assert_true(g_str_has_prefix(out->str, "kept source\ttarget\t"));
  assert_false(tlumach_report_write(&sample.report, "docx", out, &error));
  assert_contains(error->message, "docx");
}

/* A report of no files: XLIFF cannot be written, nor a file as it was; the others can. */
static void test_no_files(void **state G_GNUC_UNUSED) {
  const TlumachReport none = {"uk", "en", NULL, 0};
  for (const TlWriter *writer = tl_writers; writer->name; writer++) {
    g_autoptr(GString) out = g_string_new(NULL);
    g_autoptr(GError) error = NULL;
    gboolean needed = g_str_has_prefix(writer->name, "xliff") || strcmp(writer->name, "same") == 0;
    assert_int_equal(tlumach_report_write(&none, writer->name, out, &error), !needed);
    assert_int_equal(error != NULL, needed);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_by_name), cmocka_unit_test(test_by_ending),
                                     cmocka_unit_test(test_list), cmocka_unit_test(test_public_door),
                                     cmocka_unit_test(test_no_files)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
