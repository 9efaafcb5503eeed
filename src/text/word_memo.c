/* Open addressing. A word of up to 40 bytes (twenty Cyrillic letters: all but a few) lies in its slot, padded with zeros, so
 * that finding it touches one line of memory; the rest of a longer one lies elsewhere. */
#include "text/word_memo.h"

#include <string.h>

#include "base/arena.h"

#define INLINE 40u

typedef struct Slot {
  guint64 word[INLINE / 8]; /* the first bytes */
  const char *rest;         /* those behind, of a longer word */
  gconstpointer value;
  guint32 hash;
  guint32 length; /* 0: free */
} Slot;

struct TlWordMemo {
  TlArena *arena;
  Slot *slots;
  guint32 n_slots, n_words, most;
};

TlWordMemo *tl_word_memo_new(guint most) {
  TlWordMemo *memo = g_new0(TlWordMemo, 1);
  memo->arena = tl_arena_new();
  memo->most = most;
  memo->n_slots = 4096;
  memo->slots = g_new0(Slot, memo->n_slots);
  return memo;
}

void tl_word_memo_free(TlWordMemo *memo) {
  if (!memo)
    return;
  tl_arena_free(memo->arena);
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

static guint32 hash_of(const guint64 word[INLINE / 8], const char *rest, size_t length) {
  guint64 h = 0x9E3779B97F4A7C15u ^ length;
  for (guint i = 0; i < INLINE / 8; i++) {
    h = (h ^ word[i]) * 0xFF51AFD7ED558CCDu;
    h ^= h >> 32;
  }
  for (size_t i = INLINE; i < length; i++)
    h = (h ^ (guint8)rest[i - INLINE]) * 0x100000001B3u;
  return (guint32)(h ^ h >> 29);
}

static void grow(TlWordMemo *memo) {
  Slot *old = memo->slots;
  guint32 n = memo->n_slots;
  memo->n_slots *= 2;
  memo->slots = g_new0(Slot, memo->n_slots);
  for (guint32 i = 0; i < n; i++) {
    guint32 slot = old[i].hash & (memo->n_slots - 1);
    if (old[i].length == 0)
      continue;
    while (memo->slots[slot].length)
      slot = (slot + 1) & (memo->n_slots - 1);
    memo->slots[slot] = old[i];
  }
  g_free(old);
}

gconstpointer *tl_word_memo_place(TlWordMemo *memo, const char *word, size_t length) {
  guint64 head[INLINE / 8] = {0};
  const char *rest = word + INLINE;
  memcpy(head, word, MIN(length, INLINE));
  guint32 hash = hash_of(head, rest, length);
  guint32 slot = hash & (memo->n_slots - 1);
  for (; memo->slots[slot].length; slot = (slot + 1) & (memo->n_slots - 1)) {
    Slot *s = &memo->slots[slot];
    if (s->hash == hash && s->length == length && memcmp(s->word, head, sizeof head) == 0 &&
        (length <= INLINE || memcmp(s->rest, rest, length - INLINE) == 0))
      return &s->value;
  }
  if ((memo->n_words + 1) * 2 > memo->n_slots) {
    grow(memo);
    return tl_word_memo_place(memo, word, length);
  }
  memo->n_words++;
  Slot *fresh = &memo->slots[slot];
  *fresh = (Slot){.hash = hash, .length = (guint32)length};
  memcpy(fresh->word, head, sizeof head);
  fresh->rest = length > INLINE ? tl_arena_strndup(memo->arena, rest, length - INLINE) : NULL;
  return &fresh->value;
}
