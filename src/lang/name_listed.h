/* Names that the dictionary has form by form, as entries of their own: Путін, Путіна, Путіним. */
#ifndef TL_LANG_NAME_LISTED_H
#define TL_LANG_NAME_LISTED_H

#include "lang/lexicon.h"

/* Is this such an entry, and may `word` be a form of it? */
gboolean tl_is_listed(TlLexicon *lexicon, const char *citation, const char *word);

/* The citation form of a word that is such an entry. Free with g_free; NULL: there is none. */
char *tl_listed_citation(TlLexicon *lexicon, const char *word);
/* Is `word` a form of that for sure? Of one in -у (Санду) the dictionary has other forms, else it may be a name that
 * does not decline. */
gboolean tl_is_listed_form(TlLexicon *lexicon, const char *citation, const char *word);

#endif
