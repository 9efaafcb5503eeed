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

/* The arrays of the sections; read through the functions below. */
typedef struct TlTermIndex {
  TlTermOf term_of;
  gpointer user;
  const TlIndexHead *head;
  const TlIndexTerm *terms;
  const TlIndexWord *words;
  const TlIndexKey *keys;
  const char *texts;
  const TlIndexSlot *slots;
  const TlIndexPair *pairs;
  const guint32 *key_list, *rows, *pair_postings;
  const guint64 *pair_sieve, *form_sieve;
  guint n_pair_sieve, n_form_sieve;
  guint n_pairs, n_pair_postings;
  guint n_heads, n_terms, n_words, n_keys, n_texts, n_key_list, n_slots, n_rows;
} TlTermIndex;
/* Checks every number in the sections, those of terms against `n_terms`. `sections` and `user` must outlive the index.
 * NULL: damaged. */
TlTermIndex *tl_term_index_open(const TlSections *sections, guint first, guint n_terms, TlTermOf term_of,
                                gpointer user);
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

static inline const TlIndexTerm *tl_term_index_term(const TlTermIndex *index, guint i) {
  return &index->terms[i];
}

static inline const TlumachTerm *tl_term_index_designation(const TlTermIndex *index, const TlIndexTerm *term) {
  return index->term_of(index->user, term->concept, term->number);
}

static inline const TlIndexWord *tl_term_index_words(const TlTermIndex *index, const TlIndexTerm *term) {
  return &index->words[term->words];
}

static inline const guint32 *tl_term_index_keys(const TlTermIndex *index, const TlIndexWord *word) {
  return word->n_keys == 1 ? &word->keys : &index->key_list[word->keys];
}

static inline gboolean tl_term_index_has_key(const TlTermIndex *index, const TlIndexWord *word, guint32 key) {
  const guint32 *keys = tl_term_index_keys(index, word);
  for (guint i = 0; i < word->n_keys; i++)
    if (keys[i] == key)
      return TRUE;
  return FALSE;
}

guint32 tl_term_index_key(const TlTermIndex *index, TlKeyKind kind, const char *text, size_t length);
TlKeyKind tl_term_index_key_kind(const TlTermIndex *index, guint32 key);
const char *tl_term_index_key_text(const TlTermIndex *index, guint32 key);

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

static inline const guint32 *tl_index_row(const TlTermIndex *index, guint32 key, guint *n) {
  *n = (guint)(index->keys[key + 1].row - index->keys[key].row);
  return index->rows + index->keys[key].row;
}

/* The words that a guessed form may be of: their TL_KEY_FORM. */
static inline const guint32 *tl_term_index_guesses(const TlTermIndex *index, guint32 guess, guint *n) {
  return tl_index_row(index, guess, n);
}

/* How a key occurs: alone, first or second of a pair (index_format.h). */
static inline guint tl_term_index_key_flags(const TlTermIndex *index, guint32 key) {
  return index->keys[key].flags;
}

/* Terms of one word, and spread ones, that are posted under a key. */
static inline const guint32 *tl_term_index_postings(const TlTermIndex *index, guint32 key, guint *n) {
  return tl_index_row(index, key, n);
}

/* Longer ones, under the keys of two neighbours. Whether there may be some, first; FALSE is certain. */
static inline gboolean tl_term_index_may_pair(const TlTermIndex *index, guint32 first, guint32 second) {
  guint64 hash = tl_index_pair_hash(first, second);
  if (!tl_sieve_has(index->pair_sieve, index->n_pair_sieve, hash))
    return FALSE;
  __builtin_prefetch(&index->pairs[tl_index_pair_home(hash, index->n_pairs)]);
  return TRUE;
}

static inline const guint32 *tl_term_index_pair_postings(const TlTermIndex *index, guint32 first, guint32 second,
                                                         guint *n) {
  const TlIndexPair *pair = &index->pairs[tl_index_pair_place(index->pairs, index->n_pairs, first, second)];
  *n = pair->n;
  return pair->n == 1 ? &pair->terms : index->pair_postings + pair->terms;
}

/* What will be asked for soon: a term, then its words. */
static inline void tl_term_index_fetch(const TlTermIndex *index, guint32 term) {
  __builtin_prefetch(&index->terms[term]);
}

static inline void tl_term_index_fetch_words(const TlTermIndex *index, guint32 term) {
  __builtin_prefetch(&index->words[index->terms[term].words]);
}

#endif
