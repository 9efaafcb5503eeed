#include "checks/numbers.h"

#include <math.h>
#include <string.h>

#include "base/position.h"
#include "text/chars.h"

typedef struct Reading {
  const char *text;
  size_t start, at, end;
  TlNumberLanguage language;
  GArray *numbers;
} Reading;

void tl_number_add(TlNumber *number, double value) {
  for (guint i = 0; i < number->n; i++)
    if (fabs(number->values[i] - value) <= 1e-9 * fabs(value))
      return;
  if (number->n < TL_NUMBER_VALUES)
    number->values[number->n++] = value;
}

gboolean tl_numbers_meet(const TlNumber *a, const TlNumber *b) {
  if (a->decade && b->decade && a->values[0] >= 1000 && b->values[0] >= 1000) /* 1930s are no 1830s */
    return a->values[0] == b->values[0];
  for (guint i = 0; i < a->n; i++)
    for (guint k = 0; k < b->n; k++)
      if (fabs(a->values[i] - b->values[k]) <= 1e-9 * fabs(a->values[i]) ||
          tl_units_meet(a->values[i], a->unit, b->values[k], b->unit))
        return TRUE;
  return FALSE;
}

static gboolean digit(const Reading *r, size_t at) {
  return at < r->end && g_ascii_isdigit(r->text[at]);
}

static size_t digits_from(const Reading *r, size_t at) {
  size_t n = 0;
  while (digit(r, at + n))
    n++;
  return n;
}

/* Bytes of a space that groups digits: plain, no-break, narrow no-break, thin; 0: none stands there. */
static size_t group_space(const Reading *r, size_t at) {
  static const char *const spaces[] = {" ", "\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x89"};
  for (guint i = 0; i < G_N_ELEMENTS(spaces); i++) {
    size_t n = strlen(spaces[i]);
    if (at + n <= r->end && memcmp(r->text + at, spaces[i], n) == 0)
      return n;
  }
  return 0;
}

static size_t skip_space(const Reading *r, size_t at) {
  for (size_t n; at < r->end && (n = group_space(r, at)) > 0;)
    at += n;
  return at;
}

/* Digits in groups of three behind `at`, between them `mark` (or spaces, for 0): appended to `digits`; where they end.
 */
static size_t take_groups(const Reading *r, size_t at, char mark, GString *digits) {
  for (;;) {
    size_t n = mark ? at < r->end && r->text[at] == mark : group_space(r, at);
    if (n == 0 || digits_from(r, at + n) != 3)
      return at;
    g_string_append_len(digits, r->text + at + n, 3);
    at += n + 3;
  }
}

static double value_of(const char *digits) {
  return g_ascii_strtod(digits, NULL);
}

/* Does "a.m." or "p.m." stand behind `at`? 'a', 'p', or 0. */
static char half_of_day(const Reading *r, size_t at) {
  at = skip_space(r, at);
  if (at + 1 >= r->end)
    return '\0';
  char half = g_ascii_tolower(r->text[at]), next = g_ascii_tolower(r->text[at + 1]);
  if (next == '.' && at + 2 < r->end)
    next = g_ascii_tolower(r->text[at + 2]);
  return (half == 'a' || half == 'p') && next == 'm' ? half : '\0';
}

/* "о 7.30", "7.30pm": hours and minutes. */
static gboolean is_clock(const Reading *r, size_t point) {
  static const char *const at_words[] = {"о ", "об ", "О ", "Об ", "о\xC2\xA0", "об\xC2\xA0"};
  if (digits_from(r, point + 1) != 2 || point - r->at > 2)
    return FALSE;
  if (half_of_day(r, point + 3))
    return TRUE;
  for (guint i = 0; r->language == TL_NUMBERS_UKRAINIAN && i < G_N_ELEMENTS(at_words); i++) {
    size_t n = strlen(at_words[i]);
    if (r->at - r->start >= n && memcmp(r->text + r->at - n, at_words[i], n) == 0)
      return TRUE;
  }
  return FALSE;
}

/* In "5.10.2018" or "7.30pm": a point before it and a digit before that. */
static gboolean behind_point(const Reading *r) {
  return r->at >= r->start + 2 && r->text[r->at - 1] == '.' && g_ascii_isdigit(r->text[r->at - 2]);
}

/* Whole part, groups, fraction: the values that "1 234,5", "1,234.5", "1.234" may have. Returns where the number ends.
 */
static size_t take_digits(const Reading *r, TlNumber *number) {
  size_t n = digits_from(r, r->at), at = r->at + n;
  g_autoptr(GString) whole = g_string_new_len(r->text + r->at, (gssize)n);
  gboolean english = r->language != TL_NUMBERS_UKRAINIAN;
  size_t behind = at;
  if (n <= 3 && r->text[r->at] != '0') {
    behind = take_groups(r, at, english ? ',' : 0, whole);
    if (behind == at)
      behind = take_groups(r, at, english ? 0 : '.', whole);
  }
  gboolean grouped = behind > at;
  at = behind;
  char mark = at < r->end ? r->text[at] : '\0';
  size_t fraction = mark == '.' || mark == ',' ? digits_from(r, at + 1) : 0;
  gboolean date =
      fraction && at + 1 + fraction < r->end && r->text[at + 1 + fraction] == '.' && digit(r, at + 2 + fraction);
  if (!fraction || date || behind_point(r) || (mark == '.' && is_clock(r, at)) ||
      (grouped && mark == (english ? ',' : '.'))) {
    tl_number_add(number, value_of(whole->str));
    return at;
  }
  g_autofree char *decimal = g_strdup_printf("%s.%.*s", whole->str, (int)fraction, r->text + at + 1);
  tl_number_add(number, value_of(decimal));
  if (fraction == 3 && n <= 3 && mark == (english ? '.' : ',')) { /* the other language's grouping */
    g_string_append_len(whole, r->text + at + 1, 3);
    tl_number_add(number, value_of(whole->str));
  }
  return at + 1 + fraction;
}

/* The word at `at`, in small letters with plain apostrophes; `*behind` it. Empty when none is there. */
static char *word_at(const Reading *r, size_t at, size_t *behind) {
  GString *word = g_string_new(NULL);
  while (at < r->end) {
    guint32 c;
    size_t n = tl_utf8_next(r->text + at, r->end - at, &c);
    if (tl_is_apostrophe(c) && word->len)
      g_string_append_c(word, '\'');
    else if (tl_chars_class(c) & TL_CHAR_LETTER)
      g_string_append_unichar(word, g_unichar_tolower(c));
    else if (!(tl_is_dropped(c) && word->len))
      break;
    at += n;
  }
  *behind = at;
  return g_string_free(word, FALSE);
}

/* "млн" behind the digits: they are worth that much more. */
static void scale(const Reading *r, TlNumber *number) {
  size_t at = number->span.end, behind;
  if (at < r->end && r->text[at] == '-')
    at++;
  at = skip_space(r, at);
  g_autofree char *word = word_at(r, at, &behind);
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

static gboolean has_value(const TlNumber *number, double from, double to) {
  return number->n > 0 && number->values[0] >= from && number->values[0] < to;
}

/* "1990s", "90-х": decades are written with and without the century. */
static void decade(const Reading *r, TlNumber *number) {
  size_t behind, at = number->span.end;
  gboolean hyphen = at < r->end && r->text[at] == '-';
  g_autofree char *word = word_at(r, at + (hyphen ? 1 : 0), &behind);
  gboolean is = r->language == TL_NUMBERS_ENGLISH ? strcmp(word, "s") == 0 || strcmp(word, "'s") == 0
                                                  : strcmp(word, "х") == 0 || strcmp(word, "ті") == 0 ||
                                                        strcmp(word, "тих") == 0 || strcmp(word, "их") == 0;
  if (!is)
    return;
  double value = number->values[0];
  number->decade = TRUE;
  if (has_value(number, 1000, 2100))
    tl_number_add(number, fmod(value, 100));
  else if (has_value(number, 10, 100))
    tl_number_add(number, 1900 + value);
}

/* "5 p.m.", "5:30pm": also 17. */
static void half_day(const Reading *r, TlNumber *number) {
  size_t at = number->span.end;
  if (at < r->end && (r->text[at] == ':' || r->text[at] == '.') && digits_from(r, at + 1) == 2)
    at += 3;
  char half = half_of_day(r, at);
  if (half && has_value(number, 1, 13))
    tl_number_add(number, half == 'p' ? number->values[0] + 12 : number->values[0] == 12 ? 0 : number->values[0]);
}

/* "15:00" is "3 p.m.": full hours need no minutes. */
static gboolean is_full_hour(const Reading *r, const TlNumber *number) {
  size_t at = number->span.start;
  return at > r->start && (r->text[at - 1] == ':' || behind_point(r)) && number->span.end - at == 2 &&
         number->values[0] == 0;
}

/* The unit behind a number: "км", "-degree", "an inch", "square miles". */
static void measure(const Reading *r, TlNumber *number) {
  size_t at = number->span.end, behind;
  if (at < r->end && r->text[at] == '-')
    at++;
  gboolean square = FALSE;
  for (guint i = 0; i < 3; i++) {
    g_autofree char *word = word_at(r, skip_space(r, at), &behind);
    number->unit = tl_unit(word);
    if (number->unit.dimension != TL_NO_UNIT)
      break;
    if (g_str_has_prefix(word, "кв") || strcmp(word, "square") == 0 || strcmp(word, "sq") == 0)
      square = TRUE;
    else if (strcmp(word, "an") != 0 && strcmp(word, "a") != 0)
      return;
    at = behind < r->end && r->text[behind] == '.' ? behind + 1 : behind;
  }
  if (square && number->unit.dimension == TL_LENGTH)
    number->unit = (TlUnit){TL_AREA, number->unit.factor * number->unit.factor};
}

static void take_number(Reading *r) {
  TlNumber number = {.span.start = r->at, .scale = 1, .digits = TRUE};
  number.span.end = take_digits(r, &number);
  scale(r, &number);
  decade(r, &number);
  half_day(r, &number);
  measure(r, &number);
  number.digits = !is_full_hour(r, &number);
  g_array_append_val(r->numbers, number);
  r->at = MAX(number.span.end, r->at + 1);
}

/* A numeral in words joins the one before it: twenty-five thousand. All parts stay values of it. */
static void add_word(Reading *r, TlumachSpan span, double value) {
  TlNumber *last = r->numbers->len ? &g_array_index(r->numbers, TlNumber, r->numbers->len - 1) : NULL;
  if (last && !last->digits && span.start - last->span.end <= 5 && last->n + 2 < TL_NUMBER_VALUES) {
    last->sum = value >= 100 && last->sum < value ? last->sum * value : last->sum + value;
    tl_number_add(last, value);
    tl_number_add(last, last->sum);
    last->span.end = span.end;
    measure(r, last);
    return;
  }
  TlNumber number = {.span = span, .scale = 1, .sum = value};
  tl_number_add(&number, value);
  measure(r, &number);
  if (value >= 20 && value < 100)
    tl_number_add(&number, 1900 + value);
  g_array_append_val(r->numbers, number);
}

static void take_word(Reading *r) {
  size_t behind;
  g_autofree char *word = word_at(r, r->at, &behind);
  TlumachSpan span = {r->at, behind};
  double value = tl_number_word(word, r->language);
  guint month = tl_number_month(word, r->language);
  if (value < 0) {
    g_autofree char *as_is = g_strndup(r->text + r->at, MIN(behind - r->at, 40));
    double roman = tl_number_roman(as_is);
    value = roman > 0 ? roman : month ? (double)month : -1;
  }
  if (value == 0.5 && r->language == TL_NUMBERS_UKRAINIAN) { /* півроку, півгодини */
    add_word(r, span, 6);
    add_word(r, span, 30);
  }
  if (value >= 0)
    add_word(r, span, value);
  r->at = MAX(behind, r->at + 1);
}

/* What stands between two numbers, when it is short. */
static size_t gap(const TlNumber *a, const TlNumber *b) {
  return b->span.start > a->span.end ? b->span.start - a->span.end : 0;
}

static gboolean only(const Reading *r, const TlNumber *a, const TlNumber *b, const char *marks) {
  for (size_t at = a->span.end; at < b->span.start;) {
    guint32 c;
    at += tl_utf8_next(r->text + at, b->span.start - at, &c);
    if (!g_utf8_strchr(marks, -1, c))
      return FALSE;
  }
  return TRUE;
}

/* Neighbours explain each other: "20–30 млн", "1 млрд 200 млн", "2017–18". */
static void join_neighbours(const Reading *r) {
  for (guint i = 0; i + 1 < r->numbers->len; i++) {
    TlNumber *a = &g_array_index(r->numbers, TlNumber, i), *b = a + 1;
    if (!a->digits || !b->digits || gap(a, b) > 12)
      continue;
    if (a->unit.dimension == TL_NO_UNIT)
      a->unit = b->unit;
    if (a->scale == 1 && b->scale > 1)
      tl_number_add(a, a->values[0] * b->scale);
    if (a->scale > 1 && b->values[0] < a->scale && only(r, a, b, " \xC2\xA0.") && b->n + 1 < TL_NUMBER_VALUES) {
      double sum = a->values[0] + b->values[0];
      tl_number_add(a, sum);
      tl_number_add(b, sum);
    }
    if (has_value(a, 1000, 2100) && has_value(b, 0, 100) && only(r, a, b, "-–—/"))
      tl_number_add(b, a->values[0] - fmod(a->values[0], 100) + b->values[0]);
  }
}

void tl_numbers(const char *text, TlumachSpan span, TlNumberLanguage language, GArray *numbers) {
  Reading r = {text, span.start, span.start, span.end, language, numbers};
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
  join_neighbours(&r);
}
