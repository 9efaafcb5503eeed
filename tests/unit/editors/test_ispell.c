/* editors/ispell/ispell: the protocol, line by line, over a small dictionary. */
#include "editors/ispell/ispell.h"

#include "editors_test.h"

typedef struct World {
  char *folder, *personal_path;
  TlumachPersonal *personal;
  guint opened;
  GString *complaints;
} World;

static int set_up(void **state) {
  World *world = g_new0(World, 1);
  world->folder = folder_make();
  world->personal_path = g_build_filename(world->folder, "own.txt", NULL);
  world->personal = tlumach_personal_open(world->personal_path, NULL);
  world->complaints = g_string_new(NULL);
  *state = world;
  return 0;
}

static int tear_down(void **state) {
  World *world = *state;
  tlumach_personal_free(world->personal);
  g_string_free(world->complaints, TRUE);
  g_free(world->personal_path);
  folder_remove(world->folder);
  g_free(world);
  return 0;
}

static TlumachSession *open_session(guint dictionary, gpointer user, GError **error) {
  World *world = user;
  (void)error;
  assert_int_equal(dictionary, 0);
  world->opened++;
  return test_session(world->folder);
}

static TlumachSession *fail_to_open(guint dictionary, gpointer user, GError **error) {
  (void)dictionary, (void)user;
  g_set_error(error, TLUMACH_ERROR, TLUMACH_ERROR_DICTIONARY, "gone");
  return NULL;
}

static void complain(const char *message, gpointer user) {
  g_string_append(((World *)user)->complaints, message);
}

static TlIspell plain(World *world) {
  return (TlIspell){.personality = tl_personality_named("hunspell"),
                    .version = "0",
                    .language = "uk",
                    .n_dictionaries = 1,
                    .open = open_session,
                    .complain = complain,
                    .user = world,
                    .personal = world->personal};
}

/* What is said, without the banner. Free with g_free. */
static char *talk_bytes(const TlIspell *ispell, const char *text, size_t length) {
  g_autoptr(GString) said = g_string_new(NULL);
  g_autoptr(GError) error = NULL;
  FILE *in = length ? fmemopen((char *)text, length, "r") : fopen("/dev/null", "r");
  TlOutput *out = tl_output_memory(said);
  assert_true(tl_ispell_serve(ispell, in, out, &error));
  assert_no_error(error);
  assert_true(tl_output_close(out, NULL));
  fclose(in);
  g_autofree char *banner = tl_ispell_banner(ispell->personality, ispell->version);
  if (ispell->list)
    return g_strdup(said->str);
  assert_true(g_str_has_prefix(said->str, banner));
  return g_strdup(said->str + strlen(banner));
}

static void assert_says(const TlIspell *ispell, const char *text, const char *answers) {
  g_autofree char *said = talk_bytes(ispell, text, strlen(text));
  assert_string_equal(said, answers);
}

static void the_dictionary_waits_for_the_first_word(void **state) {
  TlIspell ispell = plain(*state);
  assert_says(&ispell, "", "");
  assert_says(&ispell, "!\n%\n*слово\n@слово\n#\n~tex\n+\n-\n&слово\n`\n$$cs mode,tex\n", "");
  assert_int_equal(((World *)*state)->opened, 0);
  assert_says(&ispell, "!\n^слово\n^слово\n", "\n\n");
  assert_int_equal(((World *)*state)->opened, 1);
}

static void answers_of_words(void **state) {
  TlIspell ispell = plain(*state);
  assert_says(&ispell, "слово ради\n", "*\n+ рада\n\n");
  assert_says(&ispell, "^Цзіньпін\n", "*\n\n"); /* of the term base */
  assert_says(&ispell, "`\n^слово радою\n%\n^слово\n", "* слово\n+ радою рада\n\n*\n\n");
  assert_says(&ispell, "!\n^рaда\n", "& рaда 3 1: рада, ради, радою\n\n"); /* a Latin а */
}

static void offsets(void **state) {
  TlIspell ispell = plain(*state);
  assert_says(&ispell, "!\n^слово жжж, жжж\n", "# жжж 7\n# жжж 12\n\n");
  assert_says(&ispell, "!\nслово жжж\n", "# жжж 6\n\n");
  ispell.byte_offsets = TRUE;
  assert_says(&ispell, "!\n^слово жжж, жжж\n", "# жжж 12\n# жжж 20\n\n");
}

static void another_encoding(void **state) {
  TlIspell ispell = plain(*state);
  ispell.encoding = "KOI8-U";
  assert_says(&ispell, "!\n^\xd3\xcc\xcf\xd7\xcf \xd6\xd6\xd6\n", "# \xd6\xd6\xd6 7\n\n");
  ispell.byte_offsets = TRUE;
  assert_says(&ispell, "!\n^\xd3\xcc\xcf\xd7\xcf \xd6\xd6\xd6\n", "# \xd6\xd6\xd6 7\n\n");
  assert_says(&ispell, "^\xd2\xc1\xc4\xc9\n", "+ \xd2\xc1\xc4\xc1\n\n");
}

static void list_mode(void **state) {
  TlIspell ispell = plain(*state);
  ispell.list = TRUE;
  assert_says(&ispell, "слово жжж\n!ззз\n*жжж\r\n\n^ммм", "жжж\nззз\nжжж\nммм\n");
  assert_says(&ispell, "", "");
}

static void words_that_are_mine(void **state) {
  World *world = *state;
  TlIspell ispell = plain(world);
  assert_says(&ispell, "!\n*Жжж\n@ххх\n^Жжж ххх\n#\n", "\n");
  assert_file(world->personal_path, "Жжж\n");
  assert_says(&ispell, "!\n&ЗЗЗ\n^зЗз жжж Жжж ЖЖЖ ххх\n$$pp\n$$ps\n",
              "# зЗз 1\n# жжж 5\n# ххх 17\n\n2: Жжж, ззз\n0: \n");
  assert_says(&ispell, "*\n*два слова\n&\n@\n$$pp\n", "2: Жжж, ззз\n");
}

static void a_file_that_cannot_be_written_is_told_beside_the_answers(void **state) {
  World *world = *state;
  TlIspell ispell = plain(world);
  g_mkdir(world->personal_path, 0700);
  assert_says(&ispell, "!\n*жжж\n#\n^жжж\n", "\n");
  assert_non_null(strstr(world->complaints->str, "own.txt"));
  g_rmdir(world->personal_path);
}

static void commands_of_one_program_are_text_for_another(void **state) {
  TlIspell ispell = plain(*state);
  assert_says(&ispell, "!\n_жжж\n/жжж\n$$жжж\n$\n", "# жжж 1\n\n# жжж 1\n\n# жжж 2\n\n\n");
  ispell.personality = tl_personality_named("enchant");
  assert_says(&ispell, "!\n*жжж\n@ззз\n^жжж ззз\n_жжж\n/ззз\n^жжж ззз\n", "\n# жжж 1\n# ззз 5\n\n");
}

static void what_is_chosen_once_comes_first(void **state) {
  TlIspell ispell = plain(*state);
  assert_says(&ispell, "!\n^жжж\n$$ra жжж,слово\n^жжж\n$$ra\n$$ra a\n$$ra ,\n", "# жжж 1\n\n& жжж 1 1: слово\n\n");
}

static void odd_input_keeps_step(void **state) {
  TlIspell ispell = plain(*state);
  static const char odd[] = "!\n^\0жжж\xff\xfe жжж\r\n^\n\n^ \n^жжж";
  g_autofree char *said = talk_bytes(&ispell, odd, sizeof odd - 1);
  assert_string_equal(said, "# жжж 2\n# жжж 8\n\n\n\n\n# жжж 1\n\n");
  g_autoptr(GString) endless = g_string_new("!\n^");
  for (guint i = 0; i < 100000; i++)
    g_string_append(endless, "слово ");
  g_string_append(endless, "жжж\n^");
  for (guint i = 0; i < 1000000; i++)
    g_string_append(endless, "ж");
  g_string_append(endless, "\n");
  assert_says(&ispell, endless->str, "# жжж 600001\n\n\n");
}

static void a_dictionary_that_is_gone_ends_it(void **state) {
  TlIspell ispell = plain(*state);
  ispell.open = fail_to_open;
  g_autoptr(GString) said = g_string_new(NULL);
  g_autoptr(GError) error = NULL;
  FILE *in = fmemopen((char *)"^слово\n^слово\n", strlen("^слово\n^слово\n"), "r");
  TlOutput *out = tl_output_memory(said);
  assert_false(tl_ispell_serve(&ispell, in, out, &error));
  assert_failed(&error, TLUMACH_ERROR_DICTIONARY, "gone");
  tl_output_discard(out);
  fclose(in);
}

static void personalities(UNUSED_STATE) {
  assert_string_equal(tl_personality_of_program("/usr/bin/aspell")->name, "aspell");
  assert_string_equal(tl_personality_of_program("tlumach-aspell")->name, "aspell");
  assert_string_equal(tl_personality_of_program("./enchant-2")->name, "enchant");
  assert_string_equal(tl_personality_of_program("bin/tlumach-ispell")->name, "hunspell");
  assert_null(tl_personality_of_program("tlumach"));
  assert_null(tl_personality_of_program("/aspell/tlumach"));
  assert_null(tl_personality_named("vim"));
}

/* The expressions with which Emacs 28 to 30 look at the version (ispell.el, ispell-check-version). */
static void emacs_knows_the_banner(UNUSED_STATE) {
  static const char *const really[][2] = {
      {"hunspell", "Hunspell"}, {"aspell", "Aspell"}, {"enchant", "Enchant"}, {"ispell", "Hunspell"}};
  for (guint i = 0; i < G_N_ELEMENTS(really); i++) {
    g_autofree char *banner = tl_ispell_banner(tl_personality_named(really[i][0]), "0.1.0");
    g_autofree char *pattern = g_strdup_printf(
        "^@\\(#\\) International Ispell Version 3\\.[12]\\.[0-9]+ \\(but really %s [0-9]+\\.[0-9.]+\\)", really[i][1]);
    assert_true(g_regex_match_simple(pattern, banner, 0, 0));
    assert_string_equal(strchr(banner, '\n'), "\n");
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(the_dictionary_waits_for_the_first_word, set_up, tear_down),
      cmocka_unit_test_setup_teardown(answers_of_words, set_up, tear_down),
      cmocka_unit_test_setup_teardown(offsets, set_up, tear_down),
      cmocka_unit_test_setup_teardown(another_encoding, set_up, tear_down),
      cmocka_unit_test_setup_teardown(list_mode, set_up, tear_down),
      cmocka_unit_test_setup_teardown(words_that_are_mine, set_up, tear_down),
      cmocka_unit_test_setup_teardown(a_file_that_cannot_be_written_is_told_beside_the_answers, set_up, tear_down),
      cmocka_unit_test_setup_teardown(commands_of_one_program_are_text_for_another, set_up, tear_down),
      cmocka_unit_test_setup_teardown(what_is_chosen_once_comes_first, set_up, tear_down),
      cmocka_unit_test_setup_teardown(odd_input_keeps_step, set_up, tear_down),
      cmocka_unit_test_setup_teardown(a_dictionary_that_is_gone_ends_it, set_up, tear_down),
      cmocka_unit_test(personalities),
      cmocka_unit_test(emacs_knows_the_banner),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
