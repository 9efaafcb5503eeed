/* All that a language knows of one word of text or of a term.
 *
 * The word is tried as it stands, in small letters and capitalised (never only lower-cased: `київ` stems to `кий`); irregular
 * pairs (людей, людина) are joined in. Never flatten: the readings are a set, to be met by another word's set.
 */
#ifndef TL_LANG_ANALYSIS_H
#define TL_LANG_ANALYSIS_H

#include "lang/grammar.h"
#include "lang/lexicon.h"

typedef enum TlCasing {
  TL_CASING_SMALL,  /* слово; and what has no letters */
  TL_CASING_CAPITAL, /* Слово */
  TL_CASING_ALL,    /* СЛОВО, two letters at least */
  TL_CASING_MIXED   /* БпЛА */
} TlCasing;

/* Which casing of the word gave a reading. */
typedef enum TlTried { TL_TRIED_AS_IS, TL_TRIED_SMALL, TL_TRIED_CAPITAL } TlTried;

typedef struct TlAnalysis {
  TlReadings readings;
  TlMorph morphs[TL_READINGS_MAX];
  guint8 tried[TL_READINGS_MAX]; /* TlTried */
  TlCasing casing;
  gboolean known_as_is; /* the dictionary has the word as it is cased */
  gboolean known_small; /* … or in small letters */
} TlAnalysis;

typedef struct TlIrregulars TlIrregulars; /* form -> lemmas that the dictionary does not join */

/* From lines "form<TAB>lemma"; `#` begins a comment. */
TlIrregulars *tl_irregulars_parse(const char *name, GBytes *data, GError **error);
void tl_irregulars_free(TlIrregulars *irregulars);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TlIrregulars, tl_irregulars_free)

/* `word` folded and NUL-terminated; `irregulars` may be NULL. */
void tl_analyse(TlLexicon *lexicon, const TlIrregulars *irregulars, const char *word, size_t length, TlAnalysis *analysis);
TlCasing tl_casing(const char *word, size_t length);

#endif
