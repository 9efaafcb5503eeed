/* British spellings by an American dictionary. */
#ifndef TL_LANG_BRITISH_H
#define TL_LANG_BRITISH_H

#include "lang/lexicon.h"

/* Is `word`, in small letters, a word of the dictionary but for one change that makes it British: colour, realise? */
gboolean tl_is_british(TlLexicon *american, const char *word);

#endif
