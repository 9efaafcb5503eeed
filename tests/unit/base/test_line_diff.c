#include "../unit.h"

#include "base/line_diff.h"

static void assert_diff(const char *old, const char *new, guint first, const char *expected) {
  g_autoptr(GString) out = g_string_new(NULL);
  tl_line_diff(old, strlen(old), new, strlen(new), first, out);
  assert_string_equal(out->str, expected);
}

static void test_nothing(UNUSED_STATE) {
  assert_diff("", "", 1, "");
  assert_diff("a\nb\n", "a\nb\n", 1, "");
}

static void test_places(UNUSED_STATE) {
  assert_diff("a\nb\nc\n", "a\nx\nc\n", 1, "@@ line 2 @@\n-b\n+x\n");
  assert_diff("a\nb\nc\nd\n", "b\nc\nd\ne\n", 10, "@@ line 10 @@\n-a\n@@ line 14 @@\n+e\n");
  assert_diff("", "a\n", 1, "@@ line 1 @@\n+a\n");
  assert_diff("a\n", "", 1, "@@ line 1 @@\n-a\n");
}

/* The last line may have no end. */
static void test_no_end(UNUSED_STATE) {
  assert_diff("a\nb", "a\nc", 1, "@@ line 2 @@\n-b\n+c\n");
  assert_diff("a", "a\n", 1, "@@ line 1 @@\n-a\n+a\n");
}

/* Too many lines for the table: all of the one, all of the other. */
static void test_large(UNUSED_STATE) {
  g_autoptr(GString) old = g_string_new("same\n"), new = g_string_new("same\n"), out = g_string_new(NULL);
  for (guint i = 0; i < 3000; i++) {
    g_string_append_printf(old, "old %u\n", i);
    g_string_append_printf(new, "new %u\n", i);
  }
  tl_line_diff(old->str, old->len, new->str, new->len, 1, out);
  assert_true(g_str_has_prefix(out->str, "@@ line 2 @@\n-old 0\n"));
  assert_true(g_str_has_suffix(out->str, "+new 2999\n"));
  assert_null(strstr(out->str, "same"));
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_nothing), cmocka_unit_test(test_places),
                                     cmocka_unit_test(test_no_end), cmocka_unit_test(test_large)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
