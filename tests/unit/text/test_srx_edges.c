/* What patterns can begin and end with. */
#include "../unit.h"

#include "text/srx_edges.h"

static void assert_edge(char *found, const char *expected) {
  if (expected)
    assert_string_equal(found, expected);
  else
    assert_null(found);
  g_free(found);
}

static void test_last(UNUSED_STATE) {
  assert_edge(tl_srx_last("\\bст\\."), "(?:\\.)");
  assert_edge(tl_srx_last("[.!?…]+[»\\])]*"), "(?:[.!?…]|[»\\])])");
  assert_edge(tl_srx_last("(?:a|bc?)"), "(?:a|b|c)");
  assert_edge(tl_srx_last("(?i)(?<![\\p{L}])м"), "(?i)(?:м)");
  assert_edge(tl_srx_last("x(?=y)"), "(?:x)");
  assert_edge(tl_srx_last("[a-z&&[^b]]{2}$"), "(?:[a-z&&[^b]])");
  assert_edge(tl_srx_last("\\p{Lu}{0,3}"), NULL); /* it may match nothing */
  assert_edge(tl_srx_last("(a)\\1"), NULL);       /* more than we look into */
  assert_edge(tl_srx_last("(?<name>a)"), NULL);
  assert_edge(tl_srx_last("[ab"), NULL);
  assert_edge(tl_srx_last("a)"), NULL);
  assert_edge(tl_srx_last(""), NULL);
}

static void test_first(UNUSED_STATE) {
  assert_edge(tl_srx_first("\\s+\\p{Lu}"), "(?:\\s)");
  assert_edge(tl_srx_first("\\s*[«„]?(?!А)x"), "(?:\\s|[«„]|x)");
  assert_edge(tl_srx_first("(?:\\.\\.\\.|…)z"), "(?:\\.|…)");
  assert_edge(tl_srx_first("\\s*"), NULL);
  assert_edge(tl_srx_first("*a"), NULL);
}

static void test_longest(UNUSED_STATE) {
  assert_int_equal(tl_srx_longest(""), 0);
  assert_int_equal(tl_srx_longest("\\b(?:ст|стст)\\."), 5 * 3);
  assert_int_equal(tl_srx_longest("(?<=abc)x?"), 3);
  assert_int_equal(tl_srx_longest("\\d{1,2}\\.{3}"), 5 * 3);
  assert_int_equal(tl_srx_longest("a{2,}"), TL_SRX_UNBOUNDED);
  assert_int_equal(tl_srx_longest("a+"), TL_SRX_UNBOUNDED);
  assert_int_equal(tl_srx_longest("^a"), TL_SRX_UNBOUNDED); /* must see where the line begins */
  assert_int_equal(tl_srx_longest("(?m)a"), TL_SRX_UNBOUNDED);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_last), cmocka_unit_test(test_first),
                                     cmocka_unit_test(test_longest)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
