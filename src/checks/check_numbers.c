/* Numbers in digits on either side have a counterpart on the other, in digits or words; days and months that are named
 * are the same. */
#include <string.h>

#include "checks/check.h"
#include "checks/currencies.h"
#include "checks/numbers.h"

typedef struct Side {
  GArray *numbers;
  guint months, weekdays; /* bit sets */
} Side;

static void name_days(const TlCheckUnit *unit, TlumachSide side, TlNumberLanguage language, Side *out) {
  for (guint i = 0; i < unit->n_tokens[side]; i++) {
    TlumachSpan span = unit->tokens[side][i].span;
    if (span.end - span.start > 40 ||
        (language == TL_NUMBERS_ENGLISH && !(unit->tokens[side][i].flags & TL_TOKEN_CAPITAL))) /* may, march */
      continue;
    g_autofree char *lower = g_utf8_strdown(unit->text[side] + span.start, (gssize)(span.end - span.start));
    g_auto(GStrv) parts = g_strsplit(lower, "\xE2\x80\x99", -1);
    g_autofree char *plain = g_strjoinv("'", parts);
    out->months |= 1u << tl_number_month(plain, language);
    out->weekdays |= 1u << tl_number_weekday(plain, language);
  }
  out->months &= ~1u;
  out->weekdays &= ~1u;
}

static gboolean met(const TlNumber *number, const GArray *others) {
  for (guint i = 0; i < others->len; i++)
    if (tl_numbers_meet(number, &g_array_index(others, TlNumber, i)))
      return TRUE;
  return FALSE;
}

static GArray *unmet(const GArray *numbers, const GArray *others) {
  GArray *rest = g_array_new(FALSE, FALSE, sizeof(TlNumber));
  for (guint i = 0; i < numbers->len; i++) {
    const TlNumber *number = &g_array_index(numbers, TlNumber, i);
    if (number->digits && !met(number, others))
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
  for (guint i = 1; i <= 7; i++) /* only where another day stands in its place */
    if ((source->weekdays >> i & 1) && !(target->weekdays >> i & 1) && (target->weekdays & ~source->weekdays))
      tl_found(checker, unit, TL_NOWHERE, TL_NOWHERE, (const char *const[]){days[i], NULL},
               "the source says %s, the target another day", days[i]);
  for (guint i = 1; i <= 12; i++)
    if ((source->months >> i & 1) && !(target->months >> i & 1) && (target->months & ~source->months))
      tl_found(checker, unit, TL_NOWHERE, TL_NOWHERE, (const char *const[]){months[i], NULL},
               "the source says %s, the target another month", months[i]);
}

/* Only where another currency stands in its place. */
static void compare_currencies(TlChecker *checker, const TlCheckUnit *unit) {
  guint found[2];
  for (guint side = 0; side < 2; side++)
    found[side] = tl_currencies(unit->text[side], unit->span[side], unit->tokens[side], unit->n_tokens[side]);
  for (guint i = 0; tl_currency_name(i); i++)
    if ((found[0] >> i & 1) && !(found[1] >> i & 1) && (found[1] & ~found[0]))
      tl_found(checker, unit, TL_NOWHERE, TL_NOWHERE, (const char *const[]){tl_currency_name(i), NULL},
               "the source has another currency");
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
  (void)state;
  const char *tags[] = {checker->house.source, checker->house.target};
  Side sides[2] = {{0}, {0}};
  if (unit->n_tokens[TLUMACH_TARGET] == 0 || unit->n_tokens[TLUMACH_SOURCE] == 0 ||
      (unit->pair->flags & TLUMACH_PAIR_UNSURE))
    return;
  for (guint side = 0; side < 2; side++) {
    sides[side].numbers = g_array_new(FALSE, FALSE, sizeof(TlNumber));
    tl_numbers(unit->text[side], unit->span[side], language_of(tags[side]), sides[side].numbers);
    name_days(unit, (TlumachSide)side, language_of(tags[side]), &sides[side]);
  }
  release_terms(unit, sides[TLUMACH_SOURCE].numbers);
  g_autoptr(GArray) source = unmet(sides[0].numbers, sides[1].numbers);
  g_autoptr(GArray) target = unmet(sides[1].numbers, sides[0].numbers);
  tell(checker, unit, source, target);
  compare_names(checker, unit, &sides[0], &sides[1]);
  compare_currencies(checker, unit);
  g_array_unref(sides[0].numbers);
  g_array_unref(sides[1].numbers);
}

const TlCheck tl_check_numbers = {.info = {"numbers", TLUMACH_SEVERE, TRUE,
                                           "A number, month, weekday or currency of one side is not on the other.",
                                           "Загинуло 12 людей.\t21 people were killed."},
                                  .pair = pair};
