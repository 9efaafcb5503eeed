/* Open addressing over small slots, and the words with their values in the order in which they came: those that come
 * often come early, so the memory that is in use most lies together. */
#include "text/word_memo.h"

#include <string.h>

#include "base/hash.h"
#include "base/room.h"

#define UNIT 8u
#define BLOCK (1u << 14) /* units: 128 kilobytes */

/* A word, with its value behind it at the next unit. */
typedef struct Record {
  guint32 length;
  char word[];
} Record;

typedef struct Slot {
  guint32 hash;
  guint32 record; /* place + 1, in units, all blocks counted as whole ones; 0: free */
} Slot;

struct TlWordMemo {
  GPtrArray *blocks; /* of BLOCK units; one for a record that is larger has as many as it needs */
  guint32 used;      /* units of the last one */
  Slot *slots;
  guint32 n_slots, n_words, most;
};

TlWordMemo *tl_word_memo_new(guint most) {
  TlWordMemo *memo = g_new0(TlWordMemo, 1);
  memo->blocks = g_ptr_array_new_with_free_func(g_free);
  memo->used = BLOCK;
  memo->most = most;
  memo->n_slots = 8192;
  memo->slots = g_new0(Slot, memo->n_slots);
  return memo;
}

void tl_word_memo_free(TlWordMemo *memo) {
  if (!memo)
    return;
  g_ptr_array_unref(memo->blocks);
  g_free(memo->slots);
  g_free(memo);
}

gboolean tl_word_memo_trim(TlWordMemo *memo) {
  if (memo->n_words < memo->most)
    return FALSE;
  g_ptr_array_set_size(memo->blocks, 0);
  memo->used = BLOCK;
  memset(memo->slots, 0, memo->n_slots * sizeof(Slot));
  memo->n_words = 0;
  return TRUE;
}

static Record *record_at(const TlWordMemo *memo, guint32 place) {
  return (Record *)(void *)((guint64 *)memo->blocks->pdata[place / BLOCK] + place % BLOCK);
}

/* Units before the value. */
static size_t head_of(size_t length) {
  return (sizeof(Record) + length + UNIT - 1) / UNIT;
}

static gpointer value_of(Record *record) {
  return (guint64 *)(void *)record + head_of(record->length);
}

static guint32 hash_of(const char *word, size_t length) {
  guint64 h = tl_hash_bytes(TL_HASH_START ^ length, word, length);
  return (guint32)(h ^ h >> 29);
}

static void grow(TlWordMemo *memo) {
  guint32 n = memo->n_slots * 2;
  Slot *slots = memset(tl_room_new(n * sizeof *slots), 0, n * sizeof *slots);
  for (guint32 i = 0; i < memo->n_slots; i++) {
    guint32 at = memo->slots[i].hash & (n - 1);
    while (memo->slots[i].record && slots[at].record)
      at = (at + 1) & (n - 1);
    if (memo->slots[i].record)
      slots[at] = memo->slots[i];
  }
  g_free(memo->slots);
  memo->slots = slots;
  memo->n_slots = n;
}

/* The place of a new record; none goes over the end of its block. */
static guint32 place_for(TlWordMemo *memo, size_t units) {
  if (units > BLOCK - MIN(memo->used, BLOCK)) {
    g_ptr_array_add(memo->blocks, tl_room_new(MAX(units, BLOCK) * UNIT));
    memo->used = 0;
  }
  guint32 place = (memo->blocks->len - 1) * BLOCK + memo->used;
  memo->used += (guint32)units;
  return place;
}

void tl_word_memo_fetch(const TlWordMemo *memo, guint32 hash) {
  __builtin_prefetch(&memo->slots[hash & (memo->n_slots - 1)]);
}

void tl_word_memo_fetch_value(const TlWordMemo *memo, guint32 hash) {
  const Slot *slot = &memo->slots[hash & (memo->n_slots - 1)];
  if (slot->hash == hash && slot->record) {
    const char *record = (const char *)record_at(memo, slot->record - 1);
    __builtin_prefetch(record);
    __builtin_prefetch(record + 64);
  }
}

gpointer tl_word_memo_find(const TlWordMemo *memo, guint32 hash, const char *word, size_t length) {
  for (guint32 at = hash & (memo->n_slots - 1); memo->slots[at].record; at = (at + 1) & (memo->n_slots - 1)) {
    if (memo->slots[at].hash != hash)
      continue;
    Record *record = record_at(memo, memo->slots[at].record - 1);
    if (record->length == length && memcmp(record->word, word, length) == 0)
      return value_of(record);
  }
  return NULL;
}

gpointer tl_word_memo_add(TlWordMemo *memo, guint32 hash, const char *word, size_t length, size_t size) {
  if (++memo->n_words * 4 > memo->n_slots * 3)
    grow(memo);
  guint32 at = hash & (memo->n_slots - 1), place = place_for(memo, head_of(length) + (size + UNIT - 1) / UNIT);
  while (memo->slots[at].record)
    at = (at + 1) & (memo->n_slots - 1);
  memo->slots[at] = (Slot){hash, place + 1};
  Record *record = record_at(memo, place);
  record->length = (guint32)length;
  memcpy(record->word, word, length);
  return value_of(record);
}

gconstpointer *tl_word_memo_place(TlWordMemo *memo, const char *word, size_t length) {
  guint32 hash = hash_of(word, length);
  gconstpointer *place = tl_word_memo_find(memo, hash, word, length);
  if (!place) {
    place = tl_word_memo_add(memo, hash, word, length, sizeof *place);
    *place = NULL;
  }
  return place;
}
