#include "../unit.h"

#include "text/pinyin.h"

static void test_names(UNUSED_STATE) {
  static const char *const names[][2] = {{"Сі Цзіньпін", "Xi Jinping"},
                                         {"Ван І", "Wang Yi"},
                                         {"Ван Ї", "Wang Yi"},
                                         {"Лі Цян", "Li Qiang"},
                                         {"Мао Цзедун", "Mao Zedong"},
                                         {"Ден Сяопін", "Deng Xiaoping"},
                                         {"Чжоу Еньлай", "Zhou Enlai"},
                                         {"Цінь Ган", "Qin Gang"},
                                         {"Жень Чженфей", "Ren Zhengfei"},
                                         {"Люй Фан", "Lü Fang"},
                                         {"Хуан Сюецінь", "Huang Xueqin"},
                                         {"Чжао Ле Цзі", "Zhao Leji"}};
  for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
    g_autoptr(GString) out = g_string_new(NULL);
    assert_true(tl_pinyin_name(names[i][0], out));
    assert_string_equal(out->str, names[i][1]);
  }
}

/* Names that are not Chinese, or not wholly: nothing is made up, and nothing appended. */
static void test_others(UNUSED_STATE) {
  static const char *const names[] = {"Петро Порошенко",           "Іван Дон", "Лі",         "",
                                      "Лі Харві Освальд Молодший", "Ван Гог",  "Xi Jinping", "Сі Петренко"};
  for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
    g_autoptr(GString) out = g_string_new("before");
    assert_false(tl_pinyin_name(names[i], out));
    assert_string_equal(out->str, "before");
  }
}

/* The apostrophe where a syllable begins with a vowel (ISO 7098). */
static void test_apostrophe(UNUSED_STATE) {
  g_autoptr(GString) out = g_string_new(NULL);
  guint n = 0;
  assert_true(tl_pinyin_word("Сіань", out, &n));
  assert_string_equal(out->str, "Xi'an");
  assert_int_equal(n, 2);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_names), cmocka_unit_test(test_others),
                                     cmocka_unit_test(test_apostrophe)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
