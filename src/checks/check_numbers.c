/* Numbers in digits on either side have a counterpart on the other, in digits or words; days and months that are named
 * are the same. */
#include <math.h>
#include <string.h>

#include "base/position.h"
#include "checks/check.h"
#include "checks/currencies.h"
#include "checks/dates.h"
#include "checks/named.h"
#include "checks/numbers.h"

static const TlNumber *find_met(const TlNumber *number, const GArray *others) {
  for (guint i = 0; i < others->len; i++)
    if (tl_numbers_meet(number, &g_array_index(others, TlNumber, i)))
      return &g_array_index(others, TlNumber, i);
  return NULL;
}

/* A sum that the translator has turned into dollars for the reader: "(about $570 million)". */
static gboolean is_conversion(const TlCheckUnit *unit, const TlNumber *number) {
  const char *text = unit->text[TLUMACH_TARGET];
  TlumachSpan inner = number->span, unused[32];
  while (inner.start > unit->span[TLUMACH_TARGET].start && text[inner.start - 1] != '(' && text[inner.start - 1] != ')')
    inner.start--;
  gboolean opened = inner.start > unit->span[TLUMACH_TARGET].start && text[inner.start - 1] == '(';
  return opened && (number->unit.dimension == TL_MONEY || tl_currency_signs(text, inner, unused));
}

/* Is there a sum of money before it? */
static gboolean has_sum(const GArray *numbers, const TlNumber *before) {
  for (guint i = 0; i < numbers->len; i++) {
    const TlNumber *number = &g_array_index(numbers, TlNumber, i);
    if (number->span.start < before->span.start && number->unit.dimension == TL_MONEY)
      return TRUE;
  }
  return FALSE;
}

/* Without what the translator put in for the reader. */
static void drop_conversions(const TlCheckUnit *unit, const GArray *numbers, GArray *unmet_numbers) {
  for (guint i = unmet_numbers->len; i-- > 0;) {
    const TlNumber *number = &g_array_index(unmet_numbers, TlNumber, i);
    if (is_conversion(unit, number) && has_sum(numbers, number))
      g_array_remove_index(unmet_numbers, i);
  }
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

/* What may stand between the groups of one number: a telephone's, 1'200'000. */
static gboolean only_groups(const char *text, size_t from, size_t to) {
  while (from < to) {
    guint32 c;
    from += tl_utf8_next(text + from, to - from, &c);
    if (!g_utf8_strchr(" \xC2\xA0\xE2\x80\xAF\xE2\x80\x89-\xE2\x80\x90\xE2\x80\x91'\xE2\x80\x99()+", -1, c))
      return FALSE;
  }
  return TRUE;
}

/* The digits of some numbers: a point for each decimal mark and for whatever else parts them. */
static char *digits_of(const TlCheckUnit *unit, guint side, const GArray *numbers) {
  GString *digits = g_string_new(NULL);
  const char *text = unit->text[side];
  for (guint i = 0; i < numbers->len; i++) {
    const TlNumber *number = &g_array_index(numbers, TlNumber, i);
    if (i && !only_groups(text, number[-1].span.end, number->span.start))
      g_string_append_c(digits, '.');
    if (number->scale > 1) /* 5 million, 5 billion */
      g_string_append_c(digits, side ? '+' : '-');
    for (size_t at = number->span.start; at < number->span.end; at++)
      if (g_ascii_isdigit(text[at]))
        g_string_append_c(digits, text[at]);
    if (number->fraction)
      g_string_insert_c(digits, (gssize)(digits->len - number->fraction), '.');
  }
  return g_string_free(digits, FALSE);
}

/* Are they the same digits, grouped otherwise: a telephone number, 1'200'000, 41 hryvnias 50? */
static gboolean same_digits(const TlCheckUnit *unit, const GArray *source, const GArray *target) {
  g_autofree char *from = digits_of(unit, TLUMACH_SOURCE, source), *to = digits_of(unit, TLUMACH_TARGET, target);
  return strcmp(from, to) == 0;
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

/* Any sign or word for percent at all? */
static gboolean speaks_of_percent(const TlCheckUnit *unit, TlumachSide side) {
  static const char *const words[] = {"%",      "ідсот", "роцент", "ercent", "er cent", "pct",
                                      "points", "в. п.", "п. п.",  "в.п.",   "п.п."};
  const char *text = unit->text[side] + unit->span[side].start;
  size_t length = unit->span[side].end - unit->span[side].start;
  for (guint i = 0; i < G_N_ELEMENTS(words); i++)
    if (memmem(text, length, words[i], strlen(words[i])))
      return TRUE;
  return FALSE;
}

/* "5 %" here and "5" there. */
static void compare_percent(TlChecker *checker, const TlCheckUnit *unit, GArray *const numbers[2]) {
  for (guint side = 0; side < 2; side++) {
    const GArray *own = numbers[side], *others = numbers[1 - side];
    if (speaks_of_percent(unit, (TlumachSide)(1 - side)))
      continue;
    for (guint i = 0; i < own->len; i++) {
      const TlNumber *number = &g_array_index(own, TlNumber, i);
      const TlNumber *twin = number->digits ? find_met(number, others) : NULL;
      if (!twin || !twin->digits || !number->percent)
        continue;
      TlumachSpan span[2] = {side ? twin->span : number->span, side ? number->span : twin->span};
      tl_found(checker, unit, span[0], span[1], NULL,
               side ? "“%.*s” is no percentage in the source" : "“%.*s” is a percentage in the source",
               (int)(number->span.end - number->span.start), unit->text[side] + number->span.start);
    }
  }
}

/* "3,5 %" and "3,5%": an English fraction has a point. Of "[3,5]" nobody knows. */
static void compare_marks(TlChecker *checker, const TlCheckUnit *unit, GArray *const numbers[2]) {
  if (tl_number_language(checker, TLUMACH_TARGET) != TL_NUMBERS_ENGLISH)
    return;
  for (guint i = 0; i < numbers[1]->len; i++) {
    const TlNumber *number = &g_array_index(numbers[1], TlNumber, i);
    g_autofree char *here = slice(unit, TLUMACH_TARGET, number->span);
    char *mark = number->fraction ? strchr(here, ',') : NULL;
    gboolean listed = number->span.start > 0 && unit->text[TLUMACH_TARGET][number->span.start - 1] == '[';
    const TlNumber *twin = mark && !listed ? find_met(number, numbers[0]) : NULL;
    if (!twin || twin->fraction != number->fraction || strspn(mark + 1, "0123456789") != number->fraction)
      continue;
    *mark = '.';
    tl_found(checker, unit, twin->span, number->span, (const char *const[]){here, NULL},
             "the decimal mark is a point in English");
  }
}

/* "3 км" and "3 miles": the number is the same, the measure is not. */
static void compare_units(TlChecker *checker, const TlCheckUnit *unit, GArray *const numbers[2]) {
  for (guint i = 0; i < numbers[0]->len; i++) {
    const TlNumber *number = &g_array_index(numbers[0], TlNumber, i);
    const TlNumber *other = NULL;
    gboolean same = number->unit.dimension == TL_NO_UNIT || number->n == 0;
    for (guint k = 0; k < numbers[1]->len && !same; k++) {
      const TlNumber *twin = &g_array_index(numbers[1], TlNumber, k);
      if (!tl_numbers_equal(number, twin))
        continue;
      same = twin->unit.dimension != number->unit.dimension || twin->unit.factor == number->unit.factor ||
             twin->n == 0 || twin->amount > 0 || number->amount > 0 ||
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

/* 13 to 23 are in the afternoon when they are hours. */
static TlHalf half_of(const TlNumber *number) {
  return number->half == TL_HALF_UNKNOWN && tl_number_within(number, 13, 24) ? TL_HALF_PM : number->half;
}

/* Hours of which at least one is said to be one, at the same place of the clock. */
static gboolean same_hour(const TlNumber *a, const TlNumber *b) {
  return (a->half != TL_HALF_UNKNOWN || b->half != TL_HALF_UNKNOWN) && tl_number_within(a, 0, 25) &&
         tl_number_within(b, 0, 25) && fmod(a->values[0], 12) == fmod(b->values[0], 12);
}

/* "о 15:30" and "3:30 a.m.": told, and then no more is said of the two. */
static void compare_halves(TlChecker *checker, const TlCheckUnit *unit, GArray *const numbers[2]) {
  for (guint i = 0; i < numbers[1]->len; i++) {
    TlNumber *here = &g_array_index(numbers[1], TlNumber, i), *other = NULL;
    gboolean agrees = half_of(here) == TL_HALF_UNKNOWN;
    for (guint k = 0; k < numbers[0]->len && !agrees; k++) {
      TlNumber *there = &g_array_index(numbers[0], TlNumber, k);
      if (!same_hour(here, there))
        continue;
      agrees = half_of(there) != TL_HALF_UNKNOWN ? half_of(there) == half_of(here) : tl_numbers_meet(there, here);
      other = there;
    }
    if (agrees || !other)
      continue;
    g_autofree char *from = slice(unit, TLUMACH_SOURCE, other->span), *to = slice(unit, TLUMACH_TARGET, here->span);
    tl_found(checker, unit, other->span, here->span, NULL,
             "“%s” in the source is of the other half of the day than “%s”", from, to);
    other->digits = here->digits = FALSE;
    other->weak = here->weak = TRUE;
  }
}

/* The one numeral in words that has no counterpart; `*n`: how many there are at all. */
static const TlNumber *odd_word(const GArray *numbers, const GArray *others, guint *n) {
  const TlNumber *odd = NULL;
  guint left = 0;
  *n = 0;
  for (guint i = 0; i < numbers->len; i++) {
    const TlNumber *number = &g_array_index(numbers, TlNumber, i);
    if (number->n == 0 || number->weak || number->digits)
      continue;
    ++*n;
    if (!find_met(number, others)) {
      odd = number;
      left++;
    }
  }
  return left == 1 ? odd : NULL;
}

/* As many numerals in words on either side, and one of them is another. */
static void compare_words(TlChecker *checker, const TlCheckUnit *unit, GArray *const numbers[2]) {
  guint n[2];
  const TlNumber *from = odd_word(numbers[0], numbers[1], &n[0]), *to = odd_word(numbers[1], numbers[0], &n[1]);
  if (!from || !to || n[0] != n[1])
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

typedef struct Numbers {
  TlNamed *named;
  GHashTable *plain[2]; /* words that are no numbers */
} Numbers;

static void pair(TlChecker *checker, const TlCheckUnit *unit, gpointer state) {
  Numbers *all = state;
  GArray *numbers[2];
  if (unit->n_tokens[TLUMACH_TARGET] == 0 || unit->n_tokens[TLUMACH_SOURCE] == 0 ||
      (unit->pair->flags & TLUMACH_PAIR_UNSURE))
    return;
  for (guint side = 0; side < 2; side++) {
    numbers[side] = g_array_new(FALSE, FALSE, sizeof(TlNumber));
    tl_numbers(unit->text[side], unit->span[side], tl_number_language(checker, side), all->plain[side], numbers[side]);
  }
  release_terms(unit, numbers[TLUMACH_SOURCE]);
  compare_halves(checker, unit, numbers);
  tl_dates_compare(checker, unit, numbers);
  g_autoptr(GArray) source = unmet(numbers[0], numbers[1]);
  g_autoptr(GArray) target = unmet(numbers[1], numbers[0]);
  drop_conversions(unit, numbers[1], target);
  if (!same_digits(unit, source, target))
    tell(checker, unit, source, target);
  tl_named_compare(all->named, checker, unit);
  compare_percent(checker, unit, numbers);
  compare_marks(checker, unit, numbers);
  compare_units(checker, unit, numbers);
  compare_words(checker, unit, numbers);
  g_array_unref(numbers[0]);
  g_array_unref(numbers[1]);
}

static gpointer begin(TlChecker *checker) {
  (void)checker;
  Numbers *all = g_new(Numbers, 1);
  all->named = tl_named_new();
  for (guint side = 0; side < 2; side++)
    all->plain[side] = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  return all;
}

static void end(TlChecker *checker, gpointer state) {
  Numbers *all = state;
  (void)checker;
  tl_named_free(all->named);
  g_hash_table_unref(all->plain[0]);
  g_hash_table_unref(all->plain[1]);
  g_free(all);
}

const TlCheck tl_check_numbers = {.info = {"numbers", TLUMACH_SEVERE, TRUE,
                                           "A number, month, weekday or currency of one side is not on the other.",
                                           "Загинуло 12 людей.\t21 people were killed."},
                                  .begin = begin,
                                  .pair = pair,
                                  .end = end};
