#include "../unit.h"

#include "text/word_memo.h"

/* A word finds its own value among very many, short and long. */
static void test_many(UNUSED_STATE) {
  g_autoptr(TlWordMemo) memo = tl_word_memo_new(1000000);
  static const char value[100000];
  for (guint round = 0; round < 2; round++)
    for (guint i = 0; i < G_N_ELEMENTS(value); i++) {
      g_autofree char *word = g_strdup_printf(i % 7 ? "слово%u" : "дуже-дуже-дуже-дуже-дуже-довге-слово%u", i);
      gconstpointer *place = tl_word_memo_place(memo, word, strlen(word));
      if (round == 0) {
        assert_null(*place);
        *place = &value[i];
      }
      assert_ptr_equal(*place, &value[i]);
    }
}

/* Words that differ only in length, or only behind what lies in the entry. */
static void test_near(UNUSED_STATE) {
  g_autoptr(TlWordMemo) memo = tl_word_memo_new(100);
  char word[61];
  memset(word, 'a', sizeof word);
  for (guint length = 1; length < sizeof word; length++)
    *tl_word_memo_place(memo, word, length) = &word[length];
  for (guint length = 1; length < sizeof word; length++)
    assert_ptr_equal(*tl_word_memo_place(memo, word, length), &word[length]);
  word[50] = 'b';
  assert_null(*tl_word_memo_place(memo, word, 60));
}

static void test_trim(UNUSED_STATE) {
  g_autoptr(TlWordMemo) memo = tl_word_memo_new(2);
  *tl_word_memo_place(memo, "a", 1) = "x";
  assert_false(tl_word_memo_trim(memo));
  *tl_word_memo_place(memo, "b", 1) = "y";
  assert_true(tl_word_memo_trim(memo));
  assert_null(*tl_word_memo_place(memo, "a", 1));
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_many), cmocka_unit_test(test_near),
                                     cmocka_unit_test(test_trim)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
