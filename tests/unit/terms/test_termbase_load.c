/* Which reader a file is for, from its name and its bytes. */
#include "terms_test.h"

#include <glib/gstdio.h>
#include <unistd.h>

/* Loads `length` bytes from a file whose name ends with `ending`. */
static TlumachTermbase *load(const char *ending, const char *bytes, size_t length, GError **error) {
  g_autofree char *pattern = g_strdup_printf("%s/tlumach-XXXXXX%s", g_get_tmp_dir(), ending);
  int file = g_mkstemp(pattern);
  assert_true(file >= 0);
  assert_int_equal(write(file, bytes, length), length);
  close(file);
  TlumachTermbase *base = tl_termbase_load(pattern, error);
  if (base != NULL)
    assert_string_equal(tlumach_termbase_path(base), pattern);
  g_unlink(pattern);
  return base;
}

static void assert_loads(const char *ending, const char *text, const char *first) {
  g_autoptr(GError) error = NULL;
  g_autoptr(TlumachTermbase) base = load(ending, text, strlen(text), &error);
  if (base == NULL)
    fail_msg("%s: %s", ending, error->message);
  assert_string_equal(term(base, 0, 0)->text, first);
}

static const char xml[] = V2("<termEntry><langSet xml:lang=\"uk\"><tig><term>мир</term></tig></langSet></termEntry>");

static void test_by_ending_and_content(void **state G_GNUC_UNUSED) {
  assert_loads(".tbx", xml, "мир");
  assert_loads(".TBX", xml, "мир");
  assert_loads("", xml, "мир");
  assert_loads(".glossary", "рада\tcouncil\n", "рада");
  assert_loads(".glossary", "рада,council\n", "рада");
  assert_loads(".utf8", "<b>\tbold\n", "<b>"); /* a table may begin like XML */
  assert_loads(".csv", "\"рада\",council\n", "рада");
}

static void assert_refuses(const char *ending, const char *bytes, size_t length, const char *part) {
  g_autoptr(GError) error = NULL;
  g_autoptr(TlumachTermbase) base = load(ending, bytes, length, &error);
  assert_null(base);
  assert_contains(error->message, part);
}

static void test_refused(void **state G_GNUC_UNUSED) {
  assert_refuses(".tbx", "\x1f\x8b\x08\0\0\0", 6, "compressed (gzip)");
  assert_refuses(".xlsx", "PK\x03\x04\0\0", 6, "export CSV");
  assert_refuses(".tbx", "", 0, ".tbx");
  g_autoptr(GError) error = NULL;
  assert_null(tl_termbase_load("/nonexistent/base.tbx", &error));
  assert_contains(error->message, "/nonexistent/base.tbx");
}

static void test_pair(void **state G_GNUC_UNUSED) {
  g_autofree char *path = g_strdup_printf("%s/tlumach-XXXXXX.tsv", g_get_tmp_dir());
  int file = g_mkstemp(path);
  assert_int_equal(write(file, "pokój\tмир\n", strlen("pokój\tмир\n")), strlen("pokój\tмир\n"));
  close(file);
  g_autoptr(GError) error = NULL;
  g_autoptr(TlumachTermbase) base = tl_termbase_load_pair(path, "pl", "uk", &error);
  g_unlink(path);
  assert_non_null(base);
  assert_string_equal(term(base, 0, 0)->language, "pl");
  assert_string_equal(term(base, 0, 1)->language, "uk");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_by_ending_and_content),
      cmocka_unit_test(test_refused),
      cmocka_unit_test(test_pair),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
