#include "../unit.h"

#include "base/nearest.h"

static const char *const names[] = {"prepare", "find", "annotate", "spell", "segment", "lemma", NULL};

static void test_slips(UNUSED_STATE) {
  assert_string_equal(tl_nearest("prepear", names), "prepare");
  assert_string_equal(tl_nearest("fnid", names), "find");
  assert_string_equal(tl_nearest("FIND", names), "find");
  assert_string_equal(tl_nearest("lema", names), "lemma");
  assert_string_equal(tl_nearest("segments", names), "segment");
  assert_string_equal(tl_nearest("find", names), "find");
}

static void test_nothing_near(UNUSED_STATE) {
  static const char *const none[] = {NULL};
  assert_null(tl_nearest("xyzzy", names));
  assert_null(tl_nearest("translate", names));
  assert_null(tl_nearest("find", none));
  g_autofree char *endless = g_strnfill(100000, 'a');
  assert_null(tl_nearest(endless, names));
}

static void test_what_is_said(UNUSED_STATE) {
  static const char *const few[] = {"find", "lemma", NULL};
  const struct {
    const char *name, *without, *with;
  } cases[] = {{"fnid", "; did you mean \"find\"?", "; did you mean \"find\"? there is find, lemma"},
               {"xyzzy", "", "; there is find, lemma"}};
  for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autofree char *without = tl_did_you_mean(cases[i].name, few, FALSE);
    g_autofree char *with = tl_did_you_mean(cases[i].name, few, TRUE);
    assert_string_equal(without, cases[i].without);
    assert_string_equal(with, cases[i].with);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_slips), cmocka_unit_test(test_nothing_near),
                                     cmocka_unit_test(test_what_is_said)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
