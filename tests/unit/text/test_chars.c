#include "../unit.h"

#include <unicode/uchar.h>

#include "text/chars.h"

/* The table is ICU's answers, each one. */
static void test_table(UNUSED_STATE) {
  for (guint32 c = 0; c < TL_CHARS_TABLE; c++)
    if (tl_chars_table[c] != tl_chars_lookup(c))
      fail_msg("U+%04X: the table has %02X, ICU says %02X", c, tl_chars_table[c], tl_chars_lookup(c));
}

static void assert_class(guint32 c, guint class) {
  if (tl_chars_class(c) != class)
    fail_msg("U+%04X is %02X, not %02X", c, tl_chars_class(c), class);
}

static void test_classes(UNUSED_STATE) {
  assert_class(0x407, TL_CHAR_LETTER | TL_CHAR_UPPER | TL_CHAR_CYRILLIC);
  assert_class(0x491, TL_CHAR_LETTER | TL_CHAR_CYRILLIC);
  assert_class('Q', TL_CHAR_LETTER | TL_CHAR_UPPER | TL_CHAR_LATIN);
  assert_class(0x3B1, TL_CHAR_LETTER);
  assert_class('7', TL_CHAR_DIGIT);
  assert_class('\'', TL_CHAR_JOINER);
  assert_class(0x2019, TL_CHAR_JOINER);
  assert_class(0x2BC, TL_CHAR_JOINER);
  assert_class(0x2011, TL_CHAR_JOINER);
  assert_class(0x301, TL_CHAR_MARK);
  assert_class(0xAD, TL_CHAR_MARK);
  assert_class(0x200B, TL_CHAR_MARK);
  assert_class('\r', TL_CHAR_SPACE);
  assert_class(0xA0, TL_CHAR_SPACE);
  assert_class(0x3000, TL_CHAR_SPACE);
  assert_class('.', 0);
  assert_class(0x2014, 0); /* a dash joins nothing */
  assert_class(0xFFFD, 0);
  assert_class(0x10FFFF, 0);
}

/* The shifts of plain characters are ICU's case mapping, and stay plain. */
static void test_plain(UNUSED_STATE) {
  char bytes[8];
  for (guint32 c = 1; c < 0x3000; c++) {
    guint32 read = 0;
    size_t n = (size_t)g_unichar_to_utf8(c, bytes);
    if (!tl_char_is_plain(c)) {
      assert_int_equal(tl_char_plain(bytes, n, &read), 0);
      continue;
    }
    if (tl_char_plain_lower(c) != (guint32)u_tolower((UChar32)c) ||
        tl_char_plain_upper(c) != (guint32)u_toupper((UChar32)c))
      fail_msg("U+%04X has another small letter or capital in ICU", c);
    assert_true(tl_char_is_plain(tl_char_plain_lower(c)) && tl_char_is_plain(tl_char_plain_upper(c)));
    assert_int_equal(tl_char_plain(bytes, n, &read), n);
    assert_int_equal(read, c);
    assert_int_equal(tl_char_plain(bytes, 1, &read), n == 1 ? 1 : 0);
    assert_int_equal(tl_char_plain_put(c, bytes), n);
    assert_int_equal(g_utf8_get_char(bytes), c);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_table), cmocka_unit_test(test_classes),
                                     cmocka_unit_test(test_plain)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
