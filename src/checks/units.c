#include "checks/units.h"

#include <math.h>
#include <string.h>

typedef struct Known {
  const char *word;
  guint letters; /* that may follow: endings */
  TlUnit unit;
} Known;

static const Known known[] = {{"км", 0, {TL_LENGTH, 1000}},
                              {"кілометр", 3, {TL_LENGTH, 1000}},
                              {"м", 0, {TL_LENGTH, 1}},
                              {"метр", 3, {TL_LENGTH, 1}},
                              {"см", 0, {TL_LENGTH, 0.01}},
                              {"сантиметр", 3, {TL_LENGTH, 0.01}},
                              {"мм", 0, {TL_LENGTH, 0.001}},
                              {"міліметр", 3, {TL_LENGTH, 0.001}},
                              {"мил", 3, {TL_LENGTH, 1609.344}},
                              {"ярд", 3, {TL_LENGTH, 0.9144}},
                              {"фут", 3, {TL_LENGTH, 0.3048}},
                              {"дюйм", 3, {TL_LENGTH, 0.0254}},
                              {"km", 1, {TL_LENGTH, 1000}},
                              {"kph", 0, {TL_LENGTH, 1000}},
                              {"kilometer", 1, {TL_LENGTH, 1000}},
                              {"kilometre", 1, {TL_LENGTH, 1000}},
                              {"m", 0, {TL_LENGTH, 1}},
                              {"meter", 1, {TL_LENGTH, 1}},
                              {"metre", 1, {TL_LENGTH, 1}},
                              {"cm", 0, {TL_LENGTH, 0.01}},
                              {"centimeter", 1, {TL_LENGTH, 0.01}},
                              {"centimetre", 1, {TL_LENGTH, 0.01}},
                              {"mm", 0, {TL_LENGTH, 0.001}},
                              {"mile", 1, {TL_LENGTH, 1609.344}},
                              {"mph", 0, {TL_LENGTH, 1609.344}},
                              {"yard", 1, {TL_LENGTH, 0.9144}},
                              {"foot", 0, {TL_LENGTH, 0.3048}},
                              {"feet", 0, {TL_LENGTH, 0.3048}},
                              {"ft", 0, {TL_LENGTH, 0.3048}},
                              {"inch", 2, {TL_LENGTH, 0.0254}},
                              {"га", 0, {TL_AREA, 1e4}},
                              {"гектар", 3, {TL_AREA, 1e4}},
                              {"акр", 3, {TL_AREA, 4046.86}},
                              {"hectare", 1, {TL_AREA, 1e4}},
                              {"ha", 0, {TL_AREA, 1e4}},
                              {"acre", 1, {TL_AREA, 4046.86}},
                              {"кг", 0, {TL_MASS, 1}},
                              {"кілограм", 3, {TL_MASS, 1}},
                              {"г", 0, {TL_MASS, 0.001}},
                              {"грам", 3, {TL_MASS, 0.001}},
                              {"т", 0, {TL_MASS, 1000}},
                              {"тонн", 3, {TL_MASS, 1000}},
                              {"фунт", 3, {TL_MASS, 0.4536}},
                              {"kg", 0, {TL_MASS, 1}},
                              {"kilo", 1, {TL_MASS, 1}},
                              {"kilogram", 1, {TL_MASS, 1}},
                              {"gram", 1, {TL_MASS, 0.001}},
                              {"tonne", 1, {TL_MASS, 1000}},
                              {"ton", 1, {TL_MASS, 1000}},
                              {"pound", 1, {TL_MASS, 0.4536}},
                              {"lb", 1, {TL_MASS, 0.4536}},
                              {"ounce", 1, {TL_MASS, 0.02835}},
                              {"stone", 0, {TL_MASS, 6.35}},
                              {"л", 0, {TL_VOLUME, 1}},
                              {"літр", 3, {TL_VOLUME, 1}},
                              {"галон", 3, {TL_VOLUME, 3.785}},
                              {"барел", 3, {TL_VOLUME, 159}},
                              {"liter", 1, {TL_VOLUME, 1}},
                              {"litre", 1, {TL_VOLUME, 1}},
                              {"gallon", 1, {TL_VOLUME, 3.785}},
                              {"barrel", 1, {TL_VOLUME, 159}},
                              {"градус", 8, {TL_TEMPERATURE, 1}},
                              {"degree", 1, {TL_TEMPERATURE, 1}}};

TlUnit tl_unit(const char *word) {
  for (guint i = 0; i < G_N_ELEMENTS(known); i++) {
    size_t n = strlen(known[i].word);
    if (strncmp(word, known[i].word, n) == 0 && g_utf8_strlen(word + n, -1) <= (glong)known[i].letters)
      return known[i].unit;
  }
  return (TlUnit){TL_NO_UNIT, 1};
}

/* Rounded on the way: an eighth either way. */
static gboolean about(double a, double b) {
  return fabs(a - b) <= 0.125 * MAX(fabs(a), fabs(b));
}

/* A temperature in Celsius and in Fahrenheit, or a difference of two. */
static gboolean temperatures(double celsius, double fahrenheit) {
  return fabs(celsius * 1.8 + 32 - fahrenheit) <= 3 || about(celsius * 1.8, fahrenheit);
}

gboolean tl_units_meet(double a, TlUnit unit_a, double b, TlUnit unit_b) {
  if (unit_a.dimension == TL_TEMPERATURE || unit_b.dimension == TL_TEMPERATURE)
    return temperatures(a, b) || temperatures(b, a);
  return unit_a.dimension != TL_NO_UNIT && unit_a.dimension == unit_b.dimension && unit_a.factor != unit_b.factor &&
         about(a * unit_a.factor, b * unit_b.factor);
}
