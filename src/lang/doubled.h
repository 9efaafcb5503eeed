/* English forms with a doubled consonant (running, planned), which en_US lists as entries of their own. */
#ifndef TL_LANG_DOUBLED_H
#define TL_LANG_DOUBLED_H

#include "lang/lexicon.h"
#include "text/fold.h"

/* Is `word` such a form of a verb? Then `base` is the verb. */
gboolean tl_doubled_base(TlLexicon *lexicon, const char *word, size_t length, char base[TL_WORD_MAX]);

#endif
