/* What two numbers have in common. */
#include <math.h>

#include "checks/numbers.h"

static double signed_value(const TlNumber *number, guint i) {
  return number->below ? -number->values[i] : number->values[i];
}

/* A composed amount and a plain one: "5 feet 11 inches", "180 см"; "a decade", "10 років". */
static gboolean amounts_meet(const TlNumber *a, const TlNumber *b) {
  if (a->unit.dimension == TL_NO_UNIT || a->unit.dimension != b->unit.dimension || (a->amount > 0) == (b->amount > 0))
    return FALSE;
  const TlNumber *plain = a->amount > 0 ? b : a;
  return plain->n && tl_amounts_meet(a->amount + b->amount, plain->values[0] * plain->unit.factor, a->unit.dimension);
}

/* "75 %" and "three quarters", "every fourth", "3 out of 4"; "100 %" more and twice as much. */
static gboolean percent_meets(const TlNumber *percent, const TlNumber *other) {
  double part = percent->values[0];
  for (guint i = 0; i < other->n; i++) {
    double value = other->values[i];
    if (value > 0 && (value < 1 || !other->digits) &&
        (fabs(part - (value < 1 ? value : 1 / value) * 100) <= 1 || part == (value - 1) * 100))
      return TRUE;
  }
  return FALSE;
}

gboolean tl_numbers_equal(const TlNumber *a, const TlNumber *b) {
  for (guint i = 0; i < a->n; i++)
    for (guint k = 0; k < b->n; k++)
      if (fabs(a->values[i] - b->values[k]) <= 1e-9 * fabs(a->values[i]))
        return TRUE;
  return FALSE;
}

static gboolean units_meet(const TlNumber *a, const TlNumber *b) {
  for (guint i = 0; i < a->n; i++)
    for (guint k = 0; k < b->n; k++)
      if (tl_units_meet(signed_value(a, i), a->unit, signed_value(b, k), b->unit))
        return TRUE;
  return FALSE;
}

gboolean tl_numbers_meet(const TlNumber *a, const TlNumber *b) {
  if (a->decade && b->decade && a->values[0] >= 1000 && b->values[0] >= 1000) /* 1930s are no 1830s */
    return a->values[0] == b->values[0];
  return tl_numbers_equal(a, b) || units_meet(a, b) || amounts_meet(a, b) ||
         (a->percent && !b->percent && a->n && percent_meets(a, b)) ||
         (b->percent && !a->percent && b->n && percent_meets(b, a));
}

const TlNumber *tl_number_met(const TlNumber *number, const GArray *others) {
  for (guint i = 0; i < others->len; i++)
    if (tl_numbers_meet(number, &g_array_index(others, TlNumber, i)))
      return &g_array_index(others, TlNumber, i);
  return NULL;
}
