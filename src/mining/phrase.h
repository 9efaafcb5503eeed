/* Noun phrases: adjectives and a noun, then what depends on it in the genitive, adjectives and a noun again.
 *
 * "стратегічні наступальні озброєння", "секретар ради національної безпеки". Words stand beside each other with nothing
 * but white space between; adjectives agree with their noun. A word that is noun and adjective (податковий, of податок)
 * is the adjective of a noun behind it that it agrees with.
 */
#ifndef TL_MINING_PHRASE_H
#define TL_MINING_PHRASE_H

#include "mining/word.h"

typedef struct TlMineToken {
  TlToken token;
  const TlMineWord *word; /* settled; NULL: no word */
} TlMineToken;

typedef struct TlPhrase {
  guint first, n; /* tokens */
  guint head;     /* the first noun: words up to it inflect, those behind it stand as they are */
  TlMorph morph;  /* the cases that all words up to the head can be in */
} TlPhrase;

typedef void (*TlPhraseFunc)(const TlPhrase *phrase, gpointer user);

/* Calls `found` for every phrase of at most `most` words, also those within others. */
void tl_phrases(const TlMineToken *tokens, guint n, guint most, TlPhraseFunc found, gpointer user);

#endif
