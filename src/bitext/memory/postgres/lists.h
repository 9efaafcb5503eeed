/* The index on a server. */
#ifndef TL_BITEXT_MEMORY_POSTGRES_LISTS_H
#define TL_BITEXT_MEMORY_POSTGRES_LISTS_H

#include "bitext/memory/postgres/rows.h"

/* Of a word and a block which units have it, two bytes each, the higher one first; and how many words each unit of a
 * block has, a byte each. They are read often and hardly shrink: they are not compressed. */
#define TL_POSTGRES_LIST_TABLES                                                                                        \
  "CREATE TABLE IF NOT EXISTS tlumach_list(word integer, block integer, units bytea NOT NULL, "                        \
  "PRIMARY KEY(word, block)); ALTER TABLE tlumach_list ALTER units SET STORAGE EXTERNAL;"                              \
  "CREATE TABLE IF NOT EXISTS tlumach_length(block integer PRIMARY KEY, words bytea NOT NULL);"

/* What engine.h says of them. */
gboolean tl_postgres_version(gpointer store, gint64 *version, GError **error);
gboolean tl_postgres_lengths(gpointer store, TlMemoryListFunc found, gpointer user, GError **error);
gboolean tl_postgres_lists(gpointer store, const guint32 *words, guint n, TlMemoryListFunc found, gpointer user,
                           GError **error);

/* Takes over the units of the tables `incoming` and `fresh` of an import. */
gboolean tl_postgres_lists_extend(TlPostgres *store, GError **error);
/* A unit goes; they come by rising numbers. It is done at the latest by the flush. */
gboolean tl_postgres_lists_drop(TlPostgres *store, gint64 unit, const guint32 *words, guint n, GError **error);
gboolean tl_postgres_lists_flush(TlPostgres *store, GError **error);

#endif
