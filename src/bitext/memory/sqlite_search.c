/* The index, asked. The rare words of a text are counted first: how many of them each unit has; a list is an array that
 * is walked once. Of the units that have most of them the usual words are counted, too, and the likeliest are given:
 * those with most words in common, as a share of the longer text. A number weighs half a word, as it does for the
 * scorer: of reports that differ in their numbers alone, those with the same numbers come first. */
#include <stdlib.h>
#include <string.h>

#include "bitext/memory/keys.h"
#include "bitext/memory/sqlite.h"

#define WORDS_MAX 120u        /* of a query */
#define WEIGHT_MAX 127u       /* that is counted for all units: a counter has seven bits */
#define WALKED_MAX 300000u    /* entries of lists that are walked for a query; half of its words are, however long */
#define SIZES_MAX 100000u     /* words whose frequency is remembered */
#define LISTS_MAX (64u << 20) /* bytes of lists that are remembered */
#define KEPT 512u             /* likely units that the usual words are counted for … */
#define GIVEN 64u             /* … and of them given to be compared */
#define SLACK 40u             /* percent that a score may be above the share of the rare words in common */

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
    g_ptr_array_add(store->all_lengths, g_bytes_new(sqlite3_column_blob(row, 0), (gsize)sqlite3_column_bytes(row, 0)));
  if (row)
    sqlite3_reset(row);
  g_free(store->shared);
  store->shared = g_malloc((gsize)store->all_lengths->len << TL_BLOCK_BITS);
  g_clear_pointer(&store->sizes, g_hash_table_unref);
  g_clear_pointer(&store->lists, g_hash_table_unref);
  store->sizes = g_hash_table_new(NULL, NULL);
  store->lists = g_hash_table_new_full(NULL, NULL, NULL, (GDestroyNotify)g_ptr_array_unref);
  store->lists_size = 0;
  store->version = version;
  if (own)
    g_propagate_error(error, own);
  return row && !own;
}

static guint weight(guint32 word) {
  return word & TL_MEMORY_NUMBER ? 1 : 2;
}

/* Its weight for each unit that has the word. */
static gboolean count_word(TlSqlite *store, guint32 word, GError **error) {
  GError *own = NULL;
  guint8 more = (guint8)weight(word);
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
      shared[units[i]] = (guint8)(shared[units[i]] + more);
  }
  sqlite3_reset(row);
  if (own)
    g_propagate_error(error, own);
  return own == NULL;
}

typedef struct Counted {
  guint32 word;
  guint units;      /* that have it */
  gboolean counted; /* for all units */
} Counted;

/* In how many units it is. */
static gboolean size_of(TlSqlite *store, guint32 word, guint *units, GError **error) {
  gpointer known;
  GError *own = NULL;
  if (g_hash_table_lookup_extended(store->sizes, GUINT_TO_POINTER(word), NULL, &known)) {
    *units = GPOINTER_TO_UINT(known);
    return TRUE;
  }
  sqlite3_stmt *row = tl_sqlite_statement(store, TL_SQL_LIST_SIZES, error);
  if (!row)
    return FALSE;
  sqlite3_bind_int64(row, 1, word);
  *units = tl_sqlite_row(store, row, &own) ? (guint)(sqlite3_column_int64(row, 0) / 2) : 0;
  sqlite3_reset(row);
  if (own) {
    g_propagate_error(error, own);
    return FALSE;
  }
  if (g_hash_table_size(store->sizes) > SIZES_MAX)
    g_hash_table_remove_all(store->sizes);
  g_hash_table_insert(store->sizes, GUINT_TO_POINTER(word), GUINT_TO_POINTER(*units));
  return TRUE;
}

/* Words before numbers, rare ones first. */
static gint by_units(gconstpointer a, gconstpointer b) {
  const Counted *left = a, *right = b;
  if (weight(left->word) != weight(right->word))
    return weight(left->word) > weight(right->word) ? -1 : 1;
  return left->units < right->units ? -1 : left->units > right->units;
}

typedef struct Likely {
  guint32 unit;
  guint8 shared, length; /* weight of what is in common; words of the unit */
  guint8 likeness;       /* percent */
} Likely;

/* The likely units, and from which likeness on another one is taken. */
typedef struct Choice {
  GArray *likely;
  Counted *words;
  guint n, n_words;     /* of these; without numbers */
  guint whole, counted; /* weight of them, and of those that were counted */
  guint cutoff;         /* percent */
} Choice;

/* Counts words, the rare ones first, and at least half of them; then numbers that are rare. */
static gboolean count_rare(TlSqlite *store, Choice *choice, GError **error) {
  Counted *words = choice->words;
  guint64 walked = 0;
  for (guint i = 0; i < choice->n; i++)
    if (!size_of(store, words[i].word, &words[i].units, error))
      return FALSE;
  qsort(words, choice->n, sizeof *words, by_units);
  for (guint i = 0; i < choice->n && choice->counted + 2 <= WEIGHT_MAX; i++) {
    gboolean needed = choice->n_words ? i <= choice->n_words / 2 : i == 0;
    if (!needed && walked + words[i].units > WALKED_MAX)
      continue; /* there may be rare numbers behind it */
    walked += words[i].units;
    words[i].counted = TRUE;
    choice->counted += weight(words[i].word);
    if (!count_word(store, words[i].word, error))
      return FALSE;
  }
  return TRUE;
}

/* What is in common of the longer text, where a part of the query was looked at: the rest is taken to do as that part
 * does, and units to have as many numbers as the query. */
static guint8 likeness_of(const Choice *choice, guint shared, guint length) {
  guint longer = choice->whole + 2 * (MAX(choice->n_words, length) - choice->n_words);
  return (guint8)MIN(shared * choice->whole * 100 / (choice->counted * longer), 100u);
}

/* Keeps the `most` likeliest, and of those that are as good as the last of them as many again, the newer ones. */
static void cut(Choice *choice, guint most) {
  guint with[102] = {0}, cutoff = 101, above = 0, kept = choice->likely->len;
  Likely *all = (Likely *)(void *)choice->likely->data;
  for (guint i = 0; i < choice->likely->len; i++)
    with[all[i].likeness]++;
  while (cutoff > 0 && above + with[cutoff] < most)
    above += with[cutoff--];
  choice->cutoff = MAX(choice->cutoff, cutoff);
  for (guint i = choice->likely->len, equals = 0; i-- > 0;)
    if (all[i].likeness > cutoff || (all[i].likeness == cutoff && equals++ < 2 * most - above))
      all[--kept] = all[i];
  g_array_remove_range(choice->likely, 0, kept);
}

static void take(Choice *choice, guint32 unit, guint8 shared, guint8 length) {
  guint8 likeness = likeness_of(choice, shared, length);
  if (likeness < choice->cutoff)
    return;
  g_array_append_val(choice->likely, ((Likely){unit, shared, length, likeness}));
  if (choice->likely->len >= 4 * KEPT)
    cut(choice, KEPT);
}

/* The least weight in common that reaches the cutoff. */
static guint fewest(const Choice *choice) {
  return CLAMP((choice->cutoff * choice->counted + 99) / 100, 1u, 128u);
}

/* Eight counters at a look: most are below. A counter is at most WEIGHT_MAX, so its eighth bit is free: adding what is
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
}

/* -- usual words ----------------------------------------------------------------------------------------------- */

static void bytes_unref(gpointer data) {
  if (data)
    g_bytes_unref(data);
}

/* The lists of a usual word (GBytes a block, NULL: none has it), kept for the next query. */
static const GPtrArray *lists_of(TlSqlite *store, guint32 word, GError **error) {
  GPtrArray *lists = g_hash_table_lookup(store->lists, GUINT_TO_POINTER(word));
  GError *own = NULL;
  if (lists)
    return lists;
  sqlite3_stmt *row = tl_sqlite_statement(store, TL_SQL_LISTS, error);
  if (!row)
    return NULL;
  if (store->lists_size > LISTS_MAX) {
    g_hash_table_remove_all(store->lists);
    store->lists_size = 0;
  }
  lists = g_ptr_array_new_with_free_func(bytes_unref);
  g_ptr_array_set_size(lists, (gint)store->all_lengths->len);
  g_hash_table_insert(store->lists, GUINT_TO_POINTER(word), lists);
  sqlite3_bind_int64(row, 1, word);
  while (tl_sqlite_row(store, row, &own)) {
    gint64 block = sqlite3_column_int64(row, 0);
    gsize size = (gsize)sqlite3_column_bytes(row, 1);
    if (block >= 0 && block < lists->len && !lists->pdata[block])
      lists->pdata[block] = g_bytes_new(sqlite3_column_blob(row, 1), size);
    store->lists_size += size;
  }
  sqlite3_reset(row);
  if (!own)
    return lists;
  g_hash_table_remove(store->lists, GUINT_TO_POINTER(word));
  g_propagate_error(error, own);
  return NULL;
}

static gboolean has_unit(const GPtrArray *lists, guint32 unit) {
  GBytes *list = lists->pdata[unit >> TL_BLOCK_BITS];
  gsize size = 0;
  const guint16 *units = list ? g_bytes_get_data(list, &size) : NULL;
  guint16 wanted = (guint16)(unit & (TL_BLOCK_UNITS - 1));
  gsize low = 0, high = size / sizeof *units;
  while (low < high) {
    gsize middle = (low + high) / 2;
    if (units[middle] < wanted)
      low = middle + 1;
    else
      high = middle;
  }
  return low < size / sizeof *units && units[low] == wanted;
}

static gint by_likeness(gconstpointer a, gconstpointer b) {
  const Likely *left = a, *right = b;
  if (left->likeness != right->likeness)
    return left->likeness < right->likeness ? 1 : -1;
  return left->unit < right->unit ? 1 : left->unit > right->unit ? -1 : 0; /* the newer one first */
}

/* Counts the words that were left for those that were chosen, and puts the likeliest of them in order. */
static gboolean refine(TlSqlite *store, Choice *choice, GError **error) {
  cut(choice, KEPT);
  for (const Counted *word = choice->words; word < choice->words + choice->n; word++) {
    const GPtrArray *lists = word->counted ? NULL : lists_of(store, word->word, error);
    if (word->counted)
      continue;
    if (!lists)
      return FALSE;
    for (guint j = 0; j < choice->likely->len; j++) {
      Likely *one = &g_array_index(choice->likely, Likely, j);
      one->shared = (guint8)(one->shared + (has_unit(lists, one->unit) ? weight(word->word) : 0));
    }
  }
  choice->counted = choice->whole;
  for (guint j = 0; j < choice->likely->len; j++) {
    Likely *one = &g_array_index(choice->likely, Likely, j);
    one->likeness = likeness_of(choice, one->shared, one->length);
  }
  cut(choice, GIVEN);
  g_array_sort(choice->likely, by_likeness);
  return TRUE;
}

/* -- what was found -------------------------------------------------------------------------------------------- */

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

static gboolean find_likely(TlSqlite *store, const TlMemoryQuery *query, GArray *likely, GError **error) {
  Counted words[WORDS_MAX];
  guint n = MIN(query->n_words, WORDS_MAX), n_words = tl_memory_count_words(query->words, n);
  Choice choice = {likely, words, n, n_words, n + n_words, 0, query->least > SLACK ? query->least - SLACK : 1};
  for (guint i = 0; i < n; i++)
    words[i] = (Counted){query->words[i], 0, FALSE};
  if (n == 0)
    return TRUE;
  if (store->shared)
    memset(store->shared, 0, (gsize)store->all_lengths->len << TL_BLOCK_BITS);
  if (!count_rare(store, &choice, error))
    return FALSE;
  choose(store, &choice);
  return refine(store, &choice, error);
}

gboolean tl_sqlite_candidates(gpointer data, const TlMemoryQuery *query, TlMemoryUnitFunc found, gpointer user,
                              GError **error) {
  TlSqlite *store = data;
  Given given = {found, user, FALSE};
  g_autoptr(GArray) likely = g_array_new(FALSE, FALSE, sizeof(Likely));
  if (!give_same(store, query, &given, error) || !read_lengths(store, error) ||
      !find_likely(store, query, likely, error))
    return FALSE;
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
