/* text/address: which words stand in an address. */
#include "text/address.h"

#include "../unit.h"

#include "text/token.h"

/* The words of `text` that stand in none, with a space between them. */
static void assert_words(const char *text, const char *left) {
  g_autoptr(GString) found = g_string_new(NULL);
  TlScanner scanner;
  TlToken token;
  size_t length = strlen(text);
  tl_scanner_init(&scanner, text, (TlumachSpan){0, length});
  while (tl_scanner_next(&scanner, &token))
    if (!tl_in_address(text, length, token.span))
      g_string_append_printf(found, "%s%.*s", found->len ? " " : "", (int)(token.span.end - token.span.start),
                             text + token.span.start);
  assert_string_equal(found->str, left);
}

static void addresses(UNUSED_STATE) {
  assert_words("see https://a.b/слово?q=1 now", "see now");
  assert_words("see <https://a.b/c>now \"http://a/b\"then", "see now then");
  assert_words("так (http://a.b/c) ftp+x://д", "так");
  assert_words("пиши на пошта@укр.нет, або mailto:x@y.z", "пиши на або");
  assert_words("a@ @b слово@", "a b слово");
  assert_words("/usr/share/слово ~/слово ./слово ../a C:\\слово www.слово.ua x", "x");
  assert_words("та/або 1/2 /слово і : //", "та або 1 2 слово і");
  assert_words("", "");
}

static void a_long_line_without_spaces(UNUSED_STATE) {
  g_autoptr(GString) text = g_string_new("http://");
  for (guint i = 0; i < 3000; i++)
    g_string_append(text, "а,");
  assert_true(tl_in_address(text->str, text->len, (TlumachSpan){7, 9}));
  assert_false(tl_in_address(text->str, text->len, (TlumachSpan){text->len - 3, text->len - 1}));
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(addresses), cmocka_unit_test(a_long_line_without_spaces)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
