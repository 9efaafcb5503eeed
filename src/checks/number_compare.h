/* What numbers of the two sides say of each other, beyond being there. */
#ifndef TL_CHECKS_NUMBER_COMPARE_H
#define TL_CHECKS_NUMBER_COMPARE_H

#include "checks/check.h"
#include "checks/numbers.h"

/* number_traits.c: numbers that meet, and yet are not the same: percent, percentage points, sign, decimal mark,
 * measure. */
void tl_number_traits_compare(TlChecker *checker, const TlCheckUnit *unit, GArray *const numbers[2]);
/* The same of the half of the day. What is told is taken from the numbers. */
void tl_number_halves_compare(TlChecker *checker, const TlCheckUnit *unit, GArray *const numbers[2]);

/* number_words_compare.c: one numeral in words stands for another one. */
void tl_number_words_compare(TlChecker *checker, const TlCheckUnit *unit, GArray *const numbers[2]);
/* Twice as much, where the source has half as much. */
void tl_times_compare(TlChecker *checker, const TlCheckUnit *unit);

/* number_ranges.c: a range that is turned round. */
void tl_ranges_compare(TlChecker *checker, const TlCheckUnit *unit, GArray *const numbers[2]);

#endif
