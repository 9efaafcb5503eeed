/* Units in and out of a memory on a server: what engine.h says. */
#ifndef TL_BITEXT_MEMORY_POSTGRES_IMPORT_H
#define TL_BITEXT_MEMORY_POSTGRES_IMPORT_H

#include "bitext/memory/postgres/rows.h"

gboolean tl_postgres_begin(gpointer store, GError **error);
gboolean tl_postgres_origin(gpointer store, const char *name, const char *head, gint64 *number, GError **error);
gboolean tl_postgres_put(gpointer store, const TlMemoryUnit *unit, const guint32 *words, guint n, gboolean *known,
                         GError **error);
gboolean tl_postgres_drop(gpointer store, gint64 unit, const guint32 *words, guint n, GError **error);
gboolean tl_postgres_end(gpointer store, gboolean keep, guint64 *known, GError **error);

#endif
