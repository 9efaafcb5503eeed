/* Conditions on units, see tlumach_memory_filter_new. */
#ifndef TL_BITEXT_MEMORY_FILTER_H
#define TL_BITEXT_MEMORY_FILTER_H

#include "bitext/memory/engine.h"

/* What TMX calls the unit (tuid); NULL: nothing. Free with g_free. */
char *tl_memory_unit_id(const TlMemoryUnit *unit);
gboolean tl_memory_filter_lets(const TlumachMemoryFilter *filter, const TlMemoryUnit *unit);

#endif
