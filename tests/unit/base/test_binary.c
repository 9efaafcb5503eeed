#include "../unit.h"

#include "base/binary.h"

static gboolean is_text(const char *name, const char *bytes, size_t length, const char *encoding, GError **error) {
  g_autoptr(GBytes) raw = g_bytes_new(bytes, length);
  return tl_is_text(name, raw, encoding, error);
}

static void test_kinds(UNUSED_STATE) {
  g_autoptr(GError) error = NULL;
  assert_false(is_text("t.txt", "\x1F\x8B\x08", 3, NULL, &error));
  assert_failed(&error, TLUMACH_ERROR_FORMAT, "t.txt: is compressed (gzip)");
  assert_false(is_text("t.txt", "%PDF-1.7", 8, NULL, &error));
  assert_failed(&error, TLUMACH_ERROR_FORMAT, "t.txt: is a PDF");
  assert_true(is_text("t.txt", "%PDF", 4, NULL, &error));
  assert_true(is_text("-", "%PDF-1.7", 8, NULL, &error));
}

static void test_zeros(UNUSED_STATE) {
  static char long_text[9000];
  g_autoptr(GError) error = NULL;
  memset(long_text, 'x', sizeof long_text);
  assert_true(is_text("t.txt", "", 0, NULL, &error));
  assert_false(is_text("t.txt", "рада\nб\0", 12, NULL, &error));
  assert_failed(&error, TLUMACH_ERROR_FORMAT, "t.txt:2:2: a zero byte");
  assert_true(is_text("-", "рада\nб\0", 12, NULL, &error));
  assert_true(is_text("t.txt", "a\0b\0", 4, "utf-16le", &error));
  assert_true(is_text("t.txt",
                      "\xFF\xFE"
                      "a\0",
                      4, NULL, &error));
  long_text[7999] = '\0';
  assert_false(is_text("t.txt", long_text, sizeof long_text, NULL, &error));
  g_clear_error(&error);
  long_text[7999] = 'x';
  long_text[8000] = '\0';
  assert_true(is_text("t.txt", long_text, sizeof long_text, NULL, &error));
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_kinds), cmocka_unit_test(test_zeros)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
