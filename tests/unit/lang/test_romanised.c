/* Names of a dictionary in Latin letters. */
#include "dictionary_test.h"

#include "lang/romanised.h"

static TlFrozen *names(void) {
  g_autoptr(GBytes)
      aff = text_bytes("SET UTF-8\nSFX A Y 1\nSFX A о а о\n"),
      dic = text_bytes("9\nПетренко/A\nЗгурський\nЛук'яненко\nМельничук\nЄфименко\nЩербак\nЮрченко\nвогонь\n"
                       "Коваль\n");
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = tl_freeze("names", aff, dic, NULL, "x", &error);
  assert_no_error(error);
  TlFrozen *frozen = tl_frozen_open(bytes, "x", &error);
  assert_no_error(error);
  return frozen;
}

static void test_names(UNUSED_STATE) {
  static const char *const right[] = {"Petrenko",  "Zghurskyi", "Lukianenko", "Melnychuk",
                                      "Yefymenko", "Shcherbak", "Yurchenko"};
  static const char *const wrong[] = {"Petrenka", /* a form: English has no cases */
                                      "petrenko", /* a name is capitalised */
                                      "PETRENKO", "PetrenkO",  "Petrenk",  "Petrenkoo", "Petrrenko",
                                      "Zhurskyi", "Iefymenko", /* not at a word's start */
                                      "Vohon",    "Vohoni",    "Петренко", "",          "P"};
  TlFrozen *frozen = names();
  for (guint i = 0; i < G_N_ELEMENTS(right); i++)
    if (!tl_is_romanised_name(frozen, right[i], strlen(right[i])))
      fail_msg("%s is a name", right[i]);
  assert_false(tl_is_romanised_name(frozen, "Koval", 5)); /* too short to be told from a slip */
  for (guint i = 0; i < G_N_ELEMENTS(wrong); i++)
    if (tl_is_romanised_name(frozen, wrong[i], strlen(wrong[i])))
      fail_msg("%s is no name", wrong[i]);
  tl_frozen_free(frozen);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_names)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
