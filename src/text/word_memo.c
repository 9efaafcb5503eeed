/* Open addressing over small slots, and the words themselves in the order in which they came: those that come often
 * come early, so the memory that is in use most lies together. A word of up to 40 bytes (twenty Cyrillic letters: all
 * but a few) lies in its entry; the rest of a longer one lies elsewhere. */
#include "text/word_memo.h"

#include <string.h>

#include "base/arena.h"
#include "base/bytes.h"

#define INLINE 40u
#define ENTRIES_A_BLOCK 4096u

typedef struct Entry {
  guint64 word[INLINE / 8]; /* the first bytes, padded with zeros */
  const char *rest;         /* those behind, of a longer word */
  gconstpointer value;
  guint32 hash, length;
} Entry;

typedef struct Slot {
  guint32 hash;
  guint32 entry; /* number + 1; 0: free */
} Slot;

struct TlWordMemo {
  TlArena *arena;
  GPtrArray *blocks; /* of ENTRIES_A_BLOCK entries */
  Slot *slots;
  guint32 n_slots, n_words, most;
};

TlWordMemo *tl_word_memo_new(guint most) {
  TlWordMemo *memo = g_new0(TlWordMemo, 1);
  memo->arena = tl_arena_new();
  memo->blocks = g_ptr_array_new_with_free_func(g_free);
  memo->most = most;
  memo->n_slots = 8192;
  memo->slots = g_new0(Slot, memo->n_slots);
  return memo;
}

void tl_word_memo_free(TlWordMemo *memo) {
  if (!memo)
    return;
  tl_arena_free(memo->arena);
  g_ptr_array_unref(memo->blocks);
  g_free(memo->slots);
  g_free(memo);
}

gboolean tl_word_memo_trim(TlWordMemo *memo) {
  if (memo->n_words < memo->most)
    return FALSE;
  tl_arena_reset(memo->arena);
  memset(memo->slots, 0, memo->n_slots * sizeof(Slot));
  memo->n_words = 0;
  return TRUE;
}

static Entry *entry_at(const TlWordMemo *memo, guint32 number) {
  return (Entry *)memo->blocks->pdata[number / ENTRIES_A_BLOCK] + number % ENTRIES_A_BLOCK;
}

static guint32 hash_of(const char *word, size_t length) {
  guint64 h = 0x9E3779B97F4A7C15u ^ length;
  for (guint64 eight; length > 0; word += 8, length -= MIN(length, 8)) {
    eight = tl_load_few(word, MIN(length, 8));
    h = (h ^ eight) * 0xFF51AFD7ED558CCDu;
    h ^= h >> 32;
  }
  return (guint32)(h ^ h >> 29);
}

static void grow(TlWordMemo *memo) {
  g_free(memo->slots);
  memo->n_slots *= 2;
  memo->slots = g_new0(Slot, memo->n_slots);
  for (guint32 i = 0; i < memo->n_words; i++) {
    guint32 hash = entry_at(memo, i)->hash, slot = hash & (memo->n_slots - 1);
    while (memo->slots[slot].entry)
      slot = (slot + 1) & (memo->n_slots - 1);
    memo->slots[slot] = (Slot){hash, i + 1};
  }
}

static Entry *add_entry(TlWordMemo *memo, guint32 slot, guint32 hash) {
  if (memo->n_words == memo->blocks->len * ENTRIES_A_BLOCK)
    g_ptr_array_add(memo->blocks, g_new(Entry, ENTRIES_A_BLOCK));
  memo->slots[slot] = (Slot){hash, ++memo->n_words};
  return entry_at(memo, memo->n_words - 1);
}

void tl_word_memo_fetch(const TlWordMemo *memo, guint32 hash) {
  __builtin_prefetch(&memo->slots[hash & (memo->n_slots - 1)]);
}

void tl_word_memo_fetch_entry(const TlWordMemo *memo, guint32 hash) {
  const Slot *slot = &memo->slots[hash & (memo->n_slots - 1)];
  if (slot->hash == hash && slot->entry)
    __builtin_prefetch(entry_at(memo, slot->entry - 1));
}

gconstpointer *tl_word_memo_place(TlWordMemo *memo, const char *word, size_t length) {
  return tl_word_memo_place_of(memo, hash_of(word, length), word, length);
}

gconstpointer *tl_word_memo_place_of(TlWordMemo *memo, guint32 hash, const char *word, size_t length) {
  guint64 head[INLINE / 8];
  const char *rest = word + INLINE;
  for (guint i = 0; i < INLINE / 8; i++)
    head[i] = 8 * i < length ? tl_load_few(word + 8 * i, MIN(length - 8 * i, 8)) : 0;
  if ((memo->n_words + 1) * 2 > memo->n_slots)
    grow(memo);
  guint32 slot = hash & (memo->n_slots - 1);
  for (; memo->slots[slot].entry; slot = (slot + 1) & (memo->n_slots - 1)) {
    if (memo->slots[slot].hash != hash)
      continue;
    Entry *e = entry_at(memo, memo->slots[slot].entry - 1);
    if (e->length == length && memcmp(e->word, head, sizeof head) == 0 &&
        (length <= INLINE || memcmp(e->rest, rest, length - INLINE) == 0))
      return &e->value;
  }
  Entry *fresh = add_entry(memo, slot, hash);
  *fresh = (Entry){.hash = hash, .length = (guint32)length};
  memcpy(fresh->word, head, sizeof head);
  fresh->rest = length > INLINE ? tl_arena_strndup(memo->arena, rest, length - INLINE) : NULL;
  return &fresh->value;
}
