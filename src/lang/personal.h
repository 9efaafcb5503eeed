/* A person's own words inside the library: what tlumach/personal.h says, and their inflection. */
#ifndef TL_LANG_PERSONAL_H
#define TL_LANG_PERSONAL_H

#include "lang/lexicon.h"
#include "tlumach/personal.h"

/* Adds the forms of the words that name a model (`word/model`). */
void tl_personal_inflect(TlumachPersonal *personal, const TlLexicon *lexicon);

#endif
