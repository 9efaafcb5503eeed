/* The index of all terms of one language: which of them may stand where a word has these stems.
 *
 * A term of one word is posted under that word's keys, a longer one under the pairs of keys of its two rarest
 * neighbours, or under those of its rarest word where other words may stand between; text words that have them propose
 * the term, and the words around are verified. Cost is about that of
 * reading the text, and hardly grows with the number of terms. Immutable, shared by threads.
 *
 * A key is the number of a string of one kind: TL_KEY_STEM a stem, for words that inflect; TL_KEY_FORM a form in small
 * letters, for words that must stand as they are; TL_KEY_LITERAL one byte for byte; TL_KEY_GUESS a form of a guessed
 * word, which leads to that word's TL_KEY_FORM.
 */
#ifndef TL_TERMS_INDEX_H
#define TL_TERMS_INDEX_H

#include "base/sections.h"
#include "terms/match/term_words.h"
#include "tlumach/terms.h"

typedef enum TlKeyKind { TL_KEY_STEM = 's', TL_KEY_FORM = '=', TL_KEY_LITERAL = '"', TL_KEY_GUESS = '~' } TlKeyKind;
#define TL_NO_KEY G_MAXUINT32

typedef struct TlTermIndex TlTermIndex;

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
  guint8 head; /* the word it agrees with */
  guint8 pos;  /* TlPos of the word as the term has it */
  guint8 reserved;
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

typedef struct TlTermIndexBuilder TlTermIndexBuilder;
TlTermIndexBuilder *tl_term_index_builder_new(TlLexicon *lexicon, const TlWordLists *lists);
/* Adds a term of the source language by its text; one that has no words to match is passed over. */
void tl_term_index_builder_add(TlTermIndexBuilder *builder, const TlumachTerm *term, guint32 number, guint32 concept);
/* Writes the arrays into sections from `first` on (index_format.h) and frees the builder. */
void tl_term_index_builder_finish(TlTermIndexBuilder *builder, TlSectionsWriter *writer, guint first);

/* The term of a number, for tl_term_index_designation. */
typedef const TlumachTerm *(*TlTermOf)(gpointer user, guint32 number);
/* Checks every number in the sections, those of terms against `n_terms`. `sections` and `user` must outlive the index.
 * NULL: damaged. */
TlTermIndex *tl_term_index_open(const TlSections *sections, guint first, guint n_terms, TlTermOf term_of,
                                gpointer user);
void tl_term_index_free(TlTermIndex *index);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TlTermIndex, tl_term_index_free)

guint tl_term_index_reach(const TlTermIndex *index);  /* how many words the longest term may take */
guint tl_term_index_traits(const TlTermIndex *index); /* index_format.h */
guint tl_term_index_size(const TlTermIndex *index);   /* terms */
guint tl_term_index_n_keys(const TlTermIndex *index);
const TlIndexTerm *tl_term_index_term(const TlTermIndex *index, guint i);
const TlumachTerm *tl_term_index_designation(const TlTermIndex *index, const TlIndexTerm *term);
const TlIndexWord *tl_term_index_words(const TlTermIndex *index, const TlIndexTerm *term);
const guint32 *tl_term_index_keys(const TlTermIndex *index, const TlIndexWord *word);
guint32 tl_term_index_key(const TlTermIndex *index, TlKeyKind kind, const char *text, size_t length);
/* The term of a number; NULL when it is not indexed. */
const TlIndexTerm *tl_term_index_find(const TlTermIndex *index, guint32 number);
TlKeyKind tl_term_index_key_kind(const TlTermIndex *index, guint32 key);
const char *tl_term_index_key_text(const TlTermIndex *index, guint32 key);
/* May some key be met by a word with this tl_small_hash? FALSE is certain. */
gboolean tl_term_index_may_meet(const TlTermIndex *index, guint64 small_hash);
/* The words that a guessed form may be of: their TL_KEY_FORM. */
const guint32 *tl_term_index_guesses(const TlTermIndex *index, guint32 guess, guint *n);
/* How a key occurs: alone, first or second of a pair (index_format.h). */
guint tl_term_index_key_flags(const TlTermIndex *index, guint32 key);
/* Terms of one word that are posted under a key. */
const guint32 *tl_term_index_postings(const TlTermIndex *index, guint32 key, guint *n);
/* Longer ones, under the keys of two neighbours. Whether there may be some, first; FALSE is certain. */
gboolean tl_term_index_may_pair(const TlTermIndex *index, guint32 first, guint32 second);
const guint32 *tl_term_index_pair_postings(const TlTermIndex *index, guint32 first, guint32 second, guint *n);

/* What will be asked for soon: a term, then its words. */
void tl_term_index_fetch(const TlTermIndex *index, guint32 term);
void tl_term_index_fetch_words(const TlTermIndex *index, guint32 term);

#endif
