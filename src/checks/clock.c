/* Times of day: "о 15:30" is "at 3:30 p.m.", "о п'ятій вечора" is "at 5 p.m.", "опівдні" is "at noon". */
#include <math.h>
#include <string.h>

#include "checks/calendar.h"
#include "checks/number_reading.h"

#define NIGHT_BYTES 60u /* in which "ніч на понеділок, " stands */

/* What stands behind an hour; `from` and `to`: of which hours it is said. */
typedef struct PartOfDay {
  const char *phrase;
  TlHalf half;
  double from, to;
} PartOfDay;

static const PartOfDay ukrainian[] = {
    {"ранку", TL_HALF_AM, 3, 12}, {"дня", TL_HALF_PM, 12, 13},   {"дня", TL_HALF_AM, 10, 12},
    {"дня", TL_HALF_PM, 1, 7},    {"вечора", TL_HALF_PM, 4, 12}, {"ночі", TL_HALF_AM, 1, 6},
    {"ночі", TL_HALF_PM, 9, 12},  {"ночі", TL_HALF_AM, 12, 13},  {"пополудні", TL_HALF_PM, 1, 9}};
static const PartOfDay english[] = {{"in the morning", TL_HALF_AM, 1, 12},
                                    {"in the afternoon", TL_HALF_PM, 1, 13},
                                    {"in the evening", TL_HALF_PM, 4, 12}};

TlHalf tl_half_of_day(const TlNumberReader *r, size_t at) {
  at = tl_skip_space(r, at);
  if (at + 1 >= r->end)
    return TL_HALF_UNKNOWN;
  char half = g_ascii_tolower(r->text[at]), next = g_ascii_tolower(r->text[at + 1]);
  size_t behind = at + 2;
  if (next == '.' && behind < r->end)
    next = g_ascii_tolower(r->text[behind++]);
  if (next != 'm' || (half != 'a' && half != 'p') || (behind < r->end && g_ascii_isalpha(r->text[behind])))
    return TL_HALF_UNKNOWN;
  return half == 'a' ? TL_HALF_AM : TL_HALF_PM;
}

/* Behind the minutes, "-й", "годині", "o'clock" of an hour that ends at `at`; `*hour`: something of the kind is there.
 */
static size_t behind_hour(const TlNumberReader *r, size_t at, gboolean *hour) {
  static const char *const words[] = {"o'clock", "година", "години", "годині", "годину", "годин", "год"};
  if (at < r->end && (r->text[at] == ':' || r->text[at] == '.') && tl_digits_from(r, at + 1) == 2) {
    *hour = r->text[at] == ':';
    at += 3;
  }
  size_t behind = at;
  if (at < r->end && r->text[at] == '-') {
    g_autofree char *ending = tl_word_at(r, at + 1, &behind);
    at = g_utf8_strlen(ending, -1) <= 2 ? behind : at;
  }
  size_t word = tl_skip_space(r, at);
  for (guint i = 0; i < G_N_ELEMENTS(words); i++)
    if ((behind = tl_phrase_at(r, word, words[i]))) {
      *hour = TRUE;
      return behind < r->end && r->text[behind] == '.' ? behind + 1 : behind;
    }
  return at;
}

static TlHalf half_behind(const TlNumberReader *r, size_t at, double hour) {
  const PartOfDay *parts = r->language == TL_NUMBERS_UKRAINIAN ? ukrainian : english;
  guint n = r->language == TL_NUMBERS_UKRAINIAN ? G_N_ELEMENTS(ukrainian) : G_N_ELEMENTS(english);
  TlHalf half = r->language == TL_NUMBERS_ENGLISH ? tl_half_of_day(r, at) : TL_HALF_UNKNOWN;
  at = tl_skip_space(r, at);
  for (guint i = 0; half == TL_HALF_UNKNOWN && r->language != TL_NUMBERS_OTHER && i < n; i++)
    if (hour >= parts[i].from && hour < parts[i].to && tl_phrase_at(r, at, parts[i].phrase))
      half = parts[i].half;
  return half;
}

/* "half past three", "quarter to four", "пів на четверту" (3:30): how many minutes, and that the hour is the one
 * before. */
static void parts_of_hour(const TlNumberReader *r, TlNumber *number) {
  static const struct {
    double part;
    const char *behind;
    double minutes;
  } parts[] = {{0.5, "past", 30}, {0.5, "на", 30}, {4, "past", 15}, {4, "на", 15}, {4, "to", 45}};
  static const char *const before[] = {"пів на ", "чверть на ", "quarter to "};
  size_t at = tl_skip_space(r, number->span.end), start = number->span.start;
  for (guint i = 0; i < G_N_ELEMENTS(parts); i++)
    if (number->values[0] == parts[i].part && tl_phrase_at(r, at, parts[i].behind))
      tl_number_add(number, parts[i].minutes);
  for (guint i = 0; i < G_N_ELEMENTS(before); i++) {
    size_t n = strlen(before[i]);
    if (start >= r->start + n && memcmp(r->text + start - n, before[i], n) == 0)
      tl_number_add(number, number->values[0] - 1);
  }
}

void tl_clock(const TlNumberReader *r, TlNumber *number) {
  double hour = number->n ? number->values[0] : -1;
  gboolean said = FALSE;
  if (number->half != TL_HALF_UNKNOWN || tl_behind_mark(r, number->span.start))
    return;
  parts_of_hour(r, number);
  if (hour < 0 || hour > 24 || hour != floor(hour))
    return;
  size_t at = behind_hour(r, number->span.end, &said);
  number->half = half_behind(r, at, hour);
  if (number->half == TL_HALF_UNKNOWN && hour == 0 && said)
    number->half = TL_HALF_AM;
  if (hour >= 1 && hour < 12 && (number->half == TL_HALF_PM || (number->half == TL_HALF_UNKNOWN && said)))
    tl_number_add(number, hour + 12);
  if (hour == 12 && number->half == TL_HALF_AM)
    tl_number_add(number, 0);
}

gboolean tl_clock_word(const char *word, TlNumber *number) {
  static const char *const noon[] = {"noon", "midday", "опівдні", "полудень", "полудня", "полудні"};
  static const char *const midnight[] = {"midnight", "опівночі", "північ", "півночі"};
  for (guint i = 0; i < G_N_ELEMENTS(noon); i++)
    if (strcmp(word, noon[i]) == 0) {
      tl_number_add(number, 12);
      number->half = TL_HALF_PM;
      return TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS(midnight); i++)
    if (strcmp(word, midnight[i]) == 0) {
      tl_number_add(number, 0);
      tl_number_add(number, 24);
      number->half = TL_HALF_AM;
      return TRUE;
    }
  return FALSE;
}

gboolean tl_behind_night(const TlNumberReader *r, size_t at) {
  static const char *const links[] = {"ніч на ", "ночі на ", "ніч проти ", "ночі проти "};
  size_t from = MAX(r->start + NIGHT_BYTES, at) - NIGHT_BYTES;
  if (r->language != TL_NUMBERS_UKRAINIAN)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS(links); i++) {
    const char *link = g_strrstr_len(r->text + from, (gssize)(at - from), links[i]);
    size_t between = link ? (size_t)(link - r->text) + strlen(links[i]) : at + 1, behind;
    if (between >= at) { /* nothing between them, or no night */
      if (between == at)
        return TRUE;
      continue;
    }
    g_autofree char *day = tl_word_at(r, between, &behind);
    behind = behind < at && r->text[behind] == ',' ? behind + 1 : behind;
    if (tl_weekday(day, r->language) && tl_skip_space(r, behind) == at)
      return TRUE;
  }
  return FALSE;
}
