/* Reading the numbers of a text. */
#include "checks/numbers.h"

#include <math.h>
#include <string.h>

#include "base/position.h"
#include "checks/calendar.h"
#include "checks/number_reading.h"
#include "text/chars.h"

#define WORD_MAX 63u    /* bytes of a word that is remembered */
#define BARE_UNIT_MIN 3 /* bytes of a unit that counts without a number */

void tl_number_add(TlNumber *number, double value) {
  for (guint i = 0; i < number->n; i++)
    if (fabs(number->values[i] - value) <= 1e-9 * fabs(value))
      return;
  if (number->n < TL_NUMBER_VALUES)
    number->values[number->n++] = value;
}

gboolean tl_number_within(const TlNumber *number, double from, double to) {
  return number->n > 0 && number->values[0] >= from && number->values[0] < to;
}

/* -- words of the text ------------------------------------------------------------------------------------------ */

static gboolean is_of_word(guint32 c, gboolean inside) {
  return (tl_chars_class(c) & TL_CHAR_LETTER) || (inside && (tl_is_apostrophe(c) || tl_is_dropped(c)));
}

char *tl_word_at(const TlNumberReader *r, size_t at, size_t *behind) {
  GString *word = g_string_new(NULL);
  while (at < r->end) {
    guint32 c;
    size_t n = tl_utf8_next(r->text + at, r->end - at, &c);
    if (!is_of_word(c, word->len > 0))
      break;
    if (tl_is_apostrophe(c))
      g_string_append_c(word, '\'');
    else if (!tl_is_dropped(c))
      g_string_append_unichar(word, g_unichar_tolower(c));
    at += n;
  }
  *behind = at;
  return g_string_free(word, FALSE);
}

size_t tl_phrase_at(const TlNumberReader *r, size_t at, const char *phrase) {
  for (;;) {
    size_t n = strcspn(phrase, " "), behind;
    g_autofree char *word = tl_word_at(r, at, &behind);
    if (strlen(word) != n || strncmp(word, phrase, n) != 0)
      return 0;
    if (!phrase[n])
      return behind;
    phrase += n + 1;
    at = tl_skip_space(r, behind);
  }
}

/* -- digits ----------------------------------------------------------------------------------------------------- */

/* "млн" behind the digits: they are worth that much more; also "20+ млн", "20-million". */
static void scale(const TlNumberReader *r, TlNumber *number) {
  size_t at = number->span.end, behind;
  if (at < r->end && (r->text[at] == '-' || r->text[at] == '+'))
    at++;
  at = tl_skip_space(r, at);
  g_autofree char *word = tl_word_at(r, at, &behind);
  gboolean sure;
  double factor = *word ? tl_number_scale(word, r->language, &sure) : 0;
  if (factor == 0)
    return;
  guint n = number->n;
  for (guint i = 0; i < n; i++) {
    if (sure)
      number->values[i] *= factor;
    else
      tl_number_add(number, number->values[i] * factor);
  }
  number->scale = factor;
  number->span.end = behind;
}

/* "1990s", "90-х": decades are written with and without the century; "'75" is 1975. */
static void decade(const TlNumberReader *r, TlNumber *number) {
  size_t behind, at = number->span.end;
  gboolean hyphen = at < r->end && r->text[at] == '-';
  g_autofree char *word = tl_word_at(r, at + (hyphen ? 1 : 0), &behind);
  gboolean is = r->language == TL_NUMBERS_ENGLISH ? strcmp(word, "s") == 0 || strcmp(word, "'s") == 0
                                                  : strcmp(word, "х") == 0 || strcmp(word, "ті") == 0 ||
                                                        strcmp(word, "тих") == 0 || strcmp(word, "их") == 0;
  const char *before = r->text + number->span.start;
  gboolean cut = (number->span.start > r->start && before[-1] == '\'') ||
                 (number->span.start >= r->start + 3 && memcmp(before - 3, "\xE2\x80\x99", 3) == 0);
  double value = number->values[0];
  number->decade = is;
  if (is && tl_number_within(number, 1000, 2100))
    tl_number_add(number, fmod(value, 100));
  else if ((is || cut) && tl_number_within(number, 10, 100))
    tl_number_add(number, 1900 + value);
  if (cut && tl_number_within(number, 0, 100))
    tl_number_add(number, 2000 + value);
}

/* "у 20-х числах травня" is late in May. */
static gboolean is_third_of_month(const TlNumberReader *r, const TlNumber *number) {
  size_t behind;
  if (!number->decade || number->span.end + 1 >= r->end)
    return FALSE;
  g_free(tl_word_at(r, number->span.end + 1, &behind)); /* "х" of "20-х" */
  behind = tl_skip_space(r, behind);
  return tl_phrase_at(r, behind, "числах") || tl_phrase_at(r, behind, "числа");
}

/* "15:00" is "3 p.m.": full hours need no minutes. The 2 of m2 is no number. */
static gboolean need_not_be_met(const TlNumberReader *r, const TlNumber *number) {
  size_t at = number->span.start, length = number->span.end - at;
  if (is_third_of_month(r, number))
    return TRUE;
  if (tl_behind_mark(r, at) && length == 2 && number->values[0] == 0)
    return TRUE;
  return at > r->start && length == 1 && tl_number_within(number, 2, 4) &&
         (r->text[at - 1] == 'm' || (at >= r->start + 2 && memcmp(r->text + at - 2, "м", 2) == 0));
}

/* The night "на 5 травня" is that of May 4–5. */
static void night(const TlNumberReader *r, TlNumber *number) {
  if (!tl_number_within(number, 1, 32) || number->fraction || !tl_behind_night(r, number->span.start))
    return;
  if (number->values[0] > 1)
    tl_number_add(number, number->values[0] - 1);
  else
    for (const guint *day = tl_days_before_first(0); *day; day++)
      tl_number_add(number, *day);
}

static void take_number(TlNumberReader *r) {
  TlNumber number = {.span.start = r->at, .scale = 1, .digits = TRUE};
  number.span.end = tl_take_digits(r, &number);
  scale(r, &number);
  decade(r, &number);
  tl_clock(r, &number);
  night(r, &number);
  number.digits = !need_not_be_met(r, &number);
  r->at = number.span.end;
  tl_measure(r, &number);
  g_array_append_val(r->numbers, number);
}

/* -- words ------------------------------------------------------------------------------------------------------ */

/* A measure alone: "a decade ago", "за добу". */
static gboolean take_bare_unit(TlNumberReader *r, TlumachSpan span, const char *word) {
  TlUnit unit = tl_unit(word);
  if (unit.dimension != TL_TIME || strlen(word) < BARE_UNIT_MIN || strcmp(word, "second") == 0)
    return FALSE;
  TlNumber number = {.span = span, .scale = 1, .unit = unit, .amount = unit.factor, .weak = TRUE};
  g_array_append_val(r->numbers, number);
  return TRUE;
}

/* "second-largest", "друга за розміром": neither a friend nor a part of a minute. */
static gboolean is_ordinal(const TlNumberReader *r, const char *word, size_t behind) {
  static const char *const measures[] = {"величин", "розмір", "обсяг", "кільк", "числ", "площ", "потуж", "важлив"};
  if (r->language == TL_NUMBERS_ENGLISH)
    return strcmp(word, "second") == 0 && behind + 1 < r->end && r->text[behind] == '-' &&
           g_ascii_isalpha(r->text[behind + 1]);
  size_t at = g_str_has_prefix(word, "друг") ? tl_phrase_at(r, tl_skip_space(r, behind), "за") : 0;
  g_autofree char *measure = at ? tl_word_at(r, tl_skip_space(r, at), &behind) : g_strdup("");
  for (guint i = 0; i < G_N_ELEMENTS(measures); i++)
    if (g_str_has_prefix(measure, measures[i]))
      return TRUE;
  return FALSE;
}

/* "I квартал": of one letter only before what is counted so. */
static gboolean is_roman_one(const TlNumberReader *r, const char *as_is, size_t behind) {
  static const char *const counted[] = {"квартал", "півріч", "етап", "скликан", "ступен"};
  size_t at = behind - strlen(as_is);
  gboolean inside = at >= r->start + 2 && r->text[at - 1] == ' ' && (guchar)r->text[at - 2] >= 0x80; /* no "And" */
  if (r->language != TL_NUMBERS_UKRAINIAN || (strcmp(as_is, "I") != 0 && (strcmp(as_is, "І") != 0 || !inside)))
    return FALSE;
  g_autofree char *next = tl_word_at(r, tl_skip_space(r, behind), &behind);
  for (guint i = 0; i < G_N_ELEMENTS(counted); i++)
    if (g_str_has_prefix(next, counted[i]))
      return TRUE;
  return FALSE;
}

/* A numeral, a month, a time of day, all in words. */
static gboolean read_word(const TlNumberReader *r, const char *word, TlNumber *number) {
  if (r->language == TL_NUMBERS_OTHER)
    return FALSE;
  if (tl_clock_word(word, number))
    return number->weak = TRUE;
  double value = tl_number_word(word, r->language, &number->unit);
  number->closed = number->unit.dimension != TL_NO_UNIT;
  number->weak = value <= 1 || (tl_number_is_weak(word, r->language) && !is_ordinal(r, word, number->span.end));
  if (value < 0) {
    g_autofree char *as_is = g_strndup(r->text + number->span.start, MIN(number->span.end - number->span.start, 40));
    double roman = is_roman_one(r, as_is, number->span.end) ? 1 : tl_number_roman(as_is);
    guint month = tl_month(word, r->language);
    value = roman > 0 ? roman : month ? (double)month : -1;
    number->weak = roman <= 1;
    number->closed = TRUE;
    number->kind = roman > 0 ? TL_NUMBER_ORDINAL | TL_NUMBER_THE : 0;
  }
  if (value < 0)
    return FALSE;
  tl_number_add(number, value);
  if (g_str_has_prefix(word, "quarter") || g_str_has_prefix(word, "чверт"))
    tl_number_add(number, 0.25);
  if (!number->closed)
    number->kind = tl_numeral_kind(r, word, number->span.start);
  number->part = tl_numeral_part(r, word, number->span.start, value);
  number->kind |= number->part > 0 ? TL_NUMBER_PART : 0;
  return TRUE;
}

static size_t word_end(const TlNumberReader *r) {
  size_t at = r->at;
  while (at < r->end) {
    guint32 c;
    size_t n = tl_utf8_next(r->text + at, r->end - at, &c);
    if (!is_of_word(c, at > r->at))
      break;
    at += n;
  }
  return at;
}

/* A text repeats itself, and most of its words are no numbers. */
static void take_word(TlNumberReader *r) {
  char as_is[WORD_MAX + 1];
  size_t at = r->at, behind = word_end(r), n = MIN(behind - at, WORD_MAX);
  memcpy(as_is, r->text + at, n);
  as_is[n] = '\0';
  r->at = MAX(behind, at + 1);
  if (n < WORD_MAX && g_hash_table_contains(r->plain, as_is))
    return;
  TlNumber number = {.span = {at, behind}, .scale = 1};
  g_autofree char *word = tl_word_at(r, at, &behind);
  if (take_bare_unit(r, number.span, word))
    return;
  if (read_word(r, word, &number))
    tl_add_numeral(r, &number, word);
  else
    g_hash_table_add(r->plain, g_strdup(as_is));
}

void tl_numbers(const char *text, TlumachSpan span, TlNumberLanguage language, GHashTable *plain, GArray *numbers) {
  TlNumberReader r = {text, span.start, span.start, span.end, language, plain, numbers};
  while (r.at < r.end) {
    guint32 c;
    size_t n = tl_utf8_next(text + r.at, r.end - r.at, &c);
    if (g_ascii_isdigit(text[r.at]))
      take_number(&r);
    else if (tl_chars_class(c) & TL_CHAR_LETTER)
      take_word(&r);
    else
      r.at += n;
  }
  tl_join_neighbours(&r);
}
