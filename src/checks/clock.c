/* Times of day: "о 15:30" is "at 3:30 p.m.", "о п'ятій вечора" is "at 5 p.m.", "опівдні" is "at noon". */
#include <math.h>
#include <string.h>

#include "checks/calendar.h"
#include "checks/number_reading.h"

#define GAP_BYTES 40u   /* between minutes and their hour, "хвилин на" */
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

static gboolean is_any(const char *text, const char *const *list) {
  for (; *list; list++)
    if (strcmp(text, *list) == 0)
      return TRUE;
  return FALSE;
}

/* Is one of some words, each with its space, right before `at`? */
static gboolean is_behind(const TlNumberReader *r, size_t at, const char *const *words) {
  for (; *words; words++) {
    size_t n = strlen(*words);
    if (at - r->start >= n && memcmp(r->text + at - n, *words, n) == 0)
      return TRUE;
  }
  return FALSE;
}

/* What minutes that stand before an hour say of it. */
typedef enum Told { NOTHING, THIS_HOUR, PERHAPS_BEFORE, BEFORE } Told;

/* The minutes of half an hour, or of a quarter; 0: it is none of them. */
static double minutes_of_part(const TlNumber *number) {
  return number->values[0] == 0.5 ? 30 : number->values[0] == 4 && (number->kind & TL_NUMBER_PART) ? 15 : 0;
}

/* "чверть на шосту" and "a quarter past five", "за чверть шоста" and "a quarter to six": what they mean is all they
 * are, if it is sure; "чверть на першу чергу" is no time, and "ten to six" may be a score. */
static Told take_minutes(TlNumber *minutes, gboolean before, gboolean left, gboolean sure) {
  double part = minutes_of_part(minutes), told = part > 0 ? part : minutes->values[0];
  if (part > 0 && sure) {
    minutes->n = minutes->kind = 0;
    minutes->part = 0;
  }
  tl_number_add(minutes, left ? 60 - told : told);
  return !before ? THIS_HOUR : part > 0 && sure ? BEFORE : PERHAPS_BEFORE;
}

/* "пів на шосту", "за десять шоста", "ten to six" are in the hour before that which they name. */
static Told told_by_minutes(const TlNumberReader *r, const TlNumber *hour) {
  static const char *const on[] = {"на", "хвилин на", "хвилини на", "хв на", "хв. на", NULL};
  static const char *const less[] = {"", "хвилин", "хвилини", "хв", "хв.", NULL};
  static const char *const at[] = {"о ", "О ", "об ", "Об ", NULL};
  static const char *const before[] = {"за ", "За ", "без ", "Без ", NULL};
  static const char *const to[] = {"to", "minutes to", NULL}, *const past[] = {"past", "minutes past", NULL};
  TlNumber *last = r->numbers->len ? &g_array_index(r->numbers, TlNumber, r->numbers->len - 1) : NULL;
  if (!last || !last->n || hour->span.start - last->span.end > GAP_BYTES)
    return NOTHING;
  g_autofree char *text = g_strndup(r->text + last->span.end, hour->span.start - last->span.end);
  const char *between = g_strstrip(text);
  gboolean part = minutes_of_part(last) > 0, half = last->values[0] == 0.5, counted = !last->digits && !hour->digits;
  if (!part && (last->values[0] < 1 || last->values[0] > 29))
    return NOTHING;
  if (r->language == TL_NUMBERS_ENGLISH)
    return counted && is_any(between, past)          ? take_minutes(last, FALSE, FALSE, TRUE)
           : counted && !half && is_any(between, to) ? take_minutes(last, TRUE, TRUE, TRUE)
                                                     : NOTHING;
  if (hour->digits ? !part : !(hour->kind & TL_NUMBER_ORDINAL))
    return NOTHING;
  if (is_any(between, on) || (half && strcmp(between, "до") == 0))
    return take_minutes(last, TRUE, FALSE, is_behind(r, last->span.start, at));
  return !hour->digits && is_any(between, less) && is_behind(r, last->span.start, before)
             ? take_minutes(last, TRUE, TRUE, TRUE)
             : NOTHING;
}

void tl_clock(const TlNumberReader *r, TlNumber *number) {
  double hour = number->n ? number->values[0] : -1;
  gboolean said = FALSE;
  if (number->half != TL_HALF_UNKNOWN || tl_behind_mark(r, number->span.start) || hour < 0 || hour > 24 ||
      hour != floor(hour))
    return;
  size_t at = behind_hour(r, number->span.end, &said);
  Told told = hour >= 1 && hour <= 12 ? told_by_minutes(r, number) : NOTHING;
  said = said || told != NOTHING;
  if (told == BEFORE || told == PERHAPS_BEFORE)
    hour = hour > 1 ? hour - 1 : 12;
  if (told == BEFORE)
    number->n = 0;
  if (told != NOTHING)
    number->clock = g_array_index(r->numbers, TlNumber, r->numbers->len - 1).clock = TRUE;
  tl_number_add(number, hour);
  number->half = half_behind(r, at, hour);
  if (number->half == TL_HALF_UNKNOWN && hour == 0 && said)
    number->half = TL_HALF_AM;
  if (hour >= 1 && hour < 12 && (number->half == TL_HALF_PM || (number->half == TL_HALF_UNKNOWN && said)))
    tl_number_add(number, hour + 12);
  if (hour == 12 && (number->half == TL_HALF_AM || (number->half == TL_HALF_UNKNOWN && told != NOTHING)))
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
