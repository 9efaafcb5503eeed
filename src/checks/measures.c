/* What stands behind a number and says what it is a number of: units, percent, degrees. */
#include <string.h>

#include "checks/number_reading.h"

static gboolean byte_at(const TlNumberReader *r, size_t at, const char *bytes) {
  size_t n = strlen(bytes);
  return at + n <= r->end && memcmp(r->text + at, bytes, n) == 0;
}

/* Any of some phrases at `at`, each with a space before it or not. */
static size_t any_phrase(const TlNumberReader *r, size_t at, const char *const *phrases) {
  size_t behind, end = 0;
  g_autofree char *word = tl_word_at(r, tl_skip_space(r, at), &behind);
  for (; *word && *phrases && !end; phrases++) {
    size_t n = strcspn(*phrases, " ");
    if (strlen(word) == n && memcmp(word, *phrases, n) == 0)
      end = (*phrases)[n] ? tl_phrase_at(r, tl_skip_space(r, behind), *phrases + n + 1) : behind;
  }
  return end;
}

static gboolean is_percent(const TlNumberReader *r, size_t at) {
  static const char *const words[] = {"%", "відсот", "процент", "percent", "per cent", "pct"};
  at = tl_skip_space(r, at);
  at = tl_skip_space(r, byte_at(r, at, "-") ? at + 1 : at);
  for (guint i = 0; i < G_N_ELEMENTS(words); i++)
    if (byte_at(r, at, words[i]))
      return TRUE;
  return FALSE;
}

/* "3 відсоткові пункти", "3 в. п.", "3 percentage points" */
static gboolean is_points(const TlNumberReader *r, size_t at) {
  static const char *const dotted[] = {"в. п.", "п. п.", "в.п.", "п.п.", "p.p."};
  static const char *const short_forms[] = {"пп", "вп", "pp", "ppt", "ppts", NULL};
  static const char *const percent[] = {"відсотков", "процентн", "percent"};
  static const char *const points[] = {"пункт", "point"};
  size_t behind;
  at = tl_skip_space(r, at);
  for (guint i = 0; i < G_N_ELEMENTS(dotted); i++)
    if (byte_at(r, at, dotted[i]))
      return TRUE;
  if (any_phrase(r, at, short_forms))
    return TRUE;
  at = tl_skip_space(r, byte_at(r, at, "-") ? at + 1 : at);
  g_autofree char *first = tl_word_at(r, at, &behind), *second = NULL;
  at = tl_skip_space(r, byte_at(r, behind, "-") ? behind + 1 : behind);
  second = tl_word_at(r, at, &behind);
  for (guint i = 0; i < G_N_ELEMENTS(percent); i++)
    for (guint k = 0; k < G_N_ELEMENTS(points); k++)
      if (g_str_has_prefix(first, percent[i]) && g_str_has_prefix(second, points[k]))
        return TRUE;
  return FALSE;
}

/* "25 б. п.", "25 basis points": a quarter of a percentage point. */
static gboolean is_basis_points(const TlNumberReader *r, size_t at) {
  static const char *const dotted[] = {"б. п.", "б.п."};
  static const char *const words[] = {"бп",
                                      "базисних пунктів",
                                      "базисні пункти",
                                      "базисний пункт",
                                      "базисного пункту",
                                      "базисних пункти",
                                      "bp",
                                      "bps",
                                      "basis point",
                                      "basis points",
                                      NULL};
  at = tl_skip_space(r, at);
  for (guint i = 0; i < G_N_ELEMENTS(dotted); i++)
    if (byte_at(r, at, dotted[i]))
      return TRUE;
  return any_phrase(r, byte_at(r, at, "-") ? at + 1 : at, words) != 0;
}

/* A sign before a number, not of a range, a designation or a list: "−15", "упав до -3,5"; a hyphen that begins the text
 * may be a dash. */
static gboolean has_minus(const TlNumberReader *r, size_t at) {
  size_t sign = at - r->start >= 1 && r->text[at - 1] == '-'               ? 1
                : at - r->start >= 3 && byte_at(r, at - 3, "\xE2\x88\x92") ? 3
                                                                           : 0;
  size_t before = at - sign;
  if (!sign || (before == r->start && sign == 1))
    return FALSE;
  if (before == r->start || r->text[before - 1] == '(')
    return TRUE;
  if (r->text[before - 1] != ' ')
    return FALSE;
  while (before > r->start && r->text[before - 1] == ' ')
    before--;
  return before > r->start && !g_ascii_isdigit(r->text[before - 1]) &&
         (sign > 1 || !strchr("-:;.!?", r->text[before - 1]));
}

/* A sign that may be a dash: 10 -15, – 15. */
static const char *const dashes[] = {"-", "\xE2\x80\x93", NULL};

/* One of some words or signs right before `at`, with a space or nothing before it. */
static gboolean stands_before(const TlNumberReader *r, size_t at, const char *const *signs) {
  for (; *signs; signs++) {
    size_t n = strlen(*signs), start = at - r->start >= n ? at - n : at;
    if (start < at && byte_at(r, start, *signs) && (start == r->start || (guchar)r->text[start - 1] <= ' '))
      return TRUE;
  }
  return FALSE;
}

static gboolean says_minus(const TlNumberReader *r, size_t at) {
  static const char *const words[] = {"мінус ", "Мінус ", "minus ", "Minus ", NULL};
  return stands_before(r, at, words);
}

/* "Мінус 15 градусів", "мінус 15."; but "мінус 15 танків" are so many less, and of percent that is a change: verbs of
 * all kinds tell of both. */
static gboolean is_minus_surely(const TlNumberReader *r, const TlNumber *number) {
  size_t behind;
  if (!says_minus(r, number->span.start))
    return FALSE;
  g_autofree char *next = tl_word_at(r, tl_skip_space(r, number->span.end), &behind);
  return number->unit.dimension == TL_TEMPERATURE || !*next;
}

static gboolean is_frost(const TlNumberReader *r, size_t at) {
  static const char *const frost[] = {"морозу",         "below zero", "below freezing", "of frost", "нижче нуля",
                                      "нижче від нуля", NULL};
  return any_phrase(r, at, frost) != 0;
}

/* Degrees, by word or sign, whether they are Fahrenheit's, and below zero: "−5 °C", "15 градусів морозу". */
static void degrees(const TlNumberReader *r, TlNumber *number, size_t behind) {
  static const char *const fahrenheit[] = {"f", "fahrenheit", "за фаренгейтом", "фаренгейта", "по фаренгейту", NULL};
  static const char *const celsius[] = {"c", "с", "celsius", "за цельсієм", "цельсія", NULL};
  size_t scale = any_phrase(r, behind, fahrenheit);
  if (scale)
    number->unit.factor = TL_FAHRENHEIT;
  else
    scale = any_phrase(r, behind, celsius);
  number->minus = number->minus || is_minus_surely(r, number) || is_frost(r, scale ? scale : behind);
  number->below = number->minus || stands_before(r, number->span.start, dashes);
}

/* "м/с" and "metres per second" are told in an hour, as "км/год" is; "m2" and "m²" are areas. */
static size_t of_length(const TlNumberReader *r, TlNumber *number, size_t behind) {
  static const char *const second[] = {"на секунду", "за секунду", "per second", "a second", NULL};
  static const char *const slash[] = {"/с", "/s"};
  size_t more = any_phrase(r, behind, second);
  for (guint i = 0; !more && i < G_N_ELEMENTS(slash); i++)
    more = byte_at(r, behind, slash[i]) ? behind + strlen(slash[i]) : 0;
  if (more) {
    number->unit.factor *= 3600;
    return more;
  }
  size_t power = byte_at(r, behind, "2") ? 1 : byte_at(r, behind, "\xC2\xB2") ? 2 : 0;
  if (power)
    number->unit = (TlUnit){TL_AREA, number->unit.factor * number->unit.factor};
  return behind + power;
}

/* The unit at `at`; behind it, or 0. */
static size_t unit_at(const TlNumberReader *r, size_t at, TlNumber *number) {
  guint power = 1;
  size_t behind;
  TlUnit unit = {TL_NO_UNIT, 1};
  size_t sign = tl_skip_space(r, at);
  if (byte_at(r, sign, "\xC2\xB0")) {
    number->unit = (TlUnit){TL_TEMPERATURE, 1};
    return sign + 2;
  }
  for (guint i = 0; i < 4; i++) {
    g_autofree char *word = tl_word_at(r, tl_skip_space(r, at), &behind);
    unit = tl_unit(word);
    if (unit.dimension != TL_NO_UNIT)
      break;
    if (g_str_has_prefix(word, "кв") || strcmp(word, "square") == 0 || strcmp(word, "sq") == 0)
      power = 2;
    else if (g_str_has_prefix(word, "куб") || strcmp(word, "cubic") == 0)
      power = 3;
    else if (strcmp(word, "an") != 0 && strcmp(word, "a") != 0 && strcmp(word, "of") != 0)
      return 0;
    at = behind < r->end && r->text[behind] == '.' ? behind + 1 : behind;
  }
  if (unit.dimension == TL_NO_UNIT)
    return 0;
  double factor = unit.factor;
  if (power > 1 && unit.dimension == TL_LENGTH)
    unit = power == 2 ? (TlUnit){TL_AREA, factor * factor} : (TlUnit){TL_VOLUME, factor * factor * factor * 1000};
  number->unit = unit;
  return behind;
}

void tl_measure(TlNumberReader *r, TlNumber *number) {
  size_t at = number->span.end;
  if (at < r->end && r->text[at] == '+') /* "100+ км" */
    at++;
  gboolean basis = is_basis_points(r, at);
  number->points = basis || is_points(r, at);
  for (guint i = 0; basis && i < number->n; i++)
    number->values[i] /= 100;
  number->scale = basis ? 0.01 : number->scale;
  number->percent = number->points || is_percent(r, at);
  number->minus =
      has_minus(r, number->span.start) || (!number->percent && is_minus_surely(r, number)) || is_frost(r, at);
  number->below = number->minus || says_minus(r, number->span.start);
  if (number->percent || at >= r->end)
    return;
  if (r->text[at] == '-')
    at++;
  size_t behind = unit_at(r, at, number);
  if (!behind) {
    number->below = number->below || stands_before(r, number->span.start, dashes);
    return;
  }
  if (number->unit.dimension == TL_TEMPERATURE)
    degrees(r, number, behind);
  if (number->unit.dimension == TL_LENGTH)
    behind = of_length(r, number, behind);
  if (number->unit.dimension == TL_TIME && number->unit.factor == TL_CENTURY && tl_number_within(number, 10, 22))
    tl_number_add(number, (number->values[0] - 1) * 100); /* the 19th century: the 1800s */
  r->at = behind;
}
