/* Numbers in digits on either side have a counterpart on the other, in digits or words; days and months that are named
 * are the same. */
#include <string.h>

#include "checks/check.h"
#include "checks/currencies.h"
#include "checks/numbers.h"

#define WORD_MAX 40u     /* bytes; longer words name nothing */
#define WORDS_MIN 3      /* the least numeral in words that is compared */
#define PERCENT_NEAR 24u /* bytes behind a number in which its sign stands */

typedef struct Side {
  GArray *numbers;
  guint months, weekdays, currencies; /* bit sets */
  TlumachSpan month[13], weekday[8];  /* where each stands */
} Side;

/* What a word names: a bit set of currencies, a month, a weekday. */
typedef struct Named {
  guint currencies;
  guint8 month, weekday;
} Named;

/* Words that name something, and those that do not, by how they stand: a text repeats itself. */
static gpointer begin(TlChecker *checker) {
  (void)checker;
  GHashTable **known = g_new(GHashTable *, 2);
  for (guint side = 0; side < 2; side++)
    known[side] = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  return known;
}

static void end(TlChecker *checker, gpointer state) {
  GHashTable **known = state;
  (void)checker;
  g_hash_table_unref(known[0]);
  g_hash_table_unref(known[1]);
  g_free(known);
}

static Named *name_word(const char *word, TlNumberLanguage language) {
  g_autofree char *lower = g_utf8_strdown(word, -1);
  g_auto(GStrv) parts = g_strsplit(lower, "\xE2\x80\x99", -1);
  g_autofree char *plain = g_strjoinv("'", parts);
  Named *named = g_new0(Named, 1);
  named->currencies = tl_currency_word(lower);
  if (language == TL_NUMBERS_ENGLISH && !g_ascii_isupper(*word)) /* may, march */
    return named;
  named->month = (guint8)tl_number_month(plain, language);
  named->weekday = (guint8)tl_number_weekday(plain, language);
  return named;
}

static void name_words(const TlCheckUnit *unit, TlumachSide side, TlNumberLanguage language, GHashTable *known,
                       Side *out) {
  char word[WORD_MAX + 1];
  out->currencies = tl_currency_signs(unit->text[side], unit->span[side]);
  for (guint i = 0; i < unit->n_tokens[side]; i++) {
    TlumachSpan span = unit->tokens[side][i].span;
    size_t length = span.end - span.start;
    if (length > WORD_MAX)
      continue;
    memcpy(word, unit->text[side] + span.start, length);
    word[length] = '\0';
    Named *named = g_hash_table_lookup(known, word);
    if (!named) {
      named = name_word(word, language);
      g_hash_table_insert(known, g_strdup(word), named);
    }
    out->currencies |= named->currencies;
    out->months |= 1u << named->month;
    out->weekdays |= 1u << named->weekday;
    out->month[named->month] = out->weekday[named->weekday] = span;
  }
  out->months &= ~1u;
  out->weekdays &= ~1u;
}

static const TlNumber *find_met(const TlNumber *number, const GArray *others) {
  for (guint i = 0; i < others->len; i++)
    if (tl_numbers_meet(number, &g_array_index(others, TlNumber, i)))
      return &g_array_index(others, TlNumber, i);
  return NULL;
}

static GArray *unmet(const GArray *numbers, const GArray *others) {
  GArray *rest = g_array_new(FALSE, FALSE, sizeof(TlNumber));
  for (guint i = 0; i < numbers->len; i++) {
    const TlNumber *number = &g_array_index(numbers, TlNumber, i);
    if (number->digits && !find_met(number, others))
      g_array_append_val(rest, *number);
  }
  return rest;
}

static char *slice(const TlCheckUnit *unit, TlumachSide side, TlumachSpan span) {
  return g_strndup(unit->text[side] + span.start, span.end - span.start);
}

static void tell(TlChecker *checker, const TlCheckUnit *unit, const GArray *source, const GArray *target) {
  guint both = MIN(source->len, target->len);
  for (guint i = 0; i < MAX(source->len, target->len); i++) {
    TlumachSpan left = i < source->len ? g_array_index(source, TlNumber, i).span : TL_NOWHERE;
    TlumachSpan right = i < target->len ? g_array_index(target, TlNumber, i).span : TL_NOWHERE;
    g_autofree char *from = slice(unit, TLUMACH_SOURCE, left), *to = slice(unit, TLUMACH_TARGET, right);
    if (i < both)
      tl_found(checker, unit, left, right, NULL, "“%s” in the source, “%s” here", from, to);
    else if (i < source->len)
      tl_found(checker, unit, left, right, NULL, "the number “%s” is missing", from);
    else
      tl_found(checker, unit, left, right, NULL, "the number “%s” is not in the source", to);
  }
}

static void compare_names(TlChecker *checker, const TlCheckUnit *unit, const Side *source, const Side *target) {
  static const char *const days[] = {"", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
  static const char *const months[] = {"",     "January", "February",  "March",   "April",    "May",     "June",
                                       "July", "August",  "September", "October", "November", "December"};
  guint more = target->weekdays & ~source->weekdays; /* only where another day stands in its place */
  for (guint i = 1; i <= 7; i++)
    if (more && (source->weekdays >> i & 1) && !(target->weekdays >> i & 1))
      tl_found(checker, unit, source->weekday[i], target->weekday[g_bit_nth_lsf(more, 0)],
               (const char *const[]){days[i], NULL}, "the source says %s, the target another day", days[i]);
  more = target->months & ~source->months;
  for (guint i = 1; i <= 12; i++)
    if (more && (source->months >> i & 1) && !(target->months >> i & 1))
      tl_found(checker, unit, source->month[i], target->month[g_bit_nth_lsf(more, 0)],
               (const char *const[]){months[i], NULL}, "the source says %s, the target another month", months[i]);
}

/* Only where another currency stands in its place. */
static void compare_currencies(TlChecker *checker, const TlCheckUnit *unit, const Side *sides) {
  guint from = sides[0].currencies, to = sides[1].currencies;
  for (guint i = 0; tl_currency_name(i); i++)
    if ((from >> i & 1) && !(to >> i & 1) && (to & ~from))
      tl_found(checker, unit, TL_NOWHERE, TL_NOWHERE, (const char *const[]){tl_currency_name(i), NULL},
               "the source has another currency");
}

/* Does "%" or a word for it stand behind the number, or before the next one? */
static gboolean is_percent(const TlCheckUnit *unit, TlumachSide side, const TlNumber *number) {
  static const char *const words[] = {"%", "відсот", "процент", "percent", "per cent", "pct", "в. п.", "п. п."};
  TlumachSpan span = {number->span.end, MIN(unit->span[side].end, number->span.end + PERCENT_NEAR)};
  const char *text = unit->text[side];
  while (span.start < span.end && (text[span.start] == ' ' || text[span.start] == '-'))
    span.start++;
  span.start += g_str_has_prefix(text + span.start, "\xC2\xA0")       ? 2
                : g_str_has_prefix(text + span.start, "\xE2\x80\xAF") ? 3
                                                                      : 0;
  for (guint i = 0; i < G_N_ELEMENTS(words); i++)
    if (span.end - span.start >= strlen(words[i]) && memcmp(text + span.start, words[i], strlen(words[i])) == 0)
      return TRUE;
  return FALSE;
}

/* Any sign or word for percent at all? */
static gboolean speaks_of_percent(const TlCheckUnit *unit, TlumachSide side) {
  static const char *const words[] = {"%", "ідсот", "роцент", "ercent", "er cent", "pct", "points"};
  const char *text = unit->text[side] + unit->span[side].start;
  size_t length = unit->span[side].end - unit->span[side].start;
  for (guint i = 0; i < G_N_ELEMENTS(words); i++)
    if (memmem(text, length, words[i], strlen(words[i])))
      return TRUE;
  return FALSE;
}

/* "5 %" here and "5" there. */
static void compare_percent(TlChecker *checker, const TlCheckUnit *unit, const Side *sides) {
  for (guint side = 0; side < 2; side++) {
    const GArray *own = sides[side].numbers, *others = sides[1 - side].numbers;
    if (speaks_of_percent(unit, (TlumachSide)(1 - side)))
      continue;
    for (guint i = 0; i < own->len; i++) {
      const TlNumber *number = &g_array_index(own, TlNumber, i);
      const TlNumber *twin = number->digits ? find_met(number, others) : NULL;
      if (!twin || !twin->digits || !is_percent(unit, (TlumachSide)side, number))
        continue;
      TlumachSpan span[2] = {side ? twin->span : number->span, side ? number->span : twin->span};
      tl_found(checker, unit, span[0], span[1], NULL,
               side ? "“%.*s” is no percentage in the source" : "“%.*s” is a percentage in the source",
               (int)(number->span.end - number->span.start), unit->text[side] + number->span.start);
    }
  }
}

/* "3 км" and "3 miles": the number is the same, the measure is not. */
static void compare_units(TlChecker *checker, const TlCheckUnit *unit, const Side *sides) {
  for (guint i = 0; i < sides[0].numbers->len; i++) {
    const TlNumber *number = &g_array_index(sides[0].numbers, TlNumber, i);
    const TlNumber *other = NULL;
    gboolean same = number->unit.dimension == TL_NO_UNIT;
    for (guint k = 0; k < sides[1].numbers->len && !same; k++) {
      const TlNumber *twin = &g_array_index(sides[1].numbers, TlNumber, k);
      if (!tl_numbers_meet(number, twin))
        continue;
      same = twin->unit.dimension != number->unit.dimension || twin->unit.factor == number->unit.factor ||
             tl_units_meet(number->values[0], number->unit, twin->values[0], twin->unit);
      other = twin;
    }
    if (same || !other)
      continue;
    g_autofree char *here = slice(unit, TLUMACH_TARGET, other->span);
    tl_found(checker, unit, number->span, other->span, NULL, "“%s” here is of another measure than in the source",
             here);
  }
}

/* One numeral in words on either side, and not the same. Small ones are often no number: "один", "другий". */
static void compare_words(TlChecker *checker, const TlCheckUnit *unit, const Side *sides) {
  if (sides[0].numbers->len != 1 || sides[1].numbers->len != 1)
    return;
  const TlNumber *from = &g_array_index(sides[0].numbers, TlNumber, 0),
                 *to = &g_array_index(sides[1].numbers, TlNumber, 0);
  if (from->digits || to->digits || from->values[0] < WORDS_MIN || to->values[0] < WORDS_MIN ||
      tl_numbers_meet(from, to))
    return;
  g_autofree char *left = slice(unit, TLUMACH_SOURCE, from->span), *right = slice(unit, TLUMACH_TARGET, to->span);
  tl_found(checker, unit, from->span, to->span, NULL, "“%s” in the source, “%s” here", left, right);
}

/* The number of a term is its own: СНО-3 is New START. */
static void release_terms(const TlCheckUnit *unit, GArray *numbers) {
  for (guint i = 0; i < numbers->len; i++) {
    TlNumber *number = &g_array_index(numbers, TlNumber, i);
    for (guint k = 0; k < unit->n_hits; k++)
      if (unit->hits[k].span.start <= number->span.start && number->span.end <= unit->hits[k].span.end)
        number->digits = FALSE;
  }
}

static TlNumberLanguage language_of(const char *tag) {
  return g_ascii_strncasecmp(tag, "uk", 2) == 0   ? TL_NUMBERS_UKRAINIAN
         : g_ascii_strncasecmp(tag, "en", 2) == 0 ? TL_NUMBERS_ENGLISH
                                                  : TL_NUMBERS_OTHER;
}

static void pair(TlChecker *checker, const TlCheckUnit *unit, gpointer state) {
  GHashTable **known = state;
  const char *tags[] = {checker->house.source, checker->house.target};
  Side sides[2] = {{0}, {0}};
  if (unit->n_tokens[TLUMACH_TARGET] == 0 || unit->n_tokens[TLUMACH_SOURCE] == 0 ||
      (unit->pair->flags & TLUMACH_PAIR_UNSURE))
    return;
  for (guint side = 0; side < 2; side++) {
    sides[side].numbers = g_array_new(FALSE, FALSE, sizeof(TlNumber));
    tl_numbers(unit->text[side], unit->span[side], language_of(tags[side]), sides[side].numbers);
    name_words(unit, (TlumachSide)side, language_of(tags[side]), known[side], &sides[side]);
  }
  release_terms(unit, sides[TLUMACH_SOURCE].numbers);
  g_autoptr(GArray) source = unmet(sides[0].numbers, sides[1].numbers);
  g_autoptr(GArray) target = unmet(sides[1].numbers, sides[0].numbers);
  tell(checker, unit, source, target);
  compare_names(checker, unit, &sides[0], &sides[1]);
  compare_currencies(checker, unit, sides);
  compare_percent(checker, unit, sides);
  compare_units(checker, unit, sides);
  compare_words(checker, unit, sides);
  g_array_unref(sides[0].numbers);
  g_array_unref(sides[1].numbers);
}

const TlCheck tl_check_numbers = {.info = {"numbers", TLUMACH_SEVERE, TRUE,
                                           "A number, month, weekday or currency of one side is not on the other.",
                                           "Загинуло 12 людей.\t21 people were killed."},
                                  .begin = begin,
                                  .pair = pair,
                                  .end = end};
