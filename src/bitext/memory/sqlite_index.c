/* The index: of each word, which units have it, in blocks. A search counts, block by block, how many of its words each
 * unit has: a list is an array that is walked once. Then it looks at the units with most in common, as a share of the
 * longer of the two. */
#include <string.h>

#include "bitext/memory/sqlite.h"

#define WORDS_MAX 120u      /* of a query; more than 127 would run over a counter's seven bits */
#define KEPT 512u           /* likely units that are kept while counting … */
#define GIVEN 64u           /* … and of them given to be compared */
#define SLACK 30u           /* percent that a score may be above the share of common words: forms, cases, numbers */

/* -- writing --------------------------------------------------------------------------------------------------- */

static gint64 block_of(const TlSqlite *store) {
  return store->next >> TL_BLOCK_BITS;
}

/* The lengths that the open block has already, when it was begun by an earlier import. */
gboolean tl_sqlite_index_begin(TlSqlite *store, GError **error) {
  sqlite3_stmt *row = NULL;
  guint known = (guint)(store->next & (TL_BLOCK_UNITS - 1));
  store->pending = g_array_new(FALSE, FALSE, sizeof(TlPosting));
  store->lengths = g_byte_array_sized_new(TL_BLOCK_UNITS);
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

/* Puts a word's units of the open block behind those that its list has. */
static gboolean extend_list(TlSqlite *store, guint32 word, gint64 block, GByteArray *units, GError **error) {
  GError *own = NULL;
  if (!store->fresh) {
    sqlite3_stmt *row = tl_sqlite_statement(store, TL_SQL_LIST, error);
    if (!row)
      return FALSE;
    sqlite3_bind_int64(row, 1, word);
    sqlite3_bind_int64(row, 2, block);
    if (tl_sqlite_row(store, row, &own))
      g_byte_array_prepend(units, sqlite3_column_blob(row, 0), (guint)sqlite3_column_bytes(row, 0));
    sqlite3_reset(row);
    if (own) {
      g_propagate_error(error, own);
      return FALSE;
    }
  }
  sqlite3_stmt *put = tl_sqlite_statement(store, TL_SQL_LIST_PUT, error);
  if (!put)
    return FALSE;
  sqlite3_bind_int64(put, 1, word);
  sqlite3_bind_int64(put, 2, block);
  sqlite3_bind_blob(put, 3, units->data, (int)units->len, SQLITE_STATIC);
  return tl_sqlite_run(store, put, error);
}

static gboolean flush_block(TlSqlite *store, gint64 block, GError **error) {
  gboolean good = TRUE;
  g_autoptr(GByteArray) units = g_byte_array_new();
  sort_pending(store->pending);
  const TlPosting *all = (const TlPosting *)(const void *)store->pending->data;
  for (guint i = 0, end; good && i < store->pending->len; i = end) {
    g_byte_array_set_size(units, 0);
    for (end = i; end < store->pending->len && all[end].word == all[i].word; end++)
      g_byte_array_append(units, (const guint8 *)&all[end].unit, sizeof all[end].unit);
    good = extend_list(store, all[i].word, block, units, error);
  }
  sqlite3_stmt *put = good ? tl_sqlite_statement(store, TL_SQL_LENGTHS_PUT, error) : NULL;
  if (!put)
    return FALSE;
  sqlite3_bind_int64(put, 1, block);
  sqlite3_bind_blob(put, 2, store->lengths->data, (int)store->lengths->len, SQLITE_STATIC);
  good = tl_sqlite_run(store, put, error);
  g_array_set_size(store->pending, 0);
  g_byte_array_set_size(store->lengths, 0);
  store->fresh = TRUE;
  return good;
}

gboolean tl_sqlite_index_put(TlSqlite *store, gint64 unit, const guint32 *words, guint n, GError **error) {
  guint8 length = (guint8)MIN(n, 255u);
  for (guint i = 0; i < n; i++)
    g_array_append_val(store->pending, ((TlPosting){words[i], (guint16)(unit & (TL_BLOCK_UNITS - 1))}));
  g_byte_array_append(store->lengths, &length, 1);
  return store->lengths->len < TL_BLOCK_UNITS || flush_block(store, unit >> TL_BLOCK_BITS, error);
}

gboolean tl_sqlite_index_end(TlSqlite *store, gboolean keep, GError **error) {
  gboolean good = !keep || store->lengths->len == 0 || flush_block(store, (store->next - 1) >> TL_BLOCK_BITS, error);
  g_clear_pointer(&store->pending, g_array_unref);
  g_clear_pointer(&store->lengths, g_byte_array_unref);
  g_clear_pointer(&store->all_lengths, g_ptr_array_unref);
  return good;
}

/* -- searching ------------------------------------------------------------------------------------------------- */

typedef struct Likely {
  guint32 unit;
  guint8 likeness; /* percent */
} Likely;

/* Read once, and again when somebody has written. */
static gboolean read_lengths(TlSqlite *store, GError **error) {
  GError *own = NULL;
  sqlite3_stmt *row = tl_sqlite_statement(store, TL_SQL_VERSION, error);
  if (!row)
    return FALSE;
  gint64 version = tl_sqlite_row(store, row, NULL) ? sqlite3_column_int64(row, 0) : 0;
  sqlite3_reset(row);
  if (store->all_lengths && version == store->version)
    return TRUE;
  g_clear_pointer(&store->all_lengths, g_ptr_array_unref);
  store->all_lengths = g_ptr_array_new_with_free_func((GDestroyNotify)g_bytes_unref);
  row = tl_sqlite_statement(store, TL_SQL_LENGTHS, error);
  while (row && tl_sqlite_row(store, row, &own))
    g_ptr_array_add(store->all_lengths,
                    g_bytes_new(sqlite3_column_blob(row, 0), (gsize)sqlite3_column_bytes(row, 0)));
  if (row)
    sqlite3_reset(row);
  g_free(store->shared);
  store->shared = g_malloc((gsize)store->all_lengths->len << TL_BLOCK_BITS);
  store->version = version;
  if (own)
    g_propagate_error(error, own);
  return row && !own;
}

/* One more for each unit that has the word. */
static gboolean count_word(TlSqlite *store, guint32 word, GError **error) {
  GError *own = NULL;
  sqlite3_stmt *row = tl_sqlite_statement(store, TL_SQL_LISTS, error);
  if (!row)
    return FALSE;
  sqlite3_bind_int64(row, 1, word);
  while (tl_sqlite_row(store, row, &own)) {
    gint64 block = sqlite3_column_int64(row, 0);
    const guint16 *units = sqlite3_column_blob(row, 1);
    guint n = (guint)sqlite3_column_bytes(row, 1) / (guint)sizeof *units;
    if (block < 0 || block >= store->all_lengths->len)
      continue; /* written since the lengths were read */
    guint8 *shared = store->shared + ((gsize)block << TL_BLOCK_BITS);
    for (guint i = 0; i < n; i++)
      shared[units[i]]++;
  }
  sqlite3_reset(row);
  if (own)
    g_propagate_error(error, own);
  return own == NULL;
}

static gint by_likeness(gconstpointer a, gconstpointer b) {
  const Likely *left = a, *right = b;
  if (left->likeness != right->likeness)
    return left->likeness < right->likeness ? 1 : -1;
  return left->unit < right->unit ? 1 : left->unit > right->unit ? -1 : 0; /* the newer one first */
}

/* The likely units, and from which likeness on another one is taken. */
typedef struct Choice {
  GArray *likely;
  guint n;      /* words of the query */
  guint cutoff; /* percent */
} Choice;

/* The fewest words in common that reach the cutoff. */
static guint fewest(const Choice *choice) {
  return MAX((choice->cutoff * choice->n + 99) / 100, 1);
}

static void take(Choice *choice, guint32 unit, guint shared, guint length) {
  guint likeness = shared * 100 / MAX(MAX(choice->n, length), 1);
  if (likeness < choice->cutoff)
    return;
  g_array_append_val(choice->likely, ((Likely){unit, (guint8)MIN(likeness, 100)}));
  if (choice->likely->len < 2 * KEPT)
    return;
  g_array_sort(choice->likely, by_likeness);
  g_array_set_size(choice->likely, KEPT);
  choice->cutoff = MAX(choice->cutoff, g_array_index(choice->likely, Likely, KEPT - 1).likeness);
}

/* Eight counters at a look: most are below. A counter is at most WORDS_MAX, so its eighth bit is free: adding what is
 * missing from `least` to 128 sets it in those that reach it. */
static void choose_in(Choice *choice, const guint8 *shared, guint32 first, const guint8 *lengths, gsize n) {
  guint least = fewest(choice);
  guint64 ones = 0x0101010101010101u, high = ones << 7, add = ones * (128 - least);
  for (gsize i = 0; i < n; i += 8) {
    guint64 eight;
    memcpy(&eight, shared + i, 8);
    if (!((eight + add) & high))
      continue;
    for (gsize j = i; j < MIN(i + 8, n); j++)
      if (shared[j] >= least)
        take(choice, first + (guint32)j, shared[j], lengths[j]);
    if (fewest(choice) > least) {
      least = fewest(choice);
      add = ones * (128 - least);
    }
  }
}

static void choose(TlSqlite *store, Choice *choice) {
  for (guint block = 0; block < store->all_lengths->len; block++) {
    gsize n;
    const guint8 *lengths = g_bytes_get_data(store->all_lengths->pdata[block], &n);
    n = MIN(n, TL_BLOCK_UNITS);
    choose_in(choice, store->shared + ((gsize)block << TL_BLOCK_BITS), block << TL_BLOCK_BITS, lengths, n);
  }
  g_array_sort(choice->likely, by_likeness);
}

typedef struct Given {
  TlMemoryUnitFunc found;
  gpointer user;
  gboolean enough;
} Given;

static gboolean give(const TlMemoryUnit *unit, guint likeness, gpointer user, GError **error) {
  Given *given = user;
  given->enough = !given->found(unit, likeness, given->user, error);
  return !given->enough;
}

static gboolean give_same(TlSqlite *store, const TlMemoryQuery *query, Given *given, GError **error) {
  GError *own = NULL;
  sqlite3_stmt *row = tl_sqlite_statement(store, TL_SQL_SAME, error);
  if (!row)
    return FALSE;
  sqlite3_bind_int64(row, 1, (gint64)query->key);
  for (guint i = 0; i < GIVEN && tl_sqlite_row(store, row, &own) && tl_sqlite_give(store, row, 100, give, given, &own);
       i++)
    ;
  sqlite3_reset(row);
  if (own)
    g_propagate_error(error, own);
  return own == NULL;
}

static gboolean give_unit(TlSqlite *store, gint64 unit, guint likeness, Given *given, GError **error) {
  GError *own = NULL;
  sqlite3_stmt *row = tl_sqlite_statement(store, TL_SQL_UNIT, error);
  if (!row)
    return FALSE;
  sqlite3_bind_int64(row, 1, unit);
  if (tl_sqlite_row(store, row, &own))
    tl_sqlite_give(store, row, likeness, give, given, &own);
  sqlite3_reset(row);
  if (own)
    g_propagate_error(error, own);
  return own == NULL;
}

gboolean tl_sqlite_candidates(gpointer data, const TlMemoryQuery *query, TlMemoryUnitFunc found, gpointer user,
                              GError **error) {
  TlSqlite *store = data;
  Given given = {found, user, FALSE};
  guint n = MIN(query->n_words, WORDS_MAX);
  if (!give_same(store, query, &given, error) || !read_lengths(store, error))
    return FALSE;
  memset(store->shared, 0, (gsize)store->all_lengths->len << TL_BLOCK_BITS);
  for (guint i = 0; i < n; i++)
    if (!count_word(store, query->words[i], error))
      return FALSE;
  g_autoptr(GArray) likely = g_array_new(FALSE, FALSE, sizeof(Likely));
  Choice choice = {likely, n, query->least > SLACK ? query->least - SLACK : 1};
  if (n > 0)
    choose(store, &choice);
  for (guint i = 0; i < MIN(likely->len, GIVEN) && !given.enough; i++) {
    const Likely *one = &g_array_index(likely, Likely, i);
    if (!give_unit(store, one->unit, one->likeness, &given, error))
      return FALSE;
  }
  return TRUE;
}

/* Counts each group once: a unit has it when it has one of its words. */
gboolean tl_sqlite_containing(gpointer data, const guint32 *words, const guint *n, guint n_groups,
                              TlMemoryUnitFunc found, gpointer user, GError **error) {
  TlSqlite *store = data;
  Given given = {found, user, FALSE};
  if (!read_lengths(store, error))
    return FALSE;
  gsize size = (gsize)store->all_lengths->len << TL_BLOCK_BITS;
  g_autofree guint8 *all = g_malloc(size + 1);
  memset(all, 1, size);
  for (guint group = 0; group < n_groups; words += n[group], group++) {
    memset(store->shared, 0, size);
    for (guint i = 0; i < MIN(n[group], WORDS_MAX); i++)
      if (!count_word(store, words[i], error))
        return FALSE;
    for (gsize unit = 0; unit < size; unit++)
      all[unit] &= store->shared[unit] > 0;
  }
  for (gsize unit = size; unit-- > 0 && !given.enough;)
    if (all[unit] && !give_unit(store, (gint64)unit, 0, &given, error))
      return FALSE;
  return TRUE;
}
