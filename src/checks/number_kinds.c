/* What the form of a numeral in words says: ordinals, and parts of a whole. */
#include <string.h>

#include "checks/number_reading.h"

/* Behind the last letters of its stem stands the ending of an adjective: "п'ятої", but "п'яти". */
static gboolean is_ukrainian_ordinal(const char *word) {
  static const char *const stems[] = {"перш",  "друг",   "трет",  "четверт", "п'ят",    "шост",    "сьом",
                                      "восьм", "дев'ят", "десят", "надцят",  "двадцят", "тридцят", "сот"};
  static const char *const endings[] = {"ий", "ій", "ого", "ього", "ому", "ьому", "им", "ім", "а",  "я",   "ої",  "ьої",
                                        "у",  "ю",  "ою",  "ьою",  "е",   "є",    "і",  "их", "іх", "ими", "іми", NULL};
  for (guint i = 0; i < G_N_ELEMENTS(stems); i++) {
    const char *stem = g_strrstr(word, stems[i]);
    if (stem && g_strv_contains(endings, stem + strlen(stems[i])))
      return TRUE;
  }
  return FALSE;
}

static gboolean is_english_ordinal(const char *word) {
  return strcmp(word, "first") == 0 || strcmp(word, "second") == 0 || strcmp(word, "third") == 0 ||
         g_str_has_suffix(word, "th");
}

static gboolean is_half(const char *word) {
  return strcmp(word, "half") == 0 || g_str_has_prefix(word, "половин");
}

static gboolean is_named_part(const char *word) {
  return g_str_has_prefix(word, "третин") || g_str_has_prefix(word, "чверт") || g_str_has_prefix(word, "quarter");
}

/* "First" may be an adverb, "second" a part of a minute, unless they are the first and the second. */
static gboolean is_definite(const TlNumberReader *r, size_t at) {
  static const char *const before[] = {"the ", "The ", "its ", "his ", "her ", "their ", "our ", "my "};
  for (guint i = 0; i < G_N_ELEMENTS(before); i++) {
    size_t n = strlen(before[i]);
    if (at - r->start >= n && memcmp(r->text + at - n, before[i], n) == 0)
      return TRUE;
  }
  return FALSE;
}

guint tl_numeral_kind(const TlNumberReader *r, const char *word, size_t at) {
  if (is_half(word) || is_named_part(word))
    return TL_NUMBER_PART;
  if (r->language == TL_NUMBERS_UKRAINIAN)
    return is_ukrainian_ordinal(word) ? TL_NUMBER_ORDINAL | TL_NUMBER_THE : 0;
  if (strcmp(word, "first") == 0 || strcmp(word, "second") == 0)
    return TL_NUMBER_ORDINAL | (is_definite(r, at) ? TL_NUMBER_THE : 0);
  return is_english_ordinal(word) ? TL_NUMBER_ORDINAL | TL_NUMBER_THE : 0;
}

double tl_numeral_part(const TlNumberReader *r, const char *word, size_t at, double value) {
  gboolean a = at >= r->start + 2 && g_ascii_strncasecmp(r->text + at - 2, "a ", 2) == 0 &&
               (at == r->start + 2 || !g_ascii_isalpha(r->text[at - 3]));
  gboolean named = is_named_part(word);
  return is_half(word)                                                                                   ? 0.5
         : value >= 3 && (named || (a && r->language == TL_NUMBERS_ENGLISH && is_english_ordinal(word))) ? 1 / value
                                                                                                         : 0;
}

gboolean tl_is_denominator(const TlNumberReader *r, const TlNumber *count, const TlNumber *number, const char *word) {
  static const char *const one[] = {"а", "я", "у", "ю", "ої", "ій", NULL}, *const many[] = {"их", "іх", "і", NULL};
  size_t n = strlen(word);
  double value = number->values[0];
  if (count->place != 1 || count->sum > 0 || value < 3 || value >= 1000)
    return FALSE;
  if (is_named_part(word))
    return TRUE;
  if (r->language == TL_NUMBERS_UKRAINIAN) {
    gboolean ends = FALSE;
    for (const char *const *ending = count->group > 1 ? many : one; *ending && !ends; ending++)
      ends = g_str_has_suffix(word, *ending);
    return ends && (number->kind & TL_NUMBER_ORDINAL);
  }
  g_autofree char *part = word[n - 1] == 's' ? g_strndup(word, n - 1) : g_strdup(word);
  return is_english_ordinal(part) && (word[n - 1] == 's' || count->group == 1);
}

const char *tl_english_ordinal_ending(const char *text, size_t end, const TlNumber *number) {
  static const char *const endings[] = {"th", "st", "nd", "rd"};
  size_t at = number->span.end;
  if (!number->digits || number->fraction || number->scale > 1 || end - at < 2 ||
      (end - at > 2 && g_ascii_isalnum(text[at + 2])))
    return NULL;
  guint last = (guint)(text[at - 1] - '0');
  gboolean teen = at - number->span.start >= 2 && text[at - 2] == '1';
  const char *right = endings[last <= 3 && !teen ? last : 0];
  if (g_ascii_strncasecmp(text + at, right, 2) == 0)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS(endings); i++)
    if (g_ascii_strncasecmp(text + at, endings[i], 2) == 0)
      return right;
  return NULL;
}
