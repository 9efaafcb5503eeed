#include "../unit.h"

#include "base/charset.h"
#include "base/charset_guess.h"

static const char article[] = "Рада безпеки обговорила об'єкт і їжу, ґанок та щоденну роботу комісії. "
                              "Українські дипломати повідомили про засідання, яке відбудеться наступного тижня.\n";

static TlDecoded *decode(const char *bytes, gsize size, const char *encoding) {
  g_autoptr(GBytes) raw = g_bytes_new(bytes, size);
  g_autoptr(GError) error = NULL;
  TlDecoded *decoded = tl_decode("t.txt", raw, encoding, &error);
  assert_no_error(error);
  return decoded;
}

static GBytes *in(const char *text, const char *encoding) {
  g_autoptr(GError) error = NULL;
  GBytes *bytes = tl_encode(text, strlen(text), encoding, &error);
  assert_no_error(error);
  return bytes;
}

static void assert_text(const TlDecoded *decoded, const char *text) {
  size_t length;
  const char *found = tl_decoded_text(decoded, &length);
  assert_int_equal(length, strlen(text));
  assert_memory_equal(found, text, length);
}

/* UTF-8 is never copied: byte order mark and odd bytes are the text's. */
static void test_utf8_untouched(UNUSED_STATE) {
  g_autoptr(GBytes) raw = g_bytes_new_static("\xEF\xBB\xBF"
                                             "а\xFF\0б",
                                             9);
  g_autoptr(TlDecoded) decoded = tl_decode("t.txt", raw, NULL, NULL);
  size_t length;
  assert_ptr_equal(tl_decoded_text(decoded, &length), g_bytes_get_data(raw, NULL));
  assert_int_equal(length, 9);
  assert_string_equal(tl_decoded_encoding(decoded), "UTF-8");
  assert_int_equal(tl_decoded_raw_offset(decoded, 5), 5);
  assert_int_equal(tl_bom_length("\xEF\xBB\xBF", 3), 3);
  assert_int_equal(tl_bom_length("\xEF\xBB", 2), 0);
}

static void test_guess(UNUSED_STATE) {
  static const char *const encodings[] = {"windows-1251", "KOI8-U", "UTF-16LE", "UTF-16BE", "UTF-8"};
  for (guint i = 0; i < G_N_ELEMENTS(encodings); i++) {
    g_autoptr(GBytes) raw = in(article, encodings[i]);
    g_autoptr(TlDecoded) decoded = decode(g_bytes_get_data(raw, NULL), g_bytes_get_size(raw), NULL);
    assert_string_equal(tl_decoded_encoding(decoded), encodings[i]);
    assert_text(decoded, article);
  }
}

static void test_guess_doubt(UNUSED_STATE) {
  /* Latin text in an 8-bit encoding, random bytes and nothing at all are UTF-8 with odd bytes. */
  assert_string_equal(tl_charset_guess((const guint8 *)"caf\xE9 cr\xE8me", 10), "UTF-8");
  assert_string_equal(tl_charset_guess((const guint8 *)"", 0), "UTF-8");
  assert_string_equal(tl_charset_guess((const guint8 *)"ab", 2), "UTF-8");
  /* A character cut where the looking ends is no odd byte. */
  g_autofree char *much = g_strnfill(70000, 'a');
  memcpy(much + 65535, "ї", 2);
  assert_string_equal(tl_charset_guess((const guint8 *)much, 70000), "UTF-8");
  /* A NUL byte makes no UTF-16 of UTF-8. */
  assert_string_equal(tl_charset_guess((const guint8 *)"рада\0безпеки", 23), "UTF-8");
}

static void test_byte_order_marks(UNUSED_STATE) {
  g_autoptr(TlDecoded) little = decode("\xFF\xFE\x56\x04", 4, NULL), big = decode("\xFE\xFF\x04\x56", 4, NULL);
  assert_text(little, "і");
  assert_text(big, "і");
  assert_int_equal(tl_decoded_raw_offset(little, 0), 2);
  assert_int_equal(tl_decoded_raw_offset(little, 2), 4);
}

/* Each character of the text leads back to its own bytes, over many checkpoints, surrogate pairs across them included.
 */
static void test_offsets(UNUSED_STATE) {
  static const char *const encodings[] = {"UTF-16LE", "UTF-16BE", "windows-1251"};
  for (guint e = 0; e < G_N_ELEMENTS(encodings); e++) {
    gboolean wide = e < 2;
    g_autoptr(GString) text = g_string_new(wide ? "x" : "");
    while (text->len < 40000)
      g_string_append(text, wide ? "🙂🙂🙂ї" : "щось ");
    g_autoptr(GBytes) raw = in(text->str, encodings[e]);
    g_autoptr(TlDecoded) decoded = decode(g_bytes_get_data(raw, NULL), g_bytes_get_size(raw), encodings[e]);
    assert_text(decoded, text->str);
    size_t expected = 0;
    for (const char *p = text->str; *p; p = g_utf8_next_char(p)) {
      size_t found = tl_decoded_raw_offset(decoded, (size_t)(p - text->str));
      if (found != expected)
        fail_msg("%s: text byte %zu leads to %zu, not %zu", encodings[e], (size_t)(p - text->str), found, expected);
      expected += !wide ? 1 : g_utf8_get_char(p) >= 0x10000 ? 4 : 2;
    }
    assert_int_equal(tl_decoded_raw_offset(decoded, text->len), g_bytes_get_size(raw));
  }
}

static void test_broken_utf16(UNUSED_STATE) {
  g_autoptr(TlDecoded) lone = decode("\x56\x04\x00\xD8\x57\x04", 6, "UTF-16LE"),
                       cut = decode("\x56\x04\x57", 3, "UTF-16LE");
  assert_text(lone, "і\xEF\xBF\xBDї");
  assert_text(cut, "і\xEF\xBF\xBD");
}

static void test_names(UNUSED_STATE) {
  g_autoptr(GBytes) raw = g_bytes_new_static("\xB3", 1);
  g_autoptr(GError) error = NULL;
  g_autoptr(TlDecoded) decoded = decode("\xB3", 1, "cp1251");
  assert_text(decoded, "і");
  assert_string_equal(tl_decoded_encoding(decoded), "windows-1251");
  assert_null(tl_decode("t.txt", raw, "windows-1521", &error));
  assert_failed(&error, TLUMACH_ERROR_USAGE, "unknown encoding \"windows-1521\"; did you mean \"windows-1251\"?");
}

static void test_encode(UNUSED_STATE) {
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = in("їжа", "windows-1251");
  assert_int_equal(g_bytes_get_size(bytes), 3);
  assert_memory_equal(g_bytes_get_data(bytes, NULL), "\xBF\xE6\xE0", 3);
  assert_null(tl_encode("日", 3, "windows-1251", &error));
  assert_failed(&error, TLUMACH_ERROR_USAGE, "windows-1251 cannot hold \"日\"");
  g_autoptr(GBytes) ascii = in("food", "US-ASCII");
  assert_int_equal(g_bytes_get_size(ascii), 4);
  assert_null(tl_encode("їжа", 6, "US-ASCII", &error));
  assert_failed(&error, TLUMACH_ERROR_USAGE, "US-ASCII cannot hold \"їжа\"");
  const char *much = "a日日日日日日日日日日日日日日日日日日日日日日日日日日日日日日";
  assert_null(tl_encode(much, strlen(much), "windows-1251", &error));
  assert_true(g_utf8_validate(error->message, -1, NULL)); /* cut behind a character */
  assert_failed(&error, TLUMACH_ERROR_USAGE, "日…\"");
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_utf8_untouched), cmocka_unit_test(test_guess),
                                     cmocka_unit_test(test_guess_doubt),    cmocka_unit_test(test_byte_order_marks),
                                     cmocka_unit_test(test_offsets),        cmocka_unit_test(test_broken_utf16),
                                     cmocka_unit_test(test_names),          cmocka_unit_test(test_encode)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
