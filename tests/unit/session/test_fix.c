/* Fixes put into a file: the bytes under them change, and no others. */
#include "tlumach/check.h"

#include "../unit.h"

static TlumachBitext *table(GBytes *raw, const char *encoding) {
  const TlumachBitextOptions options = {"uk", "en", "tsv", encoding};
  g_autoptr(GError) error = NULL;
  TlumachBitext *bitext = tlumach_bitext_new("x.tsv", raw, &options, &error);
  assert_no_error(error);
  return bitext;
}

/* The first place of `part` in the target's text. */
static TlumachSpan place(const TlumachBitext *bitext, const char *part) {
  size_t length;
  const char *text = tlumach_document_text(bitext->document[TLUMACH_TARGET], &length);
  const char *at = g_strstr_len(text, (gssize)length, part);
  assert_non_null(at);
  size_t start = (size_t)(at - text);
  return (TlumachSpan){start, start + strlen(part)};
}

static void assert_fixed(GBytes *fixed, const char *expected, gsize length) {
  g_autoptr(GBytes) wanted = g_bytes_new_static(expected, length);
  assert_non_null(fixed);
  assert_true(g_bytes_equal(fixed, wanted));
}

static void test_bytes(UNUSED_STATE) {
  static const char file[] = "source\ttarget\r\nТак\t«Yes»  \\n no\xFF\r\n\r\n",
                    fixed[] = "source\ttarget\r\nТак\t“Yes»  \\n n\xFF\r\n\r\n";
  g_autoptr(GBytes) raw = g_bytes_new_static(file, sizeof file - 1);
  g_autoptr(TlumachBitext) bitext = table(raw, "UTF-8");
  TlumachSpan quote = place(bitext, "«");
  const TlumachFix fixes[] = {{place(bitext, "o"), ""}, /* in any order */
                              {quote, "“"},
                              {quote, "never"},               /* what is mended already */
                              {place(bitext, "\n"), "never"}, /* an escape in the file */
                              {place(bitext, "  \n"), " "}};
  guint n;
  g_autoptr(GBytes) done = tlumach_fix(bitext, raw, fixes, G_N_ELEMENTS(fixes), &n, NULL);
  assert_int_equal(n, 2);
  assert_fixed(done, fixed, sizeof fixed - 1);
  g_autoptr(GBytes) same = tlumach_fix(bitext, raw, NULL, 0, &n, NULL);
  assert_int_equal(n, 0);
  assert_true(g_bytes_equal(same, raw));
}

static void test_encoding(UNUSED_STATE) {
  /* "Так", tab, "«Yes»" in windows-1251, which has “ and lacks ð */
  static const char file[] = "\xD2\xE0\xEA\t\xABYes\xBB\n", fixed[] = "\xD2\xE0\xEA\t\x93Yes\xBB\n";
  g_autoptr(GBytes) raw = g_bytes_new_static(file, sizeof file - 1);
  g_autoptr(TlumachBitext) bitext = table(raw, "windows-1251");
  g_autoptr(GError) error = NULL;
  guint n;
  const TlumachFix good = {place(bitext, "«"), "“"}, bad = {place(bitext, "«"), "ð"};
  g_autoptr(GBytes) done = tlumach_fix(bitext, raw, &good, 1, &n, &error);
  assert_no_error(error);
  assert_fixed(done, fixed, sizeof fixed - 1);
  assert_null(tlumach_fix(bitext, raw, &bad, 1, &n, &error));
  assert_non_null(error);
}

/* What ASCII cannot hold is not written into a file of ASCII. */
static void test_ascii(UNUSED_STATE) {
  static const char file[] = "Tak\t\"Yes\"\n";
  g_autoptr(GBytes) raw = g_bytes_new_static(file, sizeof file - 1);
  g_autoptr(TlumachBitext) bitext = table(raw, "US-ASCII");
  g_autoptr(GError) error = NULL;
  guint n;
  const TlumachFix bad = {place(bitext, "Y"), "“"};
  assert_null(tlumach_fix(bitext, raw, &bad, 1, &n, &error));
  assert_failed(&error, TLUMACH_ERROR_USAGE, "US-ASCII cannot hold \"“\"");
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_bytes), cmocka_unit_test(test_encoding),
                                     cmocka_unit_test(test_ascii)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
