/* Adjectives of places before common nouns: Покровському, Лиманському та Куп'янському напрямках. */
#ifndef TL_SESSION_NAME_ADJECTIVE_H
#define TL_SESSION_NAME_ADJECTIVE_H

#include "session/name_classes.h"

/* Is word `i` one? Then `name` is its citation form and the place in Latin letters, which is what English has for it.
 */
gboolean tl_name_adjective(TlNameFinder *f, guint i, TlumachName *name);

#endif
