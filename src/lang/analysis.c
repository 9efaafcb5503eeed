#include "lang/analysis.h"

#include <string.h>

#include "lang/doubled.h"
#include "text/chars.h"
#include "text/fold.h"

TlCasing tl_casing(const char *word, size_t length) {
  guint upper = 0, lower = 0;
  gboolean first = FALSE, seen = FALSE;
  for (size_t i = 0, n; i < length; i += n) {
    guint32 c;
    gboolean is_upper, is_lower;
    if ((n = tl_char_plain(word + i, length - i, &c))) {
      is_upper = tl_char_plain_lower(c) != c;
      is_lower = tl_char_plain_upper(c) != c;
    } else {
      c = g_utf8_get_char(word + i);
      n = (size_t)(g_utf8_next_char(word + i) - (word + i));
      is_upper = g_unichar_isupper(c);
      is_lower = g_unichar_islower(c);
    }
    first = first || (is_upper && !seen);
    seen = seen || is_upper || is_lower;
    upper += is_upper ? 1u : 0u;
    lower += is_lower ? 1u : 0u;
  }
  if (upper == 0)
    return TL_CASING_SMALL;
  if (lower == 0)
    return upper > 1 ? TL_CASING_ALL : TL_CASING_CAPITAL;
  return upper == 1 && first ? TL_CASING_CAPITAL : TL_CASING_MIXED;
}

gboolean tl_is_double_name(const char *word) {
  const char *hyphen = strchr(word, '-');
  return hyphen && tl_casing(word, (size_t)(hyphen - word)) == TL_CASING_CAPITAL &&
         tl_casing(hyphen + 1, strlen(hyphen + 1)) == TL_CASING_CAPITAL;
}

guint16 tl_capitals(const char *word, size_t length) {
  guint capitals = 0;
  const char *end = word + length;
  for (guint bit = 0; bit < 16 && word < end; bit++, word = g_utf8_next_char(word))
    capitals |= g_unichar_isupper(g_utf8_get_char(word)) ? 1u << bit : 0u;
  return (guint16)capitals;
}

/* A reading that the dictionary does not tell of. */
static void put_lemma(TlReadings *readings, const char *lemma) {
  size_t need = strlen(lemma) + 1;
  if (readings->n == TL_READINGS_MAX || readings->used + need > sizeof readings->text)
    return;
  memcpy(readings->text + readings->used, lemma, need);
  readings->items[readings->n++] = (TlReading){.stem = (guint16)readings->used};
  readings->used += (guint)need;
}

static gboolean try_casing(TlLexicon *lexicon, const TlWordList *irregulars, const char *word, size_t length,
                           TlTried tried, TlAnalysis *analysis) {
  TlReadings *readings = &analysis->readings;
  guint before = readings->n;
  if (length == 0)
    return FALSE;
  gboolean known = tl_lexicon_readings(lexicon, word, length, readings) != TL_UNKNOWN;
  const char *const *lemmas = tl_irregular_lemmas(irregulars, word);
  char base[TL_WORD_MAX];
  if (known && tl_doubled_base(lexicon, word, length, base))
    put_lemma(readings, base);
  guint regular = readings->n;
  for (; lemmas && *lemmas; lemmas++)
    put_lemma(readings, *lemmas);
  for (guint i = before; i < readings->n; i++) {
    analysis->tried[i] = (guint8)tried;
    analysis->irregular[i] = i >= regular;
    analysis->morphs[i] = i < regular ? tl_grammar(lexicon, word, readings, i)
                                      : (TlMorph){TL_POS_NOUN, TL_CASE_ANY, TL_CASE_ANY, TL_GENDER_ANY};
  }
  return known || readings->n > before;
}

static void try_capital(TlLexicon *lexicon, const TlWordList *irregulars, const char *word, size_t length,
                        TlAnalysis *analysis) {
  char capital[TL_WORD_MAX];
  size_t n = tl_title_word(word, length, capital);
  try_casing(lexicon, irregulars, capital, n, TL_TRIED_CAPITAL, analysis);
}

static gboolean is_known_small(const TlAnalysis *analysis) {
  return analysis->casing == TL_CASING_SMALL && analysis->known_as_is;
}

void tl_analyse_briefly(TlLexicon *lexicon, const TlWordLists *lists, const char *word, size_t length,
                        TlAnalysis *analysis) {
  const TlWordList *irregulars = tl_word_list_may_have(lists->irregulars, word, length) ? lists->irregulars : NULL;
  analysis->readings.n = analysis->readings.used = 0;
  analysis->casing = tl_casing(word, length);
  analysis->known_as_is = try_casing(lexicon, irregulars, word, length, TL_TRIED_AS_IS, analysis);
  analysis->known_small = is_known_small(analysis);
  if (analysis->casing != TL_CASING_SMALL) {
    char small[TL_WORD_MAX];
    size_t n = tl_lower_word(word, length, small);
    analysis->known_small = try_casing(lexicon, irregulars, small, n, TL_TRIED_SMALL, analysis);
  }
  if (analysis->casing != TL_CASING_CAPITAL && !is_known_small(analysis))
    try_capital(lexicon, irregulars, word, length, analysis);
}

void tl_analyse(TlLexicon *lexicon, const TlWordLists *lists, const char *word, size_t length, TlAnalysis *analysis) {
  tl_analyse_briefly(lexicon, lists, word, length, analysis);
  if (is_known_small(analysis))
    try_capital(lexicon, lists->irregulars, word, length, analysis);
}
