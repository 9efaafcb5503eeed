#include "lang/frozen/endings.h"

#include "lang/frozen/format.h"

/* Up to this many paradigms are kept an ending; the rest are too rare to be a model. */
#define MODELS_MAX 3
#define EVIDENCE_MIN 3

struct TlEndings {
  GHashTable *counts; /* key -> GArray of Count */
};

typedef struct Count {
  guint32 paradigm, count;
} Count;

TlEndings *tl_endings_new(void) {
  TlEndings *endings = g_new(TlEndings, 1);
  endings->counts = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, (GDestroyNotify)g_array_unref);
  return endings;
}

guint64 tl_ending_key(const guint8 *codes, guint length, guint letters, gboolean capitalised) {
  guint64 key = (guint64)(capitalised ? 1 : 0) << 56;
  for (guint i = 0; i < letters; i++)
    key |= (guint64)codes[length - 1 - i] << 8 * i;
  return key;
}

void tl_endings_add(TlEndings *endings, const guint8 *codes, guint length, gboolean capitalised, guint paradigm) {
  for (guint letters = 0; letters <= TL_ENDING_MAX && letters < length; letters++) {
    guint64 key = tl_ending_key(codes, length, letters, capitalised);
    GArray *list = g_hash_table_lookup(endings->counts, &key);
    if (!list) {
      list = g_array_new(FALSE, FALSE, sizeof(Count));
      g_hash_table_insert(endings->counts, g_memdup2(&key, sizeof key), list);
    }
    guint i = 0;
    while (i < list->len && g_array_index(list, Count, i).paradigm != paradigm)
      i++;
    if (i == list->len) {
      Count fresh = {paradigm, 0};
      g_array_append_val(list, fresh);
    }
    g_array_index(list, Count, i).count++;
  }
}

static int most_first(const void *a, const void *b) {
  const Count *x = a, *y = b;
  return x->count != y->count ? (x->count < y->count ? 1 : -1)
                              : (x->paradigm > y->paradigm) - (x->paradigm < y->paradigm);
}

static int by_key(const void *a, const void *b) {
  const TlFrozenEnding *x = a, *y = b;
  if (x->key != y->key)
    return x->key < y->key ? -1 : 1;
  return (x->count < y->count) - (x->count > y->count);
}

/* The key with its first letter (the farthest from the word's end) taken off. */
static guint64 shorter(guint64 key) {
  for (int i = TL_ENDING_MAX - 1; i >= 0; i--)
    if (key >> 8 * i & 0xFF)
      return key & ~((guint64)0xFF << 8 * i);
  return key;
}

GArray *tl_endings_finish(TlEndings *endings) {
  GArray *out = g_array_new(FALSE, FALSE, sizeof(TlFrozenEnding));
  GHashTableIter iter;
  gpointer key, value;
  g_hash_table_iter_init(&iter, endings->counts);
  while (g_hash_table_iter_next(&iter, &key, &value))
    g_array_sort(value, most_first);
  g_hash_table_iter_init(&iter, endings->counts);
  while (g_hash_table_iter_next(&iter, &key, &value)) {
    GArray *list = value;
    guint64 own = *(const guint64 *)key, parent = shorter(own);
    guint total = 0;
    for (guint i = 0; i < list->len; i++)
      total += g_array_index(list, Count, i).count;
    GArray *above = parent == own ? NULL : g_hash_table_lookup(endings->counts, &parent);
    if (total < EVIDENCE_MIN || (above && list->len == 1 && above->len == 1))
      continue;
    for (guint i = 0; i < list->len && i < MODELS_MAX; i++) {
      const Count *c = &g_array_index(list, Count, i);
      if (i > 0 && c->count * 20 < total)
        break;
      TlFrozenEnding ending = {own, c->count, (guint16)c->paradigm, (guint16)(1000ull * c->count / total)};
      g_array_append_val(out, ending);
    }
  }
  g_array_sort(out, by_key);
  g_hash_table_unref(endings->counts);
  g_free(endings);
  return out;
}
