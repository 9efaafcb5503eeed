/* A TMX file as a memory: its index in the cache, made anew when the file changed. */
#ifndef TL_BITEXT_MEMORY_SQLITE_CACHE_H
#define TL_BITEXT_MEMORY_SQLITE_CACHE_H

#include "bitext/memory/engine.h"

/* A store of tl_memory_sqlite. *skipped: units that could not be taken. */
gpointer tl_memory_cached(const char *path, const TlumachMemoryOptions *options, guint64 *skipped, GError **error);

#endif
