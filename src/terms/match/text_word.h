/* A word of the text as the index sees it, worked out once for each distinct word and remembered. */
#ifndef TL_TERMS_TEXT_WORD_H
#define TL_TERMS_TEXT_WORD_H

#include "base/arena.h"
#include "terms/match/index.h"
#include "text/token.h"

/* One way the word may stand for a word of a term. */
typedef struct TlTextKey {
  guint32 key : 31;
  guint32 guessed : 1; /* by analogy, not by the dictionary */
  TlMorph morph;
} TlTextKey;

/* A term that stands somewhere. */
typedef struct TlMet {
  guint32 term;  /* its place in the index: term bases in their order, terms in file order */
  guint32 match; /* TlumachMatch */
} TlMet;

/* What a word is by itself. */
typedef enum TlWordUse {
  TL_USE_NOUN,        /* of terms of one word … */
  TL_USE_ATTRIBUTIVE, /* … where it is an adjective to what follows */
  TL_USE_ANCHOR,      /* of spread terms: the other words must stand around */
  TL_USES
} TlWordUse;

/* The terms that a word may be by itself, use by use. */
typedef struct TlWordTerms {
  guint ends[TL_USES];
  guint8 nominal; /* it is no noun where it is an adjective to what follows; else the first use is meant always */
  guint8 named;   /* it is a name in some of them */
  guint8 divided; /* it is a genitive of some of them in one use, and of others it is not */
  TlMet met[];
} TlWordTerms;

#define TL_TEXT_KEYS_MAX 64
#define TL_TEXT_MORPHS 4

/* What nouns and adjectives a word may be, for its neighbours. */
typedef struct TlTextMorphs {
  guint n;
  guint8 verb : 1, other : 1; /* it may be a verb, or something else that is neither */
  TlMorph all[TL_TEXT_MORPHS];
} TlTextMorphs;

typedef struct TlTextWord {
  const TlWordTerms *terms;   /* worked out by match_word.c when they are asked for first; NULL until then */
  const TlTextMorphs *morphs; /* NULL until tl_text_words_know */
  guint32 form;               /* TL_KEY_FORM of the word as it stands, TL_NO_KEY when no term has it */
  guint16 capitals;           /* tl_capitals, where some term asks for them */
  guint8 casing;              /* TlCasing */
  guint8 known_as_is : 1, known_small : 1;
  guint8 variant : 1; /* `form` was found only after letters were exchanged for their look-alikes */
  guint8 n_keys, n_leads, n_follows;
  TlTextKey keys[]; /* only those that some term has, `form` included; behind them those of pairs */
} TlTextWord;

/* The keys that come first in a pair of the index, each once; behind them those that come second. */
static inline const guint32 *tl_text_word_leads(const TlTextWord *word) {
  return (const guint32 *)(const void *)(word->keys + word->n_keys);
}

static inline const guint32 *tl_text_word_follows(const TlTextWord *word) {
  return tl_text_word_leads(word) + word->n_leads;
}

typedef struct TlTextToken {
  TlToken token;
  const TlTextWord *word; /* NULL: one that no term has */
} TlTextToken;

typedef struct TlTextWords TlTextWords; /* the memory, of one thread */

TlTextWords *tl_text_words_new(const TlTermIndex *index, TlLexicon *lexicon, const TlWordLists *lists);
void tl_text_words_free(TlTextWords *words);
/* Valid until tl_text_words_trim. Never NULL; a word that no term has, has no keys. */
const TlTextWord *tl_text_words_get(TlTextWords *words, const char *text, const TlToken *token);
/* The same with its `morphs`, which few words are asked for. */
const TlTextWord *tl_text_words_know(TlTextWords *words, const char *text, const TlToken *token);
/* Sets the words of tokens: NULL for most that no term has, without having looked at them. */
void tl_text_words_meet(TlTextWords *words, const char *text, TlTextToken *tokens, guint n);
/* The same word, for who adds to what is remembered of it; and memory that lasts as long. */
TlTextWord *tl_text_words_change(TlTextWords *words, const TlTextWord *word);
TlArena *tl_text_words_arena(TlTextWords *words);
/* Forgets all when too much was remembered: TRUE, and words that are still needed must be met again. */
gboolean tl_text_words_trim(TlTextWords *words);

#endif
