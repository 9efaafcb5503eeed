#include "../unit.h"

#include "text/token.h"

/* The words of a text with bars between them; "/" before one that is not behind white space alone, "^" where a sentence
 * may begin. */
static char *words(const char *text, size_t length) {
  GString *shown = g_string_new(NULL);
  TlScanner scanner;
  TlToken token;
  tl_scanner_init(&scanner, text, (TlumachSpan){0, length});
  while (tl_scanner_next(&scanner, &token)) {
    g_string_append(shown, shown->len ? "|" : "");
    g_string_append(shown, token.gap == TL_GAP_OTHER ? "/" : token.gap == TL_GAP_POINT ? "." : "");
    g_string_append(shown, token.starts ? "^" : "");
    g_string_append_len(shown, text + token.span.start, (gssize)(token.span.end - token.span.start));
  }
  return g_string_free(shown, FALSE);
}

static void assert_words(const char *text, const char *expected) {
  g_autofree char *found = words(text, strlen(text));
  assert_string_equal(found, expected);
}

static void test_words(UNUSED_STATE) {
  assert_words("об'єкт СНО-3 по-своєму БпЛА", "/^об'єкт|СНО-3|по-своєму|БпЛА");
  assert_words("об’єкт обʼєкт", "/^об’єкт|обʼєкт");
  assert_words("м. Київ, вул. Хрещатик, 22", "/^м|.^Київ|/вул|.^Хрещатик|/22");
  assert_words("3,5 млн", "/^3|/5|млн");
  assert_words("", "");
  assert_words("…—", "");
}

/* One joiner at a time, and only inside. */
static void test_joiners(UNUSED_STATE) {
  assert_words("'слово'", "/^слово");
  assert_words("слово- слово", "/^слово|/слово");
  assert_words("слово -слово", "/^слово|/слово");
  assert_words("а--б", "/^а|/б");
  assert_words("а–б", "/^а|/б");
  assert_words("об''єкт", "/^об|/єкт");
  assert_words("90'х", "/^90|/х"); /* behind a digit an apostrophe is a quote or a minute */
  assert_words("90-х", "/^90-х");
}

static void test_inner_marks(UNUSED_STATE) {
  assert_words("за\xCC\x81мок дер\xC2\xAD"
               "жава \xC2\xAD",
               "/^за\xCC\x81мок|дер\xC2\xAD"
               "жава");
}

/* A line end is a space, a blank line is not. */
static void test_gaps(UNUSED_STATE) {
  assert_words("рада\nбезпеки", "/^рада|безпеки");
  assert_words("рада \r\n безпеки", "/^рада|безпеки");
  assert_words("рада\n\nбезпеки", "/^рада|/^безпеки");
  assert_words("рада\r\n\r\nбезпеки", "/^рада|/^безпеки");
  assert_words("рада\xC2\xA0"
               "безпеки",
               "/^рада|безпеки");
  assert_words("рада (безпеки)", "/^рада|/безпеки");
}

static void test_sentence_starts(UNUSED_STATE) {
  assert_words("Так. «Ні» — сказав", "/^Так|/^Ні|/сказав");
  assert_words("Він (той), що", "/^Він|/той|/що");
}

/* Odd bytes are gap; they neither crash nor glue. */
static void test_odd_bytes(UNUSED_STATE) {
  assert_words("ра\xFFда", "/^ра|/да");
  assert_words("рада\xD0", "/^рада");
  g_autofree char *nul = words("а\0б", 5);
  assert_string_equal(nul, "/^а|/б");
}

static guint flags_of(const char *word) {
  TlScanner scanner;
  TlToken token = {.flags = 0};
  tl_scanner_init(&scanner, word, (TlumachSpan){0, strlen(word)});
  assert_true(tl_scanner_next(&scanner, &token));
  assert_int_equal(token.span.end - token.span.start, strlen(word));
  return token.flags;
}

static void test_flags(UNUSED_STATE) {
  assert_int_equal(flags_of("рада"), TL_TOKEN_LETTERS | TL_TOKEN_CYRILLIC | TL_TOKEN_LOWER);
  assert_int_equal(flags_of("Рада"), TL_TOKEN_LETTERS | TL_TOKEN_CYRILLIC | TL_TOKEN_LOWER | TL_TOKEN_CAPITAL);
  assert_int_equal(flags_of("БпЛА"),
                   TL_TOKEN_LETTERS | TL_TOKEN_CYRILLIC | TL_TOKEN_LOWER | TL_TOKEN_CAPITAL | TL_TOKEN_UPPER_REST);
  assert_int_equal(flags_of("НАТО"), TL_TOKEN_LETTERS | TL_TOKEN_CYRILLIC | TL_TOKEN_CAPITAL | TL_TOKEN_UPPER_REST);
  assert_int_equal(flags_of("С-300"),
                   TL_TOKEN_LETTERS | TL_TOKEN_CYRILLIC | TL_TOKEN_CAPITAL | TL_TOKEN_DIGITS | TL_TOKEN_HYPHEN);
  assert_int_equal(flags_of("2022"), TL_TOKEN_DIGITS);
  assert_int_equal(flags_of("сIмя"),
                   TL_TOKEN_LETTERS | TL_TOKEN_CYRILLIC | TL_TOKEN_LATIN | TL_TOKEN_LOWER | TL_TOKEN_UPPER_REST);
  assert_int_equal(flags_of("об'єкт") & TL_TOKEN_ODD, 0);
  assert_int_equal(flags_of("об’єкт") & TL_TOKEN_ODD, TL_TOKEN_ODD);
  assert_int_equal(flags_of("за\xCC\x81мок") & TL_TOKEN_ODD, TL_TOKEN_ODD);
  assert_int_equal(flags_of("по\xE2\x80\x91своєму") & TL_TOKEN_ODD, TL_TOKEN_ODD); /* U+2011 */
}

/* A part of a text is scanned as if the rest were not there. */
static void test_span(UNUSED_STATE) {
  const char *text = "перше друге третє";
  TlScanner scanner;
  TlToken token;
  tl_scanner_init(&scanner, text, (TlumachSpan){11, 21});
  assert_true(tl_scanner_next(&scanner, &token));
  assert_int_equal(token.span.start, 11);
  assert_int_equal(token.span.end, 21);
  assert_int_equal(token.starts, TRUE);
  assert_false(tl_scanner_next(&scanner, &token));
}

static char *described(const char *text, size_t length) {
  GString *out = g_string_new(NULL);
  TlScanner scanner;
  TlToken token;
  tl_scanner_init(&scanner, text, (TlumachSpan){0, length});
  while (tl_scanner_next(&scanner, &token))
    g_string_append_printf(out, "%zu-%zu:%x:%u:%u ", token.span.start, token.span.end, token.flags, token.gap,
                           token.starts);
  return g_string_free(out, FALSE);
}

/* Letters are read in runs where enough of the text is left, one by one at its end: with the same outcome. The pieces
 * stand at the edges of what a run takes. */
static void test_runs(UNUSED_STATE) {
  static const char *const pieces[] = {
      "а",    "я",    "р", "ґ",        "Ґ",        "і",        "Ї",   "Ѐ", "џ",  "Ѡ",  "ѡ", "a", "z",    "A",
      "Z",    "@",    "[", "`",        "{",        "'",        "’",   "-", "7",  " ",  ".", "é", "\xD0", "\xD1",
      "\xBF", "\xFF", "́",  "\xC2\xAD", "\xD0\xD0", "\xD1\xA0", "дім", "x", "\n", "ОВ", "😀", "中"};
  g_autoptr(GRand) random = g_rand_new_with_seed(2026);
  for (guint i = 0; i < 20000; i++) {
    g_autoptr(GString) text = g_string_new(NULL);
    while (text->len < 28)
      g_string_append(text, pieces[g_rand_int_range(random, 0, G_N_ELEMENTS(pieces))]);
    g_autofree char *end = described(text->str, text->len);
    gsize length = text->len;
    g_string_append_printf(text, "%40s", "");
    g_autofree char *whole = described(text->str, text->len);
    text->str[length] = '\0';
    if (strcmp(end, whole) != 0)
      fail_msg("“%s”: %sin the text, %sat its end", text->str, whole, end);
  }
}

static void test_long_runs(UNUSED_STATE) {
  g_autoptr(GString) text = g_string_new(NULL);
  for (guint letters = 1; letters < 100; letters++) { /* ends of a run at every byte of those read at once */
    for (guint i = 0; i < letters; i++)
      g_string_append(text, i % 7 == 3 ? "q" : "ж");
    g_string_append_c(text, ' ');
  }
  TlScanner scanner;
  TlToken token;
  tl_scanner_init(&scanner, text->str, (TlumachSpan){0, text->len});
  for (guint letters = 1; letters < 100; letters++) {
    assert_true(tl_scanner_next(&scanner, &token));
    assert_int_equal(g_utf8_strlen(text->str + token.span.start, (gssize)(token.span.end - token.span.start)), letters);
  }
  assert_false(tl_scanner_next(&scanner, &token));
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_words),
                                     cmocka_unit_test(test_joiners),
                                     cmocka_unit_test(test_inner_marks),
                                     cmocka_unit_test(test_gaps),
                                     cmocka_unit_test(test_sentence_starts),
                                     cmocka_unit_test(test_odd_bytes),
                                     cmocka_unit_test(test_flags),
                                     cmocka_unit_test(test_span),
                                     cmocka_unit_test(test_runs),
                                     cmocka_unit_test(test_long_runs)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
