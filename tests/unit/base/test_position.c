#include "../unit.h"

#include "base/position.h"

static void assert_place(TlPositions *positions, size_t offset, TlumachColumnUnit unit, size_t line, size_t column) {
  size_t found_line, found_column;
  tl_positions_locate(positions, offset, unit, &found_line, &found_column);
  if (found_line != line || found_column != column)
    fail_msg("offset %zu is at %zu:%zu, not %zu:%zu", offset, found_line, found_column, line, column);
}

/* LF, CRLF and CR end lines; vertical tab, form feed, U+0085 and U+2028 do not. */
static void test_line_ends(UNUSED_STATE) {
  const char *text = "a\nb\r\nc\rd\v\f\xC2\x85\xE2\x80\xA8z";
  g_autoptr(TlPositions) p = tl_positions_new(text, strlen(text));
  assert_place(p, 0, TLUMACH_COLUMN_CHARACTER, 1, 1);
  assert_place(p, 1, TLUMACH_COLUMN_CHARACTER, 1, 2);
  assert_place(p, 2, TLUMACH_COLUMN_CHARACTER, 2, 1);
  assert_place(p, 5, TLUMACH_COLUMN_CHARACTER, 3, 1);
  assert_place(p, 7, TLUMACH_COLUMN_CHARACTER, 4, 1);
  assert_place(p, strlen(text) - 1, TLUMACH_COLUMN_CHARACTER, 4, 6);
  assert_place(p, strlen(text) + 100, TLUMACH_COLUMN_CHARACTER, 4, 7);
}

/* However many lines end at a CR, each costs a look at what is near. */
static void test_many_line_ends(UNUSED_STATE) {
  size_t n = 3000000;
  g_autofree char *text = g_strnfill(2 * n, '\r');
  for (size_t i = 0; i < n; i++)
    text[2 * i] = 'a';
  assert_int_equal(tl_line_ends(text, 2 * n), n);
  g_autoptr(TlPositions) p = tl_positions_new(text, 2 * n);
  assert_place(p, 2 * n - 1, TLUMACH_COLUMN_CHARACTER, n, 2);
}

/* Wherever a line ends among those that are looked at together. */
static void test_line_end(UNUSED_STATE) {
  static const char *const ends[] = {"\n", "\r", "\r\n", ""};
  for (guint i = 0; i < G_N_ELEMENTS(ends); i++)
    for (guint long_line = 0; long_line < 2100; long_line++) {
      g_autofree char *line = g_strnfill(long_line, 'x'), *text = g_strconcat(line, ends[i], i < 3 ? "y" : "", NULL);
      size_t next, end = tl_line_end(text, 0, strlen(text), &next);
      assert_int_equal(end, long_line);
      assert_int_equal(next, long_line + strlen(ends[i]));
    }
}

static void test_start(UNUSED_STATE) {
  const char *text = "a\xF0\x9F\x99\x82\x80\x80\x80\x80\xE2\x82"; /* behind the character, odd bytes */
  static const size_t starts[] = {0, 1, 1, 1, 1, 5, 6, 7, 8, 9, 10, 11};
  for (size_t at = 0; at < G_N_ELEMENTS(starts); at++)
    assert_int_equal(tl_utf8_start(text, 0, strlen(text), at), starts[at]);
  assert_int_equal(tl_utf8_start(text, 3, strlen(text), 4), 4); /* its beginning does not belong to us */
}

static void assert_excerpt(const char *text, size_t most, const char *expected) {
  g_autofree char *found = tl_utf8_excerpt(text, strlen(text), most);
  assert_string_equal(found, expected);
}

static void test_excerpt(UNUSED_STATE) {
  assert_excerpt("рада", 8, "рада");
  assert_excerpt("рада", 7, "рад…");
  assert_excerpt("рада", 6, "рад…");
  assert_excerpt("a🙂", 4, "a…");
  assert_excerpt("", 0, "");
}

static void test_units(UNUSED_STATE) {
  const char *text = "ї\xCC\x81 日🙂x"; /* a combining acute, a wide character, one of two UTF-16 units */
  size_t end = strlen(text);
  g_autoptr(TlPositions) p = tl_positions_new(text, end);
  assert_place(p, end, TLUMACH_COLUMN_BYTE, 1, end + 1);
  assert_place(p, end, TLUMACH_COLUMN_CHARACTER, 1, 7);
  assert_place(p, end, TLUMACH_COLUMN_UTF16, 1, 8);
  assert_place(p, end, TLUMACH_COLUMN_DISPLAY, 1, 8);
}

static void test_tabs(UNUSED_STATE) {
  const char *text = "x\ty\t\tz";
  const size_t columns[] = {1, 2, 9, 10, 17, 25, 26};
  g_autoptr(TlPositions) p = tl_positions_new(text, strlen(text));
  for (size_t i = 0; i < G_N_ELEMENTS(columns); i++) {
    assert_place(p, i, TLUMACH_COLUMN_DISPLAY, 1, columns[i]);
    assert_place(p, i, TLUMACH_COLUMN_CHARACTER, 1, i + 1);
    assert_int_equal(tl_positions_offset(p, 1, columns[i], TLUMACH_COLUMN_DISPLAY), i);
  }
  assert_int_equal(tl_utf8_measure("\t\tx", 3, TLUMACH_COLUMN_DISPLAY), 17);
}

/* Asking in any order gives what a fresh cursor gives, and the way back leads to the same byte. */
static void test_any_order(UNUSED_STATE) {
  const char *text = "перший рядок\nдругий\r\n\nчетвертий 🙂 x\rп'ятий";
  size_t length = strlen(text);
  g_autoptr(TlPositions) p = tl_positions_new(text, length);
  for (guint i = 0; i < 500; i++) {
    size_t offset = (i * 7919u) % (length + 1);
    if (offset < length && ((guchar)text[offset] & 0xC0) == 0x80)
      continue;
    for (guint u = TLUMACH_COLUMN_CHARACTER; u <= TLUMACH_COLUMN_UTF16; u++) {
      g_autoptr(TlPositions) fresh = tl_positions_new(text, length);
      size_t line, column;
      tl_positions_locate(fresh, offset, (TlumachColumnUnit)u, &line, &column);
      assert_place(p, offset, (TlumachColumnUnit)u, line, column);
      gboolean in_line_end = offset < length && offset > 0 && text[offset] == '\n' && text[offset - 1] == '\r';
      if (!in_line_end)
        assert_int_equal(tl_positions_offset(p, line, column, (TlumachColumnUnit)u), offset);
    }
  }
}

static void test_beyond(UNUSED_STATE) {
  const char *text = "аб\r\nв";
  g_autoptr(TlPositions) p = tl_positions_new(text, strlen(text));
  assert_int_equal(tl_positions_offset(p, 1, 99, TLUMACH_COLUMN_CHARACTER), 4); /* before the line end */
  assert_int_equal(tl_positions_offset(p, 2, 99, TLUMACH_COLUMN_CHARACTER), strlen(text));
  assert_int_equal(tl_positions_offset(p, 9, 1, TLUMACH_COLUMN_CHARACTER), strlen(text));
  assert_int_equal(tl_positions_offset(p, 1, 2, TLUMACH_COLUMN_BYTE), 0); /* inside a character: its first byte */
}

static void test_offset_inside_a_character(UNUSED_STATE) {
  const char *text = "аб";
  g_autoptr(TlPositions) p = tl_positions_new(text, strlen(text));
  assert_place(p, 3, TLUMACH_COLUMN_CHARACTER, 1, 2);
}

/* A byte order mark takes no column; an odd byte is one character. */
static void test_odd_bytes(UNUSED_STATE) {
  const char *text = "\xEF\xBB\xBF\xFF\xD0x";
  g_autoptr(TlPositions) p = tl_positions_new(text, strlen(text));
  assert_place(p, 3, TLUMACH_COLUMN_CHARACTER, 1, 1);
  assert_place(p, 5, TLUMACH_COLUMN_CHARACTER, 1, 3);
  assert_place(p, 5, TLUMACH_COLUMN_DISPLAY, 1, 3);
}

static void assert_next(const char *bytes, size_t length, size_t size, guint32 codepoint) {
  guint32 found;
  assert_int_equal(tl_utf8_next(bytes, length, &found), size);
  assert_int_equal(found, codepoint);
}

/* RFC 3629: no overlong forms, no surrogates, nothing over U+10FFFF, nothing cut. */
static void test_utf8(UNUSED_STATE) {
  assert_next("a", 1, 1, 'a');
  assert_next("\0", 1, 1, 0);
  assert_next("ї", 2, 2, 0x457);
  assert_next("\xE2\x82\xAC", 3, 3, 0x20AC);
  assert_next("\xF0\x9F\x99\x82", 4, 4, 0x1F642);
  assert_next("\xF4\x8F\xBF\xBF", 4, 4, 0x10FFFF);
  assert_next("\xC0\x80", 2, 1, 0xFFFD);
  assert_next("\xED\xA0\x80", 3, 1, 0xFFFD);
  assert_next("\xF4\x90\x80\x80", 4, 1, 0xFFFD);
  assert_next("\xD1", 1, 1, 0xFFFD);
  assert_next("\xE2\x82", 2, 1, 0xFFFD);
  assert_next("\x80", 1, 1, 0xFFFD);
}

/* GLib says the same, wherever the fault stands. */
static void test_good(UNUSED_STATE) {
  static const char *const faults[] = {"\x80",
                                       "\xC3",
                                       "\xC0\x80",
                                       "\xC1\xBF",
                                       "\xE0\x80\x80",
                                       "\xED\xA0\x80",
                                       "\xF4\x90\x80\x80",
                                       "\xF0\x9F\x98",
                                       "\xFF",
                                       "\xE2\x82",
                                       "і",
                                       "€",
                                       "😀",
                                       "\xEF\xBF\xBD",
                                       "",
                                       "a"};
  static const char *const around[] = {"",
                                       "a",
                                       "ab",
                                       "sixteen letters.",
                                       "кирилиця",
                                       "мішане mixed text 12345678",
                                       "— довге тире «і лапки» — у довгому реченні …"};
  for (guint f = 0; f < G_N_ELEMENTS(faults); f++)
    for (guint a = 0; a < G_N_ELEMENTS(around); a++)
      for (guint b = 0; b < G_N_ELEMENTS(around); b++) {
        g_autofree char *text = g_strconcat(around[a], faults[f], around[b], NULL);
        const char *end;
        g_utf8_validate_len(text, strlen(text), &end);
        assert_int_equal(tl_utf8_good(text, strlen(text)), end - text);
      }
  assert_int_equal(tl_utf8_good("eight ch\0more", 13), 8);
  assert_int_equal(tl_utf8_good("abc\0more text", 13), 3);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_line_ends),
                                     cmocka_unit_test(test_excerpt),
                                     cmocka_unit_test(test_many_line_ends),
                                     cmocka_unit_test(test_line_end),
                                     cmocka_unit_test(test_start),
                                     cmocka_unit_test(test_units),
                                     cmocka_unit_test(test_tabs),
                                     cmocka_unit_test(test_any_order),
                                     cmocka_unit_test(test_beyond),
                                     cmocka_unit_test(test_offset_inside_a_character),
                                     cmocka_unit_test(test_odd_bytes),
                                     cmocka_unit_test(test_utf8),
                                     cmocka_unit_test(test_good)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
