/* Inflection by analogy: words that the dictionary does not know take the forms of words that end like them.
 *
 * The model is the most frequent paradigm among the dictionary's entries with the longest common ending and the same
 * capitalisation (endings.c). Needs the frozen lexicon's tables; without them a word has one form.
 */
#ifndef TL_LANG_INFLECT_H
#define TL_LANG_INFLECT_H

#include "lang/lexicon.h"

/* The forms of `word` (folded), itself first, appended as g_strdup'ed strings to `forms`, each once. `model`: a word of
 * the dictionary to inflect like, "-" for a word that does not change, NULL to find one. Returns FALSE when no model
 * was found: the word alone is then given. */
gboolean tl_inflect(const TlLexicon *lexicon, const char *word, const char *model, GPtrArray *forms);

#endif
