/* lang/personal: words that a person adds, in memory and in the file. */
#include "tlumach/personal.h"

#include "../unit.h"

typedef struct Place {
  char *folder, *path;
} Place;

static int set_up(void **state) {
  Place *place = g_new0(Place, 1);
  place->folder = folder_make();
  place->path = g_build_filename(place->folder, "own", "words.txt", NULL);
  *state = place;
  return 0;
}

static int tear_down(void **state) {
  Place *place = *state;
  folder_remove(place->folder);
  g_free(place->path);
  g_free(place);
  return 0;
}

static TlumachPersonal *open_at(const Place *place) {
  g_autoptr(GError) error = NULL;
  TlumachPersonal *personal = tlumach_personal_open(place->path, &error);
  assert_no_error(error);
  return personal;
}

static void save(TlumachPersonal *personal) {
  g_autoptr(GError) error = NULL;
  assert_true(tlumach_personal_save(personal, &error));
  assert_no_error(error);
}

static gboolean knows(const TlumachPersonal *personal, const char *word) {
  return tlumach_personal_knows(personal, word, -1);
}

static void capitals_are_what_a_writer_may_make_of_a_word(UNUSED_STATE) {
  g_autoptr(TlumachPersonal) personal = tlumach_personal_open(NULL, NULL);
  assert_false(knows(personal, "мавка"));
  assert_true(tlumach_personal_add(personal, "мавка"));
  assert_true(tlumach_personal_add(personal, "Шидра"));
  assert_true(tlumach_personal_add(personal, "БпЛА"));
  assert_true(knows(personal, "мавка") && knows(personal, "Мавка") && knows(personal, "МАВКА"));
  assert_true(knows(personal, "Шидра") && knows(personal, "ШИДРА") && knows(personal, "БПЛА"));
  assert_false(knows(personal, "шидра"));
  assert_false(knows(personal, "бпла"));
  assert_false(knows(personal, "маВка"));
}

static void spellings_of_one_word_are_one(UNUSED_STATE) {
  g_autoptr(TlumachPersonal) personal = tlumach_personal_open(NULL, NULL);
  assert_true(tlumach_personal_add(personal, "об’ява"));
  assert_true(knows(personal, "об'ява") && knows(personal, "обʼява") && knows(personal, "об’я́ва"));
  assert_true(tlumach_personal_knows(personal, "об'яваХ", (gssize)strlen("об'ява")));
}

static void what_is_no_word_is_refused(UNUSED_STATE) {
  g_autoptr(TlumachPersonal) personal = tlumach_personal_open(NULL, NULL);
  g_autofree char *endless = g_strnfill(1000, 'x');
  const char *const odd[] = {"", "два слова", "рядок\nрядок", "# ні", "\xff\xfe", "а/б", endless};
  for (guint i = 0; i < G_N_ELEMENTS(odd); i++)
    assert_false(tlumach_personal_add(personal, odd[i]));
  g_auto(GStrv) words = tlumach_personal_words(personal);
  assert_null(words[0]);
}

static void saved_words_are_there_for_the_next_program(void **state) {
  const Place *place = *state;
  g_autoptr(TlumachPersonal) first = open_at(place);
  save(first); /* nothing to save: no file, no folder */
  assert_false(g_file_test(place->path, G_FILE_TEST_EXISTS));
  tlumach_personal_add(first, "мавка");
  tlumach_personal_add(first, "мавка");
  save(first);
  assert_file(place->path, "мавка\n");
  g_autoptr(TlumachPersonal) second = open_at(place);
  assert_true(knows(second, "мавка"));
}

static void two_programs_lose_nothing(void **state) {
  const Place *place = *state;
  g_autoptr(TlumachPersonal) first = open_at(place), second = open_at(place);
  tlumach_personal_add(first, "перше");
  tlumach_personal_add(second, "друге");
  save(first);
  save(second);
  assert_file(place->path, "перше\nдруге\n");
  assert_true(knows(second, "перше"));
  assert_false(knows(first, "друге"));
  assert_true(tlumach_personal_refresh(first));
  assert_true(knows(first, "друге"));
  assert_false(tlumach_personal_refresh(first));
}

static void what_others_wrote_stays_as_it_is(void **state) {
  const Place *place = *state;
  g_autofree char *folder = g_path_get_dirname(place->path);
  g_mkdir(folder, 0700);
  file_write(place->path, "personal_ws-1.1 uk 2 utf-8\n# наше\n\n  мавка \nШидра/Одра\r\nостаннє");
  g_autoptr(TlumachPersonal) personal = open_at(place);
  assert_true(knows(personal, "мавка") && knows(personal, "Шидра") && knows(personal, "останнє"));
  assert_false(knows(personal, "наше"));
  tlumach_personal_remove(personal, "Шидра");
  assert_false(knows(personal, "Шидра"));
  tlumach_personal_add(personal, "нове");
  save(personal);
  assert_file(place->path, "personal_ws-1.1 uk 2 utf-8\n# наше\n\n  мавка \nостаннє\nнове\n");
}

static void a_file_that_is_no_text_is_not_touched(void **state) {
  const Place *place = *state;
  g_autoptr(GError) error = NULL;
  g_autoptr(TlumachPersonal) personal = open_at(place);
  tlumach_personal_add(personal, "мавка");
  save(personal);
  assert_true(g_file_set_contents(place->path, "а\0б", 5, NULL));
  assert_null(tlumach_personal_open(place->path, &error));
  assert_failed(&error, TLUMACH_ERROR_FORMAT, "zero bytes");
  tlumach_personal_add(personal, "інше");
  assert_false(tlumach_personal_save(personal, &error));
  assert_failed(&error, TLUMACH_ERROR_FORMAT, "zero bytes");
  assert_true(knows(personal, "інше"));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(capitals_are_what_a_writer_may_make_of_a_word),
      cmocka_unit_test(spellings_of_one_word_are_one),
      cmocka_unit_test(what_is_no_word_is_refused),
      cmocka_unit_test_setup_teardown(saved_words_are_there_for_the_next_program, set_up, tear_down),
      cmocka_unit_test_setup_teardown(two_programs_lose_nothing, set_up, tear_down),
      cmocka_unit_test_setup_teardown(what_others_wrote_stays_as_it_is, set_up, tear_down),
      cmocka_unit_test_setup_teardown(a_file_that_is_no_text_is_not_touched, set_up, tear_down),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
