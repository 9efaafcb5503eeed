#include "bitext/memory/postgres/lists.h"

#include <string.h>

/* -- written --------------------------------------------------------------------------------------------------- */

/* Sorted once, by lists and in them by units, which are strung together as they come. The first block may have units
 * already; its lengths may even be of some that are gone. */
gboolean tl_postgres_lists_extend(TlPostgres *store, GError **error) {
  return tl_postgres_execute(
      store,
      "SET LOCAL enable_hashagg = off; SET LOCAL jit = off; "
      "INSERT INTO tlumach_list SELECT (list >> 16)::int, (list & 65535)::int, "
      "string_agg(int2send(((unit # 32768) - 32768)::int2), '') FROM (SELECT (word::bigint << 16) | (id >> 16) AS "
      "list, "
      "(id & 65535)::int AS unit FROM (SELECT id, unnest(words) AS word FROM fresh JOIN incoming USING(sequence)) "
      "posting ORDER BY list, unit) sorted GROUP BY list "
      "ON CONFLICT(word, block) DO UPDATE SET units = tlumach_list.units || EXCLUDED.units; "
      "INSERT INTO tlumach_length SELECT (id >> 16)::int, string_agg(set_byte('\\x00', 0, least(length, 255)), '' "
      "ORDER "
      "BY id) FROM fresh JOIN incoming USING(sequence) GROUP BY 1 ON CONFLICT(block) DO UPDATE SET words = "
      "substring(tlumach_length.words FOR greatest((SELECT min(id) FROM fresh) - (EXCLUDED.block::bigint << 16), "
      "0)::int) || EXCLUDED.words",
      error);
}

/* The server's order of bytes. */
static void swap_units(guint8 *bytes, gsize size) {
  for (gsize i = 0; i + 1 < size; i += 2) {
    guint16 unit;
    memcpy(&unit, bytes + i, sizeof unit);
    unit = GUINT16_FROM_BE(unit);
    memcpy(bytes + i, &unit, sizeof unit);
  }
}

static char *hex_of(const GByteArray *list) {
  static const char digits[] = "0123456789abcdef";
  char *text = g_malloc(2 * (gsize)list->len + 3), *at = text;
  *at++ = '\\';
  *at++ = 'x';
  for (guint i = 0; i < list->len; i++) {
    *at++ = digits[list->data[i] >> 4];
    *at++ = digits[list->data[i] & 15];
  }
  *at = '\0';
  return text;
}

/* Numbers of four bytes, then a list of no more than a block has, in pieces of so many bytes each. */
static gboolean is_list(const PGresult *result, int row, int numbers, int piece) {
  for (int i = 0; i < numbers; i++)
    if (PQgetlength(result, row, i) != sizeof(guint32))
      return FALSE;
  int size = PQgetlength(result, row, numbers);
  return size % piece == 0 && (guint)(size / piece) <= TL_BLOCK_UNITS;
}

static gboolean shorten(gpointer data, guint32 word, gint64 block, GByteArray *units, GError **error) {
  char key[16], number[24];
  g_snprintf(key, sizeof key, "%d", (gint32)word);
  g_snprintf(number, sizeof number, "%" G_GINT64_FORMAT, block);
  PGresult *result = tl_postgres_ask_binary(data, "SELECT units FROM tlumach_list WHERE word = $1 AND block = $2",
                                            (const char *[]){key, number}, 2, error);
  if (!(result = tl_postgres_expect(data, result, 1, 0, error)))
    return FALSE;
  if (PQntuples(result) > 0 && !is_list(result, 0, 0, sizeof(guint16)))
    return tl_postgres_damaged(data, result, error) != NULL;
  g_autoptr(GByteArray) list = g_byte_array_new();
  if (PQntuples(result) > 0)
    g_byte_array_append(list, (const guint8 *)PQgetvalue(result, 0, 0), (guint)PQgetlength(result, 0, 0));
  PQclear(result);
  swap_units(list->data, list->len);
  tl_postings_take_out(list, units);
  swap_units(list->data, list->len);
  g_autofree char *left = hex_of(list);
  result = tl_postgres_ask(data,
                           list->len ? "UPDATE tlumach_list SET units = $3 WHERE word = $1 AND block = $2"
                                     : "DELETE FROM tlumach_list WHERE word = $1 AND block = $2",
                           (const char *[]){key, number, left}, list->len ? 3 : 2, error);
  PQclear(result);
  return result != NULL;
}

gboolean tl_postgres_lists_flush(TlPostgres *store, GError **error) {
  return tl_postings_each(store->dropped, store->dropped_block, shorten, store, error);
}

gboolean tl_postgres_lists_drop(TlPostgres *store, gint64 unit, const guint32 *words, guint n, GError **error) {
  gint64 block = unit >> TL_BLOCK_BITS;
  if (block != store->dropped_block && !tl_postgres_lists_flush(store, error))
    return FALSE;
  store->dropped_block = block;
  tl_postings_add(store->dropped, unit, words, n);
  return TRUE;
}

/* -- read ------------------------------------------------------------------------------------------------------ */

gboolean tl_postgres_version(gpointer store, gint64 *version, GError **error) {
  PGresult *result = tl_postgres_ask(store, "SELECT value FROM tlumach_memory WHERE name = 'changes'", NULL, 0, error);
  result = tl_postgres_expect(store, result, 1, 0, error);
  *version = result && PQntuples(result) > 0 ? g_ascii_strtoll(PQgetvalue(result, 0, 0), NULL, 10) : 0;
  PQclear(result);
  return result != NULL;
}

static guint32 number_at(const PGresult *result, int row, int column) {
  guint32 number;
  memcpy(&number, PQgetvalue(result, row, column), sizeof number);
  return GUINT32_FROM_BE(number);
}

gboolean tl_postgres_lengths(gpointer store, TlMemoryListFunc found, gpointer user, GError **error) {
  PGresult *result = tl_postgres_ask_binary(store, "SELECT block, words FROM tlumach_length", NULL, 0, error);
  result = tl_postgres_expect(store, result, 2, 0, error);
  for (int i = 0; result && i < PQntuples(result); i++) { /* blocks are numbered from 0, none left out */
    if (!is_list(result, i, 1, 1) || number_at(result, i, 0) >= (guint32)PQntuples(result))
      return tl_postgres_damaged(store, result, error) != NULL;
    g_autoptr(GBytes) list = g_bytes_new(PQgetvalue(result, i, 1), (gsize)PQgetlength(result, i, 1));
    found(0, number_at(result, i, 0), list, user);
  }
  PQclear(result);
  return result != NULL;
}

gboolean tl_postgres_lists(gpointer store, const guint32 *words, guint n, TlMemoryListFunc found, gpointer user,
                           GError **error) {
  g_autofree char *array = tl_postgres_array(words, n);
  PGresult *result =
      tl_postgres_ask_binary(store, "SELECT word, block, units FROM tlumach_list WHERE word = ANY($1::int[])",
                             (const char *[]){array}, 1, error);
  result = tl_postgres_expect(store, result, 3, 0, error);
  for (int i = 0; result && i < PQntuples(result); i++) {
    if (!is_list(result, i, 2, sizeof(guint16)))
      return tl_postgres_damaged(store, result, error) != NULL;
    gsize size = (gsize)PQgetlength(result, i, 2);
    guint8 *units = g_memdup2(PQgetvalue(result, i, 2), size);
    swap_units(units, size);
    g_autoptr(GBytes) list = g_bytes_new_take(units, size);
    found(number_at(result, i, 0), number_at(result, i, 1), list, user);
  }
  PQclear(result);
  return result != NULL;
}
