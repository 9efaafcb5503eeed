/* How an index lies in its sections; shared by who builds it and who reads it. */
#ifndef TL_TERMS_INDEX_FORMAT_H
#define TL_TERMS_INDEX_FORMAT_H

#include <string.h>

#include "base/sieve.h"
#include "terms/match/index.h"

/* Sections, counted from the index's first. */
enum {
  TL_INDEX_HEAD,
  TL_INDEX_TERMS,          /* TlIndexTerm */
  TL_INDEX_WORDS,          /* TlIndexWord */
  TL_INDEX_KEY_LIST,       /* guint32: the keys of the words, one after the other */
  TL_INDEX_KEYS,           /* TlIndexKey */
  TL_INDEX_TEXTS,          /* char: kind, text, NUL */
  TL_INDEX_SLOTS,          /* guint32, open addressing: key + 1; a power of two */
  TL_INDEX_POSTING_STARTS, /* guint32 */
  TL_INDEX_POSTINGS,
  TL_INDEX_GUESS_STARTS,
  TL_INDEX_GUESSES,
  TL_INDEX_PAIRS,       /* guint64: first key << 32 | second key, of neighbours in a term */
  TL_INDEX_PAIR_SLOTS,  /* guint32, open addressing: pair + 1; a power of two */
  TL_INDEX_PAIR_STARTS, /* guint32: rows of postings */
  TL_INDEX_PAIR_POSTINGS,
  TL_INDEX_PAIR_SIEVE, /* guint64 (base/sieve.h): of tl_index_pair_hash */
  TL_INDEX_FORM_SIEVE  /* guint64: of tl_small_hash of every form that leads to a key */
};

/* TlIndexKey.flags */
enum { TL_KEY_ALONE = 1, /* of a term of one word */ TL_KEY_LEADS = 2, /* first of a pair */ TL_KEY_FOLLOWS = 4 };

typedef struct TlIndexHead {
  guint32 max_words;
  guint32 reserved;
} TlIndexHead;

typedef struct TlIndexKey {
  guint32 hash;
  guint32 text;  /* offset in the texts; the kind stands first */
  guint32 count; /* words of terms that have it */
  guint32 flags;
} TlIndexKey;

static inline guint64 tl_index_pair_hash(guint64 pair) {
  guint64 h = (pair ^ pair >> 29) * 0x9E3779B97F4A7C15u;
  return h ^ h >> 32;
}

static inline guint32 tl_index_pair_slot(const guint32 *slots, guint32 n_slots, const guint64 *pairs, guint64 pair) {
  guint32 slot = (guint32)(tl_index_pair_hash(pair) >> 32) & (n_slots - 1);
  while (slots[slot] && pairs[slots[slot] - 1] != pair)
    slot = (slot + 1) & (n_slots - 1);
  return slot;
}

static inline guint32 tl_index_hash(TlKeyKind kind, const char *text, size_t length) {
  guint64 h = 0xCBF29CE484222325u ^ (guint64)kind;
  for (size_t i = 0; i < length; i++)
    h = (h ^ (guint8)text[i]) * 0x100000001B3u;
  return (guint32)(h ^ h >> 32);
}

/* The slot of a key, or the free one where it would stand. */
static inline guint32 tl_index_slot(const guint32 *slots, guint32 n_slots, const TlIndexKey *keys, const char *texts,
                                    guint32 hash, TlKeyKind kind, const char *text, size_t length) {
  guint32 slot = hash & (n_slots - 1);
  for (; slots[slot]; slot = (slot + 1) & (n_slots - 1)) {
    const TlIndexKey *key = &keys[slots[slot] - 1];
    const char *own = texts + key->text;
    if (key->hash == hash && own[0] == (char)kind && strncmp(own + 1, text, length) == 0 && own[1 + length] == '\0')
      break;
  }
  return slot;
}

#endif
