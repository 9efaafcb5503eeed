/* An entry is one number: capitalised or not, its last letters, the last one highest, and its paradigm. Sorted, the
 * entries of an ending stand together, and within them those of each longer ending. */
#include "lang/frozen/endings.h"

#include <string.h>

#include "lang/frozen/format.h"

/* Up to this many paradigms are kept an ending; the rest are too rare to be a model. */
#define MODELS_MAX 3
#define EVIDENCE_MIN 3
#define PARADIGM_BITS 15
#define ENTRY_BITS (PARADIGM_BITS + 8 * TL_ENDING_MAX + 1)

typedef struct Bare {
  guint8 codes[256];
  guint n; /* 0: none */
  guint64 entry;
  gboolean has_forms;
} Bare;

struct TlEndings {
  GArray *entries; /* guint64 */
  Bare bare;       /* the last entry that does not inflect, not put in yet */
};

typedef struct Count {
  guint32 paradigm, count;
} Count;

typedef struct Counting {
  const guint64 *entries;
  guint32 *counts; /* by paradigm, 0 between uses */
  GArray *list;    /* Count */
  GArray *out;
} Counting;

TlEndings *tl_endings_new(void) {
  TlEndings *endings = g_new0(TlEndings, 1);
  endings->entries = g_array_new(FALSE, FALSE, sizeof(guint64));
  return endings;
}

void tl_endings_free(TlEndings *endings) {
  g_array_unref(endings->entries);
  g_free(endings);
}

guint64 tl_ending_key(const guint8 *codes, guint length, guint letters, gboolean capitalised) {
  guint64 key = (guint64)(capitalised ? 1 : 0) << 56;
  for (guint i = 0; i < letters; i++)
    key |= (guint64)codes[length - 1 - i] << 8 * i;
  return key;
}

/* By how far an entry is moved so that its ending of so many letters is lowest. */
static guint ending_shift(guint letters) {
  return PARADIGM_BITS + 8 * (TL_ENDING_MAX - letters);
}

/* The ending of an entry is shorter than the entry. */
static guint64 entry_of(const guint8 *codes, guint n, gboolean capitalised, guint paradigm) {
  guint64 entry = capitalised ? 1 : 0;
  for (guint i = 1; i <= TL_ENDING_MAX; i++)
    entry = entry << 8 | (i < n ? codes[n - i] : 0u);
  return entry << PARADIGM_BITS | paradigm;
}

static guint64 key_of(guint64 entry, guint letters) {
  guint8 codes[TL_ENDING_MAX];
  for (guint i = 0; i < letters; i++)
    codes[i] = (guint8)(entry >> (ending_shift(letters) + 8 * i));
  return tl_ending_key(codes, letters, letters, entry >> (ENTRY_BITS - 1) & 1);
}

static void put_bare(TlEndings *endings) {
  if (endings->bare.n > 0 && !endings->bare.has_forms)
    g_array_append_val(endings->entries, endings->bare.entry);
  endings->bare.n = 0;
}

void tl_endings_add(TlEndings *endings, const guint8 *codes, guint n, gboolean capitalised, guint paradigm,
                    gboolean inflects) {
  Bare *bare = &endings->bare;
  guint64 entry = entry_of(codes, n, capitalised, paradigm);
  if (inflects) {
    g_array_append_val(endings->entries, entry);
    return;
  }
  if (bare->n >= 3 && n > bare->n && n - bare->n <= 4 && memcmp(codes, bare->codes, bare->n) == 0) {
    bare->has_forms = TRUE;
    return;
  }
  put_bare(endings);
  memcpy(bare->codes, codes, n);
  bare->n = n;
  bare->entry = entry;
  bare->has_forms = FALSE;
}

/* By their bytes, the lowest first. */
static void sort_entries(GArray *entries) {
  g_autofree guint64 *other = g_new(guint64, entries->len);
  guint64 *from = (guint64 *)(void *)entries->data, *to = other;
  for (guint shift = 0; shift < 8 * ((ENTRY_BITS + 15) / 16) * 2; shift += 8) { /* an even number of times */
    guint places[257] = {0};
    for (guint i = 0; i < entries->len; i++)
      places[(from[i] >> shift & 0xFF) + 1]++;
    for (guint i = 1; i < 256; i++)
      places[i] += places[i - 1];
    for (guint i = 0; i < entries->len; i++)
      to[places[from[i] >> shift & 0xFF]++] = from[i];
    guint64 *swap = from;
    from = to;
    to = swap;
  }
}

static int by_key(const void *a, const void *b) {
  const TlFrozenEnding *x = a, *y = b;
  if (x->key != y->key)
    return x->key < y->key ? -1 : 1;
  return (x->count < y->count) - (x->count > y->count);
}

/* Which paradigms the entries have, in `list`. */
static void count_paradigms(const Counting *c, guint low, guint high) {
  const guint64 mask = (1u << PARADIGM_BITS) - 1;
  g_array_set_size(c->list, 0);
  for (guint i = low; i < high; i++) {
    Count fresh = {(guint32)(c->entries[i] & mask), 0};
    if (c->counts[fresh.paradigm]++ == 0)
      g_array_append_val(c->list, fresh);
  }
  for (guint i = 0; i < c->list->len; i++) {
    Count *count = &g_array_index(c->list, Count, i);
    count->count = c->counts[count->paradigm];
    c->counts[count->paradigm] = 0;
  }
}

/* The most frequent paradigm of those behind the first `i`, brought there; of two the one that was met first. */
static const Count *next_most(GArray *list, guint i) {
  Count *best = &g_array_index(list, Count, i);
  for (guint k = i + 1; k < list->len; k++) {
    Count *other = &g_array_index(list, Count, k);
    if (other->count > best->count || (other->count == best->count && other->paradigm < best->paradigm))
      best = other;
  }
  Count *place = &g_array_index(list, Count, i), most = *best;
  *best = *place;
  *place = most;
  return place;
}

/* An ending of so many letters, whose entries these are, and the longer ones within it. */
static void count_ending(const Counting *c, guint low, guint high, guint letters, gboolean one_above) {
  guint total = high - low;
  if (total < EVIDENCE_MIN)
    return;
  count_paradigms(c, low, high);
  gboolean one = c->list->len == 1;
  for (guint i = 0; !(one && one_above) && i < MIN(c->list->len, MODELS_MAX); i++) {
    const Count *count = next_most(c->list, i);
    if (i > 0 && count->count * 20 < total)
      break;
    TlFrozenEnding ending = {key_of(c->entries[low], letters), count->count, (guint16)count->paradigm,
                             (guint16)(1000ull * count->count / total)};
    g_array_append_val(c->out, ending);
  }
  if (letters == TL_ENDING_MAX)
    return;
  guint shift = ending_shift(letters + 1);
  for (guint next; low < high; low = next) {
    for (next = low + 1; next < high && c->entries[next] >> shift == c->entries[low] >> shift; next++)
      ;
    if (c->entries[low] >> shift & 0xFF)
      count_ending(c, low, next, letters + 1, one);
  }
}

GArray *tl_endings_finish(TlEndings *endings) {
  put_bare(endings);
  sort_entries(endings->entries);
  const guint64 *entries = (const guint64 *)(const void *)endings->entries->data;
  guint n = endings->entries->len, small = 0;
  while (small < n && entries[small] >> (ENTRY_BITS - 1) == 0)
    small++;
  g_autofree guint32 *counts = g_new0(guint32, 1u << PARADIGM_BITS);
  g_autoptr(GArray) list = g_array_new(FALSE, FALSE, sizeof(Count));
  Counting counting = {entries, counts, list, g_array_new(FALSE, FALSE, sizeof(TlFrozenEnding))};
  count_ending(&counting, 0, small, 0, FALSE);
  count_ending(&counting, small, n, 0, FALSE);
  g_array_sort(counting.out, by_key);
  return counting.out;
}
