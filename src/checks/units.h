/* Units of measurement: a translator for America writes miles where the source has kilometres. */
#ifndef TL_CHECKS_UNITS_H
#define TL_CHECKS_UNITS_H

#include <glib.h>

typedef enum TlDimension { TL_NO_UNIT, TL_LENGTH, TL_AREA, TL_MASS, TL_VOLUME, TL_TEMPERATURE } TlDimension;

typedef struct TlUnit {
  TlDimension dimension;
  double factor; /* to metres, square metres, kilograms, litres */
} TlUnit;

/* Of a word in small letters, Ukrainian in any case; dimension TL_NO_UNIT when it is none. */
TlUnit tl_unit(const char *word);
/* Do so much of one and so much of the other amount to about the same? */
gboolean tl_units_meet(double a, TlUnit unit_a, double b, TlUnit unit_b);

#endif
