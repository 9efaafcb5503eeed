/* Ukrainian names in Latin letters: is a word of another language's text one of those that the dictionary has? */
#ifndef TL_LANG_ROMANISED_H
#define TL_LANG_ROMANISED_H

#include "lang/frozen/frozen.h"

/* TRUE when `word` (folded, a capital and small Latin letters) is what the table of 2010 (text/romanize.h) makes of a
 * capitalised entry of the lexicon, in the form in which the dictionary has it. Shorter ones than TL_ROMANISED_MIN
 * letters are too easily a slip: of one-letter slips in English words 7 in 1000 read like some name, of those of six
 * letters and more 2 in 10,000. */
#define TL_ROMANISED_MIN 6u
gboolean tl_is_romanised_name(const TlFrozen *frozen, const char *word, size_t length);

#endif
