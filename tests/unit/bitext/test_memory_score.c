/* The scorer, without a dictionary: words of one stem are forms of one word. */
#include "../unit.h"
#include "bitext/memory/keys.h"
#include "bitext/memory/score.h"

typedef struct Pair {
  TlScorer *scorer;
  TlLexicon *lexicon;
  GArray *text, *match;
} Pair;

static const TlWordLists no_lists = {.irregulars = NULL};

static Pair pair_of(const char *text, const char *match) {
  Pair pair = {.lexicon = tl_lexicon_none(),
               .text = g_array_new(FALSE, FALSE, sizeof(TlItem)),
               .match = g_array_new(FALSE, FALSE, sizeof(TlItem))};
  pair.scorer = tl_scorer_new(pair.lexicon, &no_lists);
  tl_scorer_items(pair.scorer, text, strlen(text), pair.text);
  tl_scorer_items(pair.scorer, match, strlen(match), pair.match);
  return pair;
}

static void pair_free(Pair *pair) {
  g_array_unref(pair->text);
  g_array_unref(pair->match);
  tl_scorer_free(pair->scorer);
  tl_lexicon_free(pair->lexicon);
}

static guint score(const char *text, const char *match, guint least) {
  Pair pair = pair_of(text, match);
  guint percent = tl_score(pair.text, pair.match, least);
  assert_int_equal(tl_score(pair.text, pair.match, 0),
                   tl_score(pair.match, pair.text, 0)); /* neither is the original */
  pair_free(&pair);
  return percent;
}

static void assert_difference(const char *text, const char *match, const char *words) {
  Pair pair = pair_of(text, match);
  g_autofree char *said = tl_difference(text, pair.text, match, pair.match);
  assert_string_equal(said, words);
  pair_free(&pair);
}

static void test_order_of_differences(UNUSED_STATE) {
  const char *text = "Рада ухвалила 5 рішень сьогодні.";
  assert_int_equal(score(text, text, 60), 100);
  guint marks = score(text, "Рада ухвалила 5 рішень сьогодні!", 0);
  guint number = score(text, "Рада ухвалила 7 рішень сьогодні.", 0);
  guint form = score(text, "Рада ухвалила 5 рішення сьогодні.", 0);
  guint word = score(text, "Рада ухвалила 5 законів сьогодні.", 0);
  guint two = score(text, "Рада ухвалила 5 законів учора.", 0);
  assert_true(marks < 100 && number < marks && form < number && word < form && two < word);
}

static void test_ends(UNUSED_STATE) {
  assert_int_equal(score("", "", 0), 0);
  assert_int_equal(score("слово", "", 0), 0);
  assert_int_equal(score("слово", "слово", 0), 100);
  assert_int_equal(score("слово", "інше", 0), 0);
  assert_int_equal(score("один два три чотири", "п’ять шість сім вісім", 60), 0);
  assert_int_equal(score("«слово» — так", "“слово” – так", 0), 100); /* marks that mean the same */
}

/* A bound must not change what is above it. */
static void test_bound(UNUSED_STATE) {
  const char *text = "один два три чотири п’ять шість";
  const char *const matches[] = {
      "один два три чотири п’ять шість", "один два три чотири п’ять",           "один два три",
      "шість один два три чотири п’ять", "один 5 два, три чотири п’ять шість!", "інше"};
  for (guint i = 0; i < G_N_ELEMENTS(matches); i++) {
    guint whole = score(text, matches[i], 0);
    for (guint least = 0; least <= whole; least += 10)
      assert_int_equal(score(text, matches[i], least), whole);
    assert_true(score(text, matches[i], 100) <= whole);
  }
}

static void test_numbers_are_whole(UNUSED_STATE) {
  Pair pair = pair_of("о 17:30 було 12,5 %", "");
  guint numbers = 0;
  for (guint i = 0; i < pair.text->len; i++)
    numbers += g_array_index(pair.text, TlItem, i).kind == TL_ITEM_NUMBER;
  assert_int_equal(numbers, 2);
  pair_free(&pair);
}

static void test_three_scores(UNUSED_STATE) {
  Pair pair = pair_of("Рада ухвалила 5 рішень.", "Раду ухвалила 7 рішень.");
  TlScores scores = tl_scores(pair.text, pair.match);
  assert_int_equal(scores.lemmas, 100);
  assert_int_equal(scores.words, 66);
  assert_int_equal(scores.text, 60);
  pair_free(&pair);
}

static void test_differences(UNUSED_STATE) {
  assert_difference("Рада ухвалила 5 рішень.", "Рада ухвалила 7 рішень.", "same except 7 → 5");
  assert_difference("Рада ухвалила рішення.", "рада ухвалила рішення!",
                    "same except the capitals of Рада and punctuation");
  assert_difference("Рада ухвалила новий закон", "Рада ухвалила старе рішення",
                    "same except “старе рішення” → “новий закон”");
  assert_difference("Рада ухвалила закон", "Рада вчора ухвалила закон", "same except without “вчора”");
  assert_difference("Рада вчора ухвалила закон", "Рада ухвалила закон", "same except with “вчора”");
  assert_difference("«Рада»", "“Рада”", "same except typography");
  assert_difference("Раді 5 років", "Рада 6 років", "same except the form of Раді and 6 → 5");
}

static void test_keys(UNUSED_STATE) {
  assert_true(tl_memory_key("а  б\n", 6) == tl_memory_key("а б", 5));
  assert_true(tl_memory_key("аб", 4) != tl_memory_key("а б", 5));
  static const char *const same[][2] = {
      {"рада", "радою"},    {"безпека", "безпеки"},      {"Київ", "Києва"},          {"рік", "року"},
      {"заява", "заявами"}, {"засідання", "засіданням"}, {"statement", "statements"}};
  for (guint i = 0; i < G_N_ELEMENTS(same); i++)
    assert_int_equal(tl_memory_word(same[i][0], strlen(same[i][0])), tl_memory_word(same[i][1], strlen(same[i][1])));
  assert_int_not_equal(tl_memory_word("рада", 8), tl_memory_word("закон", 10));
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_order_of_differences),
                                     cmocka_unit_test(test_ends),
                                     cmocka_unit_test(test_bound),
                                     cmocka_unit_test(test_numbers_are_whole),
                                     cmocka_unit_test(test_three_scores),
                                     cmocka_unit_test(test_differences),
                                     cmocka_unit_test(test_keys)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
