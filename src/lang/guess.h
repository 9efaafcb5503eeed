/* From a form that the dictionary does not know to the citation form it likely has: inflection by analogy, backwards.
 *
 * Each rule of the dictionary that may have made the form is undone; what comes out is believed as far as the
 * dictionary's entries with that ending do inflect by that rule. One form seldom decides; several forms of one text do
 * (names.h).
 */
#ifndef TL_LANG_GUESS_H
#define TL_LANG_GUESS_H

#include "lang/grammar.h"

typedef struct TlGuess {
  char *citation;
  TlMorph morph; /* of the form; of the form itself as a citation form, and in other languages: unknown */
  guint score;   /* about per mille: how usual the paradigm is with that ending, and such a citation form */
  guint letters; /* of the ending that it shares with the dictionary's entries */
} TlGuess;

/* Appends TlGuess, best first, to `guesses` (element-type TlGuess, with tl_guess_clear); the form itself is one of
 * them. */
void tl_guess_citations(const TlLexicon *lexicon, const char *form, GArray *guesses);
void tl_guess_clear(TlGuess *guess);
GArray *tl_guesses_new(void);

#endif
