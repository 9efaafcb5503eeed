/* Which of the hits in a text stand. */
#ifndef TL_TERMS_CHOOSE_H
#define TL_TERMS_CHOOSE_H

#include "tlumach/terms.h"

typedef struct TlFound {
  TlumachSpan span;
  guint32 first;   /* of its tokens, in the window */
  guint32 term;    /* in the index: term bases in their order, terms in file order */
  guint32 concept; /* number */
  guint8 n;        /* tokens */
  guint8 match;    /* TlumachMatch */
} TlFound;

/* Puts a hit into `hits` (TlFound) in text order, longer before shorter, unless it is there. Hits come almost in order.
 */
void tl_choose_insert(GArray *hits, const TlFound *found);
/* Leaves the longest of hits that overlap, and one of each concept in a place. `scratch`: bytes, the caller's. */
void tl_choose_longest(GArray *hits, GByteArray *scratch);

#endif
