/* Months, weekdays and currencies that a pair names, and whether they are the same on both sides. */
#ifndef TL_CHECKS_NAMED_H
#define TL_CHECKS_NAMED_H

#include "checks/check.h"
#include "checks/numbers.h"

typedef struct TlNamed TlNamed;

TlNumberLanguage tl_number_language(const TlChecker *checker, guint side);

TlNamed *tl_named_new(void);
void tl_named_compare(TlNamed *named, TlChecker *checker, const TlCheckUnit *unit);
void tl_named_free(TlNamed *named);

#endif
