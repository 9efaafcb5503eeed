/* Currencies that a text names, by sign, code or word. */
#ifndef TL_CHECKS_CURRENCIES_H
#define TL_CHECKS_CURRENCIES_H

#include "text/token.h"

/* A bit for each currency that stands in the text; both languages' words count. */
guint tl_currencies(const char *text, TlumachSpan span, const TlToken *tokens, guint n);
/* The English name of a currency by its bit number, "dollars"; NULL behind the last one. */
const char *tl_currency_name(guint bit);
/* The sign of the currency that an English term names ("euro", "US dollar"), or NULL. */
const char *tl_currency_sign(const char *term);

#endif
