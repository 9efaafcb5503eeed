#include "../unit.h"

#include "lang/old_spelling.h"

static TlOldSpelling *parse(const char *text, GError **error) {
  g_autoptr(GBytes) bytes = g_bytes_new_static(text, strlen(text));
  return tl_old_spelling_parse("list.tsv", bytes, error);
}

static void test_words(UNUSED_STATE) {
  TlOldSpelling *list = parse("# 2019\nпроект\tпроєкт\r\nпівроку$\tпів року\nон-лайн\tонлайн\n", NULL);
  static const struct {
    const char *word, *now;
  } words[] = {{"проекту", "проєкту"},
               {"проектувати", "проєктувати"},
               {"півроку", "пів року"},
               {"он-лайнові", "онлайнові"},
               {"проєкт", NULL},
               {"півроковий", NULL},
               {"про", NULL},
               {"п", NULL},
               {"", NULL},
               {"прохід", NULL}};
  for (guint i = 0; i < G_N_ELEMENTS(words); i++) {
    g_autofree char *now = tl_new_spelling(list, words[i].word);
    assert_int_equal(tl_is_old_spelling(list, words[i].word, strlen(words[i].word)), words[i].now != NULL);
    if (words[i].now)
      assert_string_equal(now, words[i].now);
    else
      assert_null(now);
  }
  assert_false(tl_is_old_spelling(NULL, "проект", strlen("проект")));
  assert_null(tl_new_spelling(NULL, "проект"));
  tl_old_spelling_free(list);
  tl_old_spelling_free(NULL);
}

static void test_faults(UNUSED_STATE) {
  static const char *const faults[] = {"проект\n", "пое\tпоє\n", "проект\t\n", "проект\tпроєкт\tщось\n"};
  for (guint i = 0; i < G_N_ELEMENTS(faults); i++) {
    g_autoptr(GError) error = NULL;
    assert_null(parse(faults[i], &error));
    assert_failed(&error, TLUMACH_ERROR_FORMAT, "list.tsv:1:1: expected how a word began");
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_words), cmocka_unit_test(test_faults)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
