/* Numbers in digits on either side have a counterpart on the other, in digits or words; days and months that are named
 * are the same. */
#include <string.h>

#include "base/position.h"
#include "checks/check.h"
#include "checks/currencies.h"
#include "checks/dates.h"
#include "checks/named.h"
#include "checks/number_compare.h"
#include "checks/relative_times.h"

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
    if (number->digits && !tl_number_met(number, others))
      g_array_append_val(rest, *number);
  }
  return rest;
}

#define NEAR 24u /* bytes between numbers that may belong together: a date, a list */

/* A single 1 that counts what the next word names, "1 доньку", and stands alone: no number is near. */
static gboolean is_counted_one(const TlCheckUnit *unit, const TlNumber *one, const GArray *numbers) {
  const char *text = unit->text[TLUMACH_SOURCE];
  size_t end = unit->span[TLUMACH_SOURCE].end, at = one->span.end;
  if (at != one->span.start + 1 || text[one->span.start] != '1' || at + 1 >= end || text[at] != ' ' || one->percent ||
      one->minus || one->half != TL_HALF_UNKNOWN)
    return FALSE;
  guint32 c;
  tl_utf8_next(text + at + 1, end - at - 1, &c);
  for (guint i = 0; i < numbers->len; i++) {
    const TlNumber *other = &g_array_index(numbers, TlNumber, i);
    if (other->span.start != one->span.start && other->span.start < at + NEAR &&
        one->span.start < other->span.end + NEAR)
      return FALSE;
  }
  return g_unichar_islower(c);
}

static gboolean has_article(const TlCheckUnit *unit) {
  for (guint i = 0; i < unit->n_tokens[TLUMACH_TARGET]; i++) {
    TlumachSpan span = unit->tokens[TLUMACH_TARGET][i].span;
    const char *word = unit->text[TLUMACH_TARGET] + span.start;
    size_t n = span.end - span.start;
    if ((*word == 'a' || *word == 'A') && (n == 1 || (n == 2 && word[1] == 'n')))
      return TRUE;
  }
  return FALSE;
}

/* "1 людина" is "a man", where nothing in the translation stands in its place. */
static void drop_article(const TlCheckUnit *unit, const GArray *numbers, GArray *source, const GArray *target) {
  if (source->len == 1 && target->len == 0 && has_article(unit) &&
      is_counted_one(unit, &g_array_index(source, TlNumber, 0), numbers))
    g_array_set_size(source, 0);
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
    if (number->scale > 1 || number->scale < 1) /* 5 million, 5 billion, 5 basis points */
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

/* A date or the like, written as one: "2026-02-04" is told of as a whole. */
static void join_written(const TlCheckUnit *unit, TlumachSide side, GArray *numbers) {
  for (guint i = numbers->len; i-- > 1;) {
    TlNumber *number = &g_array_index(numbers, TlNumber, i), *before = number - 1;
    if (number->span.start != before->span.end + 1 || !strchr("-./", unit->text[side][before->span.end]))
      continue;
    before->span.end = number->span.end;
    g_array_remove_index(numbers, i);
  }
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
  tl_number_halves_compare(checker, unit, numbers);
  tl_dates_compare(checker, unit, numbers);
  g_autoptr(GArray) source = unmet(numbers[0], numbers[1]);
  g_autoptr(GArray) target = unmet(numbers[1], numbers[0]);
  drop_conversions(unit, numbers[1], target);
  drop_article(unit, numbers[0], source, target);
  if (!same_digits(unit, source, target)) {
    join_written(unit, TLUMACH_SOURCE, source);
    join_written(unit, TLUMACH_TARGET, target);
    tell(checker, unit, source, target);
  }
  tl_named_compare(all->named, checker, unit);
  tl_number_traits_compare(checker, unit, numbers);
  tl_number_words_compare(checker, unit, numbers);
  tl_ranges_compare(checker, unit, numbers);
  tl_times_compare(checker, unit);
  tl_relative_times_compare(checker, unit);
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
