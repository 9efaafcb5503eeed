/* Names near each other: derived ones, distances. */
#include "checks/distance.h"
#include "checks/name_forms.h"

#include "../unit.h"

static void test_distance(UNUSED_STATE) {
  assert_int_equal(tl_edit_distance("", ""), 0);
  assert_int_equal(tl_edit_distance("Kyiv", "kyiv"), 0);
  assert_int_equal(tl_edit_distance("beteen", "between"), 1);
  assert_int_equal(tl_edit_distance("abc", "xyz"), 3);
  assert_int_equal(tl_edit_distance("", "abc"), 3);
  g_autofree char *longer = g_strnfill(TL_DISTANCE_MAX + 1, 'a');
  assert_int_equal(tl_edit_distance(longer, "a"), TL_DISTANCE_MAX);
}

static void test_derived(UNUSED_STATE) {
  assert_true(tl_name_is_derived("Ukraine", "Ukrainians"));
  assert_true(tl_name_is_derived("Iran", "Iranian"));
  assert_false(tl_name_is_derived("Zelensky", "Zelenskyy"));
  assert_false(tl_name_is_derived("Kharkiv", "Kharkow"));
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_distance), cmocka_unit_test(test_derived)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
