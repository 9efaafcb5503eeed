#include "../unit.h"

#include "base/sieve.h"

static guint64 number(guint i) {
  guint64 h = (i + 1u) * 0x9E3779B97F4A7C15u;
  return h ^ h >> 32;
}

static void test_members_pass_and_few_strangers(UNUSED_STATE) {
  const guint n = 10000;
  guint32 words = tl_sieve_words(n);
  g_autofree guint64 *sieve = g_new0(guint64, words);
  guint strangers = 0;
  for (guint i = 0; i < n; i++)
    tl_sieve_add(sieve, words, number(i));
  for (guint i = 0; i < n; i++)
    assert_true(tl_sieve_has(sieve, words, number(i)));
  for (guint i = n; i < 2 * n; i++)
    strangers += tl_sieve_has(sieve, words, number(i)) ? 1u : 0u;
  assert_in_range(strangers, 1, n / 50);
}

static void test_sizes(UNUSED_STATE) {
  guint64 one = 0;
  assert_int_equal(tl_sieve_words(0), 1);
  assert_false(tl_sieve_has(&one, 1, number(5)));
  one = ~(guint64)0;
  assert_true(tl_sieve_has(&one, 1, number(5)));
  for (guint n = 1; n < 100000; n *= 3) {
    guint32 words = tl_sieve_words(n);
    assert_true((guint64)words * 64 >= (guint64)n * TL_SIEVE_BITS && words <= n + 1);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_members_pass_and_few_strangers),
                                     cmocka_unit_test(test_sizes)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
