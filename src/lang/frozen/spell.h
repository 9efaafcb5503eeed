/* Is a word spelled right, as Hunspell sees it: in other casings, as a number, in parts at break characters. */
#ifndef TL_LANG_FROZEN_SPELL_H
#define TL_LANG_FROZEN_SPELL_H

#include "lang/frozen/frozen.h"

TlKnown tl_frozen_spell(const TlFrozen *frozen, const char *word, size_t length);

#endif
