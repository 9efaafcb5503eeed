/* Questions to a PostgreSQL server. */
#ifndef TL_BITEXT_MEMORY_POSTGRES_ROWS_H
#define TL_BITEXT_MEMORY_POSTGRES_ROWS_H

#include <libpq-fe.h>

#include "bitext/memory/engine.h"
#include "bitext/memory/postings.h"

typedef struct TlPostgres {
  PGconn *connection;
  char *name;      /* for messages, without a password */
  GString *lines;  /* rows of a COPY that were not sent yet */
  gint64 order;    /* of the next unit of an import */
  GArray *dropped; /* words and units that go, of one block, TlPosting */
  gint64 dropped_block;
} TlPostgres;

/* Sets what the server said last. Returns FALSE. */
gboolean tl_postgres_fail(const TlPostgres *store, GError **error);
/* Runs one or more commands without parameters. */
gboolean tl_postgres_execute(TlPostgres *store, const char *sql, GError **error);
/* One command or question; the result is to be cleared. NULL with an error. */
PGresult *tl_postgres_ask(TlPostgres *store, const char *sql, const char *const *values, int n, GError **error);

/* The same; the values of the result are in PostgreSQL's binary form. */
PGresult *tl_postgres_ask_binary(TlPostgres *store, const char *sql, const char *const *values, int n, GError **error);

/* What the server has is not what we wrote, by damage or by intent. Clears the result. Returns NULL. */
PGresult *tl_postgres_damaged(const TlPostgres *store, PGresult *result, GError **error);
/* The result, when it is one with so many columns and as many rows at least; else NULL with an error. */
PGresult *tl_postgres_expect(const TlPostgres *store, PGresult *result, int columns, int rows, GError **error);

/* The columns of a unit, in the order that these functions read. */
#define TL_POSTGRES_UNIT                                                                                               \
  "u.id, u.source, u.target, u.source_xml, u.target_xml, u.key, u.before, u.after, u.origin, u.frame, "                \
  "(SELECT name FROM tlumach_origin o WHERE o.id = u.origin)"
/* Asks with one value, then calls `found` for each row. */
gboolean tl_postgres_units(TlPostgres *store, const char *sql, const char *value, TlMemoryUnitFunc found, gpointer user,
                           GError **error);
/* Calls `found` for each row as it comes: for many. */
gboolean tl_postgres_each_unit(TlPostgres *store, const char *sql, TlMemoryUnitFunc found, gpointer user,
                               GError **error);
/* "{1,2}" */
char *tl_postgres_array(const guint32 *numbers, guint n);

#endif
