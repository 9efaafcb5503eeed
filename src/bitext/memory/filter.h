/* Conditions on units, see tlumach_memory_filter_new. */
#ifndef TL_BITEXT_MEMORY_FILTER_H
#define TL_BITEXT_MEMORY_FILTER_H

#include "bitext/memory/engine.h"

gboolean tl_memory_filter_lets(const TlumachMemoryFilter *filter, const TlMemoryUnit *unit);

#endif
