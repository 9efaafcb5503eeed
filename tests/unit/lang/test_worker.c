/* Live Hunspell behind its socket. */
#include "dictionary_test.h"

#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lang/worker/worker.h"

typedef struct Place {
  char *folder;
  TlWorker *worker;
} Place;

static int place_make(void **state) {
  Place *place = g_new0(Place, 1);
  place->folder = folder_make();
  g_autofree char *base = write_dictionary(place->folder, "small", tiny_aff, tiny_dic);
  g_autoptr(GError) error = NULL;
  place->worker = tl_worker_new(base, NULL, &error);
  assert_no_error(error);
  *state = place;
  return 0;
}

static int place_remove(void **state) {
  Place *place = *state;
  tl_worker_free(place->worker);
  folder_remove(place->folder);
  g_free(place);
  return 0;
}

static gboolean knows(const Place *place, const char *word) {
  gboolean known = FALSE;
  g_autoptr(GError) error = NULL;
  assert_true(tl_worker_spell(place->worker, &word, 1, &known, &error));
  assert_no_error(error);
  return known;
}

static void test_spell(void **state) {
  const Place *place = *state;
  assert_int_equal(tl_worker_pid(place->worker), 0); /* the child starts at the first question */
  assert_true(knows(place, "раді"));
  assert_true(tl_worker_pid(place->worker) > 0);
  assert_true(knows(place, "Рада"));
  assert_false(knows(place, "раду"));
  assert_false(knows(place, "київ"));
  assert_true(knows(place, "перемови"));
}

/* Many words go in several questions, and come back in order. */
static void test_many(void **state) {
  const Place *place = *state;
  enum { N = 5000 };
  g_autofree const char **words = g_new(const char *, N);
  g_autofree gboolean *known = g_new0(gboolean, N);
  for (guint i = 0; i < N; i++)
    words[i] = i % 3 == 0 ? "мова" : i % 3 == 1 ? "мвоа" : "рад";
  assert_true(tl_worker_spell(place->worker, words, N, known, NULL));
  for (guint i = 0; i < N; i++)
    assert_int_equal(known[i], i % 3 != 1);
}

static void test_stems(void **state) {
  const Place *place = *state;
  const char *words[] = {"ради", "нема", "перемові"};
  char **stems[3] = {NULL};
  assert_true(tl_worker_stem(place->worker, words, 3, stems, NULL));
  assert_string_equal(stems[0][0], "рада");
  assert_null(stems[0][1]);
  assert_null(stems[1][0]);
  assert_string_equal(stems[2][0], "мова");
  for (guint i = 0; i < 3; i++)
    g_strfreev(stems[i]);
}

static void test_suggest(void **state) {
  const Place *place = *state;
  g_auto(GStrv) suggestions = NULL;
  assert_true(tl_worker_suggest(place->worker, "рдаа", 0, &suggestions, NULL));
  assert_true(g_strv_contains((const char *const *)suggestions, "рада"));
}

/* Words that the dictionary lacks, with the endings of their models; each child knows them. */
static void test_additions(void **state) {
  const Place *place = *state;
  g_autofree char *base = g_build_filename(place->folder, "small", NULL);
  g_autofree char *list = g_build_filename(place->folder, "more.tsv", NULL),
                  *none = g_build_filename(place->folder, "none.tsv", NULL);
  file_write(list, "# more\nкава\tрада\nсіль\t-\nмеля\tнемає\n\xFF\tрада\n");
  const char *paths[] = {none, list, NULL};
  g_autoptr(TlWorker) worker = tl_worker_new(base, paths, NULL);
  static const char *const words[] = {"кава", "каві", "Каві", "сіль", "меля", "солі", "кавою"};
  for (guint round = 0; round < 2; round++) {
    gboolean known[G_N_ELEMENTS(words)];
    assert_true(tl_worker_spell(worker, words, G_N_ELEMENTS(words), known, NULL));
    for (guint i = 0; i < G_N_ELEMENTS(words); i++)
      assert_int_equal(known[i], i < 5);
    kill(tl_worker_pid(worker), SIGKILL);
  }
  char **stems[1] = {NULL};
  assert_true(tl_worker_stem(worker, words + 1, 1, stems, NULL));
  assert_string_equal(stems[0][0], "кава");
  g_strfreev(stems[0]);
}

/* What no dictionary has is not known at once, and is no error. */
static void test_odd_words(void **state) {
  const Place *place = *state;
  g_autofree char *endless = g_strnfill(100000, 'x');
  assert_false(knows(place, endless));
  assert_false(knows(place, "\xFF\xFE"));
  knows(place, ""); /* whatever the answer, there is one */
  assert_true(knows(place, "рада"));
}

/* A child that dies costs nothing but time. */
static void test_death(void **state) {
  const Place *place = *state;
  assert_true(knows(place, "рада"));
  pid_t first = tl_worker_pid(place->worker);
  kill(first, SIGKILL);
  assert_true(knows(place, "рада"));
  assert_false(knows(place, "рдаа"));
  assert_int_not_equal(tl_worker_pid(place->worker), first);
}

static gpointer ask_many(gpointer state) {
  test_many(state);
  return NULL;
}

/* Threads take turns. */
static void test_threads(void **state) {
  const Place *place = *state;
  GThread *threads[4];
  for (guint i = 0; i < 4; i++)
    threads[i] = g_thread_new("ask", ask_many, state);
  for (guint i = 0; i < 4; i++)
    g_thread_join(threads[i]);
  assert_true(knows(place, "рада"));
}

static void test_charset(void **state) {
  const Place *place = *state;
  g_autoptr(GError) error = NULL;
  /* рада in KOI8-U */
  g_autofree char *koi = write_dictionary(place->folder, "koi", "SET KOI8-U\n", "1\n\xD2\xC1\xC4\xC1\n");
  TlWorker *worker = tl_worker_new(koi, NULL, &error);
  assert_no_error(error);
  const char *words[] = {"рада", "日本"};
  gboolean known[2] = {FALSE, TRUE};
  assert_true(tl_worker_spell(worker, words, 2, known, &error));
  assert_true(known[0]);
  assert_false(known[1]);
  tl_worker_free(worker);
  g_autofree char *odd = write_dictionary(place->folder, "odd", "SET NOSUCH-1\n", "1\nx\n");
  assert_null(tl_worker_new(odd, NULL, &error));
  assert_failed(&error, TLUMACH_ERROR_DICTIONARY, "NOSUCH-1");
}

static int make_fifo(const char *path) {
  return mkfifo(path, 0600);
}

static int make_folder(const char *path) {
  return mkdir(path, 0700);
}

/* What is no file, in the place of one of a dictionary's two: refused before Hunspell sees it, which would take it for
 * an empty dictionary, or wait for ever. */
static void test_files(void **state) {
  const Place *place = *state;
  g_autoptr(GError) error = NULL;
  g_autofree char *missing = g_build_filename(place->folder, "missing", NULL);
  assert_null(tl_worker_new(missing, NULL, &error));
  assert_non_null(error);
  g_clear_error(&error);
  int (*const make[])(const char *) = {make_fifo, make_folder};
  for (guint i = 0; i < 4; i++) {
    g_autofree char *base = g_strdup_printf("%s/odd%u", place->folder, i);
    g_autofree char *odd = g_strconcat(base, i % 2 ? ".aff" : ".dic", NULL),
                    *good = g_strconcat(base, i % 2 ? ".dic" : ".aff", NULL);
    assert_int_equal(make[i / 2](odd), 0);
    file_write(good, i % 2 ? "1\nx\n" : "SET UTF-8\n");
    alarm(60); /* a FIFO has nobody at its other end */
    assert_null(tl_worker_new(base, NULL, &error));
    alarm(0);
    assert_failed(&error, TLUMACH_ERROR_DICTIONARY, "not a regular file");
  }
}

/* Dictionaries that kill Hunspell 1.7.1 on loading or may kill another: whatever it does, the program lives on, and so
 * do other dictionaries. */
static void test_deadly_dictionaries(void **state) {
  const Place *place = *state;
  static const struct {
    const char *aff, *dic;
  } deadly[] = {{"AM 1\nAM x\n", "1\nword\t7\n"},                  /* an alias of morphology past the table */
                {"FLAG long\nAF 1\nAF \xFF\xE7\n", "1\nword/1\n"}, /* an alias with an internal flag: freed twice */
                {"COMPOUNDRULE 1\nCOMPOUNDRULE ((((\nCOMPOUNDMIN 0\n", "1\nword/A\n"},
                {"SFX A Y 1\nSFX A 0 /A/A/A .\nPFX A Y 1\nPFX A 0 /A .\n", "1\nword/A\n"}};
  for (guint i = 0; i < G_N_ELEMENTS(deadly); i++) {
    g_autofree char *name = g_strdup_printf("deadly%u", i);
    g_autofree char *base = write_dictionary(place->folder, name, deadly[i].aff, deadly[i].dic);
    g_autoptr(GError) error = NULL;
    TlWorker *worker = tl_worker_new(base, NULL, &error);
    const char *words[] = {"word", "wrod"};
    gboolean known[2];
    for (guint again = 0; worker && again < 2; again++) {
      g_clear_error(&error);
      gboolean answered = tl_worker_spell(worker, words, 2, known, &error);
      assert_true(answered == (error == NULL));
      if (error)
        assert_non_null(strstr(error->message, name));
    }
    tl_worker_free(worker);
    assert_true(knows(place, "рада"));
  }
}

typedef struct Asked {
  TlWorker *worker;
  gboolean answered, right;
  gint done;
} Asked;

/* Enough words for many questions, the last one misspelt. */
static gpointer ask_long(gpointer data) {
  enum { N = 200000 };
  Asked *asked = data;
  g_autofree const char **words = g_new(const char *, N);
  g_autofree gboolean *known = g_new0(gboolean, N);
  for (guint i = 0; i < N; i++)
    words[i] = i % 2 ? "перемова" : "мову-раді-мві";
  asked->answered = tl_worker_spell(asked->worker, words, N, known, NULL);
  asked->right = TRUE;
  for (guint i = 0; i < N; i++)
    asked->right = asked->right && known[i] == (i % 2 == 1);
  g_atomic_int_set(&asked->done, TRUE);
  return NULL;
}

/* Killed while it answers, it is started again and asked again: all answers are there, and right. */
static void test_killed_in_answer(void **state) {
  const Place *place = *state;
  guint killed = 0;
  for (guint round = 0; round < 50 && killed < 3; round++) {
    Asked asked = {.worker = place->worker};
    assert_true(knows(place, "рада"));
    pid_t before = tl_worker_pid(place->worker);
    GThread *thread = g_thread_new("ask", ask_long, &asked);
    g_usleep(500 * (1 + round % 7));
    gboolean at_work = !g_atomic_int_get(&asked.done);
    kill(before, SIGKILL);
    g_thread_join(thread);
    assert_true(asked.answered);
    assert_true(asked.right);
    killed += at_work && tl_worker_pid(place->worker) != before;
  }
  assert_int_equal(killed, 3);
}

/* A dictionary that ends anywhere: something is said of it wherever a word may be missing. */
static void test_cut_dictionary(void **state) {
  const Place *place = *state;
  gsize size = strlen(tiny_dic);
  for (gsize cut = 0; cut < size; cut++) {
    g_autofree char *dic = g_strndup(tiny_dic, cut);
    g_autofree char *base = write_dictionary(place->folder, "half", tiny_aff, dic);
    g_autoptr(GError) error = NULL;
    TlWorker *worker = tl_worker_new(base, NULL, &error);
    const char *word = "рада";
    gboolean known = FALSE;
    gboolean answered = worker && tl_worker_spell(worker, &word, 1, &known, &error);
    assert_true(answered == (error == NULL)); /* never silent: an error, … */
    g_auto(GStrv) warnings = worker ? tl_worker_warnings(worker) : g_new0(char *, 1);
    assert_true(!answered || known || warnings[0]); /* … or a warning that words are missing */
    tl_worker_free(worker);
  }
}

/* Fewer words than the first line says: it works, and the user is told. */
static void test_cut_short(void **state) {
  const Place *place = *state;
  g_autofree char *base = write_dictionary(place->folder, "cut", "SET UTF-8\n", "8\nрада\nмов");
  g_autoptr(GError) error = NULL;
  TlWorker *worker = tl_worker_new(base, NULL, &error);
  assert_no_error(error);
  const char *word = "рада";
  gboolean known = FALSE;
  assert_true(tl_worker_spell(worker, &word, 1, &known, NULL));
  assert_true(known);
  g_auto(GStrv) warnings = tl_worker_warnings(worker);
  assert_non_null(warnings[0]);
  assert_non_null(strstr(warnings[0], "cut"));
  tl_worker_free(worker);
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, place_make, place_remove)

int main(void) {
  const struct CMUnitTest tests[] = {TEST(test_spell),
                                     TEST(test_many),
                                     TEST(test_stems),
                                     TEST(test_suggest),
                                     TEST(test_odd_words),
                                     TEST(test_additions),
                                     TEST(test_death),
                                     TEST(test_files),
                                     TEST(test_threads),
                                     TEST(test_charset),
                                     TEST(test_cut_short),
                                     TEST(test_deadly_dictionaries),
                                     TEST(test_killed_in_answer),
                                     TEST(test_cut_dictionary)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
