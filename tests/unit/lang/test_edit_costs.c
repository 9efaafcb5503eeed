/* What it takes to write one word for another, and suggestions put in that order. */
#include "../unit.h"

#include "lang/edit_costs.h"
#include "lang/suggest.h"

static void test_cost(UNUSED_STATE) {
  assert_int_equal(tl_edit_cost("рада", "рада"), 0);
  assert_int_equal(tl_edit_cost("рдаа", "рада"), tl_cost_transpose());
  assert_int_equal(tl_edit_cost("раад", "рада"), tl_cost_transpose());
  assert_int_equal(tl_edit_cost("рад", "рада"), tl_cost_omit(U'а', U'д'));
  assert_int_equal(tl_edit_cost("раада", "рада"), tl_cost_insert(U'а', U'а'));
  assert_int_equal(tl_edit_cost("рата", "рада"), tl_cost_substitute(U'т', U'д'));
  assert_int_equal(tl_edit_cost("", "рад"),
                   tl_cost_omit(U'р', 0) + tl_cost_omit(U'а', U'р') + tl_cost_omit(U'д', U'а'));
  assert_int_equal(tl_edit_cost("", ""), 0);
  assert_true(tl_edit_cost("кіт", "кит") < tl_edit_cost("кіт", "кот")); /* слухом: і and и are mixed up */
}

static guint usual(const char *word, gpointer user) {
  return strcmp(word, user) == 0 ? 10 : 0;
}

static void assert_ranked(const char *word, const char *suggestions, const char *favourite, const char *expected) {
  g_auto(GStrv) list = g_strsplit(suggestions, " ", -1);
  tl_suggest_rank(word, list, favourite ? usual : NULL, (gpointer)favourite);
  g_autofree char *ranked = g_strjoinv(" ", list);
  assert_string_equal(ranked, expected);
}

static void test_rank(UNUSED_STATE) {
  assert_ranked("рдаа", "рана рада роса", NULL, "рада рана роса");
  assert_ranked("Рдаа", "Рана рада", NULL, "рада Рана"); /* casing is no edit */
  assert_ranked("абг", "абд аби", "аби", "аби абд");
  assert_ranked("абв", "где жзи", NULL, "где жзи"); /* alike: as they came */
  assert_ranked("абв", "", NULL, "");
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_cost), cmocka_unit_test(test_rank)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
