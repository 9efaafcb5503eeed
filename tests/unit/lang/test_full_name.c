#include "../unit.h"

#include "lang/full_name.h"

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
  g_autofree char *citation = tl_full_name_citation(names, (const char *const *)words, g_strv_length(words), why);
  assert_string_equal(citation, expected);
}

static void test_men(void **state) {
  assert_citation(*state, "Петра Кандиєнка", "Петро Кандиєнко"); /* Петра is a name, too: not beside a genitive */
  assert_citation(*state, "Валентина Петренка", "Валентин Петренко");
  assert_citation(*state, "Верховенком", "Верховенко");
  assert_citation(*state, "Володимира Зеленського", "Володимир Зеленський");
  assert_citation(*state, "А. В. Підгрушного", "А. В. Підгрушний");
}

static void test_women(void **state) {
  assert_citation(*state, "Ганна Панова", "Ганна Панова");
  assert_citation(*state, "Ганни Панової", "Ганна Панова");
  assert_citation(*state, "Оленою Зеленською", "Олена Зеленська");
  assert_citation(*state, "Юлії Свириденко", "Юлія Свириденко");
  assert_citation(*state, "Валентини Петренко", "Валентина Петренко");
}

/* A man's name in -а is no woman's. */
static void test_mykola(void **state) {
  assert_citation(*state, "Миколи Леонтовича", "Микола Леонтович");
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_men), cmocka_unit_test(test_women),
                                     cmocka_unit_test(test_mykola)};
  return cmocka_run_group_tests(tests, names_open, names_close);
}
