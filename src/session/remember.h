/* What memories have for a prepared text. */
#ifndef TL_SESSION_REMEMBER_H
#define TL_SESSION_REMEMBER_H

#include "base/arena.h"
#include "tlumach/memory.h"

gint64 tl_remember(TlumachReport *report, TlumachSearch *search, TlArena *arena, GError **error);

#endif
