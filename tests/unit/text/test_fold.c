#include "../unit.h"

#include "text/fold.h"

typedef size_t (*Mapping)(const char *word, size_t length, char out[TL_WORD_MAX]);

static void assert_mapped(Mapping map, const char *word, const char *expected) {
  char out[TL_WORD_MAX] = "?";
  size_t size = map(word, strlen(word), out);
  assert_int_equal(size, strlen(expected));
  if (size)
    assert_string_equal(out, expected);
}

static void test_fold(UNUSED_STATE) {
  assert_mapped(tl_fold_word, "рада", "рада");
  assert_mapped(tl_fold_word, "Рада", "Рада"); /* case is kept */
  static const char *const apostrophes[] = {"'", "`", "´", "ʹ", "ʼ", "‘", "’", "‛", "′"};
  for (guint i = 0; i < G_N_ELEMENTS(apostrophes); i++) {
    g_autofree char *word = g_strconcat("об", apostrophes[i], "єкт", NULL);
    assert_mapped(tl_fold_word, word, "об'єкт");
  }
  assert_mapped(tl_fold_word, "по\xE2\x80\x90своєму", "по-своєму");
  assert_mapped(tl_fold_word, "за\xCC\x81мок", "замок");
  assert_mapped(tl_fold_word, "дер\xC2\xADжава\xE2\x80\x8B", "держава");
  assert_mapped(tl_fold_word, "\xEF\xBB\xBFрада", "рада");
}

/* NFC: letters that come in two pieces are one; only stress on Cyrillic letters goes. */
static void test_composition(UNUSED_STATE) {
  assert_mapped(tl_fold_word, "и\xCC\x86", "й");
  assert_mapped(tl_fold_word, "і\xCC\x88жа", "їжа");
  assert_mapped(tl_fold_word, "i\xCC\x88", "ï");
  assert_mapped(tl_fold_word, "cafe\xCC\x81", "café");
  assert_mapped(tl_fold_word, "café", "café");
}

static void test_does_not_fit(UNUSED_STATE) {
  g_autofree char *endless = g_strnfill(TL_WORD_MAX, 'x'), *cyrillic = g_malloc0(TL_WORD_MAX + 2);
  for (guint i = 0; i + 1 < TL_WORD_MAX; i += 2)
    memcpy(cyrillic + i, "ї", 2);
  assert_mapped(tl_fold_word, endless, "");
  assert_mapped(tl_fold_word, cyrillic, "");
  assert_mapped(tl_lower_word, endless, "");
  assert_mapped(tl_fold_word, "\xFF", "");
  assert_mapped(tl_lower_word, "\xD0", "");
}

static void test_case(UNUSED_STATE) {
  assert_mapped(tl_lower_word, "ЇЖА-Ґ", "їжа-ґ");
  assert_mapped(tl_upper_word, "їжа-ґ", "ЇЖА-Ґ");
  assert_mapped(tl_title_word, "їЖА-ґ", "Їжа-ґ");
  assert_mapped(tl_lower_word, "СНО-3", "сно-3");
  assert_mapped(tl_upper_word, "ß", "ß"); /* one to one */
}

static size_t to_cyrillic(const char *word, size_t length, char out[TL_WORD_MAX]) {
  return tl_lookalike_word(word, length, TRUE, out);
}

static size_t to_latin(const char *word, size_t length, char out[TL_WORD_MAX]) {
  return tl_lookalike_word(word, length, FALSE, out);
}

static void test_lookalikes(UNUSED_STATE) {
  assert_mapped(to_cyrillic, "C-300", "С-300");
  assert_mapped(to_latin, "С-300", "C-300");
  assert_mapped(to_cyrillic, "pa\xD0\xB4\xD0\xB0", "рада");
  assert_mapped(to_cyrillic, "F-16", "");
  assert_mapped(to_latin, "БпЛА", "");
  assert_mapped(to_cyrillic, "рада", "рада");
}

static guint64 small_hash(const char *word) {
  guint64 hash = 0;
  assert_true(tl_small_hash(word, strlen(word), &hash));
  return hash;
}

/* Wherever in a word a letter stands. */
static void test_small_hash(UNUSED_STATE) {
  guint64 hash;
  for (gunichar c = 0x21; c < 0x600; c = c == 0x7E ? 0x400 : c + 1)
    for (guint at = 0; at < 12; at++) {
      char one[8] = {0}, other[8] = {0};
      g_unichar_to_utf8(c, one);
      g_unichar_to_utf8(g_unichar_tolower(c), other);
      g_autofree char *word = g_strdup_printf("%.*s%sїжака", (int)at, "x-жуЖУяЯ", one);
      g_autofree char *lower = g_strdup_printf("%.*s%sїжака", (int)at, "x-жуЖУяЯ", other);
      if (!g_utf8_validate(word, -1, NULL))
        continue;
      if (c >= 0x460)
        assert_false(tl_small_hash(word, strlen(word), &hash));
      else
        assert_int_equal(small_hash(word), small_hash(lower));
    }
  assert_int_equal(small_hash("ЗБРОЙНІ"), small_hash("збройні"));
  assert_int_not_equal(small_hash("рада"), small_hash("радар"));
  assert_int_not_equal(small_hash("рада"), small_hash("пада"));
  assert_false(tl_small_hash("об’єкт", strlen("об’єкт"), &hash));
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_fold),         cmocka_unit_test(test_composition),
                                     cmocka_unit_test(test_does_not_fit), cmocka_unit_test(test_case),
                                     cmocka_unit_test(test_lookalikes),   cmocka_unit_test(test_small_hash)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
