/* Where a name of the source need not stand in the translation under its own name. */
#ifndef TL_CHECKS_PROPER_H
#define TL_CHECKS_PROPER_H

#include "checks/check.h"
#include "checks/designations.h"

/* Is a place of the source within a name in quotes, «Вашингтон Кепіталз»? Then it is a team, paper or ship, not the
 * place. */
gboolean tl_is_quoted_name(const TlCheckUnit *unit, TlumachSpan place);
/* Is the concept a person: known by a surname alone, too? */
gboolean tl_is_person(const TlDesignationSet *set);
/* Is the concept a person, and does the target speak of one by a pronoun? */
gboolean tl_is_by_pronoun(const TlCheckUnit *unit, const TlDesignationSet *set);

#endif
