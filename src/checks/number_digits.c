/* Digits of a number: their groups and fractions in both languages. */
#include <string.h>

#include "checks/number_reading.h"

size_t tl_digits_from(const TlNumberReader *r, size_t at) {
  size_t n = 0;
  while (at + n < r->end && g_ascii_isdigit(r->text[at + n]))
    n++;
  return n;
}

/* Bytes of a space that groups digits: plain, no-break, narrow no-break, thin; 0: none stands there. */
static size_t group_space(const TlNumberReader *r, size_t at) {
  static const char *const spaces[] = {" ", "\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x89"};
  for (guint i = 0; i < G_N_ELEMENTS(spaces); i++) {
    size_t n = strlen(spaces[i]);
    if (at + n <= r->end && memcmp(r->text + at, spaces[i], n) == 0)
      return n;
  }
  return 0;
}

size_t tl_skip_space(const TlNumberReader *r, size_t at) {
  for (size_t n; at < r->end && (n = group_space(r, at)) > 0;)
    at += n;
  return at;
}

/* Digits in groups of three behind `at`, between them `mark` (or spaces, for 0): appended to `digits`; where they end.
 */
static size_t take_groups(const TlNumberReader *r, size_t at, char mark, GString *digits) {
  for (;;) {
    size_t n = mark ? at < r->end && r->text[at] == mark : group_space(r, at);
    if (n == 0 || tl_digits_from(r, at + n) != 3)
      return at;
    g_string_append_len(digits, r->text + at + n, 3);
    at += n + 3;
  }
}

char tl_behind_mark(const TlNumberReader *r, size_t at) {
  char mark = at >= r->start + 2 && g_ascii_isdigit(r->text[at - 2]) ? r->text[at - 1] : '\0';
  return mark == '.' || mark == ':' ? mark : '\0';
}

/* "о 7.30", "7.30pm": hours and minutes. */
static gboolean is_clock(const TlNumberReader *r, size_t point) {
  static const char *const at_words[] = {"о ", "об ", "О ", "Об ", "о\xC2\xA0", "об\xC2\xA0"};
  if (tl_digits_from(r, point + 1) != 2 || point - r->at > 2)
    return FALSE;
  if (tl_half_of_day(r, point + 3) != TL_HALF_UNKNOWN)
    return TRUE;
  for (guint i = 0; r->language == TL_NUMBERS_UKRAINIAN && i < G_N_ELEMENTS(at_words); i++) {
    size_t n = strlen(at_words[i]);
    if (r->at - r->start >= n && memcmp(r->text + r->at - n, at_words[i], n) == 0)
      return TRUE;
  }
  return FALSE;
}

/* Digits behind the mark at `at` that are a fraction: not of a date or of a time of day. */
static size_t fraction_from(const TlNumberReader *r, size_t at, gboolean grouped) {
  char mark = at < r->end ? r->text[at] : '\0';
  size_t n = mark == '.' || mark == ',' ? tl_digits_from(r, at + 1) : 0;
  gboolean date = n && at + 1 + n < r->end && r->text[at + 1 + n] == '.' && tl_digits_from(r, at + 2 + n) > 0;
  gboolean groups = grouped && mark == (r->language != TL_NUMBERS_UKRAINIAN ? ',' : '.');
  return date || groups || tl_behind_mark(r, r->at) == '.' || (mark == '.' && is_clock(r, at)) ? 0 : n;
}

/* ".25" is a quarter; of a calibre, and behind a name that ends in a point, it is 25. */
static gboolean is_bare_fraction(const TlNumberReader *r) {
  if (r->language == TL_NUMBERS_UKRAINIAN || r->at == r->start || r->text[r->at - 1] != '.')
    return FALSE;
  return r->at == r->start + 1 || strchr(" ($", r->text[r->at - 2]);
}

size_t tl_take_digits(const TlNumberReader *r, TlNumber *number) {
  size_t n = tl_digits_from(r, r->at), at = r->at + n;
  g_autoptr(GString) whole = g_string_new_len(r->text + r->at, (gssize)n);
  gboolean english = r->language != TL_NUMBERS_UKRAINIAN;
  size_t behind = at;
  if (is_bare_fraction(r)) {
    g_autofree char *decimal = g_strdup_printf("0.%s", whole->str);
    tl_number_add(number, g_ascii_strtod(decimal, NULL));
    tl_number_add(number, g_ascii_strtod(whole->str, NULL));
    number->fraction = (guint)n;
    return at;
  }
  if (n <= 3 && r->text[r->at] != '0') {
    behind = take_groups(r, at, english ? ',' : 0, whole);
    if (behind == at)
      behind = take_groups(r, at, english ? 0 : '.', whole);
  }
  size_t fraction = fraction_from(r, behind, behind > at);
  at = behind;
  if (!fraction) {
    tl_number_add(number, g_ascii_strtod(whole->str, NULL));
    return at;
  }
  number->fraction = (guint)fraction;
  g_autofree char *decimal = g_strdup_printf("%s.%.*s", whole->str, (int)fraction, r->text + at + 1);
  tl_number_add(number, g_ascii_strtod(decimal, NULL));
  if (fraction == 3 && n <= 3 && r->text[at] == (english ? '.' : ',')) { /* the other language's grouping */
    g_string_append_len(whole, r->text + at + 1, 3);
    tl_number_add(number, g_ascii_strtod(whole->str, NULL));
  }
  return at + 1 + fraction;
}
