/* Running the checks over the pairs of a bitext, which the session makes one at a time. */
#ifndef TL_CHECKS_CHECKER_H
#define TL_CHECKS_CHECKER_H

#include "checks/check.h"

/* `wanted`: a truth value for each check of the table. */
TlChecker *tl_checker_new(const TlCheckHouse *house, const gboolean *wanted);
/* `words` of the unit are filled in here. */
void tl_checker_pair(TlChecker *checker, TlCheckUnit *unit);
/* Calls `found` for all findings, in the order of pairs and places. */
void tl_checker_finish(TlChecker *checker, TlumachFindingFunc found, gpointer user);
void tl_checker_free(TlChecker *checker);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TlChecker, tl_checker_free)

#endif
