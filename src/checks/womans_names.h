/* A woman whose surname has a man's ending in the translation: Олена Зеленська, Olena Zelensky. */
#ifndef TL_CHECKS_WOMANS_NAMES_H
#define TL_CHECKS_WOMANS_NAMES_H

#include "checks/check.h"

void tl_womans_names_compare(TlChecker *checker, const TlCheckUnit *unit);

#endif
