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

/* Values of any size lie beside their words, and stay where they are. */
static void test_values(UNUSED_STATE) {
  g_autoptr(TlWordMemo) memo = tl_word_memo_new(1000000);
  static const size_t sizes[] = {1, 24, 1000, 300000};
  guint32 *values[2000];
  for (guint32 i = 0; i < G_N_ELEMENTS(values); i++) {
    size_t size = i % 100 ? sizes[i % 3] : sizes[3];
    assert_null(tl_word_memo_find(memo, i / 2, (const char *)&i, sizeof i)); /* two words a hash */
    values[i] = tl_word_memo_add(memo, i / 2, (const char *)&i, sizeof i, size);
    assert_int_equal(GPOINTER_TO_SIZE(values[i]) % sizeof(gpointer), 0);
    memset(values[i], (int)i & 0xFF, size);
  }
  for (guint32 i = 0; i < G_N_ELEMENTS(values); i++) {
    guint8 *value = tl_word_memo_find(memo, i / 2, (const char *)&i, sizeof i);
    size_t size = i % 100 ? sizes[i % 3] : sizes[3];
    assert_ptr_equal(value, values[i]);
    assert_int_equal(value[0], i & 0xFF);
    assert_int_equal(value[size - 1], i & 0xFF);
  }
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
                                     cmocka_unit_test(test_values), cmocka_unit_test(test_trim)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
