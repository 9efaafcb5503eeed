/* Language tags: RFC 5646 §2.1 for the form, §4.5 for the shortest code being the right one.
 *
 * The table holds the three-letter codes (ISO 639-2, both sets) of languages that term bases around Ukrainian have,
 * and the country codes taken for language codes where no language has that code.
 */
#include "terms/language_tag.h"

#include <string.h>

static const struct {
  const char *alias, *code;
} aliases[] = {
    {"ukr", "uk"}, {"ua", "uk"},  {"eng", "en"}, {"gb", "en"},  {"us", "en"},  {"deu", "de"}, {"ger", "de"},
    {"fra", "fr"}, {"fre", "fr"}, {"spa", "es"}, {"ita", "it"}, {"por", "pt"}, {"pol", "pl"}, {"ces", "cs"},
    {"cze", "cs"}, {"cz", "cs"},  {"slk", "sk"}, {"slo", "sk"}, {"hun", "hu"}, {"ron", "ro"}, {"rum", "ro"},
    {"bul", "bg"}, {"bel", "be"}, {"rus", "ru"}, {"lit", "lt"}, {"lav", "lv"}, {"est", "et"}, {"tur", "tr"},
    {"nld", "nl"}, {"dut", "nl"}, {"swe", "sv"}, {"fin", "fi"}, {"ell", "el"}, {"gre", "el"}, {"zho", "zh"},
    {"chi", "zh"}, {"cn", "zh"},  {"jpn", "ja"}, {"jp", "ja"},  {"ara", "ar"}, {"heb", "he"}, {"lat", "la"},
};

static const struct {
  const char *name, *code;
} names[] = {
    {"Ukrainian", "uk"},   {"українська", "uk"}, {"українською", "uk"}, {"English", "en"},   {"англійська", "en"},
    {"англійською", "en"}, {"German", "de"},     {"німецька", "de"},    {"French", "fr"},    {"французька", "fr"},
    {"Polish", "pl"},      {"польська", "pl"},   {"Spanish", "es"},     {"іспанська", "es"}, {"Russian", "ru"},
};

/* The length of the subtag that begins at `tag`: letters and digits. */
static size_t subtag(const char *tag) {
  size_t n = 0;
  while (g_ascii_isalnum(tag[n]))
    n++;
  return n;
}

static gboolean same(const char *a, size_t n, const char *b, size_t m) {
  return n == m && g_ascii_strncasecmp(a, b, n) == 0;
}

/* Most tags are none: that is seen by their first letter. */
static gboolean is_alias(const char *tag, size_t n, size_t i) {
  return g_ascii_tolower(*tag) == *aliases[i].alias && same(tag, n, aliases[i].alias, strlen(aliases[i].alias));
}

/* The code that stands for the first subtag of `tag`, and its length. */
static const char *language(const char *tag, size_t *length) {
  size_t n = subtag(tag);
  for (size_t i = 0; i < G_N_ELEMENTS(aliases); i++)
    if (is_alias(tag, n, i)) {
      *length = strlen(aliases[i].code);
      return aliases[i].code;
    }
  *length = n;
  return tag;
}

/* The first subtag of `length` letters after the language, or of two lengths: a script has four letters, a region two
 * letters or three digits; singletons and what follows them say nothing about either. */
static const char *find_subtag(const char *tag, size_t length, size_t digits, size_t *found) {
  for (size_t n = subtag(tag); tag[n] == '-' || tag[n] == '_'; n = subtag(tag)) {
    tag += n + 1;
    size_t size = subtag(tag);
    if (size == 1)
      break;
    if ((size == length && g_ascii_isalpha(*tag)) || (digits > 0 && size == digits && g_ascii_isdigit(*tag))) {
      *found = size;
      return tag;
    }
  }
  return NULL;
}

static gboolean agree(const char *a, const char *b, size_t length, size_t digits) {
  size_t n = 0, m = 0;
  const char *x = find_subtag(a, length, digits, &n), *y = find_subtag(b, length, digits, &m);
  return x == NULL || y == NULL || same(x, n, y, m);
}

gboolean tl_language_matches(const char *tag, const char *wanted) {
  size_t n = 0, m = 0;
  if (strcmp(tag, wanted) == 0)
    return subtag(tag) > 0;
  const char *a = language(tag, &n), *b = language(wanted, &m);
  return n > 0 && same(a, n, b, m) && agree(tag, wanted, 4, 0) && agree(tag, wanted, 2, 3);
}

TlTagFault tl_language_fault(const char *tag, const char **code) {
  size_t first = subtag(tag);
  if (first < 2 || first > 3 || !g_ascii_isalpha(*tag)) /* longer ones: none is registered (RFC 5646 §2.2.1) */
    return TL_TAG_MALFORMED;
  gboolean underscore = FALSE;
  const char *rest = tag + first;
  while (*rest != '\0') {
    size_t n = (*rest == '-' || *rest == '_') ? subtag(rest + 1) : 0;
    if (n < 1 || n > 8)
      return TL_TAG_MALFORMED;
    underscore = underscore || *rest == '_';
    rest += n + 1;
  }
  for (size_t i = 0; i < G_N_ELEMENTS(aliases); i++)
    if (is_alias(tag, first, i)) {
      if (code != NULL)
        *code = aliases[i].code;
      return TL_TAG_ALIAS;
    }
  if (underscore && code != NULL)
    *code = NULL;
  return underscore ? TL_TAG_ALIAS : TL_TAG_GOOD;
}

const char *tl_language_by_name(const char *name) {
  g_autofree char *folded = g_utf8_casefold(name, -1);
  for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
    g_autofree char *candidate = g_utf8_casefold(names[i].name, -1);
    if (strcmp(folded, candidate) == 0)
      return names[i].code;
  }
  return NULL;
}

gboolean tl_language_is_cyrillic(const char *tag) {
  static const char *const codes[] = {"uk", "ru", "be", "bg", "mk", "sr"};
  for (guint i = 0; i < G_N_ELEMENTS(codes); i++)
    if (g_ascii_strncasecmp(tag, codes[i], 2) == 0 && !g_ascii_isalpha(tag[2]))
      return TRUE;
  return FALSE;
}
