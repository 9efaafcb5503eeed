/* Making a frozen lexicon of a Hunspell dictionary. */
#ifndef TL_LANG_FREEZE_H
#define TL_LANG_FREEZE_H

#include "tlumach/base.h"

/* The bytes of a frozen lexicon (frozen_format.h) of a .aff and a .dic; `identity` is kept in it. NULL with
 * TLUMACH_ERROR_LIMIT when the dictionary is of a kind that cannot be frozen. */
GBytes *tl_freeze(const char *name, GBytes *aff, GBytes *dic, GBytes *additions, const char *identity, GError **error);

#endif
