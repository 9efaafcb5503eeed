/* Units of measurement: a translator for America writes miles where the source has kilometres, "two decades" is 20
 * years, 1.5 GW are 1,500 MW. */
#ifndef TL_CHECKS_UNITS_H
#define TL_CHECKS_UNITS_H

#include <glib.h>

typedef enum TlDimension {
  TL_NO_UNIT,
  TL_LENGTH,
  TL_AREA,
  TL_MASS,
  TL_VOLUME,
  TL_TEMPERATURE,
  TL_TIME,
  TL_POWER, /* and energy: watts, watt-hours */
  TL_MONEY  /* whichever: pence of a pound, kopiykas of a hryvnia */
} TlDimension;

typedef struct TlUnit {
  TlDimension dimension;
  double factor; /* to metres, square metres, kilograms, litres, days, watts; of degrees, which they are */
} TlUnit;

#define TL_FAHRENHEIT 1.8
#define TL_YEAR 365.25
#define TL_CENTURY (100 * TL_YEAR)

/* Of a word in small letters, Ukrainian in any case; dimension TL_NO_UNIT when it is none. */
TlUnit tl_unit(const char *word);
/* Do so much of one and so much of the other, of different units, amount to about the same? */
gboolean tl_units_meet(double a, TlUnit unit_a, double b, TlUnit unit_b);
/* Are two amounts about the same, as far as they are rounded when units of the dimension are turned into others? */
gboolean tl_amounts_meet(double a, double b, TlDimension dimension);

#endif
