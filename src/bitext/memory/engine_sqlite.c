/* A memory in one file of SQLite's, with the index inside. Written in one transaction an import, with a write-ahead
 * log, so that readers go on reading and an import that dies leaves no trace. */
#include <string.h>

#include "bitext/memory/sqlite.h"

static const char *text_at(sqlite3_stmt *row, int column) {
  return (const char *)sqlite3_column_text(row, column);
}

static const char *origin_name(TlSqlite *store, gint64 number) {
  sqlite3_stmt *row;
  const char *known = store->origins ? g_hash_table_lookup(store->origins, &number) : NULL;
  if (known || number == 0)
    return known;
  if (!store->origins)
    store->origins = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, g_free);
  if (sqlite3_prepare_v2(store->db, "SELECT name FROM origin WHERE id = ?", -1, &row, NULL) != SQLITE_OK)
    return NULL;
  sqlite3_bind_int64(row, 1, number);
  char *name = sqlite3_step(row) == SQLITE_ROW ? g_strdup(text_at(row, 0)) : NULL;
  sqlite3_finalize(row);
  if (name)
    g_hash_table_insert(store->origins, g_memdup2(&number, sizeof number), name);
  return name;
}

static gboolean give(TlSqlite *store, sqlite3_stmt *row, TlMemoryUnitFunc found, gpointer user, GError **error) {
  TlMemoryUnit unit = {.id = sqlite3_column_int64(row, 0),
                       .source = text_at(row, 1),
                       .target = text_at(row, 2),
                       .source_xml = text_at(row, 3),
                       .target_xml = text_at(row, 4),
                       .key = (guint64)sqlite3_column_int64(row, 5),
                       .before = (guint64)sqlite3_column_int64(row, 6),
                       .after = (guint64)sqlite3_column_int64(row, 7),
                       .origin = sqlite3_column_int64(row, 8),
                       .frame = text_at(row, 9)};
  unit.origin_name = origin_name(store, unit.origin);
  return !unit.source || !unit.target || found(&unit, user, error);
}

/* Units of the rows, until `found` has enough; *enough (may be NULL): it had. */
static gboolean give_rows(TlSqlite *store, sqlite3_stmt *rows, TlMemoryUnitFunc found, gpointer user, gboolean *enough,
                          GError **error) {
  GError *own = NULL;
  gboolean more = TRUE;
  while (more && tl_sqlite_row(store, rows, &own))
    more = give(store, rows, found, user, &own);
  sqlite3_reset(rows);
  if (enough)
    *enough = !more;
  if (own)
    g_propagate_error(error, own);
  return own == NULL;
}

static gboolean each(gpointer data, gboolean newest, TlMemoryUnitFunc found, gpointer user, GError **error) {
  sqlite3_stmt *rows = tl_sqlite_statement(data, newest ? TL_SQL_EACH_BACK : TL_SQL_EACH, error);
  return rows && give_rows(data, rows, found, user, NULL, error);
}

static gboolean same(gpointer data, guint64 key, TlMemoryUnitFunc found, gpointer user, GError **error) {
  sqlite3_stmt *rows = tl_sqlite_statement(data, TL_SQL_SAME, error);
  if (!rows)
    return FALSE;
  sqlite3_bind_int64(rows, 1, (gint64)key);
  return give_rows(data, rows, found, user, NULL, error);
}

static gboolean units_of(gpointer data, const gint64 *numbers, guint n, TlMemoryUnitFunc found, gpointer user,
                         GError **error) {
  gboolean enough = FALSE;
  for (guint i = 0; i < n && !enough; i++) {
    sqlite3_stmt *row = tl_sqlite_statement(data, TL_SQL_UNIT, error);
    if (!row || sqlite3_bind_int64(row, 1, numbers[i]) != SQLITE_OK ||
        !give_rows(data, row, found, user, &enough, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean begin(gpointer data, GError **error) {
  TlSqlite *store = data;
  if (!tl_sqlite_do(store, TL_SQL_BEGIN, error))
    return FALSE;
  sqlite3_stmt *last = tl_sqlite_statement(store, TL_SQL_LAST, error);
  GError *own = NULL;
  if (last && tl_sqlite_row(store, last, &own)) {
    gint64 number = sqlite3_column_int64(last, 0);
    sqlite3_reset(last);
    store->next = CLAMP(number, -1, G_MAXINT32) + 1;
    if (number == store->next - 1 ? tl_sqlite_index_begin(store, error)
                                  : tl_sqlite_damaged(store, "a unit without a good number", error))
      return TRUE;
  } else if (own) {
    g_propagate_error(error, own);
  }
  tl_sqlite_do(store, TL_SQL_ROLLBACK, NULL);
  return FALSE;
}

static gboolean end(gpointer data, gboolean keep, guint64 *known, GError **error) {
  TlSqlite *store = data;
  *known = 0;
  gboolean done = tl_sqlite_index_end(store, keep, error) && keep && tl_sqlite_do(store, TL_SQL_COMMIT, error);
  if (!done && !sqlite3_get_autocommit(store->db))
    tl_sqlite_do(store, TL_SQL_ROLLBACK, NULL);
  return done || !keep;
}

static gboolean origin(gpointer data, const char *name, const char *head, gint64 *number, GError **error) {
  TlSqlite *store = data;
  sqlite3_stmt *put = tl_sqlite_statement(store, TL_SQL_ORIGIN, error);
  GError *own = NULL;
  *number = 0;
  if (!put)
    return FALSE;
  sqlite3_bind_text(put, 1, name, -1, SQLITE_STATIC);
  if (tl_sqlite_row(store, put, &own))
    *number = sqlite3_column_int64(put, 0);
  sqlite3_reset(put);
  if (own) {
    g_propagate_error(error, own);
    return FALSE;
  }
  if (*number == 0) {
    put = tl_sqlite_statement(store, TL_SQL_ORIGIN_PUT, error);
    if (!put || sqlite3_bind_text(put, 1, name, -1, SQLITE_STATIC) != SQLITE_OK || !tl_sqlite_run(store, put, error))
      return FALSE;
    *number = sqlite3_last_insert_rowid(store->db);
  }
  put = head ? tl_sqlite_statement(store, TL_SQL_ORIGIN_HEAD, error) : NULL;
  if (!put)
    return !head;
  sqlite3_bind_text(put, 1, head, -1, SQLITE_STATIC);
  sqlite3_bind_int64(put, 2, *number);
  return tl_sqlite_run(store, put, error);
}

/* Is it there, with the same texts and tags? */
static gboolean has(TlSqlite *store, const TlMemoryUnit *unit, GError **error) {
  sqlite3_stmt *row = tl_sqlite_statement(store, TL_SQL_FIND, error);
  gboolean same = FALSE;
  if (!row)
    return FALSE;
  sqlite3_bind_int64(row, 1, (gint64)unit->key);
  while (!same && tl_sqlite_row(store, row, error))
    same = g_strcmp0(text_at(row, 1), unit->target) == 0 && g_strcmp0(text_at(row, 0), unit->source) == 0 &&
           g_strcmp0(text_at(row, 2), unit->source_xml) == 0 && g_strcmp0(text_at(row, 3), unit->target_xml) == 0;
  sqlite3_reset(row);
  return same;
}

static gboolean insert(TlSqlite *store, const TlMemoryUnit *unit, GError **error) {
  sqlite3_stmt *put = tl_sqlite_statement(store, TL_SQL_PUT, error);
  if (!put)
    return FALSE;
  const char *values[] = {unit->source, unit->target, unit->source_xml, unit->target_xml};
  sqlite3_bind_int64(put, 1, store->next);
  for (int i = 0; i < (int)G_N_ELEMENTS(values); i++)
    sqlite3_bind_text(put, i + 2, values[i], -1, SQLITE_STATIC); /* NULL: null */
  sqlite3_bind_int64(put, 6, (gint64)unit->key);
  sqlite3_bind_int64(put, 7, (gint64)unit->before);
  sqlite3_bind_int64(put, 8, (gint64)unit->after);
  sqlite3_bind_int64(put, 9, unit->origin);
  sqlite3_bind_text(put, 10, unit->frame, -1, SQLITE_STATIC);
  return tl_sqlite_run(store, put, error);
}

static gboolean put_unit(gpointer data, const TlMemoryUnit *unit, const guint32 *words, guint n, gboolean *known,
                         GError **error) {
  TlSqlite *store = data;
  GError *own = NULL;
  *known = has(store, unit, &own);
  if (own) {
    g_propagate_error(error, own);
    return FALSE;
  }
  if (*known)
    return TRUE;
  if (!insert(store, unit, error) || !tl_sqlite_index_put(store, store->next, words, n, error))
    return FALSE;
  store->next++;
  return TRUE;
}

static gboolean drop_unit(gpointer data, gint64 unit, const guint32 *words, guint n, GError **error) {
  TlSqlite *store = data;
  sqlite3_stmt *drop = tl_sqlite_statement(store, TL_SQL_DROP, error);
  if (!drop)
    return FALSE;
  sqlite3_bind_int64(drop, 1, unit);
  return tl_sqlite_run(store, drop, error) && tl_sqlite_index_drop(store, unit, words, n, error);
}

/* -- what is asked of the whole -------------------------------------------------------------------------------- */

static char *head_of(gpointer data) {
  TlSqlite *store = data;
  sqlite3_stmt *row = tl_sqlite_statement(store, TL_SQL_HEAD, NULL);
  char *head = row && tl_sqlite_row(store, row, NULL) ? g_strdup(text_at(row, 0)) : NULL;
  if (row)
    sqlite3_reset(row);
  return head;
}

static gboolean stats_of(gpointer data, TlumachMemoryStats *stats, GError **error) {
  TlSqlite *store = data;
  GError *own = NULL;
  sqlite3_stmt *row = tl_sqlite_statement(store, TL_SQL_COUNTS, error);
  if (!row)
    return FALSE;
  if (tl_sqlite_row(store, row, &own)) {
    stats->units = (guint64)sqlite3_column_int64(row, 0);
    stats->sources = (guint64)sqlite3_column_int64(row, 1);
    stats->with_tags = (guint64)sqlite3_column_int64(row, 2);
  }
  sqlite3_reset(row);
  row = own ? NULL : tl_sqlite_statement(store, TL_SQL_ORIGINS, &own);
  while (row && tl_sqlite_row(store, row, &own)) {
    TlumachOriginCount *count = g_new0(TlumachOriginCount, 1);
    count->name = g_strdup(text_at(row, 1));
    count->units = (guint64)sqlite3_column_int64(row, 2);
    g_ptr_array_add(stats->origins, count);
  }
  if (row)
    sqlite3_reset(row);
  if (own)
    g_propagate_error(error, own);
  return own == NULL;
}

const TlMemoryEngine tl_memory_sqlite = {
    .name = "SQLite",
    .open = tl_sqlite_open,
    .close = tl_sqlite_close,
    .begin = begin,
    .origin = origin,
    .put = put_unit,
    .drop = drop_unit,
    .end = end,
    .same = same,
    .units = units_of,
    .each = each,
    .version = tl_sqlite_version,
    .lengths = tl_sqlite_lengths,
    .lists = tl_sqlite_lists,
    .head = head_of,
    .stats = stats_of,
};
