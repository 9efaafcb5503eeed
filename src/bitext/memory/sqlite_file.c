/* A memory in one file of SQLite's, with the index inside. Written in one transaction an import, with a write-ahead
 * log, so that readers go on reading and an import that dies leaves no trace. */
#include "bitext/memory/sqlite.h"

#include <string.h>
#include <unistd.h>

#include "base/error.h"

#define APPLICATION 0x544C6D31 /* "TLm1", in the file's head */
#define VERSION 1
#define BUSY_MILLISECONDS 5000

static const char schema[] =
    "CREATE TABLE memory(name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;"
    "CREATE TABLE origin(id INTEGER PRIMARY KEY, name TEXT UNIQUE NOT NULL, head TEXT);"
    "CREATE TABLE unit(id INTEGER PRIMARY KEY, source TEXT NOT NULL, target TEXT NOT NULL, source_xml TEXT, "
    "target_xml TEXT, key INTEGER NOT NULL, before INTEGER, after INTEGER, origin INTEGER, frame TEXT);"
    "CREATE INDEX unit_key ON unit(key);"
    /* Of a word, and a block of 65,536 units: which of them have it, two bytes each, rising. */
    "CREATE TABLE list(word INTEGER, block INTEGER, units BLOB NOT NULL, PRIMARY KEY(word, block)) WITHOUT ROWID;"
    /* How many different words each unit of a block has, a byte each. */
    "CREATE TABLE length(block INTEGER PRIMARY KEY, words BLOB NOT NULL);";

#define UNIT "SELECT id, source, target, source_xml, target_xml, key, before, after, origin, frame FROM unit "

static const char *const texts[TL_SQL_N] = {
    [TL_SQL_BEGIN] = "BEGIN IMMEDIATE",
    [TL_SQL_COMMIT] = "COMMIT",
    [TL_SQL_ROLLBACK] = "ROLLBACK",
    [TL_SQL_FIND] = "SELECT source, target, source_xml, target_xml FROM unit WHERE key = ?",
    [TL_SQL_PUT] = "INSERT INTO unit VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    [TL_SQL_DROP] = "DELETE FROM unit WHERE id = ?",
    [TL_SQL_LAST] = "SELECT ifnull(max(id), -1) FROM unit",
    [TL_SQL_UNIT] = UNIT "WHERE id = ?",
    [TL_SQL_SAME] = UNIT "WHERE key = ? ORDER BY id DESC",
    [TL_SQL_EACH] = UNIT "ORDER BY id",
    [TL_SQL_EACH_BACK] = UNIT "ORDER BY id DESC",
    [TL_SQL_ORIGIN] = "SELECT id FROM origin WHERE name = ?",
    [TL_SQL_ORIGIN_PUT] = "INSERT INTO origin(name) VALUES(?)",
    [TL_SQL_ORIGIN_HEAD] = "UPDATE origin SET head = ? WHERE id = ?",
    [TL_SQL_ORIGINS] = "SELECT o.id, o.name, count(u.id) FROM origin o LEFT JOIN unit u ON u.origin = o.id "
                       "GROUP BY o.id ORDER BY o.id",
    [TL_SQL_HEAD] = "SELECT head FROM origin o WHERE head IS NOT NULL "
                    "ORDER BY (SELECT count(*) FROM unit u WHERE u.origin = o.id) DESC, id LIMIT 1",
    [TL_SQL_COUNTS] = "SELECT count(*), count(DISTINCT key), count(ifnull(source_xml, target_xml)) FROM unit",
    [TL_SQL_LISTS] = "SELECT block, units FROM list WHERE word = ? ORDER BY block",
    [TL_SQL_LIST] = "SELECT units FROM list WHERE word = ? AND block = ?",
    [TL_SQL_LIST_PUT] = "REPLACE INTO list VALUES(?, ?, ?)",
    [TL_SQL_LIST_DROP] = "DELETE FROM list WHERE word = ? AND block = ?",
    /* A row at least: the last unit, too, in one look while others write. */
    [TL_SQL_LENGTHS] = "SELECT block, words, last FROM (SELECT ifnull(max(id), -1) AS last FROM unit) "
                       "LEFT JOIN length ON block BETWEEN 0 AND last >> 16 ORDER BY block",
    [TL_SQL_LENGTHS_PUT] = "REPLACE INTO length VALUES(?, ?)",
    [TL_SQL_VERSION] = "PRAGMA data_version"};

gboolean tl_sqlite_damaged(const TlSqlite *store, const char *what, GError **error) {
  tl_error_at(error, TLUMACH_ERROR_FORMAT, store->name, 0, 0,
              "is damaged, or no memory (%s); bring a copy back, or import its TMX files again", what);
  return FALSE;
}

gboolean tl_sqlite_fail(const TlSqlite *store, GError **error) {
  int code = sqlite3_errcode(store->db);
  if (code == SQLITE_BUSY || code == SQLITE_LOCKED)
    tl_error_at(error, TLUMACH_ERROR_BUSY, store->name, 0, 0, "somebody else is writing into it; try again later");
  else if (code == SQLITE_CORRUPT || code == SQLITE_NOTADB)
    tl_sqlite_damaged(store, sqlite3_errmsg(store->db), error);
  else
    tl_error_at(error, TLUMACH_ERROR_IO, store->name, 0, 0, "%s", sqlite3_errmsg(store->db));
  return FALSE;
}

sqlite3_stmt *tl_sqlite_statement(TlSqlite *store, TlSql which, GError **error) {
  sqlite3_stmt **place = &store->statements[which];
  if (*place)
    sqlite3_reset(*place);
  else if (sqlite3_prepare_v3(store->db, texts[which], -1, SQLITE_PREPARE_PERSISTENT, place, NULL) != SQLITE_OK)
    tl_sqlite_fail(store, error);
  return *place;
}

gboolean tl_sqlite_row(TlSqlite *store, sqlite3_stmt *statement, GError **error) {
  int code = sqlite3_step(statement);
  if (code != SQLITE_ROW && code != SQLITE_DONE)
    tl_sqlite_fail(store, error);
  return code == SQLITE_ROW;
}

gboolean tl_sqlite_run(TlSqlite *store, sqlite3_stmt *statement, GError **error) {
  GError *own = NULL;
  while (tl_sqlite_row(store, statement, &own))
    ;
  sqlite3_reset(statement);
  if (own)
    g_propagate_error(error, own);
  return own == NULL;
}

gboolean tl_sqlite_do(TlSqlite *store, TlSql which, GError **error) {
  sqlite3_stmt *statement = tl_sqlite_statement(store, which, error);
  return statement && tl_sqlite_run(store, statement, error);
}

static gboolean execute(TlSqlite *store, const char *sql, GError **error) {
  return sqlite3_exec(store->db, sql, NULL, NULL, NULL) == SQLITE_OK || tl_sqlite_fail(store, error);
}

/* -- opening --------------------------------------------------------------------------------------------------- */

void tl_sqlite_close(gpointer data) {
  TlSqlite *store = data;
  if (!store)
    return;
  for (guint i = 0; i < TL_SQL_N; i++)
    sqlite3_finalize(store->statements[i]);
  sqlite3_close(store->db);
  g_clear_pointer(&store->pending, g_array_unref);
  g_clear_pointer(&store->lengths, g_byte_array_unref);
  g_clear_pointer(&store->dropped, g_array_unref);
  g_clear_pointer(&store->origins, g_hash_table_unref);
  g_free(store->name);
  g_free(store);
}

static gint64 pragma(TlSqlite *store, const char *sql) {
  sqlite3_stmt *statement = NULL;
  gint64 value = -1;
  if (sqlite3_prepare_v2(store->db, sql, -1, &statement, NULL) == SQLITE_OK && sqlite3_step(statement) == SQLITE_ROW)
    value = sqlite3_column_int64(statement, 0);
  sqlite3_finalize(statement);
  return value;
}

gboolean tl_sqlite_set_value(TlSqlite *store, const char *name, const char *value, GError **error) {
  char *text = sqlite3_mprintf("REPLACE INTO memory VALUES(%Q, %Q)", name, value);
  gboolean done = execute(store, text, error);
  sqlite3_free(text);
  return done;
}

gboolean tl_sqlite_loose(TlSqlite *store, GError **error) {
  return execute(store, "PRAGMA journal_mode = DELETE; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF", error);
}

static gboolean is_empty(TlSqlite *store) {
  return pragma(store, "PRAGMA application_id") == 0 && pragma(store, "SELECT count(*) FROM sqlite_master") == 0;
}

static gboolean put_schema(TlSqlite *store, const TlumachMemoryOptions *options, GError **error) {
  g_autofree char *marks =
      g_strdup_printf("PRAGMA application_id = %d; PRAGMA user_version = %d", APPLICATION, VERSION);
  return execute(store, schema, error) && execute(store, marks, error) &&
         tl_sqlite_set_value(store, "source", options->source, error) &&
         tl_sqlite_set_value(store, "target", options->target, error) && execute(store, "COMMIT", error);
}

/* Several may be about to make it: the first one does, in one transaction, the others wait and find it made. The log is
 * begun when nobody else is at it, for that waits for nobody (SQLite says that it is busy); else the next import does.
 */
static gboolean make(TlSqlite *store, const TlumachMemoryOptions *options, GError **error) {
  if (is_empty(store)) {
    if (!execute(store, "PRAGMA page_size = 8192; BEGIN IMMEDIATE", error) ||
        !(is_empty(store) ? put_schema(store, options, error) : execute(store, "ROLLBACK", error)))
      return FALSE;
  }
  if (pragma(store, "PRAGMA application_id") == APPLICATION)
    execute(store, "PRAGMA journal_mode = WAL", NULL);
  return TRUE;
}

char *tl_sqlite_value(TlSqlite *store, const char *name) {
  sqlite3_stmt *statement = NULL;
  char *value = NULL;
  if (sqlite3_prepare_v2(store->db, "SELECT value FROM memory WHERE name = ?", -1, &statement, NULL) == SQLITE_OK &&
      sqlite3_bind_text(statement, 1, name, -1, SQLITE_STATIC) == SQLITE_OK && sqlite3_step(statement) == SQLITE_ROW)
    value = g_strdup((const char *)sqlite3_column_text(statement, 0));
  sqlite3_finalize(statement);
  return value;
}

static gboolean check_languages(TlSqlite *store, const TlumachMemoryOptions *options, GError **error) {
  g_autofree char *source = tl_sqlite_value(store, "source"), *target = tl_sqlite_value(store, "target");
  if (!source || !target)
    return tl_sqlite_damaged(store, "it does not say its languages", error);
  if (g_strcmp0(source, options->source) == 0 && g_strcmp0(target, options->target) == 0)
    return TRUE;
  tl_error_at(error, TLUMACH_ERROR_USAGE, store->name, 0, 0,
              "is a memory from %s to %s, not from %s to %s; say so with --source and --target", source, target,
              options->source, options->target);
  return FALSE;
}

static gboolean check_kind(TlSqlite *store, GError **error) {
  gint64 application = pragma(store, "PRAGMA application_id"), version = pragma(store, "PRAGMA user_version");
  if (application != APPLICATION) {
    tl_error_at(error, TLUMACH_ERROR_FORMAT, store->name, 0, 0,
                "is no translation memory of tlumach's; make one: tlumach memory import -m %s FILE.tmx", store->name);
    return FALSE;
  }
  if (version != VERSION)
    tl_error_at(error, TLUMACH_ERROR_FORMAT, store->name, 0, 0,
                "is a memory of another version of tlumach's (%" G_GINT64_FORMAT "); import its TMX files again",
                version);
  return version == VERSION;
}

/* A memory that cannot be written, nor beside it, is read as what does not change: SQLite needs no log and no lock
 * then.
 */
static char *read_only_name(const char *name) {
  g_autofree char *whole = g_canonicalize_filename(name, NULL), *folder = g_path_get_dirname(whole);
  if (access(whole, W_OK) == 0 && access(folder, W_OK) == 0)
    return NULL;
  g_autofree char *uri = g_filename_to_uri(whole, NULL, NULL);
  return uri ? g_strconcat(uri, "?immutable=1", NULL) : NULL;
}

static gboolean connect(TlSqlite *store, const TlumachMemoryOptions *options, GError **error) {
  int flags = options->create ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READWRITE;
  g_autofree char *fixed = options->create ? NULL : read_only_name(store->name);
  if (fixed)
    flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_URI;
  if (sqlite3_open_v2(fixed ? fixed : store->name, &store->db, flags | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK) {
    tl_error_at(error, TLUMACH_ERROR_IO, store->name, 0, 0, "cannot open: %s",
                store->db ? sqlite3_errmsg(store->db) : "no memory");
    return FALSE;
  }
  /* A file that others wrote: no code of its schema is run, and nothing of it is mapped (sqlite.org/security.html). */
  sqlite3_db_config(store->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config(store->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config(store->db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
  sqlite3_db_config(store->db, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL);
  sqlite3_busy_timeout(store->db, BUSY_MILLISECONDS);
  return execute(store,
                 "PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0; PRAGMA synchronous = NORMAL; "
                 "PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY",
                 error);
}

/* What SQLite would only say that it is unable to open. */
static gboolean check_name(const char *name, gboolean create, GError **error) {
  g_autofree char *folder = g_path_get_dirname(name);
  gboolean there = access(name, F_OK) == 0;
  if (!*name)
    tl_error_at(error, TLUMACH_ERROR_USAGE, NULL, 0, 0, "the name of a memory is empty");
  else if (!there && strstr(name, "://"))
    tl_error_at(error, TLUMACH_ERROR_USAGE, name, 0, 0, "no server of that kind is known; there is postgresql://");
  else if (!there && !create)
    return tlumach_memory_exists(name, error);
  else if (!there && !g_file_test(folder, G_FILE_TEST_IS_DIR))
    tl_error_at(error, TLUMACH_ERROR_IO, name, 0, 0, "cannot be made: there is no folder %s", folder);
  else if (there && g_file_test(name, G_FILE_TEST_IS_DIR))
    tl_error_at(error, TLUMACH_ERROR_IO, name, 0, 0, "is a folder, not a file");
  else
    return TRUE;
  return FALSE;
}

gpointer tl_sqlite_open(const char *name, const TlumachMemoryOptions *options, GError **error) {
  if (!check_name(name, options->create, error))
    return NULL;
  TlSqlite *store = g_new0(TlSqlite, 1);
  store->name = g_strdup(name);
  gboolean good = connect(store, options, error);
  good = good && (!options->create || make(store, options, error));
  if (good && check_kind(store, error) && check_languages(store, options, error))
    return store;
  tl_sqlite_close(store);
  return NULL;
}
