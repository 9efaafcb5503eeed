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
                              {"degree", 1, {TL_TEMPERATURE, 1}},
                              {"сек", 0, {TL_TIME, 1 / 86400.0}},
                              {"секунд", 4, {TL_TIME, 1 / 86400.0}},
                              {"хв", 0, {TL_TIME, 1 / 1440.0}},
                              {"хвилин", 4, {TL_TIME, 1 / 1440.0}},
                              {"год", 0, {TL_TIME, 1 / 24.0}},
                              {"годин", 4, {TL_TIME, 1 / 24.0}},
                              {"день", 0, {TL_TIME, 1}},
                              {"дн", 3, {TL_TIME, 1}},
                              {"денн", 3, {TL_TIME, 1}},
                              {"доба", 0, {TL_TIME, 1}},
                              {"доби", 0, {TL_TIME, 1}},
                              {"добу", 0, {TL_TIME, 1}},
                              {"добі", 0, {TL_TIME, 1}},
                              {"діб", 0, {TL_TIME, 1}},
                              {"тиж", 6, {TL_TIME, 7}},
                              {"міс", 0, {TL_TIME, TL_YEAR / 12}},
                              {"місяц", 4, {TL_TIME, TL_YEAR / 12}},
                              {"місячн", 3, {TL_TIME, TL_YEAR / 12}},
                              {"р", 0, {TL_TIME, TL_YEAR}},
                              {"рр", 0, {TL_TIME, TL_YEAR}},
                              {"рік", 0, {TL_TIME, TL_YEAR}},
                              {"рок", 3, {TL_TIME, TL_YEAR}},
                              {"річ", 4, {TL_TIME, TL_YEAR}},
                              {"літн", 3, {TL_TIME, TL_YEAR}},
                              {"цілодобов", 3, {TL_TIME, 1}},
                              {"десятилі", 4, {TL_TIME, 10 * TL_YEAR}},
                              {"десятиріч", 4, {TL_TIME, 10 * TL_YEAR}},
                              {"ст", 0, {TL_TIME, TL_CENTURY}},
                              {"століт", 4, {TL_TIME, TL_CENTURY}},
                              {"сторіч", 4, {TL_TIME, TL_CENTURY}},
                              {"тисячоліт", 4, {TL_TIME, 10 * TL_CENTURY}},
                              {"тисячоріч", 4, {TL_TIME, 10 * TL_CENTURY}},
                              {"second", 1, {TL_TIME, 1 / 86400.0}},
                              {"sec", 0, {TL_TIME, 1 / 86400.0}},
                              {"minute", 1, {TL_TIME, 1 / 1440.0}},
                              {"min", 0, {TL_TIME, 1 / 1440.0}},
                              {"hour", 1, {TL_TIME, 1 / 24.0}},
                              {"hr", 1, {TL_TIME, 1 / 24.0}},
                              {"day", 1, {TL_TIME, 1}},
                              {"week", 1, {TL_TIME, 7}},
                              {"fortnight", 1, {TL_TIME, 14}},
                              {"month", 1, {TL_TIME, TL_YEAR / 12}},
                              {"year", 1, {TL_TIME, TL_YEAR}},
                              {"decade", 1, {TL_TIME, 10 * TL_YEAR}},
                              {"century", 0, {TL_TIME, TL_CENTURY}},
                              {"centuries", 0, {TL_TIME, TL_CENTURY}},
                              {"millennium", 1, {TL_TIME, 10 * TL_CENTURY}},
                              {"millennia", 0, {TL_TIME, 10 * TL_CENTURY}},
                              {"вт", 0, {TL_POWER, 1}},
                              {"ват", 3, {TL_POWER, 1}},
                              {"квт", 0, {TL_POWER, 1e3}},
                              {"кіловат", 9, {TL_POWER, 1e3}},
                              {"мвт", 0, {TL_POWER, 1e6}},
                              {"мегават", 9, {TL_POWER, 1e6}},
                              {"гвт", 0, {TL_POWER, 1e9}},
                              {"гігават", 9, {TL_POWER, 1e9}},
                              {"watt", 1, {TL_POWER, 1}},
                              {"kw", 1, {TL_POWER, 1e3}},
                              {"kilowatt", 1, {TL_POWER, 1e3}},
                              {"mw", 1, {TL_POWER, 1e6}},
                              {"megawatt", 1, {TL_POWER, 1e6}},
                              {"gw", 1, {TL_POWER, 1e9}},
                              {"gigawatt", 1, {TL_POWER, 1e9}},
                              {"twh", 0, {TL_POWER, 1e12}},
                              {"грн", 0, {TL_MONEY, 1}},
                              {"грив", 4, {TL_MONEY, 1}},
                              {"дол", 0, {TL_MONEY, 1}},
                              {"долар", 3, {TL_MONEY, 1}},
                              {"євро", 0, {TL_MONEY, 1}},
                              {"руб", 0, {TL_MONEY, 1}},
                              {"рубл", 3, {TL_MONEY, 1}},
                              {"коп", 0, {TL_MONEY, 0.01}},
                              {"копій", 4, {TL_MONEY, 0.01}},
                              {"цент", 3, {TL_MONEY, 0.01}},
                              {"hryvnia", 1, {TL_MONEY, 1}},
                              {"dollar", 1, {TL_MONEY, 1}},
                              {"euro", 1, {TL_MONEY, 1}},
                              {"cent", 1, {TL_MONEY, 0.01}},
                              {"kopiyka", 1, {TL_MONEY, 0.01}},
                              {"kopeck", 1, {TL_MONEY, 0.01}},
                              {"pence", 0, {TL_MONEY, 0.01}}};

TlUnit tl_unit(const char *word) {
  for (guint i = 0; *word && i < G_N_ELEMENTS(known); i++) {
    if (word[1] != known[i].word[1] || word[0] != known[i].word[0]) /* most words; a letter is two bytes */
      continue;
    size_t n = strlen(known[i].word);
    if (strncmp(word, known[i].word, n) == 0 && g_utf8_strlen(word + n, -1) <= (glong)known[i].letters)
      return known[i].unit;
  }
  return (TlUnit){TL_NO_UNIT, 1};
}

/* Time and power are exact, but that no month is like another; the others are rounded on the way: an eighth either
 * way. */
gboolean tl_amounts_meet(double a, double b, TlDimension dimension) {
  double tolerance = dimension == TL_TIME ? 0.02 : dimension >= TL_POWER ? 0.001 : 0.125;
  return fabs(a - b) <= tolerance * MAX(fabs(a), fabs(b));
}

/* A temperature in Celsius and in Fahrenheit, or a difference of two. */
static gboolean temperatures(double celsius, double fahrenheit) {
  return fabs(celsius * 1.8 + 32 - fahrenheit) <= 3 || tl_amounts_meet(celsius * 1.8, fahrenheit, TL_TEMPERATURE);
}

gboolean tl_units_meet(double a, TlUnit unit_a, double b, TlUnit unit_b) {
  if (unit_a.dimension == TL_TEMPERATURE || unit_b.dimension == TL_TEMPERATURE)
    return temperatures(a, b) || temperatures(b, a);
  return unit_a.dimension != TL_NO_UNIT && unit_a.dimension == unit_b.dimension && unit_a.factor != unit_b.factor &&
         tl_amounts_meet(a * unit_a.factor, b * unit_b.factor, unit_a.dimension);
}
