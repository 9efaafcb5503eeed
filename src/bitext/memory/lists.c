#include "bitext/memory/lists.h"

#define SIZE_MAX_KEPT (64u << 20) /* bytes: more than all lists of two million units */

static void bytes_unref(gpointer data) {
  if (data)
    g_bytes_unref(data);
}

static void unit_list_free(gpointer data) {
  TlUnitList *list = data;
  g_ptr_array_unref(list->blocks);
  g_free(list);
}

void tl_lists_clear(TlLists *lists) {
  g_clear_pointer(&lists->lengths, g_ptr_array_unref);
  g_clear_pointer(&lists->words, g_hash_table_unref);
  lists->size = 0;
}

static void put_block(GPtrArray *blocks, gint64 block, GBytes *list) {
  bytes_unref(blocks->pdata[block]);
  blocks->pdata[block] = g_bytes_ref(list);
}

static void take_lengths(guint32 word, gint64 block, GBytes *list, gpointer user) {
  GPtrArray *lengths = user;
  (void)word;
  if (block < 0 || block >= G_MAXINT32 >> TL_BLOCK_BITS)
    return; /* no engine numbers units so high */
  if (block >= lengths->len)
    g_ptr_array_set_size(lengths, (gint)block + 1);
  put_block(lengths, block, list);
}

gboolean tl_lists_refresh(TlLists *lists, gboolean *changed, GError **error) {
  gint64 version;
  *changed = FALSE;
  if (!lists->engine->version(lists->store, &version, error))
    return FALSE;
  if (lists->lengths && version == lists->version && lists->size <= SIZE_MAX_KEPT)
    return TRUE;
  *changed = !lists->lengths || version != lists->version;
  if (!*changed) {
    g_hash_table_remove_all(lists->words);
    lists->size = 0;
    return TRUE;
  }
  tl_lists_clear(lists);
  lists->lengths = g_ptr_array_new_with_free_func(bytes_unref);
  lists->words = g_hash_table_new_full(NULL, NULL, NULL, unit_list_free);
  lists->version = version;
  if (lists->engine->lengths(lists->store, take_lengths, lists->lengths, error))
    return TRUE;
  tl_lists_clear(lists);
  return FALSE;
}

static void take_list(guint32 word, gint64 block, GBytes *list, gpointer user) {
  TlLists *lists = user;
  TlUnitList *known = g_hash_table_lookup(lists->words, GUINT_TO_POINTER(word));
  if (!known || block < 0 || block >= lists->lengths->len)
    return; /* written since the lengths were read */
  gsize size = g_bytes_get_size(list);
  put_block(known->blocks, block, list);
  known->n += (guint)(size / sizeof(guint16));
  lists->size += size;
}

gboolean tl_lists_of(TlLists *lists, const guint32 *words, guint n, const TlUnitList **out, GError **error) {
  g_autofree guint32 *missing = g_new(guint32, n + 1);
  guint n_missing = 0;
  for (guint i = 0; i < n; i++) {
    TlUnitList *list = g_hash_table_lookup(lists->words, GUINT_TO_POINTER(words[i]));
    if (!list) {
      list = g_new0(TlUnitList, 1);
      list->blocks = g_ptr_array_new_with_free_func(bytes_unref);
      g_ptr_array_set_size(list->blocks, (gint)lists->lengths->len);
      g_hash_table_insert(lists->words, GUINT_TO_POINTER(words[i]), list);
      lists->size += sizeof *list + lists->lengths->len * sizeof(gpointer);
      missing[n_missing++] = words[i];
    }
    out[i] = list;
  }
  if (n_missing == 0 || lists->engine->lists(lists->store, missing, n_missing, take_list, lists, error))
    return TRUE;
  for (guint i = 0; i < n_missing; i++)
    g_hash_table_remove(lists->words, GUINT_TO_POINTER(missing[i]));
  return FALSE;
}

const guint16 *tl_unit_list_block(const TlUnitList *list, guint block, gsize *n) {
  gsize size = 0;
  GBytes *bytes = block < list->blocks->len ? list->blocks->pdata[block] : NULL;
  const guint16 *units = bytes ? g_bytes_get_data(bytes, &size) : NULL;
  *n = size / sizeof *units;
  return units;
}

gboolean tl_unit_list_has(const TlUnitList *list, guint32 unit) {
  guint16 wanted = (guint16)(unit & (TL_BLOCK_UNITS - 1));
  gsize n, low = 0;
  const guint16 *units = tl_unit_list_block(list, unit >> TL_BLOCK_BITS, &n);
  for (gsize high = n; low < high;) {
    gsize middle = (low + high) / 2;
    if (units[middle] < wanted)
      low = middle + 1;
    else
      high = middle;
  }
  return low < n && units[low] == wanted;
}
