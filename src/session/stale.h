/* Matches of a memory that are out of date. */
#ifndef TL_SESSION_STALE_H
#define TL_SESSION_STALE_H

#include "base/arena.h"
#include "tlumach/memory.h"

/* Names the terms of each match (TlumachMemoryMatch) that its translation renders otherwise than the term bases do now.
 */
void tl_mark_stale(const TlumachSession *session, GArray *matches, TlArena *arena);

#endif
