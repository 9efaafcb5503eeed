/* How usual words are: a list of forms, the most usual first (dictionaries/usual-*.txt). */
#ifndef TL_LANG_USUAL_H
#define TL_LANG_USUAL_H

#include "lang/lexicon.h"

#define TL_USUAL_MAX 15u

typedef struct TlUsual TlUsual; /* immutable */

/* One word a line; `#` begins a comment line. */
TlUsual *tl_usual_parse(GBytes *data);
void tl_usual_free(TlUsual *usual);

/* 0: not in the list, nor is its lemma; to TL_USUAL_MAX: each step is about twice as usual (ranks halve: Zipf). A form
 * that is not in the list is taken for a fourth as usual as its lemma. */
guint tl_usual(const TlUsual *usual, TlLexicon *lexicon, const char *word);

#endif
