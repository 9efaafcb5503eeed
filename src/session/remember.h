/* What memories have for a prepared text, and which of it is out of date. */
#ifndef TL_SESSION_REMEMBER_H
#define TL_SESSION_REMEMBER_H

#include "base/arena.h"
#include "tlumach/memory.h"

/* Names the terms of each match (TlumachMemoryMatch) that its translation renders otherwise than the term bases do now.
 */
void tl_mark_stale(const TlumachSession *session, GArray *matches, TlArena *arena);
gint64 tl_remember(TlumachReport *report, TlumachSearch *search, TlArena *arena, GError **error);

#endif
