#include "../unit.h"

#include "lang/full_name.h"
#include "lang/given_name.h"

/* uk_UA, frozen once for all: names need its paradigms. */
typedef struct Names {
  char *folder;
  TlLexicon *lexicon;
} Names;

static int names_open(void **state) {
  g_autoptr(GError) error = NULL;
  Names *names = g_new0(Names, 1);
  names->folder = folder_make();
  g_free(tl_lexicon_build("uk_UA", NULL, names->folder, &error));
  assert_no_error(error);
  names->lexicon = tl_lexicon_open("uk_UA", NULL, names->folder, &error);
  assert_no_error(error);
  *state = names;
  return 0;
}

static int names_close(void **state) {
  Names *names = *state;
  tl_lexicon_free(names->lexicon);
  folder_remove(names->folder);
  g_free(names);
  return 0;
}

static void assert_citation(const Names *n, const char *name, const char *expected) {
  const TlWordLists lists = {.irregulars = NULL};
  g_autoptr(TlNames) names = tl_names_new(n->lexicon, &lists);
  g_auto(GStrv) words = g_strsplit(name, " ", -1);
  g_autoptr(GString) why = g_string_new(NULL);
  for (char **word = words; *word; word++)
    if (tl_lexicon_readings(n->lexicon, *word, strlen(*word), &(TlReadings){.n = 0}) == TL_UNKNOWN)
      tl_names_note(names, *word);
  g_autofree char *citation = tl_full_name_citation(names, (const char *const *)words, g_strv_length(words), NULL, why);
  assert_string_equal(citation, expected);
}

static void test_men(void **state) {
  assert_citation(*state, "Петра Кандиєнка", "Петро Кандиєнко"); /* Петра is a name, too: not beside a genitive */
  assert_citation(*state, "Валентина Петренка", "Валентин Петренко");
  assert_citation(*state, "Верховенком", "Верховенко");
  assert_citation(*state, "Володимира Зеленського", "Володимир Зеленський");
  assert_citation(*state, "А. В. Підгрушного", "А. В. Підгрушний");
}

/* The dative in -ові is of the given name, not of a surname in -ов; of a man no genitive is in -у. */
static void test_cases_of_men(void **state) {
  assert_citation(*state, "Павлові Гриценку", "Павло Гриценко");
  assert_citation(*state, "Федорові Кравчуку", "Федір Кравчук");
  assert_citation(*state, "Андрія Ложку", "Андрій Ложка");
  assert_citation(*state, "Петру Палійчуку", "Петро Палійчук");
  assert_citation(*state, "Тарасом Романовим", "Тарас Романов");
  assert_citation(*state, "Тарасом Романовом", "Тарас Романів");
  assert_citation(*state, "Степана Пономаря", "Степан Пономар");
}

static void test_women(void **state) {
  assert_citation(*state, "Ганна Панова", "Ганна Панова");
  assert_citation(*state, "Ганни Панової", "Ганна Панова");
  assert_citation(*state, "Наталя Галушка", "Наталя Галушка"); /* an ordinary word; Галушко is in the dictionary */
  assert_citation(*state, "Оленою Зеленською", "Олена Зеленська");
  assert_citation(*state, "Юлії Свириденко", "Юлія Свириденко");
  assert_citation(*state, "Валентини Петренко", "Валентина Петренко");
}

/* One form of two names: what is beside it decides, and what does not decline is a woman's surname (§ 142). */
static void test_either(void **state) {
  assert_citation(*state, "Ганну Коваленко", "Ганна Коваленко");
  assert_citation(*state, "Мар'яну Безуглу", "Мар'яна Безугла");
  assert_citation(*state, "Мар'яну Безуглому", "Мар'ян Безуглий");
  assert_citation(*state, "Олександру Матвійчук", "Олександра Матвійчук");
  assert_citation(*state, "Олександру Матвійчуку", "Олександр Матвійчук");
  assert_citation(*state, "Павлу Дроздучку", "Павло Дроздучок");
  assert_citation(*state, "Богдану Прокопишин", "Богдана Прокопишин");
  assert_citation(*state, "Ганну Петрову", "Ганна Петрова"); /* more usual than Ганн */
  assert_citation(*state, "Юлію Жукову", "Юлія Жукова");
  assert_citation(*state, "Ганну", "Ганна");    /* a given name, sooner than a surname */
  assert_citation(*state, "Степану", "Степан"); /* sooner he, where both are given names */
}

/* A woman's surname in a consonant stays as it is, in -ин, too; one in -ина declines. */
static void test_undeclined(void **state) {
  assert_citation(*state, "Ользі Мельничин", "Ольга Мельничин");
  assert_citation(*state, "Ірину Панчишин", "Ірина Панчишин");
  assert_citation(*state, "Ольгою Каверіною", "Ольга Каверіна");
  assert_citation(*state, "Кім Кардаш'ян", "Кім Кардаш'ян");
  assert_citation(*state, "Карін Кнайсль", "Карін Кнайсль");
  assert_citation(*state, "Анастасії Горлач-Бойко", "Анастасія Горлач-Бойко");
  assert_citation(*state, "Андрієм Горлачем-Бойком", "Андрій Горлач-Бойко");
}

static void test_foreign(void **state) {
  assert_citation(*state, "Фернандо Кортесом", "Фернандо Кортес"); /* § 140 */
  assert_citation(*state, "Башара Аль-Асада", "Башар Аль-Асад");
  assert_citation(*state, "Людвіга ван Бетховена", "Людвіг ван Бетховен");
  assert_citation(*state, "Йоганна Штрауса", "Йоганн Штраус");
  assert_citation(*state, "Путіним", "Путін"); /* form by form in the dictionary */
}

/* Adjective and noun agree in places, too. */
static void test_places(void **state) {
  assert_citation(*state, "Верхньою Лугавою", "Верхня Лугава");
  assert_citation(*state, "Нового Бурлука", "Новий Бурлук");
  assert_citation(*state, "Горішніх Плавнях", "Горішні Плавні");
}

/* What the text has elsewhere decides between two names that a form may be of. */
static void test_support(void **state) {
  const Names *n = *state;
  const TlWordLists lists = {.irregulars = NULL};
  g_autoptr(TlNames) names = tl_names_new(n->lexicon, &lists);
  assert_string_equal(tl_names_citation(names, "Валентину"), "Валентин");
  tl_names_note(names, "Валентиною");
  tl_names_note(names, "Валентину");
  assert_string_equal(tl_names_citation(names, "Валентину"), "Валентина");
}

/* … and who a full name says it is. */
static void test_learn(void **state) {
  const Names *n = *state;
  const TlWordLists lists = {.irregulars = NULL};
  g_autoptr(TlNames) names = tl_names_new(n->lexicon, &lists);
  static const char *const full[] = {"Мирослава", "Гонгадзе"}, *const same[] = {"Мирославу", "Гонгадзе"};
  for (guint i = 0; i < 2; i++) {
    tl_names_note(names, full[i]);
    tl_names_note(names, same[i]);
  }
  assert_string_equal(tl_names_citation(names, "Мирославу"), "Мирослав");
  tl_full_name_learn(names, full, 2, NULL);
  assert_string_equal(tl_names_citation(names, "Мирославу"), "Мирослава");
}

static void test_agrees(void **state) {
  const Names *n = *state;
  const TlWordLists lists = {.irregulars = NULL};
  g_autoptr(TlNames) names = tl_names_new(n->lexicon, &lists);
  static const char *const hers[] = {"Надія", "Гривняк"}, *const none[] = {"Надія", "Зеленського"};
  static const char *const two[] = {"Стуса", "Віктор", "Підгрушний"};
  assert_true(tl_full_name_agrees(names, hers, 2));
  assert_false(tl_full_name_agrees(names, none, 2));
  assert_int_equal(tl_full_name_end(names, two, 3), 1);
  static const char *const mother[] = {"Романа", "Наталія", "Червінська"}, *const one[] = {"Наталія", "Іванівна",
                                                                                           "Червінська"};
  static const char *const surnames[] = {"Шевчуком", "Скорика"}, *const odd[] = {"Івана", "Пастух"};
  assert_int_equal(tl_full_name_end(names, mother, 3), 1);
  assert_int_equal(tl_full_name_end(names, one, 3), 3);
  assert_int_equal(tl_full_name_end(names, surnames, 2), 1);
  static const char *const twice[] = {"Зайцева", "Людмила", "Зайцева"};
  assert_int_equal(tl_full_name_end(names, twice, 3), 1);
  assert_int_equal(tl_full_name_end(names, odd, 2), 2); /* a lone given name sooner has its surname behind it */
}

/* What is shown around the name decides, against a likelier reading. */
static void test_frame(void **state) {
  const Names *n = *state;
  const TlWordLists lists = {.irregulars = NULL};
  g_autoptr(TlNames) names = tl_names_new(n->lexicon, &lists);
  static const char *const either[] = {"Валентину", "Іванову"};
  const TlNameFrame accusative = {{TL_CASE_ACC, TL_CASE_ACC, TL_CASE_ACC, TL_CASE_ACC}};
  g_autoptr(GString) why = g_string_new(NULL);
  g_autofree char *his = tl_full_name_citation(names, either, 2, NULL, why);
  g_autofree char *hers = tl_full_name_citation(names, either, 2, &accusative, why);
  g_autofree char *alone = tl_full_name_citation(names, either, 1, &accusative, why);
  assert_string_equal(his, "Валентин Іванов");
  assert_string_equal(hers, "Валентина Іванова");
  assert_string_equal(alone, "Валентина");
}

static void test_spoken_to(void **state) {
  const Names *n = *state;
  static const char *const people[] = {"депутатка", "директор", "козак", "сестра"}, *const things[] = {
                                                                                        "нагорода", "комітет", "лист"};
  for (guint i = 0; i < G_N_ELEMENTS(people); i++)
    assert_true(tl_is_spoken_to(n->lexicon, people[i]));
  for (guint i = 0; i < G_N_ELEMENTS(things); i++)
    assert_false(tl_is_spoken_to(n->lexicon, things[i]));
}

static void test_given(void **state) {
  const Names *n = *state;
  static const char *const women[] = {"Олена", "Надія", "Віра", "Іванка"}, *const men[] = {"Олександр", "Павло",
                                                                                           "Яків"};
  for (guint i = 0; i < G_N_ELEMENTS(women); i++)
    assert_true(tl_is_given_name(n->lexicon, women[i], TL_CONCORD_F));
  for (guint i = 0; i < G_N_ELEMENTS(men); i++)
    assert_true(tl_is_given_name(n->lexicon, men[i], TL_CONCORD_M));
  assert_false(tl_is_given_name(n->lexicon, "Вінниця", TL_CONCORD_F));
  assert_false(tl_is_given_name(n->lexicon, "Микола", TL_CONCORD_F));
  assert_false(tl_is_given_name(n->lexicon, "Шевчук", TL_CONCORD_M));
}

/* A man's name in -а is no woman's. */
static void test_mykola(void **state) {
  assert_citation(*state, "Миколи Леонтовича", "Микола Леонтович");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_men),       cmocka_unit_test(test_cases_of_men), cmocka_unit_test(test_women),
      cmocka_unit_test(test_mykola),    cmocka_unit_test(test_either),       cmocka_unit_test(test_undeclined),
      cmocka_unit_test(test_foreign),   cmocka_unit_test(test_places),       cmocka_unit_test(test_support),
      cmocka_unit_test(test_learn),     cmocka_unit_test(test_agrees),       cmocka_unit_test(test_frame),
      cmocka_unit_test(test_spoken_to), cmocka_unit_test(test_given)};
  return cmocka_run_group_tests(tests, names_open, names_close);
}
