/* The index, written: of each word, which units have it, in blocks. A block is gathered in memory and put in its place
 * when it is full, or the import ends; what is taken out of a block likewise. */
#include <string.h>

#include "bitext/memory/keys.h"
#include "bitext/memory/sqlite.h"

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
  if (sqlite3_step(row) == SQLITE_ROW)
    g_byte_array_append(store->lengths, sqlite3_column_blob(row, 0), (guint)sqlite3_column_bytes(row, 0));
  sqlite3_finalize(row);
  g_byte_array_set_size(store->lengths, known);
  return TRUE;
}

/* By words; units of one word stay in the order in which they came. */
static void sort_pending(GArray *pending) {
  g_autofree TlPosting *other = g_new(TlPosting, pending->len + 1);
  TlPosting *from = (TlPosting *)(void *)pending->data, *to = other;
  for (guint shift = 0; shift < 32; shift += 8) {
    guint starts[257] = {0};
    for (guint i = 0; i < pending->len; i++)
      starts[(from[i].word >> shift & 0xFF) + 1]++;
    for (guint i = 0; i < 256; i++)
      starts[i + 1] += starts[i];
    for (guint i = 0; i < pending->len; i++)
      to[starts[from[i].word >> shift & 0xFF]++] = from[i];
    TlPosting *swap = from;
    from = to;
    to = swap;
  } /* four rounds: the result is where it was */
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

/* What is done to the list of a word in a block: `units` (guint16) come or go. */
typedef gboolean (*ListFunc)(TlSqlite *store, guint32 word, gint64 block, GByteArray *units, GError **error);

static gboolean extend_list(TlSqlite *store, guint32 word, gint64 block, GByteArray *units, GError **error) {
  return (store->fresh || read_list(store, word, block, units, error)) && write_list(store, word, block, units, error);
}

static gboolean shorten_list(TlSqlite *store, guint32 word, gint64 block, GByteArray *units, GError **error) {
  g_autoptr(GByteArray) list = g_byte_array_new();
  if (!read_list(store, word, block, list, error))
    return FALSE;
  const guint16 *gone = (const guint16 *)(const void *)units->data, *end = gone + units->len / sizeof *gone;
  guint16 *all = (guint16 *)(void *)list->data;
  guint kept = 0;
  for (guint i = 0; i < list->len / sizeof *all; i++) {
    while (gone < end && *gone < all[i])
      gone++;
    if (gone == end || *gone != all[i])
      all[kept++] = all[i];
  }
  g_byte_array_set_size(list, kept * (guint)sizeof *all);
  return write_list(store, word, block, list, error);
}

static gboolean each_list(TlSqlite *store, GArray *postings, gint64 block, ListFunc change, GError **error) {
  gboolean good = TRUE;
  g_autoptr(GByteArray) units = g_byte_array_new();
  sort_pending(postings);
  const TlPosting *all = (const TlPosting *)(const void *)postings->data;
  for (guint i = 0, end; good && i < postings->len; i = end) {
    g_byte_array_set_size(units, 0);
    for (end = i; end < postings->len && all[end].word == all[i].word; end++)
      g_byte_array_append(units, (const guint8 *)&all[end].unit, sizeof all[end].unit);
    good = change(store, all[i].word, block, units, error);
  }
  g_array_set_size(postings, 0);
  return good;
}

static gboolean flush_block(TlSqlite *store, gint64 block, GError **error) {
  gboolean good = each_list(store, store->pending, block, extend_list, error);
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
  return each_list(store, store->dropped, store->dropped_block, shorten_list, error);
}

static void add_postings(GArray *postings, gint64 unit, const guint32 *words, guint n) {
  for (guint i = 0; i < n; i++)
    g_array_append_val(postings, ((TlPosting){words[i], (guint16)(unit & (TL_BLOCK_UNITS - 1))}));
}

gboolean tl_sqlite_index_put(TlSqlite *store, gint64 unit, const guint32 *words, guint n, GError **error) {
  guint8 length = (guint8)MIN(tl_memory_count_words(words, n), 255u);
  add_postings(store->pending, unit, words, n);
  g_byte_array_append(store->lengths, &length, 1);
  return store->lengths->len < TL_BLOCK_UNITS || flush_block(store, unit >> TL_BLOCK_BITS, error);
}

gboolean tl_sqlite_index_drop(TlSqlite *store, gint64 unit, const guint32 *words, guint n, GError **error) {
  gint64 block = unit >> TL_BLOCK_BITS;
  if (block != store->dropped_block && !flush_dropped(store, error))
    return FALSE;
  store->dropped_block = block;
  add_postings(store->dropped, unit, words, n);
  return TRUE;
}

gboolean tl_sqlite_index_end(TlSqlite *store, gboolean keep, GError **error) {
  gboolean good =
      !keep || ((store->lengths->len == 0 || flush_block(store, (store->next - 1) >> TL_BLOCK_BITS, error)) &&
                flush_dropped(store, error));
  g_clear_pointer(&store->dropped, g_array_unref);
  g_clear_pointer(&store->pending, g_array_unref);
  g_clear_pointer(&store->lengths, g_byte_array_unref);
  g_clear_pointer(&store->all_lengths, g_ptr_array_unref);
  return good;
}
