/* English keeps a woman's own form (Zelenska, Panova) unless she bears her husband's name abroad. There her given name
 * is mostly spelled as it is there, too (Моніка, Monica): so this is said only of given names in the letters of the
 * table of 2010, with the surname right behind on both sides, and never of what the term base has. */
#include "checks/womans_names.h"

#include <string.h>

#include "checks/designations.h"
#include "checks/english.h"
#include "text/romanize.h"

#define STEM_MIN 4u /* bytes of the Latin stem of a given name; shorter ones begin too many */

/* What a man's form ends in where hers does in -a. */
#define SKY " y yi yy yj iy ij ii i "

/* The length of the word without the woman's ending, and what a man's would be; 0: it is no woman's surname. */
static size_t her_stem(const char *word, size_t length, const char **his) {
  static const char *const adjectival[] = {"ськ", "цьк", "зьк"}, *const possessive[] = {"ов", "ев", "єв", "ін", "їн"};
  static const char *const endings[] = {"а", "ої", "ій", "у", "ою"};
  for (guint i = 0; i < G_N_ELEMENTS(endings); i++) {
    size_t n = strlen(endings[i]), left = length - n;
    if (length <= n || memcmp(word + left, endings[i], n) != 0)
      continue;
    for (guint k = 0; k < G_N_ELEMENTS(adjectival); k++)
      if (left > strlen(adjectival[k]) && memcmp(word + left - strlen(adjectival[k]), adjectival[k], 6) == 0) {
        *his = SKY;
        return left;
      }
    for (guint k = 0; k < G_N_ELEMENTS(possessive); k++)
      if (left > strlen(possessive[k]) && memcmp(word + left - strlen(possessive[k]), possessive[k], 4) == 0) {
        *his = "  ";
        return left;
      }
  }
  return 0;
}

/* The length of a given name without its ending, in whatever case: Олен-а, Олен-ою, Марі-я, Марі-ї; 0: it has none of a
 * woman's. */
static size_t given_stem(const char *word, size_t length) {
  static const char *const endings[] = {"ою", "ею", "єю", "а", "я", "и", "і", "ї", "у", "ю"};
  for (guint i = 0; i < G_N_ELEMENTS(endings); i++) {
    size_t n = strlen(endings[i]);
    if (length > n && memcmp(word + length - n, endings[i], n) == 0)
      return length - n;
  }
  return 0;
}

/* What follows `latin`, a romanised stem, in a word of the target; NULL: the word does not begin so. */
static char *behind_stem(const TlCheckUnit *unit, TlumachSpan word, const GString *latin, size_t least) {
  const char *text = unit->text[TLUMACH_TARGET] + word.start;
  size_t n = word.end - word.start;
  if (latin->len < least || n < latin->len || g_ascii_strncasecmp(text, latin->str, latin->len) != 0)
    return NULL;
  return g_strndup(text + latin->len, n - latin->len);
}

static gboolean is_of(const char *list, const char *word) {
  g_autofree char *between = g_strdup_printf(" %s ", word);
  return strstr(list, between) != NULL;
}

/* Does a term of the source stand there with an equivalent of its own? */
static gboolean is_agreed(TlChecker *checker, const TlCheckUnit *unit, TlumachSpan surname, TlumachSpan word) {
  const TlEnglishText text = {checker->english, unit->words, unit->n_words};
  for (guint h = 0; h < unit->n_hits; h++) {
    if (unit->hits[h].span.start > surname.start || unit->hits[h].span.end < surname.end)
      continue;
    const TlDesignationSet *set = tl_designations_of(checker->designations, unit->hits[h].term->concept);
    for (guint d = 0; d < set->n; d++) {
      TlumachSpan place;
      for (guint at = 0; tl_designation_next(&set->items[d], &text, &at, &place);)
        if (place.start <= word.start && word.end <= place.end)
          return TRUE;
    }
  }
  return FALSE;
}

static void compare(TlChecker *checker, const TlCheckUnit *unit, TlumachSpan given, TlumachSpan surname) {
  const char *source = unit->text[TLUMACH_SOURCE], *his;
  size_t name = given_stem(source + given.start, given.end - given.start);
  size_t stem = name ? her_stem(source + surname.start, surname.end - surname.start, &his) : 0;
  if (!stem)
    return;
  g_autoptr(GString) latin_given = g_string_new(NULL), latin_surname = g_string_new(NULL);
  tl_romanize(source + given.start, name, latin_given);
  tl_romanize(source + surname.start, stem, latin_surname);
  for (guint i = 1; i < unit->n_tokens[TLUMACH_TARGET]; i++) {
    const TlToken *first = &unit->tokens[TLUMACH_TARGET][i - 1], *last = first + 1;
    if (last->gap != TL_GAP_SPACE || !(last->flags & TL_TOKEN_CAPITAL) || !(first->flags & TL_TOKEN_CAPITAL))
      continue;
    const char *text = unit->text[TLUMACH_TARGET];
    TlumachSpan word = {last->span.start, last->span.start};
    word.end += tl_english_bare(text + last->span.start, last->span.end - last->span.start);
    g_autofree char *ending = behind_stem(unit, word, latin_surname, 1);
    g_autofree char *rest = ending && is_of(his, ending) ? behind_stem(unit, first->span, latin_given, STEM_MIN) : NULL;
    if (!rest || !g_str_has_suffix(rest, "a") || is_agreed(checker, unit, surname, word) ||
        tl_is_told(checker, unit->number, word))
      continue;
    g_autofree char *hers = g_strdup_printf("%.*sa", (int)(word.end - word.start - strlen(ending)), text + word.start);
    tl_found(checker, unit, surname, word, (const char *const[]){hers, NULL},
             "“%.*s” has a man's ending, %.*s a woman's", (int)(word.end - word.start), text + word.start,
             (int)(surname.end - surname.start), source + surname.start);
  }
}

void tl_womans_names_compare(TlChecker *checker, const TlCheckUnit *unit) {
  for (guint i = 1; i < unit->n_tokens[TLUMACH_SOURCE]; i++) {
    const TlToken *given = &unit->tokens[TLUMACH_SOURCE][i - 1], *surname = given + 1;
    if (surname->gap == TL_GAP_SPACE && (surname->flags & given->flags & TL_TOKEN_CAPITAL) &&
        (surname->flags & given->flags & TL_TOKEN_CYRILLIC))
      compare(checker, unit, given->span, surname->span);
  }
}
