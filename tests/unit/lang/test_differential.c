/* Frozen and live answers are the same: over the words of the sample articles, over all that one edit makes of them,
 * over our own lists with their endings, and over the small dictionary with its prefix, breaks and input conversion. */
#include "lang_test.h"

#include "lang/frozen/freeze.h"
#include "lang/inflect.h"
#include "lang/worker/worker.h"
#include "text/fold.h"
#include "text/token.h"

#define EDITS 20000u

static GPtrArray *words_of(const char *path) {
  g_autofree char *text = NULL;
  gsize size = 0;
  GPtrArray *words = g_ptr_array_new_with_free_func(g_free);
  assert_true(g_file_get_contents(path, &text, &size, NULL));
  TlScanner scanner;
  TlToken token;
  tl_scanner_init(&scanner, text, (TlumachSpan){0, size});
  char folded[TL_WORD_MAX]; /* the lexicon is asked for folded words */
  while (tl_scanner_next(&scanner, &token))
    if (tl_fold_word(text + token.span.start, token.span.end - token.span.start, folded))
      g_ptr_array_add(words, g_strdup(folded));
  return words;
}

/* One letter dropped, doubled, changed, or two exchanged; or the casing changed. The same ones in every run. */
static char *mutate(GRand *random, const char *word) {
  static const char *const letters[] = {"а", "о", "і", "ї", "є", "и", "н", "т", "с", "ь", "'", "-", "Р", "x", "1"};
  GString *out = g_string_new(NULL);
  glong n = g_utf8_strlen(word, -1), at = g_rand_int_range(random, 0, (gint32)n);
  gint32 kind = g_rand_int_range(random, 0, 6);
  for (glong i = 0; i < n; i++) {
    gunichar c = g_utf8_get_char(g_utf8_offset_to_pointer(word, i));
    if (i == at && kind == 0)
      continue;
    if (i == at && kind == 1)
      g_string_append_unichar(out, c);
    if (i == at && kind == 2)
      g_string_append(out, letters[g_rand_int_range(random, 0, G_N_ELEMENTS(letters))]);
    if (i == at && kind == 3)
      c = g_unichar_isupper(c) ? g_unichar_tolower(c) : g_unichar_toupper(c);
    if (kind == 4)
      c = g_unichar_toupper(c);
    g_string_append_unichar(out, c);
  }
  if (kind == 5)
    g_string_append(out, letters[g_rand_int_range(random, 0, G_N_ELEMENTS(letters))]);
  return g_string_free(out, FALSE);
}

static int by_name(gconstpointer a, gconstpointer b) {
  return strcmp(*(char *const *)a, *(char *const *)b);
}

/* The readings' stems, sorted, each once. */
static char *stems(TlLexicon *lexicon, const char *word) {
  TlReadings readings = {.n = 0};
  g_autoptr(GPtrArray) list = g_ptr_array_new();
  tl_lexicon_readings(lexicon, word, strlen(word), &readings);
  for (guint i = 0; i < readings.n; i++)
    g_ptr_array_add(list, (gpointer)tl_reading_stem(&readings, i));
  g_ptr_array_sort(list, by_name);
  GString *out = g_string_new(NULL);
  for (guint i = 0; i < list->len; i++)
    if (i == 0 || strcmp(list->pdata[i], list->pdata[i - 1]) != 0)
      g_string_append_printf(out, "%s ", (char *)list->pdata[i]);
  return g_string_free(out, FALSE);
}

static void assert_same(TlLexicon *live, TlLexicon *frozen, const char *word) {
  gboolean a = tl_lexicon_spell(live, word, strlen(word)), b = tl_lexicon_spell(frozen, word, strlen(word));
  if (a != b)
    fail_msg("“%s”: live %s, frozen %s", word, a ? "right" : "wrong", b ? "right" : "wrong");
}

static void assert_same_stems(TlLexicon *live, TlLexicon *frozen, const char *word) {
  g_autofree char *a = stems(live, word), *b = stems(frozen, word);
  if (strcmp(a, b) != 0)
    fail_msg("“%s”: live %s, frozen %s", word, a, b);
}

static void test_small(void **state) {
  const Small *small = *state;
  static const char *const words[] = {"рада",     "ради",          "раді",        "радою",  "рад",        "неновий",
                                      "неноваго", "неновий-новий", "Рада",        "РАДА",   "РАДОЮ",      "рАда",
                                      "київ",     "Київ",          "КИЇВ",        "Києва",  "Київом",     "об'єкт",
                                      "об’єктом", "слава",         "Слава",       "СЛАВА",  "порт-склад", "-порт",
                                      "порт-",    "--порт",        "порт--склад", "12",     "1,5",        "1-2",
                                      "порт-12",  "нова",          "нові",        "нового", "",           "а",
                                      "союз.",    "водою"};
  for (guint i = 0; i < G_N_ELEMENTS(words); i++)
    assert_same(small->live, small->frozen, words[i]);
  for (guint i = 0; i < 8; i++)
    assert_same_stems(small->live, small->frozen, words[i]);
}

static void test_expected(void **state) {
  const Small *small = *state;
  static const char *const words[] = {"рада", "радою", "неновий", "Рада", "РАДОЮ", "Києва", "ради", "нового", "щось"};
  g_autoptr(GError) error = NULL;
  g_autoptr(TlLexicon) live = tl_lexicon_open_live(small->base, NULL, &error);
  assert_no_error(error);
  tl_lexicon_expect(live, words, G_N_ELEMENTS(words) / 2);
  tl_lexicon_expect(live, words, 0);
  for (guint i = 0; i < G_N_ELEMENTS(words); i++)
    assert_same_stems(small->live, live, words[i]);
}

static void check_dictionary(const char *name, const char *sample) {
  g_autoptr(GError) error = NULL;
  char *folder = folder_make();
  g_free(tl_lexicon_build(name, NULL, folder, &error));
  assert_no_error(error);
  g_autoptr(TlLexicon) live = tl_lexicon_open_live(name, NULL, &error),
                       frozen = tl_lexicon_open(name, NULL, folder, &error);
  assert_non_null(tl_lexicon_frozen(frozen));
  g_autoptr(GPtrArray) words = words_of(sample);
  assert_true(words->len > 200);
  for (guint i = 0; i < words->len; i++) {
    assert_same(live, frozen, words->pdata[i]);
    if (tl_lexicon_spell(live, words->pdata[i], strlen(words->pdata[i])))
      assert_same_stems(live, frozen, words->pdata[i]);
  }
  g_autoptr(GRand) random = g_rand_new_with_seed(2026);
  for (guint i = 0; i < EDITS; i++) {
    g_autofree char *word = mutate(random, words->pdata[g_rand_int_range(random, 0, (gint32)words->len)]);
    if (*word) /* nothing is left of a word of one letter */
      assert_same(live, frozen, word);
  }
  folder_remove(folder);
}

static const char *pick(GRand *random, const char *const *from, guint n) {
  return from[g_rand_int_range(random, 0, (gint32)n)];
}

static const char *const pieces[] = {"а", "б", "в", "аб", "ба", "вб"};

/* Rules over three letters: what they strip, add and want is of them, so that they meet often. */
static void add_rules(GRand *random, GString *aff, gboolean prefix, char flag) {
  static const char *const conditions[] = {".", "а", "[аб]", "[^в]", "[аб][^а]", ".[бв]", "аб"};
  gint n = g_rand_int_range(random, 1, 5);
  g_string_append_printf(aff, "%s %c Y %d\n", prefix ? "PFX" : "SFX", flag, n);
  for (gint i = 0; i < n; i++) {
    const char *strip = g_rand_boolean(random) ? pick(random, pieces, G_N_ELEMENTS(pieces)) : "0";
    g_string_append_printf(aff, "%s %c %s %s %s\n", prefix ? "PFX" : "SFX", flag, strip,
                           pick(random, pieces, G_N_ELEMENTS(pieces)),
                           *strip == '0' ? pick(random, conditions, G_N_ELEMENTS(conditions)) : strip);
  }
}

/* All words of up to six of the three letters. */
static GPtrArray *all_words(void) {
  GPtrArray *words = g_ptr_array_new_with_free_func(g_free);
  for (guint letters = 1, n = 3; letters <= 6; letters++, n *= 3)
    for (guint i = 0; i < n; i++) {
      GString *word = g_string_new(NULL);
      for (guint at = 0, rest = i; at < letters; at++, rest /= 3)
        g_string_append(word, pieces[rest % 3]);
      g_ptr_array_add(words, g_string_free(word, FALSE));
    }
  return words;
}

/* Of dictionaries with rules on one level the frozen lexicon knows all words by itself, and no others. */
static void test_random(UNUSED_STATE) {
  g_autoptr(GError) error = NULL;
  g_autoptr(GRand) random = g_rand_new_with_seed(2026);
  g_autoptr(GPtrArray) words = all_words();
  g_autofree gboolean *right = g_new(gboolean, words->len);
  char *folder = folder_make();
  g_autofree char *base = g_build_filename(folder, "uk_RANDOM", NULL);
  g_autofree char *aff_path = g_strconcat(base, ".aff", NULL), *dic_path = g_strconcat(base, ".dic", NULL);
  for (guint round = 0, n_right = 0; round < 20; round++) {
    g_autoptr(GString) aff = g_string_new("SET UTF-8\n"), dic = g_string_new("12\n");
    for (char flag = 'A'; flag < 'D'; flag++)
      add_rules(random, aff, round % 2 && flag == 'C', flag);
    for (guint i = 0; i < 12; i++)
      g_string_append_printf(dic, "%s%s/%s\n", pick(random, pieces, G_N_ELEMENTS(pieces)),
                             pick(random, pieces, G_N_ELEMENTS(pieces)),
                             pick(random, (const char *const[]){"A", "B", "AB", "AC", "ABC"}, 5));
    file_write(aff_path, aff->str);
    file_write(dic_path, dic->str);
    TlWorker *worker = tl_worker_new(base, NULL, &error);
    assert_no_error(error);
    assert_true(tl_worker_spell(worker, (const char *const *)words->pdata, words->len, right, &error));
    g_autoptr(GBytes) aff_bytes = g_bytes_new(aff->str, aff->len), dic_bytes = g_bytes_new(dic->str, dic->len);
    g_autoptr(GBytes) bytes = tl_freeze("random", aff_bytes, dic_bytes, NULL, "", &error);
    assert_no_error(error);
    g_autoptr(TlFrozen) frozen = tl_frozen_open(bytes, "", &error);
    assert_int_equal(tl_frozen_complete(frozen), round % 2 == 0);
    for (guint i = 0; i < words->len; i++) {
      const char *word = words->pdata[i];
      n_right += right[i] ? 1 : 0;
      if ((tl_frozen_knows(frozen, word, strlen(word)) == TL_KNOWN) != right[i])
        fail_msg("“%s” is %s by\n%s%s", word, right[i] ? "right" : "wrong", aff->str, dic->str);
    }
    assert_true(n_right > 10 * (round + 1));
    tl_worker_free(worker);
  }
  folder_remove(folder);
}

static void test_ukrainian(UNUSED_STATE) {
  check_dictionary("uk_UA", "tests/sample/article.uk.txt");
}

static void test_english(UNUSED_STATE) {
  check_dictionary("en_US", "tests/sample/article.en.txt");
}

/* The words of our own lists, with their endings. */
static void test_additions(UNUSED_STATE) {
  static const char *const lists[] = {"dictionaries/words-uk.tsv", "dictionaries/names-uk.tsv", NULL};
  g_autoptr(GError) error = NULL;
  char *folder = folder_make();
  g_free(tl_lexicon_build("uk_UA", lists, folder, &error));
  assert_no_error(error);
  g_autoptr(TlLexicon) live = tl_lexicon_open_live("uk_UA", lists, &error),
                       frozen = tl_lexicon_open("uk_UA", lists, folder, &error);
  for (guint list = 0; lists[list]; list++) {
    g_autoptr(GPtrArray) words = words_of(lists[list]);
    for (guint i = 0; i < words->len; i++) {
      g_autoptr(GPtrArray) forms = g_ptr_array_new_with_free_func(g_free);
      tl_inflect(frozen, words->pdata[i], NULL, forms);
      for (guint f = 0; f < forms->len; f++)
        assert_same(live, frozen, forms->pdata[f]);
    }
  }
  folder_remove(folder);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test_setup_teardown(test_small, small_open, small_close),
                                     cmocka_unit_test_setup_teardown(test_expected, small_open, small_close),
                                     cmocka_unit_test(test_random),
                                     cmocka_unit_test(test_ukrainian),
                                     cmocka_unit_test(test_english),
                                     cmocka_unit_test(test_additions)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
