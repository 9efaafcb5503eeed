/* Places of a program's texts that are filled in later: %s, %1$d, %(name)s, {name}, ${name}. */
#ifndef TL_CHECKS_PLACEHOLDERS_H
#define TL_CHECKS_PLACEHOLDERS_H

#include "tlumach/base.h"

typedef struct TlPlaceholder {
  TlumachSpan span;
  char *text; /* without the number of its argument, which the translation may have to add: "%s" of "%2$s" */
} TlPlaceholder;

/* Appends TlPlaceholder in text order; made for an array with tl_placeholders_new. */
void tl_placeholders(const char *text, TlumachSpan span, GArray *found);
GArray *tl_placeholders_new(void);

#endif
