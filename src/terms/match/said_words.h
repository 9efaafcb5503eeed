/* What a person says of a term's words, where it is not what their forms suggest. */
#ifndef TL_TERMS_SAID_WORDS_H
#define TL_TERMS_SAID_WORDS_H

#include "terms/match/term_words.h"

/* "рада=frozen безпеки=inflects", with spaces, commas or semicolons between, said of the words (TlTermWord) of a term:
 * a frozen one stands as it is in the term, one that inflects in any form. `said` may be NULL. NULL, or the first piece
 * that means nothing: no such word, or no such role. Free with g_free. */
char *tl_said_words_apply(GPtrArray *words, const char *said);

#endif
