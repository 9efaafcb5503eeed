/* Addresses in running text, which no dictionary has: https://a.ua/x, www.a.ua, name@a.ua, /usr/share/x. */
#ifndef TL_TEXT_ADDRESS_H
#define TL_TEXT_ADDRESS_H

#include "tlumach/base.h"

/* Does the word stand in an address? Known by what hunspell(1) knows them by: a scheme, an @ between two names, a path
 * from the root. */
gboolean tl_in_address(const char *text, size_t length, TlumachSpan word);

#endif
