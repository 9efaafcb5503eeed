/* How an index lies in its sections; shared by who builds it and who reads it (index.h). */
#ifndef TL_TERMS_INDEX_FORMAT_H
#define TL_TERMS_INDEX_FORMAT_H

#include "base/hash.h"
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

/* Sections, counted from the index's first. What is read together lies together: a term with its words and their keys,
 * a key with its text and the terms that it leads to. Such records are of numbers of 32 bits, and known by their place
 * among them. */
enum {
  TL_INDEX_HEAD,
  TL_INDEX_TERMS,      /* TlIndexPlace, one a term */
  TL_INDEX_RECORDS,    /* TlIndexTerm, its words, the keys of those that have several; one record after the other */
  TL_INDEX_KEYS,       /* TlIndexKey, its text, what it leads to; one after the other, a zero behind the last */
  TL_INDEX_SLOTS,      /* TlIndexSlot, open addressing; a power of two */
  TL_INDEX_PAIRS,      /* TlIndexPair, open addressing; a power of two */
  TL_INDEX_PAIR_TERMS, /* guint32: of pairs that have several terms how many, and their places */
  TL_INDEX_FORM_SIEVE  /* guint64 (base/sieve.h): tl_small_hash of every form that leads to a key */
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

typedef struct TlIndexHead {
  guint32 reach;  /* words that the longest term may take */
  guint32 traits; /* TL_INDEX_HAS_… */
} TlIndexHead;
#define TL_INDEX_REACH_MAX (TL_TERM_WORDS_MAX + (TL_TERM_WORDS_MAX - 1) * TL_GAP_MAX)

/* What some term asks of a text, and most never do. */
enum { TL_INDEX_HAS_LITERALS = 1, TL_INDEX_HAS_CAPITALS = 2, TL_INDEX_HAS_SPREAD = 4 };

typedef struct TlIndexKey {
  guint32 n;      /* places behind the text: of the terms that it proposes by itself; of a TL_KEY_GUESS, those of the
                     TL_KEY_FORM of the words that it may be of */
  guint16 length; /* of the text, which ends with a NUL besides; words are shorter than TL_WORD_MAX */
  guint8 kind;    /* TlKeyKind */
  guint8 flags;
} TlIndexKey;

/* A word of an indexed term. */
typedef struct TlIndexWord {
  guint32 keys;     /* the only one, or where several stand: see tl_term_index_keys */
  guint32 form;     /* the TL_KEY_FORM of the word as the term has it */
  guint16 capitals; /* tl_capitals */
  guint8 n_keys;
  guint8 role : 4, gap : 4; /* of TlBehaviour */
  guint8 casing : 4;        /* TlCasing */
  guint8 case_exact : 1;
  guint8 nominal : 1; /* an adjective by form that is a noun here (майбутнє, військовий) */
  guint8 agrees : 1;
  guint8 point : 1; /* a point may stand before it */
  guint8 head;      /* the word it agrees with */
  guint8 pos;       /* TlPos of the word as the term has it */
  guint8 gender;    /* TL_GENDER_…: those that it may have in a text */
} TlIndexWord;

typedef struct TlIndexTerm {
  guint32 order;   /* among the terms of the index */
  guint32 concept; /* number of its concept */
  guint8 n_words;
  guint8 anchor; /* the word it is posted under, or the first of the two */
  guint8 spread; /* other words may stand between its words: it is posted under one of them */
  guint8 never;  /* it is not to be found: posted nowhere */
} TlIndexTerm;

typedef struct TlIndexPlace {
  guint32 record;
  guint32 number; /* of the term, among those of all bases */
} TlIndexPlace;

/* A key beside its hash: a search reads few texts. */
typedef struct TlIndexSlot {
  guint32 hash;
  guint32 key; /* + 1; 0: free */
} TlIndexSlot;

/* Terms with these keys in neighbours. The mark stands for both keys: what it takes for another pair, the verification
 * of the term refuses. */
typedef struct TlIndexPair {
  guint32 mark;
  guint32 term; /* the only one, or TL_PAIR_SEVERAL and where they stand, or TL_PAIR_FREE */
} TlIndexPair;
#define TL_PAIR_SEVERAL 0x80000000u
#define TL_PAIR_FREE G_MAXUINT32

/* The higher half is the mark, the lower one leads to the place. */
static inline guint64 tl_index_pair_hash(guint32 first, guint32 second) {
  guint64 pair = (guint64)first << 32 | second;
  guint64 h = (pair ^ pair >> 29) * 0x9E3779B97F4A7C15u;
  return h ^ h >> 32;
}

/* Sizes of records. */
static inline guint32 tl_index_text_size(guint32 length) { /* with its NUL */
  return length / 4 + 1;
}

#define TL_INDEX_KEY_SIZE ((guint32)(sizeof(TlIndexKey) / 4))
#define TL_INDEX_TERM_SIZE ((guint32)(sizeof(TlIndexTerm) / 4))
#define TL_INDEX_WORD_SIZE ((guint32)(sizeof(TlIndexWord) / 4))

static inline guint32 tl_index_hash(TlKeyKind kind, const char *text, size_t length) {
  guint64 h = tl_hash_bytes(TL_HASH_START ^ (guint64)kind ^ length << 8, text, length);
  return (guint32)(h ^ h >> 29);
}

#endif
