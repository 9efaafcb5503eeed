/* What the files of the SQLite engine share. */
#ifndef TL_BITEXT_MEMORY_SQLITE_H
#define TL_BITEXT_MEMORY_SQLITE_H

#include <sqlite3.h>

#include "bitext/memory/engine.h"

/* Statements, prepared when they are first needed. */
typedef enum TlSql {
  TL_SQL_BEGIN,
  TL_SQL_COMMIT,
  TL_SQL_ROLLBACK,
  TL_SQL_FIND,
  TL_SQL_PUT,
  TL_SQL_DROP,
  TL_SQL_LAST,
  TL_SQL_UNIT,
  TL_SQL_SAME,
  TL_SQL_EACH,
  TL_SQL_EACH_BACK,
  TL_SQL_ORIGIN,
  TL_SQL_ORIGIN_PUT,
  TL_SQL_ORIGIN_HEAD,
  TL_SQL_ORIGINS,
  TL_SQL_HEAD,
  TL_SQL_COUNTS,
  TL_SQL_LISTS,
  TL_SQL_LIST,
  TL_SQL_LIST_PUT,
  TL_SQL_LIST_DROP,
  TL_SQL_LENGTHS,
  TL_SQL_LENGTHS_PUT,
  TL_SQL_VERSION,
  TL_SQL_N
} TlSql;

typedef struct TlSqlite {
  sqlite3 *db;
  char *name;
  sqlite3_stmt *statements[TL_SQL_N];
  gint64 next;         /* number of the next unit, while one is writing */
  GArray *pending;     /* while writing: words and units of the open block, TlPosting */
  GByteArray *lengths; /* of the open block */
  GArray *dropped;     /* words and units that go, of one block, TlPosting */
  gint64 dropped_block;
  gboolean fresh;      /* the open block was begun by this import */
  guint32 changes;     /* transactions of ours that ended */
  GHashTable *origins; /* number -> name */
} TlSqlite;

/* The statement, reset; NULL with an error. */
sqlite3_stmt *tl_sqlite_statement(TlSqlite *store, TlSql which, GError **error);
/* TRUE when a row came; FALSE with *error set when it failed, and without when there is none. */
gboolean tl_sqlite_row(TlSqlite *store, sqlite3_stmt *statement, GError **error);
gpointer tl_sqlite_open(const char *name, const TlumachMemoryOptions *options, GError **error);
void tl_sqlite_close(gpointer store);
/* A statement without parameters, run. */
gboolean tl_sqlite_do(TlSqlite *store, TlSql which, GError **error);
/* Runs it to its end. */
gboolean tl_sqlite_run(TlSqlite *store, sqlite3_stmt *statement, GError **error);
/* Sets what SQLite said last. Returns FALSE. */
gboolean tl_sqlite_fail(const TlSqlite *store, GError **error);
/* Sets that the file is damaged, and what is wrong in it. Returns FALSE. */
gboolean tl_sqlite_damaged(const TlSqlite *store, const char *what, GError **error);

/* What the memory is said to be: "source", "target", …; NULL: nothing. Free with g_free. */
char *tl_sqlite_value(TlSqlite *store, const char *name);
gboolean tl_sqlite_set_value(TlSqlite *store, const char *name, const char *value, GError **error);
/* No journal and no waiting for the disk: for a store that is thrown away when it does not become whole. */
gboolean tl_sqlite_loose(TlSqlite *store, GError **error);

/* -- the index ------------------------------------------------------------------------------------------------- */

gboolean tl_sqlite_index_begin(TlSqlite *store, GError **error);
gboolean tl_sqlite_index_put(TlSqlite *store, gint64 unit, const guint32 *words, guint n, GError **error);
/* Units by rising numbers. */
gboolean tl_sqlite_index_drop(TlSqlite *store, gint64 unit, const guint32 *words, guint n, GError **error);
gboolean tl_sqlite_index_end(TlSqlite *store, gboolean keep, GError **error);
/* What engine.h says of them. */
gboolean tl_sqlite_version(gpointer store, gint64 *version, GError **error);
gboolean tl_sqlite_lengths(gpointer store, TlMemoryListFunc found, gpointer user, GError **error);
gboolean tl_sqlite_lists(gpointer store, const guint32 *words, guint n, TlMemoryListFunc found, gpointer user,
                         GError **error);

#endif
