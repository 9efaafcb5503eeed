/* All that a language knows of one word of text or of a term.
 *
 * The word is tried as it stands, in small letters and capitalised (never only lower-cased: `київ` stems to `кий`);
 * irregular pairs (людей, людина) are joined in. Never flatten: the readings are a set, to be met by another word's
 * set.
 */
#ifndef TL_LANG_ANALYSIS_H
#define TL_LANG_ANALYSIS_H

#include "lang/grammar.h"
#include "lang/lexicon.h"
#include "lang/word_lists.h"

typedef enum TlCasing {
  TL_CASING_SMALL,   /* слово; and what has no letters */
  TL_CASING_CAPITAL, /* Слово */
  TL_CASING_ALL,     /* СЛОВО, two letters at least */
  TL_CASING_MIXED    /* БпЛА */
} TlCasing;

/* Which casing of the word gave a reading. */
typedef enum TlTried { TL_TRIED_AS_IS, TL_TRIED_SMALL, TL_TRIED_CAPITAL } TlTried;

typedef struct TlAnalysis {
  TlReadings readings;
  TlMorph morphs[TL_READINGS_MAX];
  guint8 tried[TL_READINGS_MAX];     /* TlTried */
  guint8 irregular[TL_READINGS_MAX]; /* from our table, not the dictionary */
  TlCasing casing;
  gboolean known_as_is; /* the dictionary has the word as it is cased */
  gboolean known_small; /* … or in small letters */
} TlAnalysis;

/* `word` folded and NUL-terminated. */
void tl_analyse(TlLexicon *lexicon, const TlWordLists *lists, const char *word, size_t length, TlAnalysis *analysis);
/* The same without the readings that a word in small letters would have with a capital, where the dictionary has it as
 * it is: most words of a text, and hardly names. */
void tl_analyse_briefly(TlLexicon *lexicon, const TlWordLists *lists, const char *word, size_t length,
                        TlAnalysis *analysis);
TlCasing tl_casing(const char *word, size_t length);
/* Сумська-Боримська: each half with a capital and otherwise small. */
gboolean tl_is_double_name(const char *word);
/* Which of the first 16 characters are capitals, the first in the lowest bit. */
guint16 tl_capitals(const char *word, size_t length);

#endif
