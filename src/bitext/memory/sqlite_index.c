/* The index in the file: of each word, which units have it, in blocks. A block is gathered in memory and put in its
 * place when it is full, or the import ends; what is taken out of a block likewise. */
#include <string.h>

#include "bitext/memory/keys.h"
#include "bitext/memory/postings.h"
#include "bitext/memory/sqlite.h"

#define MISFIT "its index does not fit its units"

static gint64 block_of(const TlSqlite *store) {
  return store->next >> TL_BLOCK_BITS;
}

/* The lengths that the open block has already, when it was begun by an earlier import. */
gboolean tl_sqlite_index_begin(TlSqlite *store, GError **error) {
  sqlite3_stmt *row = NULL;
  guint known = (guint)(store->next & (TL_BLOCK_UNITS - 1));
  store->pending = g_array_new(FALSE, FALSE, sizeof(TlPosting));
  store->lengths = g_byte_array_sized_new(TL_BLOCK_UNITS);
  store->dropped = g_array_new(FALSE, FALSE, sizeof(TlPosting));
  store->fresh = known == 0;
  if (known == 0)
    return TRUE;
  if (sqlite3_prepare_v2(store->db, "SELECT words FROM length WHERE block = ?", -1, &row, NULL) != SQLITE_OK)
    return tl_sqlite_fail(store, error);
  sqlite3_bind_int64(row, 1, block_of(store));
  if (sqlite3_step(row) == SQLITE_ROW && sqlite3_column_bytes(row, 0) >= (int)known)
    g_byte_array_append(store->lengths, sqlite3_column_blob(row, 0), known); /* those behind are of units that went */
  sqlite3_finalize(row);
  return store->lengths->len == known || tl_sqlite_damaged(store, MISFIT, error);
}

static sqlite3_stmt *list_statement(TlSqlite *store, TlSql which, guint32 word, gint64 block, GError **error) {
  sqlite3_stmt *statement = tl_sqlite_statement(store, which, error);
  if (statement) {
    sqlite3_bind_int64(statement, 1, word);
    sqlite3_bind_int64(statement, 2, block);
  }
  return statement;
}

/* Puts what a word's list has before `units`. */
static gboolean read_list(TlSqlite *store, guint32 word, gint64 block, GByteArray *units, GError **error) {
  GError *own = NULL;
  sqlite3_stmt *row = list_statement(store, TL_SQL_LIST, word, block, error);
  if (!row)
    return FALSE;
  if (tl_sqlite_row(store, row, &own))
    g_byte_array_prepend(units, sqlite3_column_blob(row, 0), (guint)sqlite3_column_bytes(row, 0));
  sqlite3_reset(row);
  if (own)
    g_propagate_error(error, own);
  return own == NULL;
}

static gboolean write_list(TlSqlite *store, guint32 word, gint64 block, const GByteArray *units, GError **error) {
  sqlite3_stmt *put = list_statement(store, units->len ? TL_SQL_LIST_PUT : TL_SQL_LIST_DROP, word, block, error);
  if (put && units->len)
    sqlite3_bind_blob(put, 3, units->data, (int)units->len, SQLITE_STATIC);
  return put && tl_sqlite_run(store, put, error);
}

static gboolean extend_list(gpointer data, guint32 word, gint64 block, GByteArray *units, GError **error) {
  TlSqlite *store = data;
  return (store->fresh || read_list(store, word, block, units, error)) && write_list(store, word, block, units, error);
}

static gboolean shorten_list(gpointer data, guint32 word, gint64 block, GByteArray *units, GError **error) {
  g_autoptr(GByteArray) list = g_byte_array_new();
  if (!read_list(data, word, block, list, error))
    return FALSE;
  tl_postings_take_out(list, units);
  return write_list(data, word, block, list, error);
}

static gboolean flush_block(TlSqlite *store, gint64 block, GError **error) {
  gboolean good = tl_postings_each(store->pending, block, extend_list, store, error);
  sqlite3_stmt *put = good ? tl_sqlite_statement(store, TL_SQL_LENGTHS_PUT, error) : NULL;
  if (!put)
    return FALSE;
  sqlite3_bind_int64(put, 1, block);
  sqlite3_bind_blob(put, 2, store->lengths->data, (int)store->lengths->len, SQLITE_STATIC);
  good = tl_sqlite_run(store, put, error);
  g_byte_array_set_size(store->lengths, 0);
  store->fresh = TRUE;
  return good;
}

static gboolean flush_dropped(TlSqlite *store, GError **error) {
  return tl_postings_each(store->dropped, store->dropped_block, shorten_list, store, error);
}

gboolean tl_sqlite_index_put(TlSqlite *store, gint64 unit, const guint32 *words, guint n, GError **error) {
  guint8 length = (guint8)MIN(tl_memory_count_words(words, n), 255u);
  tl_postings_add(store->pending, unit, words, n);
  g_byte_array_append(store->lengths, &length, 1);
  return store->lengths->len < TL_BLOCK_UNITS || flush_block(store, unit >> TL_BLOCK_BITS, error);
}

gboolean tl_sqlite_index_drop(TlSqlite *store, gint64 unit, const guint32 *words, guint n, GError **error) {
  gint64 block = unit >> TL_BLOCK_BITS;
  if (block != store->dropped_block && !flush_dropped(store, error))
    return FALSE;
  store->dropped_block = block;
  tl_postings_add(store->dropped, unit, words, n);
  return TRUE;
}

gboolean tl_sqlite_index_end(TlSqlite *store, gboolean keep, GError **error) {
  gboolean good =
      !keep || ((store->lengths->len == 0 || flush_block(store, (store->next - 1) >> TL_BLOCK_BITS, error)) &&
                flush_dropped(store, error));
  g_clear_pointer(&store->dropped, g_array_unref);
  g_clear_pointer(&store->pending, g_array_unref);
  g_clear_pointer(&store->lengths, g_byte_array_unref);
  store->changes++;
  return good;
}

/* -- read ------------------------------------------------------------------------------------------------------ */

/* SQLite's own number is of what others write. */
gboolean tl_sqlite_version(gpointer data, gint64 *version, GError **error) {
  TlSqlite *store = data;
  GError *own = NULL;
  sqlite3_stmt *row = tl_sqlite_statement(store, TL_SQL_VERSION, error);
  if (!row)
    return FALSE;
  *version = (tl_sqlite_row(store, row, &own) ? sqlite3_column_int64(row, 0) << 32 : 0) + store->changes;
  sqlite3_reset(row);
  if (own)
    g_propagate_error(error, own);
  return own == NULL;
}

/* Of a row of a block and a list. */
static void give_list(sqlite3_stmt *row, guint32 word, TlMemoryListFunc found, gpointer user) {
  const void *bytes = sqlite3_column_blob(row, 1);
  g_autoptr(GBytes) list = g_bytes_new(bytes, (gsize)sqlite3_column_bytes(row, 1));
  found(word, sqlite3_column_int64(row, 0), list, user);
}

static gboolean give_lists(TlSqlite *store, sqlite3_stmt *rows, guint32 word, TlMemoryListFunc found, gpointer user,
                           GError **error) {
  GError *own = NULL;
  while (!own && tl_sqlite_row(store, rows, &own)) {
    if (sqlite3_column_bytes(rows, 1) > (int)(TL_BLOCK_UNITS * sizeof(guint16)))
      tl_sqlite_damaged(store, MISFIT, &own);
    else
      give_list(rows, word, found, user);
  }
  sqlite3_reset(rows);
  if (own)
    g_propagate_error(error, own);
  return own == NULL;
}

/* Each block up to that of the last unit has a row, and a byte for each of its units. Searching keeps counters for all
 * units of the blocks: a damaged file must not make more of them than it has bytes. */
gboolean tl_sqlite_lengths(gpointer data, TlMemoryListFunc found, gpointer user, GError **error) {
  TlSqlite *store = data;
  GError *own = NULL;
  gint64 last = -1, block = 0;
  sqlite3_stmt *rows = tl_sqlite_statement(store, TL_SQL_LENGTHS, error);
  if (!rows)
    return FALSE;
  for (gboolean fits = TRUE; fits && tl_sqlite_row(store, rows, &own); block += fits) {
    last = sqlite3_column_int64(rows, 2);
    gint64 units = MIN(last - (block << TL_BLOCK_BITS) + 1, (gint64)TL_BLOCK_UNITS),
           size = sqlite3_column_bytes(rows, 1);
    fits = sqlite3_column_type(rows, 0) == SQLITE_INTEGER && sqlite3_column_int64(rows, 0) == block && size >= units &&
           size <= TL_BLOCK_UNITS;
    if (fits)
      give_list(rows, 0, found, user);
  }
  sqlite3_reset(rows);
  if (!own && block != (last >> TL_BLOCK_BITS) + 1)
    tl_sqlite_damaged(store, MISFIT, &own);
  if (own)
    g_propagate_error(error, own);
  return own == NULL;
}

gboolean tl_sqlite_lists(gpointer data, const guint32 *words, guint n, TlMemoryListFunc found, gpointer user,
                         GError **error) {
  for (guint i = 0; i < n; i++) {
    sqlite3_stmt *rows = tl_sqlite_statement(data, TL_SQL_LISTS, error);
    if (!rows || sqlite3_bind_int64(rows, 1, words[i]) != SQLITE_OK ||
        !give_lists(data, rows, words[i], found, user, error))
      return FALSE;
  }
  return TRUE;
}
