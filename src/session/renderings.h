/* Where a translation has equivalents of the terms of its source. */
#ifndef TL_SESSION_RENDERINGS_H
#define TL_SESSION_RENDERINGS_H

#include "base/arena.h"
#include "lang/word_lists.h"
#include "tlumach/report.h"

/* Fills in the renderings of every unit that has a translation. `lists`: of the target language. */
void tl_find_renderings(TlumachReport *report, const TlWordLists *lists, TlArena *arena);

#endif
