/* Times told from today: last week, tomorrow. */
#ifndef TL_CHECKS_RELATIVE_TIMES_H
#define TL_CHECKS_RELATIVE_TIMES_H

#include "checks/check.h"

/* "минулого тижня" is not "next week". Told where the target has another time of the kind, which the source has not,
 * and lacks the right one. */
void tl_relative_times_compare(TlChecker *checker, const TlCheckUnit *unit);

#endif
