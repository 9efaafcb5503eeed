/* A small dictionary frozen and read again. */
#include "dictionary_test.h"

static GBytes *freeze(const char *aff, const char *dic, const char *identity) {
  g_autoptr(GBytes) aff_bytes = text_bytes(aff), dic_bytes = text_bytes(dic);
  g_autoptr(GError) error = NULL;
  GBytes *bytes = tl_freeze("small", aff_bytes, dic_bytes, NULL, identity, &error);
  assert_no_error(error);
  return bytes;
}

static TlFrozen *frozen_of(const char *aff, const char *dic) {
  g_autoptr(GBytes) bytes = freeze(aff, dic, "identity");
  g_autoptr(GError) error = NULL;
  TlFrozen *frozen = tl_frozen_open(bytes, "identity", &error);
  assert_no_error(error);
  return frozen;
}

static void assert_readings(const TlFrozen *frozen, const char *word, TlKnown known, const char *stems) {
  TlReadings readings = {.n = 0};
  assert_int_equal(tl_frozen_readings(frozen, word, strlen(word), &readings), known);
  assert_int_equal(tl_frozen_knows(frozen, word, strlen(word)), known);
  g_autofree char *found = stems_of(&readings);
  assert_string_equal(found, stems);
}

static void test_forms(UNUSED_STATE) {
  TlFrozen *frozen = frozen_of(tiny_aff, tiny_dic);
  assert_readings(frozen, "рада", TL_KNOWN, "рада");
  assert_readings(frozen, "ради", TL_KNOWN, "рада");
  assert_readings(frozen, "раді", TL_KNOWN, "рада");
  assert_readings(frozen, "мови", TL_KNOWN, "мова");
  assert_readings(frozen, "перемові", TL_KNOWN, "мова");
  assert_readings(frozen, "рад", TL_KNOWN, "рад");
  assert_readings(frozen, "Київ", TL_KNOWN, "Київ");
  assert_readings(frozen, "київ", TL_UNKNOWN, ""); /* as it is cased */
  assert_readings(frozen, "раду", TL_UNKNOWN, ""); /* the rule wants -ва */
  assert_readings(frozen, "радии", TL_UNKNOWN, "");
  assert_readings(frozen, "ра", TL_UNKNOWN, "");
  assert_readings(frozen, "", TL_UNKNOWN, "");
  assert_readings(frozen, "рада\xFF", TL_UNKNOWN, "");
  tl_frozen_free(frozen);
}

/* Many at once come to the same as one by one. */
static void test_batch(UNUSED_STATE) {
  static const char *const words[] = {"рада", "раду", "Рада", "київ",     "Київ", "лише", "",     "р",
                                      "мові", "Мова", "Мові", "перемові", "бава", "xyz",  "Лише", "рад"};
  TlFrozen *frozen = frozen_of(tiny_aff, tiny_dic);
  for (guint n = 0; n < 100; n++) {
    TlFrozenWord batch[100];
    for (guint i = 0; i < n; i++) {
      const char *word = words[(i * 7 + n) % G_N_ELEMENTS(words)];
      batch[i] = (TlFrozenWord){word, strlen(word), i % 2 == 0, TL_KNOWN};
    }
    tl_frozen_know(frozen, batch, n);
    for (guint i = 0; i < n; i++) {
      const char *word = words[(i * 7 + n) % G_N_ELEMENTS(words)];
      char small[TL_WORD_MAX];
      size_t length = tl_lower_word(word, strlen(word), small);
      TlKnown as_is = tl_frozen_knows(frozen, word, strlen(word)), lower = tl_frozen_knows(frozen, small, length);
      gboolean capital = g_unichar_isupper(g_utf8_get_char(word));
      assert_int_equal(batch[i].known, i % 2 == 0 && capital ? MAX(as_is, lower) : as_is);
    }
  }
  tl_frozen_free(frozen);
}

/* What the expansion does not prove is for Hunspell: a rule with flags of its own, a word that needs an affix. */
static void test_asks(UNUSED_STATE) {
  TlFrozen *frozen = frozen_of(tiny_aff, tiny_dic);
  assert_false(tl_frozen_complete(frozen));
  TlReadings readings = {.n = 0};
  assert_int_not_equal(tl_frozen_knows(frozen, "лише", strlen("лише")), TL_KNOWN);
  assert_int_equal(tl_frozen_readings(frozen, "лише", strlen("лише"), &readings), TL_ASK);
  tl_frozen_free(frozen);
}

/* Suffixes alone make all words there are: a miss is final. */
static void test_complete(UNUSED_STATE) {
  TlFrozen *frozen = frozen_of("SET UTF-8\nSFX A Y 1\nSFX A а и а\n", "1\nрада/A\n");
  assert_true(tl_frozen_complete(frozen));
  assert_int_equal(tl_frozen_forms(frozen), 2);
  tl_frozen_free(frozen);
}

static void test_identity(UNUSED_STATE) {
  g_autoptr(GBytes) bytes = freeze(tiny_aff, tiny_dic, "one");
  g_autoptr(GError) error = NULL;
  assert_null(tl_frozen_open(bytes, "two", &error));
  assert_non_null(error);
}

/* The same dictionary gives the same bytes. */
static void test_deterministic(UNUSED_STATE) {
  g_autoptr(GBytes) one = freeze(tiny_aff, tiny_dic, "x"), two = freeze(tiny_aff, tiny_dic, "x");
  assert_true(g_bytes_equal(one, two));
}

/* A file with any byte changed, or cut anywhere, is not used. */
static void test_damage(UNUSED_STATE) {
  g_autoptr(GBytes) bytes = freeze(tiny_aff, tiny_dic, "x");
  gsize size;
  const char *data = g_bytes_get_data(bytes, &size);
  for (gsize i = 0; i < size; i++) {
    char *copy = g_memdup2(data, size);
    copy[i] = (char)(copy[i] ^ 0x41);
    g_autoptr(GBytes) damaged = g_bytes_new_take(copy, size);
    TlFrozen *frozen = tl_frozen_open(damaged, "x", NULL);
    if (frozen)
      fail_msg("byte %zu of %zu was changed and nobody noticed", i, size);
  }
  for (gsize i = 0; i < size; i += 7) {
    g_autoptr(GBytes) cut = g_bytes_new(data, i);
    assert_null(tl_frozen_open(cut, "x", NULL));
  }
}

static void test_faulty_dictionaries(UNUSED_STATE) {
  static const char *const affs[] = {"SET UTF-8\nSFX A Y 1\nSFX A а и [\n", "SET NOSUCH\n",
                                     "SET UTF-8\nSFX A Y 1\n\xFF\n", "SET UTF-8\nSFX A\n"};
  for (guint i = 0; i < G_N_ELEMENTS(affs); i++) {
    g_autoptr(GBytes) aff = text_bytes(affs[i]), dic = text_bytes("1\nрада/A\n");
    g_autoptr(GError) error = NULL;
    g_autoptr(GBytes) bytes = tl_freeze("small", aff, dic, NULL, "x", &error);
    assert_true((bytes == NULL) == (error != NULL));
    TlFrozen *frozen = bytes ? tl_frozen_open(bytes, "x", NULL) : NULL;
    assert_true(!bytes || frozen);
    tl_frozen_free(frozen);
  }
}

/* One line whose rules multiply: refused before they are all tried. */
static void test_too_many_rules(UNUSED_STATE) {
  g_autoptr(GString) text = g_string_new("SET UTF-8\n");
  for (guint side = 0; side < 2; side++) {
    g_string_append_printf(text, "%s %c Y 1000\n", side ? "SFX" : "PFX", side ? 'S' : 'P');
    for (guint i = 0; i < 1000; i++)
      g_string_append_printf(text, "%s %c 0 %c%c%c .\n", side ? "SFX" : "PFX", side ? 'S' : 'P', 'a' + i % 10,
                             'a' + i / 10 % 10, 'a' + i / 100);
  }
  g_autoptr(GBytes) aff = text_bytes(text->str), dic = text_bytes("1\nabcdefghij/PS\n");
  g_autoptr(GError) error = NULL;
  assert_null(tl_freeze("crossed", aff, dic, NULL, "x", &error));
  assert_true(g_error_matches(error, TLUMACH_ERROR, TLUMACH_ERROR_LIMIT));
}

/* A word with so many sets of flags that uniting its readings one by one is quadratic; no flags at all come first. */
static void test_too_many_readings(UNUSED_STATE) {
  g_autoptr(GString) text = g_string_new("1\na\n");
  for (guint i = 1; i <= 10000; i++)
    g_string_append_printf(text, "a/%u\n", i);
  g_autoptr(GBytes) aff = text_bytes("SET UTF-8\nFLAG num\n"), dic = text_bytes(text->str);
  g_autoptr(GError) error = NULL;
  assert_null(tl_freeze("homographs", aff, dic, NULL, "x", &error));
  assert_true(g_error_matches(error, TLUMACH_ERROR, TLUMACH_ERROR_LIMIT));
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_forms),          cmocka_unit_test(test_batch),
                                     cmocka_unit_test(test_asks),           cmocka_unit_test(test_complete),
                                     cmocka_unit_test(test_identity),       cmocka_unit_test(test_deterministic),
                                     cmocka_unit_test(test_damage),         cmocka_unit_test(test_faulty_dictionaries),
                                     cmocka_unit_test(test_too_many_rules), cmocka_unit_test(test_too_many_readings)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
