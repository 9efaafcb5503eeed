/* Whole dates that a pair has, and whether they are the same on both sides. */
#ifndef TL_CHECKS_DATES_H
#define TL_CHECKS_DATES_H

#include "checks/check.h"

/* 5.10.2018 is not May 10: its numbers are there and mean another day. Told as a whole, and then the numbers (TlNumber
 * of either side) that are its parts need not be met. Of two months in words the words are compared (named.h). */
void tl_dates_compare(TlChecker *checker, const TlCheckUnit *unit, GArray *const numbers[2]);

#endif
