/* Numerals in words beside each other that are one number: "twenty-five thousand", "дві з половиною", "two thirds". */
#include <math.h>
#include <string.h>

#include "checks/number_reading.h"

/* Does "half" or "з половиною" belong to the number before it: two and a half, an hour and a half? */
static gboolean is_and_half(const TlNumberReader *r, const TlNumber *last, TlumachSpan span, double value) {
  g_autofree char *between = g_strndup(r->text + last->span.end, MIN(span.start - last->span.end, 40));
  return value == 0.5 &&
         (strcmp(between, " з ") == 0 || strcmp(between, " із ") == 0 || g_str_has_suffix(between, " and a "));
}

/* A half, a quarter (which may be the fourth, too). */
static gboolean is_part(const TlNumber *number) {
  return number->n && number->values[number->n - 1] > 0 && number->values[number->n - 1] < 1;
}

/* Is nothing between a numeral and the next word but a space, a hyphen, "and"; of half a million, "a"; of tens of
 * thousands, "of"? */
static gboolean are_beside(const TlNumberReader *r, const TlNumber *last, TlumachSpan span) {
  size_t at = tl_skip_space(r, last->span.end), behind = tl_phrase_at(r, at, "and");
  if (!behind && is_part(last))
    behind = MAX(tl_phrase_at(r, at, "a"), tl_phrase_at(r, at, "of a"));
  if (!behind && r->text[last->span.end - 1] == 's' && last->values[0] >= 10)
    behind = tl_phrase_at(r, at, "of");
  at = behind ? tl_skip_space(r, behind) : at < span.start && r->text[at] == '-' ? at + 1 : at;
  return at == span.start;
}

static double place_of(double value) {
  return value >= 1000 ? value : value >= 100 ? 100 : value >= 20 ? 10 : value >= 1 ? 1 : 0;
}

/* -- counting on ------------------------------------------------------------------------------------------------ */

/* Two [hundred], fifteen [hundred], [thousand], [three]. */
static void count_on(TlNumber *number, double value) {
  if (value >= 1000) {
    number->sum += (number->group > 0 ? number->group : 1) * value;
    number->group = 0;
  } else {
    number->group = value == 100 && number->place == 1 ? number->group * value : number->group + value;
  }
  number->place = number->closed || (number->kind & TL_NUMBER_ORDINAL) ? 0 : place_of(value);
}

/* Twenty [five], five [hundred], five hundred [thousand], two million [thousand]: by the rules of numerals. */
static gboolean counts_on(const TlNumber *last, double value) {
  if (last->place == 0 || value < 1)
    return FALSE;
  if (value >= 1000)
    return last->group >= 1 && fmod(last->sum, value * 1000) == 0;
  return value < last->place || (value == 100 && last->place == 1 && last->group < 100);
}

/* The whole alone is its value: two hundred is not a hundred; but "a thousand and one" is written 1000 and 1, too.
 * '85 is a year. */
static void take_whole(const TlNumberReader *r, TlNumber *number, const TlNumber *more) {
  double whole = number->sum + number->group;
  gboolean joined = tl_phrase_at(r, tl_skip_space(r, number->span.end), "and") > 0;
  number->n = joined ? number->n : 0;
  tl_number_add(number, whole);
  if (joined)
    tl_number_add(number, more->values[0]);
  if (whole >= 20 && whole < 100)
    tl_number_add(number, 1900 + whole);
}

/* -- the ways to join ------------------------------------------------------------------------------------------- */

/* Two and a half. */
static void add_half(TlNumber *last) {
  double whole = last->digits ? last->values[0] : last->n ? last->sum + last->group : 1;
  last->group = whole + 0.5;
  last->sum = 0;
  last->place = 1;
  last->n = last->digits ? last->n : 0;
  last->amount = 0;
  tl_number_add(last, last->group);
  if (whole >= 100) /* a million and a half */
    tl_number_add(last, whole * 1.5);
}

/* Two thirds: in digits both are there. */
static void add_denominator(TlNumber *last, double value) {
  double count = last->sum + last->group;
  last->part = count / value;
  last->kind = TL_NUMBER_PART;
  last->place = 0;
  tl_number_add(last, last->part);
  tl_number_add(last, value);
}

/* Half a million, two dozen, "п'ять десятків". */
static void multiply(TlNumber *last, double value, gboolean about) {
  double count = is_part(last) ? last->values[last->n - 1] : last->sum + last->group;
  last->n = 0;
  last->part = last->sum = 0;
  last->group = count * value;
  last->place = place_of(value);
  tl_number_add(last, last->group);
  if (about)
    tl_number_add(last, count * 12);
}

/* Nineteen [eighty]: or nineteen of eighty years. */
static void add_year(TlNumber *last, double value) {
  tl_number_add(last, value);
  last->group = last->group * 100 + value;
  last->place = place_of(value);
  tl_number_add(last, last->group);
}

static gboolean is_year(const TlNumberReader *r, const TlNumber *last, double value) {
  return r->language == TL_NUMBERS_ENGLISH && last->sum == 0 && last->group >= 13 && last->group <= 20 && value >= 10 &&
         value < 100;
}

static gboolean join(const TlNumberReader *r, TlNumber *last, const TlNumber *number, const char *word) {
  double value = number->values[0];
  if (is_and_half(r, last, number->span, value))
    add_half(last);
  else if (last->digits || !last->n || !are_beside(r, last, number->span) || number->closed || last->closed)
    return FALSE;
  else if (tl_is_denominator(r, last, number, word))
    add_denominator(last, value);
  else if (is_part(last) ? value >= 10 && !(number->kind & TL_NUMBER_ORDINAL)
                         : last->place == 1 && (value == 10 || value == 12))
    multiply(last, value, value == 10 && number->weak); /* "десятки" are dozens */
  else if (is_year(r, last, value))
    add_year(last, value);
  else if (counts_on(last, value)) {
    last->kind = number->kind;
    count_on(last, value);
    take_whole(r, last, number);
  } else {
    return FALSE;
  }
  return TRUE;
}

void tl_add_numeral(TlNumberReader *r, TlNumber *number, const char *word) {
  TlNumber *last = r->numbers->len ? &g_array_index(r->numbers, TlNumber, r->numbers->len - 1) : NULL;
  gboolean weak = last && last->weak && last->n && last->values[0] >= 2;
  if (last && join(r, last, number, word)) {
    last->span.end = number->span.end;
    last->weak = weak; /* tens of thousands; but one hundred, half a million */
    tl_measure(r, last);
    return;
  }
  double value = number->values[0];
  if ((number->kind & TL_NUMBER_PART) && last && (last->kind & TL_NUMBER_ORDINAL) &&
      are_beside(r, last, number->span)) {
    number->weak = TRUE; /* the third quarter, the first half: they are the number there */
    number->kind = 0;
    number->part = 0;
  }
  count_on(number, value);
  tl_clock(r, number);
  tl_measure(r, number);
  if (value >= 20 && value < 100)
    tl_number_add(number, 1900 + value);
  g_array_append_val(r->numbers, *number);
}
