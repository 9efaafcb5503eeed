/* What patterns can begin and end with. */
#include "../unit.h"

#include "text/srx_edges.h"

/* What a character of a pattern can be, with blanks between; NULL: not known. */
static void assert_pieces(char **pieces, const char *expected) {
  g_autofree char *found = pieces ? g_strjoinv(" ", pieces) : NULL;
  if (expected)
    assert_string_equal(found, expected);
  else
    assert_null(found);
}

static void assert_last(const char *pattern, const char *one, const char *two, const char *three) {
  TlSrxEdges edges = tl_srx_edges(pattern);
  assert_pieces(edges.last[0], one);
  assert_pieces(edges.last[1], two);
  assert_pieces(edges.last[2], three);
  tl_srx_edges_clear(&edges);
}

static void assert_first(const char *pattern, const char *one, const char *two, const char *three) {
  TlSrxEdges edges = tl_srx_edges(pattern);
  assert_pieces(edges.first[0], one);
  assert_pieces(edges.first[1], two);
  assert_pieces(edges.first[2], three);
  tl_srx_edges_clear(&edges);
}

static void test_last(UNUSED_STATE) {
  assert_last("\\bст\\.", "\\.", "т", "с");
  assert_last("\\b(?:вул|пл|ст|м)\\.", "\\.", "л т м", NULL); /* м. has two */
  assert_last("[.!?…]+[»\\])]*", "[»\\])] [.!?…]", NULL, NULL);
  assert_last("x[.!?…]+", "[.!?…]", "[.!?…] x", NULL);
  assert_last("(?:a|bc?)", "a c b", NULL, NULL);
  assert_last("(?i)(?<![\\p{L}])м", "м", NULL, NULL);
  assert_last("(?<![\\p{L}])(?i:м|ст)\\.", "\\.", "м т", NULL);
  assert_last("x(?=y)", "x", NULL, NULL);
  assert_last("(?:ab){2}", "b", "a b", "b a");
  assert_last("[a-z&&[^b]]{2}$", "[a-z&&[^b]]", "[a-z&&[^b]]", NULL);
  assert_last("\\p{Lu}{0,3}", NULL, NULL, NULL); /* it may match nothing */
  assert_last("(a)\\1", NULL, NULL, NULL);       /* more than we look into */
  assert_last("(?<name>a)", NULL, NULL, NULL);
  assert_last("[ab", NULL, NULL, NULL);
  assert_last("a)", NULL, NULL, NULL);
  assert_last("", NULL, NULL, NULL);
}

static void test_first(UNUSED_STATE) {
  assert_first("\\s+\\p{Lu}", "\\s", "\\s \\p{Lu}", NULL);
  assert_first("\\s*[«„]?(?!А)x", "\\s [«„] x", NULL, NULL);
  assert_first("(?:\\.\\.\\.|…)z", "\\. …", "\\. z", NULL);
  assert_first("ab?cd", "a", "b c", "c d");
  assert_first("\\s*", NULL, NULL, NULL);
  assert_first("*a", NULL, NULL, NULL);
}

static guint longest(const char *pattern) {
  TlSrxEdges edges = tl_srx_edges(pattern);
  tl_srx_edges_clear(&edges);
  return edges.longest;
}

static void test_longest(UNUSED_STATE) {
  assert_int_equal(longest(""), 0);
  assert_int_equal(longest("\\b(?:ст|стст)\\."), 5 * 3);
  assert_int_equal(longest("(?<=abc)x?"), 3);
  assert_int_equal(longest("\\d{1,2}\\.{3}"), 5 * 3);
  assert_int_equal(longest("a{2,}"), TL_SRX_UNBOUNDED);
  assert_int_equal(longest("a+"), TL_SRX_UNBOUNDED);
  assert_int_equal(longest("^a"), TL_SRX_UNBOUNDED); /* must see where the line begins */
  assert_int_equal(longest("(?m)a"), TL_SRX_UNBOUNDED);
}

static void test_literal(UNUSED_STATE) {
  assert_int_equal(tl_srx_literal("ж"), 0x436);
  assert_int_equal(tl_srx_literal("\\."), '.');
  assert_int_equal(tl_srx_literal("."), 0);
  assert_int_equal(tl_srx_literal("\\s"), 0);
  assert_int_equal(tl_srx_literal("[a]"), 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_last), cmocka_unit_test(test_first),
                                     cmocka_unit_test(test_longest), cmocka_unit_test(test_literal)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
