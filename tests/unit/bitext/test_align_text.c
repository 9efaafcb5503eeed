/* What the aligner sees of a text: words, readings, quotations. */
#include "bitext_test.h"

#include "bitext/align/sound.h"
#include "bitext/align/sounds.h"

static void assert_words(const char *text, const char *words) {
  g_autoptr(TlAlignText) seen = text_of(text, NULL);
  g_autoptr(GString) got = g_string_new(NULL);
  for (guint i = 0; i < seen->tokens->len; i++)
    g_string_append_printf(got, "%s%s", i ? " " : "", tl_align_type(seen, tl_align_token(seen, i))->text);
  assert_string_equal(got->str, words);
}

static void test_apostrophes(UNUSED_STATE) {
  assert_words("L'homme d’abord", "l homme d abord");
  assert_words("I'll, I don't, he can't, they won’t", "i will i do not he can not they will not");
  assert_words("М'яч сім’ї", "м'яч сім'ї");
  assert_words("rock'n'roll 'tis", "rock n roll tis");
}

/* Digits: for how many sentences a quotation has been open at the end of each. */
static void assert_quoting(const char *text, const char *digits) {
  g_autoptr(TlAlignText) seen = text_of(text, NULL);
  assert_int_equal(seen->sentences->len, strlen(digits));
  for (guint i = 0; digits[i]; i++)
    if (tl_align_sentence(seen, i)->quoting != digits[i] - '0')
      fail_msg("sentence %u: %u", i, tl_align_sentence(seen, i)->quoting);
}

static void test_quotations(UNUSED_STATE) {
  assert_quoting("She said, “Come in.\nSit down.\nEat!” And he sat.\nNight fell.", "1200");
  assert_quoting("„Komm“, sagte sie.\nEr sagte: „Nein.\nNie!“", "010");
  assert_quoting("« Viens, dit-elle.\nVite ! »\nIl vint.", "100");
  assert_quoting("\"Go.\nStay,\" he said.", "10");
  assert_quoting("She said, “Come in.\n\nNight fell.", "10");                   /* a paragraph ends it */
  assert_quoting("“One.\nTwo.\nThree.\nFour.\nFive.\nSix.\nSeven.", "1234560"); /* somebody forgot to close it */
}

static void test_readings(UNUSED_STATE) {
  static const char table[] = "пила\tпити\nпив\tпити\n";
  g_autoptr(GBytes) bytes = g_bytes_new_static(table, strlen(table));
  TlWordLists lists = {.irregulars = tl_word_list_parse("t", bytes, NULL)};
  g_autoptr(GHashTable) preferred = g_hash_table_new(g_str_hash, g_str_equal);
  g_hash_table_add(preferred, (gpointer) "пила");
  g_hash_table_add(preferred, (gpointer) "пити");
  TlAlignLanguage language = {NULL, &lists, preferred};
  g_autoptr(TlAlignText) text = text_of("пив, пив\nпила", &language);
  guint32 saw = tl_align_text_type(text, "пила");
  assert_int_not_equal(tl_align_text_type(text, "пити"), TL_ALIGN_NONE);
  assert_int_not_equal(saw, TL_ALIGN_NONE); /* a listed word is itself … */
  const GArray *others = tl_align_text_others(text, "пити");
  assert_non_null(others); /* … and may be a form of another */
  assert_int_equal(others->len, 1);
  assert_int_equal(g_array_index(others, guint32, 0), saw);
  assert_null(tl_align_text_others(text, "пила"));
  tl_word_lists_clear(&lists);
}

/* Dictionaries, frozen and live, give readings in any order: what is chosen is the same. */
static void test_order_of_readings(UNUSED_STATE) {
  static const char *const tables[] = {"left\tleave\nleft\tlef\n", "left\tlef\nleft\tleave\n"};
  for (guint i = 0; i < G_N_ELEMENTS(tables); i++) {
    g_autoptr(GBytes) bytes = g_bytes_new_static(tables[i], strlen(tables[i]));
    TlWordLists lists = {.irregulars = tl_word_list_parse("t", bytes, NULL)};
    TlAlignLanguage language = {NULL, &lists, NULL};
    g_autoptr(TlAlignText) text = text_of("left", &language);
    assert_int_not_equal(tl_align_text_type(text, "lef"), TL_ALIGN_NONE);
    assert_int_equal(tl_align_text_type(text, "leave"), TL_ALIGN_NONE);
    tl_word_lists_clear(&lists);
  }
}

#define WORDS 27u
typedef double Found[WORDS][WORDS];

static void count(guint32 a, guint32 b, double likeness, gpointer data) {
  Found *found = data;
  assert_float_equal((*found)[a][b], 0, 0); /* once */
  (*found)[a][b] = likeness;
}

/* What is found among many is what comparing one by one finds, where the first sounds are of one class. */
static void test_many_sounds(UNUSED_STATE) {
  static const char *const words[WORDS] = {
      "лівінгстон", "livingston", "рейнджерс", "rangers",   "джерард",    "gerrard",    "менеджер",
      "manager",    "катедра",    "cathedral", "шевченко",  "szewczenko", "церква",     "kirche",
      "вогонь",     "fire",       "ґанок",     "haus",      "1991",       "1918",       "чехія",
      "tschechien", "жюрі",       "jury",      "менеджера", "менеджер",   "livingstone"};
  g_autoptr(GPtrArray) sounds = g_ptr_array_new_with_free_func(g_free);
  g_autoptr(TlAlignSounds) left = tl_align_sounds_new(), right = tl_align_sounds_new();
  Found found = {{0}};
  guint all = 0;
  for (guint i = 0; i < WORDS; i++) {
    GString *sound = g_string_new(NULL);
    tl_align_sound(words[i], sound);
    g_ptr_array_add(sounds, g_string_free(sound, FALSE));
    tl_align_sounds_add(left, g_ptr_array_index(sounds, i), i);
    tl_align_sounds_add(right, g_ptr_array_index(sounds, i), i);
  }
  tl_align_sounds_compare(left, right, 0.66, count, &found);
  for (guint i = 0; i < WORDS; i++) {
    for (guint j = 0; j < WORDS; j++) {
      const char *x = g_ptr_array_index(sounds, i), *y = g_ptr_array_index(sounds, j);
      all += found[i][j] > 0;
      if (tl_align_sound_class(x) == tl_align_sound_class(y))
        assert_float_equal(found[i][j], tl_align_likeness(x, y, 0.66), 1e-9);
      else
        assert_float_equal(found[i][j], 0, 0);
    }
    assert_float_equal(found[i][i], 1, 1e-9);
  }
  assert_true(all > WORDS + 12 && all < WORDS * 4);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_apostrophes),       cmocka_unit_test(test_quotations),  cmocka_unit_test(test_readings),
      cmocka_unit_test(test_order_of_readings), cmocka_unit_test(test_many_sounds),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
