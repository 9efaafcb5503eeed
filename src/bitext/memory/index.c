#include "bitext/memory/index.h"

#include <string.h>

#include "bitext/memory/likely.h"

struct TlMemoryIndex {
  TlLists lists;
  guint8 *shared; /* for a search: weight of the words in common, of each unit */
};

TlMemoryIndex *tl_memory_index_new(const TlMemoryEngine *engine, gpointer store) {
  TlMemoryIndex *index = g_new0(TlMemoryIndex, 1);
  index->lists = (TlLists){.engine = engine, .store = store};
  return index;
}

void tl_memory_index_free(TlMemoryIndex *index) {
  if (!index)
    return;
  tl_lists_clear(&index->lists);
  g_free(index->shared);
  g_free(index);
}

static gsize size_of(const TlMemoryIndex *index) {
  return (gsize)index->lists.lengths->len << TL_BLOCK_BITS;
}

static gboolean refresh(TlMemoryIndex *index, GError **error) {
  gboolean changed;
  if (!tl_lists_refresh(&index->lists, &changed, error))
    return FALSE;
  if (changed) {
    g_free(index->shared);
    index->shared = g_malloc(size_of(index) + 1);
  }
  memset(index->shared, 0, size_of(index));
  return TRUE;
}

/* -- what was found -------------------------------------------------------------------------------------------- */

typedef struct Giving {
  TlMemoryLikelyFunc found;
  gpointer user;
  const TlLikely *likely, *end; /* of the units that are still to come */
  guint n;
  gboolean enough;
} Giving;

static gboolean give_same(const TlMemoryUnit *unit, gpointer user, GError **error) {
  Giving *giving = user;
  giving->enough = !giving->found(unit, 100, giving->user, error);
  return !giving->enough && ++giving->n < TL_MEMORY_GIVEN;
}

static gboolean give_likely(const TlMemoryUnit *unit, gpointer user, GError **error) {
  Giving *giving = user;
  while (giving->likely < giving->end && giving->likely->unit != unit->id)
    giving->likely++; /* it is not there any more */
  return giving->likely < giving->end && giving->found(unit, giving->likely->likeness, giving->user, error);
}

static gboolean give_all(TlMemoryIndex *index, const GArray *likely, Giving *giving, GError **error) {
  gint64 numbers[TL_MEMORY_GIVEN];
  guint n = MIN(likely->len, TL_MEMORY_GIVEN);
  giving->likely = (const TlLikely *)(const void *)likely->data;
  giving->end = giving->likely + n;
  for (guint i = 0; i < n; i++)
    numbers[i] = giving->likely[i].unit;
  return n == 0 || index->lists.engine->units(index->lists.store, numbers, n, give_likely, giving, error);
}

gboolean tl_memory_index_likely(TlMemoryIndex *index, const TlMemoryQuery *query, TlMemoryLikelyFunc found,
                                gpointer user, GError **error) {
  g_autoptr(GArray) likely = g_array_new(FALSE, FALSE, sizeof(TlLikely));
  Giving giving = {.found = found, .user = user};
  if (!index->lists.engine->same(index->lists.store, query->key, give_same, &giving, error))
    return FALSE;
  if (giving.enough || query->n_words == 0)
    return TRUE;
  return refresh(index, error) && tl_likely_find(&index->lists, query, index->shared, likely, error) &&
         give_all(index, likely, &giving, error);
}

/* -- words that a unit must have ------------------------------------------------------------------------------- */

static void mark(const TlUnitList *list, guint8 *marks) {
  for (guint block = 0; block < list->blocks->len; block++, marks += TL_BLOCK_UNITS) {
    gsize n;
    const guint16 *units = tl_unit_list_block(list, block, &n);
    for (gsize i = 0; i < n; i++)
      marks[units[i]] = 1;
  }
}

/* Of each unit: does it have one of the words of every group? */
static guint8 *mark_containing(TlMemoryIndex *index, const guint32 *words, const guint *n, guint n_groups,
                               GError **error) {
  gsize size = size_of(index);
  g_autofree guint8 *all = g_malloc(size + 1);
  memset(all, 1, size);
  for (guint group = 0; group < n_groups; words += n[group], group++) {
    g_autofree const TlUnitList **lists = g_new(const TlUnitList *, n[group] + 1);
    if (!tl_lists_of(&index->lists, words, n[group], lists, error))
      return NULL;
    memset(index->shared, 0, size);
    for (guint i = 0; i < n[group]; i++) /* many forms, where a word has many readings */
      mark(lists[i], index->shared);
    for (gsize unit = 0; unit < size; unit++)
      all[unit] &= index->shared[unit];
  }
  return g_steal_pointer(&all);
}

typedef struct Containing {
  TlMemoryUnitFunc found;
  gpointer user;
  gboolean enough;
} Containing;

static gboolean give_containing(const TlMemoryUnit *unit, gpointer user, GError **error) {
  Containing *containing = user;
  containing->enough = !containing->found(unit, containing->user, error);
  return !containing->enough;
}

gboolean tl_memory_index_containing(TlMemoryIndex *index, const guint32 *words, const guint *n, guint n_groups,
                                    TlMemoryUnitFunc found, gpointer user, GError **error) {
  Containing containing = {found, user, FALSE};
  g_autofree guint8 *marks = refresh(index, error) ? mark_containing(index, words, n, n_groups, error) : NULL;
  if (!marks)
    return FALSE;
  for (gsize unit = size_of(index); unit > 0 && !containing.enough;) {
    gint64 numbers[TL_MEMORY_GIVEN];
    guint given = 0;
    while (unit > 0 && given < TL_MEMORY_GIVEN)
      if (marks[--unit])
        numbers[given++] = (gint64)unit;
    if (given && !index->lists.engine->units(index->lists.store, numbers, given, give_containing, &containing, error))
      return FALSE;
  }
  return TRUE;
}
