/* Currencies that a text names, by sign, code or word. */
#ifndef TL_CHECKS_CURRENCIES_H
#define TL_CHECKS_CURRENCIES_H

#include "tlumach/base.h"

/* A bit for each currency whose sign stands in the text, and the place of its first one by bit number. */
guint tl_currency_signs(const char *text, TlumachSpan span, TlumachSpan *places);
/* A bit for each currency that a word (small letters) of either language names. */
guint tl_currency_word(const char *lower);
/* The English name of a currency by its bit number, "dollars"; NULL behind the last one. */
const char *tl_currency_name(guint bit);
/* The sign of the currency that an English term names ("euro", "US dollar"), or NULL. */
const char *tl_currency_sign(const char *term);

#endif
