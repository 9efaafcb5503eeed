#include "lang/built_words.h"

#include <string.h>

#include "lang/analysis.h"
#include "text/fold.h"

#define LONG_PREFIX 4 /* letters: a shorter one begins many words that it has nothing to do with … */
#define REST_MIN 4    /* … so more is asked of what follows it */
#define REST_MIN_SHORT 5
#define PART_MIN 3 /* letters of a part before a hyphen */

static gboolean is_adjective(const char *stem) {
  return g_str_has_suffix(stem, "ий") || g_str_has_suffix(stem, "ій") || g_str_has_suffix(stem, "їй");
}

static gboolean is_verb(const char *stem) {
  return g_str_has_suffix(stem, "ти") || g_str_has_suffix(stem, "тися") || g_str_has_suffix(stem, "тись");
}

/* By the endings of citation forms, which live Hunspell knows, too. */
static gboolean has_kind(TlLexicon *lexicon, const char *word, size_t length, gboolean noun, gboolean adjective) {
  TlReadings readings = {.n = 0};
  if (tl_lexicon_readings(lexicon, word, length, &readings) != TL_KNOWN)
    return FALSE;
  for (guint i = 0; i < readings.n; i++) {
    const char *stem = tl_reading_stem(&readings, i);
    if (is_adjective(stem) ? adjective : noun && !is_verb(stem))
      return TRUE;
  }
  return FALSE;
}

/* What a beginning of a word is put before; NULL: it is no such part. */
static const char *const *kinds_of(const TlWordList *prefixes, const char *word, size_t length) {
  char part[TL_WORD_MAX];
  memcpy(part, word, length);
  part[length] = '\0';
  return tl_word_list_get(prefixes, part);
}

/* Дво- and три- are двох- and трьох- before a vowel. */
static gboolean is_vowel(const char *p) {
  return *p == '\'' || g_utf8_strchr("аеєиіїоуюя", -1, g_utf8_get_char(p)) != NULL;
}

static gboolean has_prefix(TlLexicon *lexicon, const TlWordList *prefixes, const char *word) {
  size_t length = strlen(word);
  glong letters = 0, all = g_utf8_strlen(word, -1);
  for (const char *p = word; letters <= all - REST_MIN; p = g_utf8_next_char(p), letters++) {
    const char *const *kinds = letters > 1 ? kinds_of(prefixes, word, (size_t)(p - word)) : NULL;
    const char *rest = *p == '\'' ? p + 1 : p; /* пост'ядерний */
    if (kinds && (!g_strv_contains(kinds, "vowel") || is_vowel(p)) &&
        all - letters >= (letters < LONG_PREFIX ? REST_MIN_SHORT : REST_MIN) &&
        has_kind(lexicon, rest, length - (size_t)(rest - word), g_strv_contains(kinds, "noun"),
                 g_strv_contains(kinds, "adjective")))
      return TRUE;
  }
  return FALSE;
}

static gboolean is_known(TlLexicon *lexicon, const char *stem, size_t length, const char *ending) {
  g_autofree char *word = g_strdup_printf("%.*s%s", (int)length, stem, ending);
  return tl_lexicon_readings(lexicon, word, strlen(word), &(TlReadings){.n = 0}) == TL_KNOWN;
}

/* "судинно", "техніко", "зовнішньо": an adjective or a noun whose ending gave way to -о. */
static gboolean is_first_part(TlLexicon *lexicon, const char *part, size_t length) {
  g_autofree char *word = g_strndup(part, length);
  if (g_str_has_suffix(word, "ьо"))
    return is_known(lexicon, part, length - strlen("ьо"), "ій") &&
           !is_known(lexicon, part, length - strlen("ьо"), "ий"); /* природний: природно */
  length -= strlen("о");
  return g_str_has_suffix(word, "о") && (is_known(lexicon, part, length, "ий") || is_known(lexicon, part, length, "") ||
                                         is_known(lexicon, part, length, "а"));
}

/* Adjectives joined by hyphens; the last one declines. */
static gboolean is_joined_adjective(TlLexicon *lexicon, const char *word) {
  const char *last = strrchr(word, '-');
  if (!last || last == word || !has_kind(lexicon, last + 1, strlen(last + 1), FALSE, TRUE))
    return FALSE;
  for (const char *from = word; from < last; from = strchr(from, '-') + 1) {
    size_t length = (size_t)(strchr(from, '-') - from);
    if (g_utf8_strlen(from, (gssize)length) < PART_MIN || !is_first_part(lexicon, from, length))
      return FALSE;
  }
  return TRUE;
}

gboolean tl_is_article_name(const char *word) {
  static const char *const articles[] = {"аль", "ель", "ад", "ан", "ар", "ас", "ат", "аш", NULL};
  char article[TL_WORD_MAX];
  const char *hyphen = strchr(word, '-');
  if (!hyphen || tl_casing(hyphen + 1, strlen(hyphen + 1)) != TL_CASING_CAPITAL)
    return FALSE;
  article[tl_lower_word(word, (size_t)(hyphen - word), article)] = '\0';
  return g_strv_contains(articles, article);
}

gboolean tl_is_built_word(TlLexicon *lexicon, const TlWordList *prefixes, const char *word) {
  char small[TL_WORD_MAX];
  if (tl_is_article_name(word))
    return TRUE;
  if (!prefixes || tl_lower_word(word, strlen(word), small) == 0)
    return FALSE;
  return strchr(small, '-') ? is_joined_adjective(lexicon, small) : has_prefix(lexicon, prefixes, small);
}

size_t tl_odd_hyphen(TlLexicon *lexicon, const TlWordList *prefixes, const char *word) {
  char small[TL_WORD_MAX];
  const char *hyphen = strchr(word, '-');
  if (!prefixes || !hyphen || !g_unichar_islower(g_utf8_get_char(hyphen + 1)))
    return 0;
  size_t n = tl_lower_word(word, (size_t)(hyphen - word), small);
  const char *const *kinds = n > 0 ? kinds_of(prefixes, small, n) : NULL;
  return kinds && has_kind(lexicon, hyphen + 1, strlen(hyphen + 1), g_strv_contains(kinds, "noun"),
                           g_strv_contains(kinds, "adjective"))
             ? (size_t)(hyphen - word)
             : 0;
}
