/* A name of the source that is another name in the translation: North Korea, and the target has South Korea. */
#ifndef TL_CHECKS_RIVALS_H
#define TL_CHECKS_RIVALS_H

#include "checks/check.h"
#include "checks/designations.h"

typedef struct TlRivals TlRivals; /* names of the term bases by their first word */

TlRivals *tl_rivals_new(void);
void tl_rivals_free(TlRivals *rivals);
/* The name of the target that stands in the place of `hit`, which has no equivalent there: of a concept like its own
 * that the source does not have. NULL: there is none. */
const TlDesignation *tl_rival_of(TlRivals *rivals, TlChecker *checker, const TlCheckUnit *unit, const TlumachHit *hit,
                                 TlumachSpan *place);

#endif
