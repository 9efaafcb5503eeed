/* Numbers beside each other explain each other: "20–30 млн", "1 млрд 200 млн", "2017–18", "5 feet 11 inches". */
#include <math.h>
#include <string.h>

#include "base/position.h"
#include "checks/number_reading.h"

#define GAP_PARTS 12u /* bytes between two that do */

/* What stands between two numbers, when it is short. */
static size_t gap(const TlNumber *a, const TlNumber *b) {
  return b->span.start > a->span.end ? b->span.start - a->span.end : 0;
}

static gboolean only(const TlNumberReader *r, const TlNumber *a, const TlNumber *b, const char *marks) {
  for (size_t at = a->span.end; at < b->span.start;) {
    guint32 c;
    at += tl_utf8_next(r->text + at, b->span.start - at, &c);
    if (!g_utf8_strchr(marks, -1, c))
      return FALSE;
  }
  return TRUE;
}

/* "5 feet 11 inches", "2 години 30 хвилин", "41 гривня 50 копійок": one amount. */
static void join_units(TlNumber *a, TlNumber *b) {
  if (a->unit.dimension == TL_NO_UNIT || a->unit.dimension != b->unit.dimension || a->unit.factor <= b->unit.factor ||
      !a->n || !b->n || a->amount > 0 || b->values[0] * b->unit.factor >= a->unit.factor)
    return;
  a->amount = b->amount = a->values[0] * a->unit.factor + b->values[0] * b->unit.factor;
}

/* Of "nine out of ten", "9 з 10": the part, for who has a percentage. */
static void join_part(const TlNumberReader *r, TlNumber *a, const TlNumber *b) {
  static const char *const links[] = {" out of ", " in ", " of ", " з ", " із "};
  size_t n = gap(a, b);
  for (guint i = 0; i < G_N_ELEMENTS(links) && a->n && b->n && a->values[0] < b->values[0]; i++)
    if (strlen(links[i]) == n && memcmp(r->text + a->span.end, links[i], n) == 0)
      tl_number_add(a, a->values[0] / b->values[0]);
}

/* Of "дві-три тисячі" both are thousands. */
static void join_thousands(const TlNumberReader *r, TlNumber *a, const TlNumber *b) {
  static const char *const links[] = {"-", "\xE2\x80\x93", " or ", " to ", " чи ", " або "};
  size_t n = gap(a, b);
  for (guint i = 0; i < G_N_ELEMENTS(links) && !a->digits && !b->digits && a->n && b->place >= 100; i++)
    if (strlen(links[i]) == n && memcmp(r->text + a->span.end, links[i], n) == 0 && a->values[0] < b->place)
      tl_number_add(a, a->values[0] * b->place);
}

/* Of "from 3 to 5 p.m." both are in the afternoon. */
static void join_hours(TlNumber *a, const TlNumber *b) {
  if (b->half == TL_HALF_PM && a->half == TL_HALF_UNKNOWN && tl_number_within(a, 1, 12))
    tl_number_add(a, a->values[0] + 12);
}

/* "1/3" is a third: the one need not be said. */
static void join_fraction(const TlNumberReader *r, TlNumber *a, TlNumber *b) {
  if (gap(a, b) != 1 || r->text[a->span.end] != '/' || !a->digits || !b->digits || a->values[0] != 1 ||
      !tl_number_within(b, 2, 11))
    return;
  tl_number_add(b, 1 / b->values[0]);
  a->digits = FALSE;
  a->weak = TRUE;
}

void tl_join_neighbours(const TlNumberReader *r) {
  for (guint i = 0; i + 1 < r->numbers->len; i++) {
    TlNumber *a = &g_array_index(r->numbers, TlNumber, i), *b = a + 1;
    if (i + 2 < r->numbers->len && gap(a, b) == 1 && gap(b, b + 1) <= GAP_PARTS) /* 3:00–5:00 p.m. */
      join_hours(a, b + 1);
    if (gap(a, b) > GAP_PARTS * 2)
      continue;
    join_units(a, b);
    join_part(r, a, b);
    join_thousands(r, a, b);
    join_fraction(r, a, b);
    if (!a->digits || !b->digits || gap(a, b) > GAP_PARTS)
      continue;
    join_hours(a, b);
    if (a->unit.dimension == TL_NO_UNIT)
      a->unit = b->unit;
    if (a->scale == 1 && b->scale > 1)
      tl_number_add(a, a->values[0] * b->scale);
    if (a->scale > 1 && b->values[0] < a->scale && only(r, a, b, " \xC2\xA0.") && b->n + 1 < TL_NUMBER_VALUES) {
      double sum = a->values[0] + b->values[0];
      tl_number_add(a, sum);
      tl_number_add(b, sum);
    }
    if (tl_number_within(a, 1000, 2100) && tl_number_within(b, 0, 100) && only(r, a, b, "-–—/"))
      tl_number_add(b, a->values[0] - fmod(a->values[0], 100) + b->values[0]);
  }
}
