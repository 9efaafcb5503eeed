/* How an index lies in its sections; shared by who builds it and who reads it (index.h). */
#ifndef TL_TERMS_INDEX_FORMAT_H
#define TL_TERMS_INDEX_FORMAT_H

#include <string.h>

#include "base/sieve.h"
#include "terms/match/term_words.h"

typedef enum TlKeyKind {
  TL_KEY_STEM = 's',
  TL_KEY_FORM = '=',
  TL_KEY_LITERAL = '"',
  TL_KEY_GUESS = '~',
  TL_KEY_MIXED = '@'
} TlKeyKind;
#define TL_NO_KEY G_MAXUINT32

/* Sections, counted from the index's first. */
enum {
  TL_INDEX_HEAD,
  TL_INDEX_TERMS,         /* TlIndexTerm */
  TL_INDEX_WORDS,         /* TlIndexWord */
  TL_INDEX_KEY_LIST,      /* guint32: the keys of words that have several, one after the other */
  TL_INDEX_KEYS,          /* TlIndexKey, and one behind the last */
  TL_INDEX_TEXTS,         /* char: kind, text, NUL */
  TL_INDEX_SLOTS,         /* TlIndexSlot, open addressing; a power of two */
  TL_INDEX_ROWS,          /* guint32: where keys lead to */
  TL_INDEX_PAIRS,         /* TlIndexPair, open addressing; a power of two */
  TL_INDEX_PAIR_POSTINGS, /* guint32: terms of pairs that have several */
  TL_INDEX_PAIR_SIEVE,    /* guint64 (base/sieve.h): of tl_index_pair_hash */
  TL_INDEX_FORM_SIEVE     /* guint64: of tl_small_hash of every form that leads to a key */
};

/* TlIndexKey.flags */
enum {
  TL_KEY_ALONE = 1, /* proposes a term by itself */
  TL_KEY_LEADS = 2, /* first of a pair */
  TL_KEY_FOLLOWS = 4,
  TL_KEY_AS_SMALL = 8,    /* of a TL_KEY_FORM: how terms have the word, слово, … */
  TL_KEY_AS_CAPITAL = 16, /* Слово */
  TL_KEY_AS_MIXED = 32    /* БпЛА, Нью-Йорк: as it stands there, see TL_KEY_MIXED */
};
#define TL_KEY_FLAGS 6

typedef struct TlIndexHead {
  guint32 reach;  /* words that the longest term may take */
  guint32 traits; /* TL_INDEX_HAS_… */
} TlIndexHead;
#define TL_INDEX_REACH_MAX (TL_TERM_WORDS_MAX + (TL_TERM_WORDS_MAX - 1) * TL_GAP_MAX)

/* What some term asks of a text, and most never do. */
enum { TL_INDEX_HAS_LITERALS = 1, TL_INDEX_HAS_CAPITALS = 2, TL_INDEX_HAS_SPREAD = 4 };

typedef struct TlIndexKey {
  guint32 text; /* offset in the texts; the kind stands first */
  guint32 flags : TL_KEY_FLAGS;
  guint32 row : 32 - TL_KEY_FLAGS; /* where its row begins, which ends where the next one's does: the terms that it
                       proposes by itself; of a TL_KEY_GUESS the words that it may be of, by their TL_KEY_FORM */
} TlIndexKey;

/* A word of an indexed term. */
typedef struct TlIndexWord {
  guint32 keys; /* the only one, or where several stand: see tl_term_index_keys */
  guint32 form; /* the TL_KEY_FORM of the word as the term has it */
  guint8 n_keys;
  guint8 role : 4, gap : 4; /* of TlBehaviour */
  guint8 casing : 4;        /* TlCasing */
  guint8 case_exact : 1;
  guint8 nominal : 1; /* an adjective by form that is a noun here (майбутнє, військовий) */
  guint8 proper : 1, agrees : 1;
  guint8 head;      /* the word it agrees with */
  guint8 pos;       /* TlPos of the word as the term has it */
  guint8 gender;    /* TL_GENDER_…: those that it may have in a text */
  guint16 capitals; /* tl_capitals */
} TlIndexWord;

typedef struct TlIndexTerm {
  guint32 number;  /* of the term, among those of all bases */
  guint32 concept; /* of its concept */
  guint32 words;
  guint8 n_words;
  guint8 anchor; /* the word it is posted under, or the first of the two */
  guint8 spread; /* other words may stand between its words: it is posted under one of them */
  guint8 never;  /* it is not to be found: posted nowhere */
} TlIndexTerm;

/* A number beside its hash: a search reads the texts once, when it has found. */
typedef struct TlIndexSlot {
  guint32 hash;
  guint32 key; /* + 1; 0: free */
} TlIndexSlot;

/* Keys of neighbours in terms. */
typedef struct TlIndexPair {
  guint32 first, second;
  guint32 terms; /* the only one, or where several stand in the postings */
  guint32 n;     /* of them; 0: a free place */
} TlIndexPair;

static inline guint64 tl_index_pair_hash(guint32 first, guint32 second) {
  guint64 pair = (guint64)first << 32 | second;
  guint64 h = (pair ^ pair >> 29) * 0x9E3779B97F4A7C15u;
  return h ^ h >> 32;
}

static inline guint32 tl_index_pair_home(guint64 hash, guint32 n) {
  return (guint32)(hash >> 32) & (n - 1);
}

/* Where a pair stands, or the free place where it would. */
static inline guint32 tl_index_pair_place(const TlIndexPair *pairs, guint32 n, guint32 first, guint32 second) {
  guint32 place = tl_index_pair_home(tl_index_pair_hash(first, second), n);
  while (pairs[place].n && (pairs[place].first != first || pairs[place].second != second))
    place = (place + 1) & (n - 1);
  return place;
}

static inline guint32 tl_index_hash(TlKeyKind kind, const char *text, size_t length) {
  guint64 h = 0xCBF29CE484222325u ^ (guint64)kind ^ length << 8;
  for (guint64 word = 0; length > 0; word = 0) {
    size_t n = length < 8 ? length : 8;
    memcpy(&word, text, n);
    h = (h ^ word) * 0x9E3779B97F4A7C15u;
    h ^= h >> 32;
    text += n;
    length -= n;
  }
  return (guint32)(h ^ h >> 29);
}

/* The slot of a key, or the free one where it would stand. */
static inline guint32 tl_index_slot(const TlIndexSlot *slots, guint32 n_slots, const TlIndexKey *keys,
                                    const char *texts, guint32 hash, TlKeyKind kind, const char *text, size_t length) {
  guint32 at = hash & (n_slots - 1);
  for (; slots[at].key; at = (at + 1) & (n_slots - 1)) {
    if (slots[at].hash != hash)
      continue;
    const char *own = texts + keys[slots[at].key - 1].text;
    if (own[0] == (char)kind && strncmp(own + 1, text, length) == 0 && own[1 + length] == '\0')
      break;
  }
  return at;
}

#endif
