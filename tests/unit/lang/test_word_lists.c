#include "../unit.h"

#include "lang/word_lists.h"

static TlWordList *parse(const char *text, GError **error) {
  g_autoptr(GBytes) bytes = g_bytes_new_static(text, strlen(text));
  return tl_word_list_parse("list.tsv", bytes, error);
}

static void test_irregular(UNUSED_STATE) {
  TlWordList *list = parse("# pairs\nлюдей\tлюдина\r\nдітей\tдитина дитя\n\nлюдей\tлюди\n", NULL);
  const char *const *lemmas = tl_irregular_lemmas(list, "людей");
  assert_string_equal(lemmas[0], "людина"); /* a word may stand on several lines */
  assert_string_equal(lemmas[1], "люди");
  assert_null(lemmas[2]);
  assert_string_equal(tl_irregular_lemmas(list, "дітей")[1], "дитя");
  assert_null(tl_irregular_lemmas(list, "людина"));
  assert_null(tl_irregular_lemmas(NULL, "людей"));
  tl_word_list_free(list);
}

/* In any casing; nothing behind the tab: no reading is usual. */
static void test_homographs(UNUSED_STATE) {
  TlWordList *list = parse("тому\tте той\nале\n", NULL);
  const char *const *usual = tl_homographs_usual(list, "Тому");
  assert_true(tl_homographs_allow(usual, "те"));
  assert_false(tl_homographs_allow(usual, "том"));
  assert_false(tl_homographs_allow(tl_homographs_usual(list, "АЛЕ"), "але"));
  assert_null(tl_homographs_usual(list, "рада")); /* all are */
  tl_word_list_free(list);
}

static void test_faults(UNUSED_STATE) {
  g_autoptr(GError) error = NULL;
  assert_null(parse("людей\tлюдина\n\tлюдина\n", &error));
  assert_failed(&error, TLUMACH_ERROR_FORMAT, "list.tsv:2:1: expected a word, a tab");
  assert_null(parse("людей людина\n", &error));
  assert_failed(&error, TLUMACH_ERROR_FORMAT, "list.tsv:1:1:");
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_irregular), cmocka_unit_test(test_homographs),
                                     cmocka_unit_test(test_faults)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
