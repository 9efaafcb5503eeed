/* Words that came by way of Russian: in the translation, Ukrainian things under Russian names; in the source, words
 * that Ukrainian has its own for. Only what is sure: no names of people, and only forms that mean nothing else. */
#include <string.h>

#include "checks/check.h"
#include "checks/english.h"
#include "text/fold.h"

#define WORDS_MAX 3u

/* English, word for word; where the source has something that begins so it is meant: "the Ukraine" needs nothing. */
typedef struct English {
  const char *words[WORDS_MAX + 1];
  const char *source; /* how a word of the source begins; NULL: whatever stands there */
  const char *meant;
} English;

static const English english[] = {
    {{"the", "Ukraine"}, NULL, "Ukraine"},
    {{"Kiev"}, "ки", "Kyiv"},
    {{"Kharkov"}, "харк", "Kharkiv"},
    {{"Lvov"}, "льв", "Lviv"},
    {{"Odessa"}, "одес", "Odesa"},
    {{"Dnepropetrovsk"}, "дніпропетровськ", "Dnipropetrovsk"},
    {{"Zaporozhye"}, "запоріж", "Zaporizhzhia"},
    {{"Zaporozhe"}, "запоріж", "Zaporizhzhia"},
    {{"Nikolayev"}, "микола", "Mykolaiv"},
    {{"Nikolaev"}, "микола", "Mykolaiv"},
    {{"Chernigov"}, "черніг", "Chernihiv"},
    {{"Chernovtsy"}, "черні", "Chernivtsi"},
    {{"Rovno"}, "рівн", "Rivne"},
    {{"Vinnitsa"}, "вінни", "Vinnytsia"},
    {{"Ternopol"}, "терноп", "Ternopil"},
    {{"Krivoy", "Rog"}, "крив", "Kryvyi Rih"},
    {{"Lugansk"}, "луган", "Luhansk"},
    {{"Borispol"}, "борисп", "Boryspil"},
    {{"Donbass"}, "донбас", "Donbas"},
};

/* Ukrainian, each word by how it begins: at most `letters` follow. */
typedef struct Ukrainian {
  const char *words[WORDS_MAX + 1];
  guint letters;
  const char *meant;
} Ukrainian;

static const Ukrainian ukrainian[] = {
    {{"прийма", "участь"}, 4, "брати участь"},
    {{"прийня", "участь"}, 4, "узяти участь"},
    {{"слідуюч"}, 3, "наступний"},
    {{"міроприємств"}, 3, "захід"},
    {{"співпад"}, 5, "збігатися"},
    {{"вияви", "протиріч"}, 4, "виявити суперечності"},
    {{"являється"}, 0, "є"},
    {{"являються"}, 0, "є"},
    {{"по", "крайній", "мірі"}, 0, "принаймні"},
    {{"в", "кінці", "кінців"}, 0, "зрештою"},
    {{"в", "першу", "чергу"}, 0, "насамперед"},
    {{"самий", "кращий"}, 0, "найкращий"},
    {{"сама", "краща"}, 0, "найкраща"},
    {{"у", "якості"}, 0, "як"},
    {{"в", "якості"}, 0, "як"},
    {{"учбов"}, 3, "навчальний"},
    {{"вірна", "відповідь"}, 0, "правильна відповідь"},
    {{"добавля"}, 4, "додавати"},
    {{"відмінити", "рішення"}, 0, "скасувати рішення"},
    {{"об'єм", "робіт"}, 0, "обсяг робіт"},
    {{"приймати", "міри"}, 0, "вживати заходів"},
    {{"прийняти", "міри"}, 0, "вжити заходів"},
    {{"на", "рахунок", "цього"}, 0, "щодо цього"},
    {{"багаточисельн"}, 3, "численний"},
    {{"бувш"}, 3, "колишній"},
    {{"неділимий"}, 0, "неподільний"},
    {{"підписк"}, 3, "передплата"},
};

static guint count(const char *const *words) {
  guint n = 0;
  while (words[n])
    n++;
  return n;
}

static gboolean source_has(const TlCheckUnit *unit, const char *begins, TlumachSpan *place) {
  char lower[TL_WORD_MAX];
  *place = TL_NOWHERE;
  for (guint i = 0; begins && i < unit->n_tokens[TLUMACH_SOURCE]; i++) {
    TlumachSpan span = unit->tokens[TLUMACH_SOURCE][i].span;
    if (tl_lower_word(unit->text[TLUMACH_SOURCE] + span.start, span.end - span.start, lower) &&
        g_str_has_prefix(lower, begins)) {
      *place = span;
      return TRUE;
    }
  }
  return begins == NULL;
}

static gboolean english_at(const TlCheckUnit *unit, guint first, const English *one, guint n) {
  for (guint i = n; i-- > 0;) { /* the last one has a capital */
    if (i + 1 == n && !(unit->tokens[TLUMACH_TARGET][first + i].flags & TL_TOKEN_CAPITAL))
      return FALSE;
    TlumachSpan span = unit->tokens[TLUMACH_TARGET][first + i].span;
    const char *word = unit->text[TLUMACH_TARGET] + span.start;
    size_t length = strlen(one->words[i]), has = span.end - span.start;
    gboolean possessive = has > length && (word[length] == '\'' || (guchar)word[length] >= 0x80);
    if ((has != length && !possessive) || has < length || g_ascii_strncasecmp(word, one->words[i], length) != 0)
      return FALSE;
  }
  return TRUE;
}

/* "the Ukraine war" is no "the Ukraine": something of Ukraine's follows. */
static gboolean stands_alone(const TlCheckUnit *unit, guint last) {
  if (last + 1 >= unit->n_tokens[TLUMACH_TARGET])
    return TRUE;
  const TlToken *next = &unit->tokens[TLUMACH_TARGET][last + 1];
  const char *text = unit->text[TLUMACH_TARGET];
  static const char *const verbs[] = {"is", "has", "was", "and", "in", "will", "to", "as", "for", "on", "at", "by"};
  if (next->gap != TL_GAP_SPACE)
    return text[unit->tokens[TLUMACH_TARGET][last].span.end] != '-';
  for (guint i = 0; i < G_N_ELEMENTS(verbs); i++)
    if (next->span.end - next->span.start == strlen(verbs[i]) &&
        memcmp(text + next->span.start, verbs[i], strlen(verbs[i])) == 0)
      return TRUE;
  return FALSE;
}

/* The term base speaks first: what is a term of it here is its business. */
static gboolean of_term(const TlCheckUnit *unit, TlumachSpan source) {
  for (guint i = 0; i < unit->n_hits; i++)
    if (unit->hits[i].span.start <= source.start && source.end <= unit->hits[i].span.end)
      return source.end > source.start;
  return FALSE;
}

static void look_english(TlChecker *checker, const TlCheckUnit *unit) {
  guint all = unit->n_tokens[TLUMACH_TARGET];
  for (guint i = 0; i < all; i++)
    for (guint k = 0; k < G_N_ELEMENTS(english); k++) {
      guint n = count(english[k].words);
      TlumachSpan source;
      if (i + n > all || !english_at(unit, i, &english[k], n) || !source_has(unit, english[k].source, &source) ||
          of_term(unit, source) || (!english[k].source && !stands_alone(unit, i + n - 1)))
        continue;
      const TlToken *tokens = unit->tokens[TLUMACH_TARGET];
      TlumachSpan place = {tokens[i].span.start, tokens[i + n - 1].span.end};
      tl_found(checker, unit, source, place, (const char *const[]){english[k].meant, NULL}, "“%.*s” is Russian usage",
               (int)(place.end - place.start), unit->text[TLUMACH_TARGET] + place.start);
    }
}

static gboolean ukrainian_at(const TlCheckUnit *unit, guint first, const Ukrainian *one, guint n) {
  char lower[TL_WORD_MAX];
  for (guint i = 0; i < n; i++) {
    const TlToken *token = &unit->tokens[TLUMACH_SOURCE][first + i];
    size_t length = strlen(one->words[i]);
    if ((i > 0 && token->gap != TL_GAP_SPACE) ||
        !tl_lower_word(unit->text[TLUMACH_SOURCE] + token->span.start, token->span.end - token->span.start, lower) ||
        strncmp(lower, one->words[i], length) != 0 || g_utf8_strlen(lower + length, -1) > (glong)one->letters)
      return FALSE;
  }
  return TRUE;
}

static void look_ukrainian(TlChecker *checker, const TlCheckUnit *unit) {
  guint all = unit->n_tokens[TLUMACH_SOURCE];
  for (guint i = 0; i < all; i++)
    for (guint k = 0; k < G_N_ELEMENTS(ukrainian); k++) {
      guint n = count(ukrainian[k].words);
      if (i + n > all || !ukrainian_at(unit, i, &ukrainian[k], n))
        continue;
      const TlToken *tokens = unit->tokens[TLUMACH_SOURCE];
      TlumachSpan place = {tokens[i].span.start, tokens[i + n - 1].span.end};
      tl_found(checker, unit, place, TL_NOWHERE, NULL, "in the source, “%.*s” is a Russianism for “%s”",
               (int)(place.end - place.start), unit->text[TLUMACH_SOURCE] + place.start, ukrainian[k].meant);
    }
}

static void pair(TlChecker *checker, const TlCheckUnit *unit, gpointer state) {
  (void)state;
  if (g_ascii_strncasecmp(checker->house.target, "en", 2) == 0)
    look_english(checker, unit);
  if (checker->house.strict && g_ascii_strncasecmp(checker->house.source, "uk", 2) == 0)
    look_ukrainian(checker, unit);
}

const TlCheck tl_check_russianisms = {
    .info = {"russianisms", TLUMACH_WARNING, TRUE,
             "A Ukrainian thing under its Russian name; with --strict also Russianisms of the source.",
             "Він живе в Україні.\tHe lives in the Ukraine."},
    .pair = pair};
