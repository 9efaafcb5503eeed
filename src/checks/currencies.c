#include "checks/currencies.h"

#include <string.h>

#define ENDING_MAX 4 /* letters */

typedef struct Currency {
  const char *name, *sign, *code;
  const char *words[4]; /* small letters; behind a beginning, "грив~", any ending may follow */
} Currency;

/* Pounds are weights, too: only the sign and the code are sure, and "фунтів стерлінгів". */
static const Currency currencies[] = {{"dollars", "$", "usd", {"дол", "долар~", "dollar~"}},
                                      {"euros", "€", "eur", {"євро", "euro", "euros"}},
                                      {"hryvnias", "₴", "uah", {"грн", "грив~", "hryvn~"}},
                                      {"pounds sterling", "£", "gbp", {"стерлінг~", "sterling"}},
                                      {"roubles", "₽", "rub", {"руб", "рубл~", "rouble~", "ruble~"}},
                                      {"yen", "¥", "jpy", {"єна~", "єн", "yen"}},
                                      {"zlotys", "zł", "pln", {"злот~", "zlot~"}},
                                      {"francs", "₣", "chf", {"франк~", "franc", "francs"}},
                                      {"yuan", "元", "cny", {"юан~", "yuan"}},
                                      {"shekels", "₪", "ils", {"шекел~", "shekel~"}},
                                      {"tenge", "₸", "kzt", {"тенге", "tenge"}},
                                      {"lari", "₾", "gel", {"ларі", "lari"}}};

static gboolean is_word(const Currency *currency, const char *word) {
  if (strcmp(word, currency->code) == 0)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS(currency->words) && currency->words[i]; i++) {
    size_t n = strcspn(currency->words[i], "~");
    if (strncmp(word, currency->words[i], n) == 0 &&
        (currency->words[i][n] ? g_utf8_strlen(word + n, -1) <= ENDING_MAX : word[n] == '\0'))
      return TRUE;
  }
  return FALSE;
}

/* zł, $, £ and ¥, €, ₴ and their like, 元 */
static gboolean may_begin_sign(guchar c) {
  return c == '$' || c == 'z' || c == 0xC2 || c == 0xE2 || c == 0xE5;
}

guint tl_currency_signs(const char *text, TlumachSpan span, TlumachSpan *places) {
  guint found = 0;
  for (size_t at = span.end; at-- > span.start;) {
    if (!may_begin_sign((guchar)text[at]))
      continue;
    for (guint c = 0; c < G_N_ELEMENTS(currencies); c++) {
      size_t n = strlen(currencies[c].sign);
      if (span.end - at < n || memcmp(text + at, currencies[c].sign, n) != 0)
        continue;
      found |= 1u << c;
      places[c] = (TlumachSpan){at, at + n};
    }
  }
  return found;
}

guint tl_currency_word(const char *lower) {
  guint found = 0;
  for (guint c = 0; c < G_N_ELEMENTS(currencies); c++)
    found |= is_word(&currencies[c], lower) ? 1u << c : 0;
  return found;
}

const char *tl_currency_name(guint bit) {
  return bit < G_N_ELEMENTS(currencies) ? currencies[bit].name : NULL;
}

const char *tl_currency_sign(const char *term) {
  g_autofree char *lower = g_ascii_strdown(term, -1);
  g_auto(GStrv) words = g_strsplit(lower, " ", -1);
  for (guint c = 0; c < G_N_ELEMENTS(currencies); c++)
    for (char **word = words; *word; word++)
      if (is_word(&currencies[c], *word))
        return currencies[c].sign;
  return NULL;
}
