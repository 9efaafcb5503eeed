/* Surnames in capitals beside a given name that is not: Денис ШМИГАЛЬ, САВЧУКА Івана Петровича. */
#ifndef TL_SESSION_NAME_CAPITALS_H
#define TL_SESSION_NAME_CAPITALS_H

#include "session/name_classes.h"

/* They are names, and read as if they had one capital; acronyms before names (НАТО Єнс) are not. */
void tl_name_settle_capitals(TlNameFinder *f);

#endif
