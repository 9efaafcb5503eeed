#include "lang_test.h"

#include "lang/built_words.h"

static TlWordList *prefixes(void) {
  static const char text[] = "кібер\tnoun adjective\nекс\tnoun\nп'яти\tadjective\nтрьох\tadjective vowel\n";
  g_autoptr(GBytes) bytes = g_bytes_new_static(text, strlen(text));
  return tl_word_list_parse("list.tsv", bytes, NULL);
}

/* With the frozen lexicon and without it. */
static void test_built(void **state) {
  static const struct {
    const char *word;
    gboolean built;
  } words[] = {{"кібервода", TRUE},      {"Кібервод", FALSE},    {"кібернового", TRUE},    {"КІБЕРСОЮЗИ", TRUE},
               {"кібер'рада", TRUE},     {"п'ятинового", TRUE},  {"п'ятивода", FALSE},     {"екссекретар", TRUE},
               {"ексвода", FALSE},       {"трьохнового", FALSE}, {"союзно-нового", FALSE}, {"союзо-нового", TRUE},
               {"водо-ново-нові", TRUE}, {"водо-рада", FALSE},   {"о-нового", FALSE},      {"-нового", FALSE},
               {"водо-", FALSE},         {"кібер", FALSE},       {"вода", FALSE},          {"", FALSE}};
  Small *small = *state;
  TlWordList *list = prefixes();
  for (guint i = 0; i < G_N_ELEMENTS(words); i++) {
    if (tl_is_built_word(small->frozen, list, words[i].word) != words[i].built)
      fail_msg("%s", words[i].word);
    assert_int_equal(tl_is_built_word(small->live, list, words[i].word), words[i].built);
  }
  assert_false(tl_is_built_word(small->frozen, NULL, "кібервода"));
  tl_word_list_free(list);
}

static void test_hyphen(void **state) {
  static const struct {
    const char *word;
    const char *before;
  } words[] = {{"кібер-води", "кібер"}, {"Екс-секретар", "Екс"}, {"екс-Марта", NULL}, {"екс-новий", NULL},
               {"кібер-кобер", NULL},   {"вода-рада", NULL},     {"кібер-", NULL},    {"-", NULL}};
  Small *small = *state;
  TlWordList *list = prefixes();
  for (guint i = 0; i < G_N_ELEMENTS(words); i++) {
    size_t expected = words[i].before ? strlen(words[i].before) : 0;
    assert_int_equal(tl_odd_hyphen(small->frozen, list, words[i].word), expected);
    assert_int_equal(tl_odd_hyphen(small->live, list, words[i].word), expected);
  }
  tl_word_list_free(list);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test_setup_teardown(test_built, small_open, small_close),
                                     cmocka_unit_test_setup_teardown(test_hyphen, small_open, small_close)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
