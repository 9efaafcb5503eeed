/* An open-addressing table of string numbers with linear probing, at most two thirds full. */
#include "base/intern.h"

#include <string.h>

#include "base/hash.h"

typedef struct Slot {
  guint32 hash, number; /* number + 1; 0: empty */
} Slot;

typedef struct Entry {
  const char *text;
  size_t length;
} Entry;

struct TlInterner {
  TlArena *arena, *own; /* `own` is NULL when the arena is the caller's */
  guint64 seed;
  Slot *slots;
  size_t mask;
  GArray *entries;
};

TlInterner *tl_interner_new(TlArena *arena) {
  TlInterner *interner = g_new0(TlInterner, 1);
  interner->own = arena ? NULL : tl_arena_new();
  interner->arena = arena ? arena : interner->own;
  interner->seed = ((guint64)g_random_int() << 32) | g_random_int();
  interner->mask = 63;
  interner->slots = g_new0(Slot, interner->mask + 1);
  interner->entries = g_array_new(FALSE, FALSE, sizeof(Entry));
  return interner;
}

void tl_interner_free(TlInterner *interner) {
  if (interner == NULL)
    return;
  g_free(interner->slots);
  g_array_free(interner->entries, TRUE);
  tl_arena_free(interner->own);
  g_free(interner);
}

static guint32 hash(const TlInterner *interner, const char *text, size_t length) {
  return (guint32)tl_hash_bytes(interner->seed ^ length, text, length);
}

/* The slot that holds `text`, or the empty one where it would go. */
static Slot *probe(const TlInterner *interner, const char *text, size_t length, guint32 h) {
  for (size_t i = h & interner->mask;; i = (i + 1) & interner->mask) {
    Slot *slot = &interner->slots[i];
    if (slot->number == 0)
      return slot;
    if (slot->hash == h) {
      const Entry *entry = &g_array_index(interner->entries, Entry, slot->number - 1);
      if (entry->length == length && (length == 0 || memcmp(entry->text, text, length) == 0))
        return slot;
    }
  }
}

static void grow(TlInterner *interner) {
  Slot *old = interner->slots;
  size_t size = interner->mask + 1;
  interner->mask = 2 * size - 1;
  interner->slots = g_new0(Slot, 2 * size);
  for (size_t i = 0; i < size; i++)
    if (old[i].number != 0) {
      size_t j = old[i].hash & interner->mask;
      while (interner->slots[j].number != 0)
        j = (j + 1) & interner->mask;
      interner->slots[j] = old[i];
    }
  g_free(old);
}

guint tl_interner_add(TlInterner *interner, const void *bytes, size_t length) {
  const char *text = length ? bytes : ""; /* of none there may be no address */
  guint32 h = hash(interner, text, length);
  Slot *slot = probe(interner, text, length, h);
  if (slot->number != 0)
    return slot->number - 1;
  if ((interner->entries->len + 1) * 3 > (interner->mask + 1) * 2) {
    grow(interner);
    slot = probe(interner, text, length, h);
  }
  Entry entry = {tl_arena_strndup(interner->arena, text, length), length};
  g_array_append_val(interner->entries, entry);
  *slot = (Slot){h, interner->entries->len};
  return interner->entries->len - 1;
}

guint tl_interner_find(const TlInterner *interner, const void *text, size_t length) {
  const Slot *slot = probe(interner, text, length, hash(interner, text, length));
  return slot->number == 0 ? TL_NOT_INTERNED : slot->number - 1;
}

guint tl_interner_size(const TlInterner *interner) {
  return interner->entries->len;
}

const char *tl_interner_string(const TlInterner *interner, guint number) {
  return g_array_index(interner->entries, Entry, number).text;
}

const void *tl_interner_bytes(const TlInterner *interner, guint number, size_t *length) {
  const Entry *entry = &g_array_index(interner->entries, Entry, number);
  *length = entry->length;
  return entry->text;
}
