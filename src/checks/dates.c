#include "checks/dates.h"

#include <string.h>

#include "base/position.h"
#include "checks/calendar.h"
#include "checks/named.h"
#include "checks/number_reading.h"

#define FROM_YEAR 1000u
#define READINGS 4u

/* 5.10.2018, 2018-10-05, 5 жовтня 2018, October 5, 2018, 10/05/2018. */
typedef struct Date {
  TlumachSpan span;
  guint day[READINGS], month[READINGS]; /* 10/05 is read both ways; of "May 4–5" there are two days */
  guint n;
  guint year;        /* 0: it is not said */
  gboolean numerals; /* the month, too */
} Date;

static void read_as(Date *date, guint day, guint month) {
  if (day < 1 || day > 31 || month < 1 || month > 12 || date->n == READINGS)
    return;
  date->day[date->n] = day;
  date->month[date->n++] = month;
}

/* The number of `least` to `most` digits at `*at`, which moves behind it; FALSE: none is there. */
static gboolean take(const TlNumberReader *r, size_t *at, size_t least, size_t most, guint *value) {
  size_t n = tl_digits_from(r, *at);
  if (n < least || n > most)
    return FALSE;
  *value = 0;
  for (size_t end = *at + n; *at < end; ++*at)
    *value = *value * 10 + (guint)(r->text[*at] - '0');
  return TRUE;
}

/* 5.10.2018, 05/10/2018, 2018-10-05. With slashes America has the month first. */
static gboolean numeric(const TlNumberReader *r, Date *date) {
  size_t at = r->at;
  guint part[3];
  gboolean iso = tl_digits_from(r, at) == 4;
  if (!take(r, &at, iso ? 4 : 1, iso ? 4 : 2, &part[0]) || at >= r->end || !strchr(iso ? "-" : "./", r->text[at]))
    return FALSE;
  char mark = r->text[at++];
  if (!take(r, &at, 1, 2, &part[1]) || at >= r->end || r->text[at++] != mark ||
      !take(r, &at, iso ? 1 : 4, iso ? 2 : 4, &part[2]))
    return FALSE;
  date->year = iso ? part[0] : part[2];
  read_as(date, iso ? part[2] : part[0], part[1]);
  if (mark == '/')
    read_as(date, part[1], part[0]);
  date->numerals = TRUE;
  date->span.end = at;
  return date->n > 0;
}

/* ", 2018" or " 2018" behind a day and month. */
static void take_year(const TlNumberReader *r, Date *date) {
  size_t at = date->span.end + (date->span.end < r->end && r->text[date->span.end] == ',' ? 1 : 0);
  at = tl_skip_space(r, at);
  if (take(r, &at, 4, 4, &date->year) && date->year >= FROM_YEAR)
    date->span.end = at;
  else
    date->year = 0;
}

/* The month that the word at `*at` names, with a capital in English (may, march); `*at` moves behind it. */
static guint take_month(const TlNumberReader *r, size_t *at) {
  size_t behind;
  if (r->language == TL_NUMBERS_ENGLISH && (*at >= r->end || !g_ascii_isupper(r->text[*at])))
    return 0;
  g_autofree char *word = tl_word_at(r, *at, &behind);
  guint month = *word ? tl_month(word, r->language) : 0;
  if (month)
    *at = behind < r->end && r->text[behind] == '.' ? behind + 1 : behind;
  return month;
}

/* The days at `*at`: "5", "5th", "5-го", "4–5", "4 and 5". How many; `*at` moves behind them. */
static guint take_days(const TlNumberReader *r, size_t *at, guint days[READINGS]) {
  static const char *const links[] = {"-",    "\xE2\x80\x93",   "\xE2\x80\x94", " and ", " і ", " та ",
                                      " на ", " до ",           " to ",         " or ",  ", ",  "/",
                                      " - ",  " \xE2\x80\x93 ", " й "};
  static const char *const endings[] = {"st", "nd", "rd", "th", "-го", "-е", "-те", "-ме", "-ого"};
  guint n = 0;
  for (size_t next = *at; n < READINGS && take(r, &next, 1, 2, &days[n]);) {
    n++;
    for (guint i = 0; i < G_N_ELEMENTS(endings); i++)
      if (next + strlen(endings[i]) <= r->end && memcmp(r->text + next, endings[i], strlen(endings[i])) == 0) {
        next += strlen(endings[i]);
        break;
      }
    *at = next;
    for (guint i = 0; i < G_N_ELEMENTS(links) && next == *at; i++)
      if (next + strlen(links[i]) <= r->end && memcmp(r->text + next, links[i], strlen(links[i])) == 0)
        next += strlen(links[i]);
    if (next == *at)
      break;
  }
  return n;
}

/* "5 жовтня 2018", "5th of October 2018", "October 5, 2018". */
static gboolean worded(const TlNumberReader *r, Date *date) {
  guint days[READINGS], n = 0;
  size_t at = r->at;
  guint month = take_month(r, &at);
  if (month) {
    at = tl_skip_space(r, at);
    n = take_days(r, &at, days);
  } else if ((n = take_days(r, &at, days)) > 0) {
    at = tl_skip_space(r, at);
    size_t of = tl_phrase_at(r, at, "of");
    at = of ? tl_skip_space(r, of) : at;
    month = take_month(r, &at);
  }
  for (guint i = 0; month && i < n; i++)
    read_as(date, days[i], month);
  date->span.end = at;
  take_year(r, date);
  return date->n > 0;
}

/* "у ніч на 5 травня" is told of as the night of May 4, too. */
static void read_evening(const TlNumberReader *r, Date *date) {
  if (date->n != 1 || !tl_behind_night(r, date->span.start))
    return;
  guint day = date->day[0], month = date->month[0];
  if (day > 1) {
    read_as(date, day - 1, month);
    return;
  }
  for (const guint *last = tl_days_before_first(month); *last; last++)
    read_as(date, *last, month > 1 ? month - 1 : 12);
}

/* Appends Date in text order. */
static void read_dates(const char *text, TlumachSpan span, TlNumberLanguage language, GArray *dates) {
  TlNumberReader r = {.text = text, .start = span.start, .at = span.start, .end = span.end, .language = language};
  gboolean inside = FALSE; /* of a word or number, or behind a mark between digits */
  while (r.at < r.end) {
    Date date = {.span = {r.at, r.at}};
    guint32 c;
    size_t n = tl_utf8_next(text + r.at, r.end - r.at, &c);
    gboolean alnum = g_unichar_isalnum(c);
    if (alnum && !inside && (numeric(&r, &date) || worded(&r, &date))) {
      read_evening(&r, &date);
      g_array_append_val(dates, date);
      r.at = date.span.end;
      inside = TRUE;
      continue;
    }
    inside = alnum || (inside && (c == '.' || c == '/' || c == '-'));
    r.at += n;
  }
}

/* May they be the same day? */
static gboolean meet(const Date *a, const Date *b) {
  if (a->year && b->year && a->year != b->year)
    return FALSE;
  for (guint i = 0; i < a->n; i++)
    for (guint k = 0; k < b->n; k++)
      if (a->day[i] == b->day[k] && a->month[i] == b->month[k])
        return TRUE;
  return FALSE;
}

/* The one date without a counterpart on the other side; NULL: there is none, or there are several. */
static const Date *odd_date(const GArray *dates, const GArray *others) {
  const Date *odd = NULL;
  for (guint i = 0; i < dates->len; i++) {
    const Date *date = &g_array_index(dates, Date, i);
    gboolean met = FALSE;
    for (guint k = 0; k < others->len && !met; k++)
      met = meet(date, &g_array_index(others, Date, k));
    if (!met && odd)
      return NULL;
    odd = met ? odd : date;
  }
  return odd;
}

/* May a date in numerals be among them: three beside each other? Most texts have none, and are not read again. */
static gboolean has_numerals(const GArray *numbers) {
  for (guint i = 2; i < numbers->len; i++) {
    const TlNumber *last = &g_array_index(numbers, TlNumber, i);
    if (last[-2].span.end + 1 == last[-1].span.start && last[-1].span.end + 1 == last->span.start)
      return TRUE;
  }
  return FALSE;
}

void tl_dates_compare(TlChecker *checker, const TlCheckUnit *unit, GArray *const numbers[2]) {
  g_autoptr(GArray) from = g_array_new(FALSE, FALSE, sizeof(Date));
  g_autoptr(GArray) to = g_array_new(FALSE, FALSE, sizeof(Date));
  if (!has_numerals(numbers[0]) && !has_numerals(numbers[1]))
    return;
  read_dates(unit->text[0], unit->span[0], tl_number_language(checker, TLUMACH_SOURCE), from);
  read_dates(unit->text[1], unit->span[1], tl_number_language(checker, TLUMACH_TARGET), to);
  const Date *odd[2] = {odd_date(from, to), odd_date(to, from)};
  if (!odd[0] || !odd[1] || (!odd[0]->numerals && !odd[1]->numerals))
    return;
  tl_found(checker, unit, odd[0]->span, odd[1]->span, NULL, "“%.*s” in the source, “%.*s” here",
           (int)(odd[0]->span.end - odd[0]->span.start), unit->text[0] + odd[0]->span.start,
           (int)(odd[1]->span.end - odd[1]->span.start), unit->text[1] + odd[1]->span.start);
  for (guint side = 0; side < 2; side++)
    for (guint i = 0; i < numbers[side]->len; i++) {
      TlNumber *number = &g_array_index(numbers[side], TlNumber, i);
      if (odd[side]->span.start <= number->span.start && number->span.end <= odd[side]->span.end) {
        number->digits = FALSE;
        number->weak = TRUE;
      }
    }
}
