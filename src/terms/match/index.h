/* The index of all terms of one language: which of them may stand where a word has these stems.
 *
 * A term of one word is posted under that word's keys, a longer one under the pairs of keys of its two rarest
 * neighbours, or under those of its rarest word where other words may stand between; text words that have them propose
 * the term, and the words around are verified. Cost is about that of
 * reading the text, and hardly grows with the number of terms. Immutable, shared by threads.
 *
 * A key is the number of a string of one kind: TL_KEY_STEM a stem, for words that inflect; TL_KEY_FORM a form in small
 * letters, for words that must stand as they are; TL_KEY_LITERAL one byte for byte; TL_KEY_GUESS a form of a guessed
 * word, which leads to that word's TL_KEY_FORM; TL_KEY_MIXED a word with capitals inside, as a term has it.
 */
#ifndef TL_TERMS_INDEX_H
#define TL_TERMS_INDEX_H

#include "base/sections.h"
#include "terms/match/index_format.h"
#include "terms/match/term_words.h"
#include "tlumach/terms.h"

typedef struct TlTermIndexBuilder TlTermIndexBuilder;
TlTermIndexBuilder *tl_term_index_builder_new(TlLexicon *lexicon, const TlWordLists *lists);
/* Adds a term of the source language by its text; one that has no words to match is passed over. */
void tl_term_index_builder_add(TlTermIndexBuilder *builder, const TlumachTerm *term, guint32 number, guint32 concept);
/* Writes the arrays into sections from `first` on (index_format.h) and frees the builder. */
void tl_term_index_builder_finish(TlTermIndexBuilder *builder, TlSectionsWriter *writer, guint first);

/* The term of a number, in a concept, for tl_term_index_designation. */
typedef const TlumachTerm *(*TlTermOf)(gpointer user, guint32 concept, guint32 number);

/* Asks for the memory that TlTermOf reads, in two steps: where the concept is, and, once that is here, the concept. */
typedef enum TlTermStep { TL_TERM_PLACE, TL_TERM_CONCEPT, TL_TERM_STEPS } TlTermStep;
typedef void (*TlTermFetch)(gpointer user, guint32 concept, TlTermStep step);

/* The arrays of the sections; read through the functions below. */
typedef struct TlTermIndex {
  TlTermOf term_of;
  TlTermFetch fetch_term;
  gpointer user;
  const TlIndexHead *head;
  const TlIndexPlace *terms;
  const guint32 *records, *keys, *pair_terms;
  const TlIndexSlot *slots;
  const TlIndexPair *pairs;
  const guint64 *form_sieve;
  guint n_heads, n_terms, n_records, n_keys, n_slots, n_pairs, n_pair_terms, n_form_sieve;
} TlTermIndex;
/* Checks every number in the sections, those of terms against `n_terms`. `fetch` may be NULL. `sections` and `user`
 * must outlive the index. NULL: damaged. */
TlTermIndex *tl_term_index_open(const TlSections *sections, guint first, guint n_terms, TlTermOf term_of,
                                TlTermFetch fetch, gpointer user);
void tl_term_index_free(TlTermIndex *index);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TlTermIndex, tl_term_index_free)

static inline guint tl_term_index_reach(const TlTermIndex *index) { /* how many words the longest term may take */
  return index->head->reach;
}

static inline guint tl_term_index_traits(const TlTermIndex *index) { /* index_format.h */
  return index->head->traits;
}

static inline guint tl_term_index_size(const TlTermIndex *index) { /* terms */
  return index->n_terms;
}

/* The record in a place, as postings name it, and that of the term number `i`. */
static inline const TlIndexTerm *tl_term_index_record(const TlTermIndex *index, guint32 place) {
  return (const TlIndexTerm *)(const void *)(index->records + place);
}

static inline const TlIndexTerm *tl_term_index_term(const TlTermIndex *index, guint i) {
  return tl_term_index_record(index, index->terms[i].record);
}

/* Its number among those of all bases. */
static inline guint32 tl_term_index_number(const TlTermIndex *index, const TlIndexTerm *term) {
  return index->terms[term->order].number;
}

static inline const TlumachTerm *tl_term_index_designation(const TlTermIndex *index, const TlIndexTerm *term) {
  return index->term_of(index->user, term->concept, tl_term_index_number(index, term));
}

/* Asks for the memory that tl_term_index_designation reads. */
static inline void tl_term_index_fetch_designation(const TlTermIndex *index, const TlIndexTerm *term, TlTermStep step) {
  if (step == TL_TERM_PLACE)
    __builtin_prefetch(&index->terms[term->order]);
  if (index->fetch_term)
    index->fetch_term(index->user, term->concept, step);
}

static inline const TlIndexWord *tl_term_index_words(const TlIndexTerm *term) {
  return (const TlIndexWord *)(const void *)(term + 1);
}

static inline const guint32 *tl_term_index_keys(const TlIndexTerm *term, const TlIndexWord *word) {
  return word->n_keys == 1 ? &word->keys : (const guint32 *)(const void *)term + word->keys;
}

static inline gboolean tl_term_index_has_key(const TlIndexTerm *term, const TlIndexWord *word, guint32 key) {
  const guint32 *keys = tl_term_index_keys(term, word);
  for (guint i = 0; i < word->n_keys; i++)
    if (keys[i] == key)
      return TRUE;
  return FALSE;
}

guint32 tl_term_index_key(const TlTermIndex *index, TlKeyKind kind, const char *text, size_t length);

static inline const TlIndexKey *tl_term_index_key_record(const TlTermIndex *index, guint32 key) {
  return (const TlIndexKey *)(const void *)(index->keys + key);
}

static inline TlKeyKind tl_term_index_key_kind(const TlTermIndex *index, guint32 key) {
  return (TlKeyKind)tl_term_index_key_record(index, key)->kind;
}

static inline const char *tl_term_index_key_text(const TlTermIndex *index, guint32 key) {
  return (const char *)(tl_term_index_key_record(index, key) + 1);
}

/* Do terms have the word (folded), or one that it may be a form of by analogy, so that it is right in this casing? */
gboolean tl_term_index_knows_word(const TlTermIndex *index, const char *folded, size_t length, TlCasing casing);

/* Several keys at once: what each reads next is asked for before any is waited for. */
typedef struct TlKeyQuery {
  TlKeyKind kind;
  guint32 hash, key; /* `key` is the answer: TL_NO_KEY for none */
  const char *text;
  size_t length;
} TlKeyQuery;
void tl_term_index_find_keys(const TlTermIndex *index, TlKeyQuery *queries, guint n);

/* May some key be met by a word with this tl_small_hash? FALSE is certain. */
static inline gboolean tl_term_index_may_meet(const TlTermIndex *index, guint64 small_hash) {
  return tl_sieve_has(index->form_sieve, index->n_form_sieve, small_hash);
}

static inline void tl_term_index_fetch_may_meet(const TlTermIndex *index, guint64 small_hash) {
  __builtin_prefetch(&index->form_sieve[tl_sieve_place(index->n_form_sieve, small_hash)]);
}

/* Where a key leads to: the words that a guessed form may be of, by their TL_KEY_FORM; of another key, the terms that
 * are posted under it alone. */
static inline const guint32 *tl_term_index_postings(const TlTermIndex *index, guint32 key, guint *n) {
  const TlIndexKey *record = tl_term_index_key_record(index, key);
  *n = record->n;
  return index->keys + key + TL_INDEX_KEY_SIZE + tl_index_text_size(record->length);
}

/* How a key occurs: alone, first or second of a pair (index_format.h). */
static inline guint tl_term_index_key_flags(const TlTermIndex *index, guint32 key) {
  return tl_term_index_key_record(index, key)->flags;
}

/* What will be asked for soon. */
static inline void tl_term_index_fetch(const TlTermIndex *index, guint32 place) {
  __builtin_prefetch(index->records + place);
  __builtin_prefetch(index->records + place + TL_INDEX_TERM_SIZE + 2 * TL_INDEX_WORD_SIZE);
}

/* Longer terms, under a pair of keys (tl_index_pair_hash): a search begins at this place and goes on where the last one
 * ended, until it finds no more. Strangers may be among what it finds. */
static inline guint32 tl_term_index_pair_home(const TlTermIndex *index, guint64 hash) {
  guint32 home = (guint32)hash & (index->n_pairs - 1);
  __builtin_prefetch(&index->pairs[home]);
  return home;
}

static inline const guint32 *tl_term_index_next_pair(const TlTermIndex *index, guint32 mark, guint32 *at, guint *n) {
  while (index->pairs[*at].term != TL_PAIR_FREE) {
    const TlIndexPair *pair = &index->pairs[*at];
    *at = (*at + 1) & (index->n_pairs - 1);
    if (pair->mark != mark)
      continue;
    const guint32 *several = index->pair_terms + (pair->term & ~TL_PAIR_SEVERAL);
    *n = pair->term & TL_PAIR_SEVERAL ? *several : 1;
    return pair->term & TL_PAIR_SEVERAL ? several + 1 : &pair->term;
  }
  return NULL;
}

#endif
