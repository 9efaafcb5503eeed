/* Ids for what has none. */
#include "terms_test.h"

#include "terms/new_id.h"

static void assert_taken(TlIds *ids, char *id, const char *expected) {
  assert_string_equal(id, expected);
  tl_ids_add(ids, id);
  g_free(id);
}

static void test_named(void **state G_GNUC_UNUSED) {
  g_autoptr(TlIds) ids = tl_ids_new(NULL);
  assert_taken(ids, tl_named_id(ids, "Рада безпеки"), "rada-bezpeky");
  tl_ids_add(ids, "rada-bezpeky-3");
  assert_taken(ids, tl_named_id(ids, "рада безпеки"), "rada-bezpeky-2");
  assert_taken(ids, tl_named_id(ids, "рада безпеки"), "rada-bezpeky-4");
  assert_taken(ids, tl_named_id(ids, "5 рад"), "c-5-rad");
}

/* On from the greatest number, with as many digits; numbers that were given are not given again. */
static void test_numbered(void **state G_GNUC_UNUSED) {
  g_autoptr(TlumachTermbase) base = tbx(
      "<martif type=\"TBX\" xml:lang=\"uk\"><text><body><termEntry id=\"c08\"><langSet "
      "xml:lang=\"uk\"><tig><term>а</term>"
      "</tig></langSet></termEntry><termEntry id=\"c09\"><langSet xml:lang=\"uk\"><tig><term>б</term></tig></langSet>"
      "</termEntry></body></text></martif>");
  g_autoptr(TlIds) ids = tl_ids_new(base);
  assert_true(tl_ids_has(ids, "c08"));
  tl_ids_add(ids, "c11");
  assert_taken(ids, tl_new_id(ids, "а"), "c10");
  assert_taken(ids, tl_new_id(ids, "а"), "c12");
}

static void test_fits(void **state G_GNUC_UNUSED) {
  g_autoptr(TlIds) ids = tl_ids_new(NULL);
  assert_true(tl_ids_fits(ids, "c1"));
  assert_false(tl_ids_fits(ids, "a b"));
  assert_false(tl_ids_fits(ids, "1"));
  tl_ids_add(ids, "2");
  assert_true(tl_ids_fits(ids, "1"));
}

/* Many alike: none counts from the beginning. */
static void test_many(void **state G_GNUC_UNUSED) {
  g_autoptr(TlIds) ids = tl_ids_new(NULL);
  for (guint i = 1; i <= 200000; i++) {
    g_autofree char *id = tl_named_id(ids, "рада"), *expected = g_strdup_printf(i == 1 ? "rada" : "rada-%u", i);
    assert_string_equal(id, expected);
    tl_ids_add(ids, id);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_named), cmocka_unit_test(test_numbered),
                                     cmocka_unit_test(test_fits), cmocka_unit_test(test_many)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
