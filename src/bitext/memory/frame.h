/* What a unit of TMX says beside its texts: who made it, when, how it is called. */
#ifndef TL_BITEXT_MEMORY_FRAME_H
#define TL_BITEXT_MEMORY_FRAME_H

#include "base/xml_tree.h"
#include "bitext/memory/engine.h"

typedef struct TlMemoryChange {
  const char *date, *author; /* as TMX has them; NULL: it does not say */
} TlMemoryChange;

/* A unit as a tree without its two texts, of its `frame` (engine.h); NULL: it has nothing else. */
TlXmlNode *tl_memory_frame(const char *frame, TlArena *arena);
/* When the unit, or one of its sides, was changed last, or made, and by whom. */
TlMemoryChange tl_memory_last_change(const TlXmlNode *frame);
/* Digits of two dates, "20240501T120000Z" or "2024-05-01", as far as the second one has some. */
int tl_memory_compare_dates(const char *date, const char *with);
/* What TMX calls the unit (tuid); NULL: nothing. Free with g_free. */
char *tl_memory_unit_id(const TlMemoryUnit *unit);

#endif
