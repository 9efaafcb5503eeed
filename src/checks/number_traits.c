/* Numbers that have a counterpart which is not the same after all. */
#include <math.h>
#include <string.h>

#include "checks/named.h"
#include "checks/number_compare.h"

static char *slice(const TlCheckUnit *unit, TlumachSide side, const TlNumber *number) {
  return g_strndup(unit->text[side] + number->span.start, number->span.end - number->span.start);
}

static gboolean has_any(const TlCheckUnit *unit, TlumachSide side, const char *const *words) {
  const char *text = unit->text[side] + unit->span[side].start;
  size_t length = unit->span[side].end - unit->span[side].start;
  for (; *words; words++)
    if (memmem(text, length, *words, strlen(*words)))
      return TRUE;
  return FALSE;
}

/* Any sign or word for percent at all? */
static gboolean speaks_of_percent(const TlCheckUnit *unit, TlumachSide side) {
  static const char *const words[] = {"%",     "ідсот", "роцент", "ercent", "er cent", "pct",  "points",
                                      "в. п.", "п. п.", "в.п.",   "п.п.",   "б. п.",   "б.п.", "азисн",
                                      " пп",   " вп",   " pp",    "p.p.",   " bp",     NULL};
  return has_any(unit, side, words);
}

/* Of a number of one side, and its twin of the other. */
static void tell(TlChecker *checker, const TlCheckUnit *unit, guint side, const TlNumber *number, const TlNumber *twin,
                 const char *what) {
  tl_found(checker, unit, side ? twin->span : number->span, side ? number->span : twin->span, NULL, "“%.*s” %s",
           (int)(number->span.end - number->span.start), unit->text[side] + number->span.start, what);
}

/* "5 %" here and "5" there. */
static void compare_percent(TlChecker *checker, const TlCheckUnit *unit, GArray *const numbers[2]) {
  for (guint side = 0; side < 2; side++) {
    const GArray *own = numbers[side], *others = numbers[1 - side];
    enum { NOT_ASKED, NO, YES } speaks = NOT_ASKED; /* the other side */
    for (guint i = 0; i < own->len && speaks != YES; i++) {
      const TlNumber *number = &g_array_index(own, TlNumber, i);
      const TlNumber *twin = number->digits && number->percent ? tl_number_met(number, others) : NULL;
      if (!twin || !twin->digits)
        continue;
      if (speaks == NOT_ASKED)
        speaks = speaks_of_percent(unit, (TlumachSide)(1 - side)) ? YES : NO;
      if (speaks == YES)
        continue;
      tell(checker, unit, side, number, twin,
           side ? "is no percentage in the source" : "is a percentage in the source");
    }
  }
}

/* "3 відсоткові пункти" and "3%": from 10 % it is 13 to the one and 10.3 to the other. */
static void compare_points(TlChecker *checker, const TlCheckUnit *unit, GArray *const numbers[2]) {
  for (guint i = 0; i < numbers[1]->len; i++) {
    const TlNumber *here = &g_array_index(numbers[1], TlNumber, i), *twin = NULL;
    gboolean same = !here->percent;
    for (guint k = 0; k < numbers[0]->len && !same; k++) {
      const TlNumber *there = &g_array_index(numbers[0], TlNumber, k);
      if (!there->percent || !tl_numbers_equal(there, here))
        continue;
      same = there->points == here->points;
      twin = there;
    }
    if (same || !twin)
      continue;
    tell(checker, unit, TLUMACH_TARGET, here, twin,
         here->points ? "is a percentage in the source, not percentage points" : "are percentage points in the source");
  }
}

/* Does the side say in words that something is less, or below zero? */
static gboolean speaks_of_less(const TlCheckUnit *unit, TlumachSide side) {
  static const char *const uk[] = {"інус", "ороз", "ижче",   "изи",  "пад",    "пав",   "пал",   "короч", "корот",
                                   "менш", "трат", "ефіцит", "битк", "егатив", "трача", "ід'єм", "гірш",  NULL};
  static const char *const en[] = {"inus",    "elow",    "down",   "rop",    "fell",  "fall", "eclin",  "ecreas",
                                   "lost",    "loss",    "egativ", "eficit", "educ",  "ower", "hrink",  "hrank",
                                   "ontract", "lump",    "cut",    "less",   "under", "ewer", "minish", "lid",
                                   "ubzero",  "ub-zero", "freez",  "frost",  NULL};
  return has_any(unit, side, side == TLUMACH_SOURCE ? uk : en);
}

/* "fell to 15": what it has come to has its sign nevertheless. */
static gboolean is_reached(const TlCheckUnit *unit, TlumachSide side, const TlNumber *number) {
  const char *word = side == TLUMACH_SOURCE ? "до " : "to ";
  size_t n = strlen(word);
  return number->span.start - unit->span[side].start >= n &&
         memcmp(unit->text[side] + number->span.start - n, word, n) == 0;
}

/* "-15" and "15", unless the other side says it in words. */
static void compare_signs(TlChecker *checker, const TlCheckUnit *unit, GArray *const numbers[2]) {
  for (guint side = 0; side < 2; side++) {
    for (guint i = 0; i < numbers[side]->len; i++) {
      const TlNumber *number = &g_array_index(numbers[side], TlNumber, i), *twin = NULL;
      gboolean same = !number->minus;
      for (guint k = 0; k < numbers[1 - side]->len && !same; k++) {
        const TlNumber *other = &g_array_index(numbers[1 - side], TlNumber, k);
        if (!tl_numbers_equal(number, other))
          continue;
        same = other->below || (!other->digits && other->weak);
        twin = other;
      }
      TlumachSide there = (TlumachSide)(1 - side);
      if (same || !twin || (speaks_of_less(unit, there) && !is_reached(unit, there, twin)))
        continue;
      tell(checker, unit, side, number, twin, side ? "has no minus in the source" : "has a minus in the source");
    }
  }
}

/* "3,5 %" and "3,5%": an English fraction has a point. Of "[3,5]" nobody knows. */
static void compare_marks(TlChecker *checker, const TlCheckUnit *unit, GArray *const numbers[2]) {
  if (tl_number_language(checker, TLUMACH_TARGET) != TL_NUMBERS_ENGLISH)
    return;
  for (guint i = 0; i < numbers[1]->len; i++) {
    const TlNumber *number = &g_array_index(numbers[1], TlNumber, i);
    g_autofree char *here = slice(unit, TLUMACH_TARGET, number);
    char *mark = number->fraction ? strchr(here, ',') : NULL;
    gboolean listed = number->span.start > 0 && unit->text[TLUMACH_TARGET][number->span.start - 1] == '[';
    const TlNumber *twin = mark && !listed ? tl_number_met(number, numbers[0]) : NULL;
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
    g_autofree char *here = slice(unit, TLUMACH_TARGET, other);
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
void tl_number_halves_compare(TlChecker *checker, const TlCheckUnit *unit, GArray *const numbers[2]) {
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
    g_autofree char *from = slice(unit, TLUMACH_SOURCE, other), *to = slice(unit, TLUMACH_TARGET, here);
    tl_found(checker, unit, other->span, here->span, NULL,
             "“%s” in the source is of the other half of the day than “%s”", from, to);
    other->digits = here->digits = FALSE;
    other->weak = here->weak = TRUE;
  }
}

/* "21th" */
static void compare_endings(TlChecker *checker, const TlCheckUnit *unit, GArray *const numbers[2]) {
  if (tl_number_language(checker, TLUMACH_TARGET) != TL_NUMBERS_ENGLISH)
    return;
  for (guint i = 0; i < numbers[1]->len; i++) {
    const TlNumber *number = &g_array_index(numbers[1], TlNumber, i);
    const char *right = tl_english_ordinal_ending(unit->text[TLUMACH_TARGET], unit->span[TLUMACH_TARGET].end, number);
    if (!right)
      continue;
    g_autofree char *digits = slice(unit, TLUMACH_TARGET, number), *ordinal = g_strconcat(digits, right, NULL);
    const TlNumber *twin = tl_number_met(number, numbers[0]);
    tl_found(checker, unit, twin ? twin->span : TL_NOWHERE, (TlumachSpan){number->span.start, number->span.end + 2},
             (const char *const[]){ordinal, NULL}, "the ordinal of %s ends otherwise", digits);
  }
}

void tl_number_traits_compare(TlChecker *checker, const TlCheckUnit *unit, GArray *const numbers[2]) {
  compare_percent(checker, unit, numbers);
  compare_points(checker, unit, numbers);
  compare_signs(checker, unit, numbers);
  compare_marks(checker, unit, numbers);
  compare_units(checker, unit, numbers);
  compare_endings(checker, unit, numbers);
}
