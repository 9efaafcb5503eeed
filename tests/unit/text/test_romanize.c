/* By resolution 55 of the Cabinet of Ministers of Ukraine of 27 January 2010; its own examples first. */
#include "../unit.h"

#include "text/romanize.h"

static void assert_latin(const char *text, const char *expected) {
  g_autoptr(GString) latin = g_string_new(NULL);
  tl_romanize(text, strlen(text), latin);
  assert_string_equal(latin->str, expected);
}

static void test_examples_of_the_resolution(UNUSED_STATE) {
  static const char *const pairs[][2] = {{"Алушта", "Alushta"},
                                         {"Борщагівка", "Borshchahivka"},
                                         {"Вінниця", "Vinnytsia"},
                                         {"Гадяч", "Hadiach"},
                                         {"Згорани", "Zghorany"},
                                         {"Ґалаґан", "Galagan"},
                                         {"Дон", "Don"},
                                         {"Рівне", "Rivne"},
                                         {"Єнакієве", "Yenakiieve"},
                                         {"Гаєвич", "Haievych"},
                                         {"Короп'є", "Koropie"},
                                         {"Житомир", "Zhytomyr"},
                                         {"Закарпаття", "Zakarpattia"},
                                         {"Медвин", "Medvyn"},
                                         {"Іршава", "Irshava"},
                                         {"Їжакевич", "Yizhakevych"},
                                         {"Кадиївка", "Kadyivka"},
                                         {"Мар'їне", "Marine"},
                                         {"Йосипівка", "Yosypivka"},
                                         {"Стрий", "Stryi"},
                                         {"Київ", "Kyiv"},
                                         {"Лебедин", "Lebedyn"},
                                         {"Миколаїв", "Mykolaiv"},
                                         {"Ніжин", "Nizhyn"},
                                         {"Одеса", "Odesa"},
                                         {"Полтава", "Poltava"},
                                         {"Ромни", "Romny"},
                                         {"Суми", "Sumy"},
                                         {"Тетерів", "Teteriv"},
                                         {"Ужгород", "Uzhhorod"},
                                         {"Фастів", "Fastiv"},
                                         {"Харків", "Kharkiv"},
                                         {"Біла Церква", "Bila Tserkva"},
                                         {"Чернівці", "Chernivtsi"},
                                         {"Шостка", "Shostka"},
                                         {"Гоща", "Hoshcha"},
                                         {"Юрій", "Yurii"},
                                         {"Крюківка", "Kriukivka"},
                                         {"Яготин", "Yahotyn"},
                                         {"Ічня", "Ichnia"},
                                         {"Розгон", "Rozghon"},
                                         {"Русь", "Rus"}};
  for (guint i = 0; i < G_N_ELEMENTS(pairs); i++)
    assert_latin(pairs[i][0], pairs[i][1]);
}

static void test_case(UNUSED_STATE) {
  assert_latin("ЩАСТЯ Щ Щука", "SHCHASTIA Shch Shchuka");
  assert_latin("ЯК ЗГОДА", "YAK ZGHODA");
  assert_latin("Є", "Ye");
  assert_latin("ЮНЕСКО", "YUNESKO");
}

/* The forms for a word's start stand behind a hyphen, too; an apostrophe does not begin a word. */
static void test_word_starts(UNUSED_STATE) {
  assert_latin("Івано-Єгорівка", "Ivano-Yehorivka");
  assert_latin("Знам’янка Знамʼянка", "Znamianka Znamianka");
  assert_latin("«яр»", "«yar»");
}

static void test_what_passes(UNUSED_STATE) {
  assert_latin("abc 123 \xFF\n", "abc 123 \xFF\n");
  assert_latin("'слово'", "'slovo'");
  assert_latin("за\xCC\x81мок дер\xC2\xADжава", "zamok derzhava");
  assert_latin("Ельцын", "Eltsыn");
  assert_latin("", "");
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_examples_of_the_resolution), cmocka_unit_test(test_case),
                                     cmocka_unit_test(test_word_starts), cmocka_unit_test(test_what_passes)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
