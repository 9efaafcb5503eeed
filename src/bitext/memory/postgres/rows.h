/* Questions to a PostgreSQL server. */
#ifndef TL_BITEXT_MEMORY_POSTGRES_ROWS_H
#define TL_BITEXT_MEMORY_POSTGRES_ROWS_H

#include <libpq-fe.h>

#include "bitext/memory/engine.h"

typedef struct TlPostgres {
  PGconn *connection;
  char *name;     /* for messages, without a password */
  GString *lines; /* rows of a COPY that were not sent yet */
  gint64 order;   /* of the next unit of an import */
} TlPostgres;

/* Sets what the server said last. Returns FALSE. */
gboolean tl_postgres_fail(const TlPostgres *store, GError **error);
/* Runs one or more commands without parameters. */
gboolean tl_postgres_execute(TlPostgres *store, const char *sql, GError **error);
/* One command or question; the result is to be cleared. NULL with an error. */
PGresult *tl_postgres_ask(TlPostgres *store, const char *sql, const char *const *values, int n, GError **error);

/* The columns of a unit, in the order that tl_postgres_each_unit reads. */
#define TL_POSTGRES_UNIT                                                                                               \
  "u.id, u.source, u.target, u.source_xml, u.target_xml, u.key, u.before, u.after, u.origin, u.frame, "                \
  "(SELECT name FROM tlumach_origin o WHERE o.id = u.origin)"
/* Calls `found` for each row as it comes; a further column is the likeness. *enough (may be NULL): it said so. */
gboolean tl_postgres_each_unit(TlPostgres *store, const char *sql, const char *const *values, int n,
                               TlMemoryUnitFunc found, gpointer user, gboolean *enough, GError **error);
/* "{1,2}" */
char *tl_postgres_array(const guint32 *numbers, guint n);

#endif
