/* Adjectives of places in Ukrainian, back to the place: Куп'янський is of Куп'янськ, Лиманський of Лиман. */
#ifndef TL_LANG_PLACE_ADJECTIVE_H
#define TL_LANG_PLACE_ADJECTIVE_H

#include "lang/lexicon.h"
#include "text/fold.h"

/* `word`, folded and capitalised, in any form: is it an adjective in -ський, -цький, -зький? Its citation form
 * (masculine nominative) into `out`. */
gboolean tl_place_adjective(const char *word, char out[TL_WORD_MAX]);

/* The place that an adjective in its citation form is of, when the dictionary knows one; the orthography of 2019, §32,
 * has the rules of the suffix. */
gboolean tl_place_of_adjective(TlLexicon *lexicon, const char *adjective, char out[TL_WORD_MAX]);

#endif
