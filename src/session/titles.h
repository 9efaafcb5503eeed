/* Ordinary words that are titles: the club «Шахтар», the newspaper «Вісник». */
#ifndef TL_SESSION_TITLES_H
#define TL_SESSION_TITLES_H

#include "tlumach/terms.h"

/* Takes out of `hits` (TlumachHit, in text order) those of a term in small letters where the word stands in quotes
 * alone, with a capital that no sentence's beginning gives it: it names something, and the term's equivalent does not
 * translate it. `tokens`: all words of the text (`length` bytes). */
void tl_drop_titles(const char *text, size_t length, const GArray *tokens, GArray *hits);

#endif
