/* What a pattern can begin and end with: most places of a text cannot be where a rule's two patterns meet, and are
 * never matched against them. */
#ifndef TL_TEXT_SRX_EDGES_H
#define TL_TEXT_SRX_EDGES_H

#include <glib.h>

/* A pattern that matches every single character that `pattern` can begin with, and more perhaps. NULL: no such thing is
 * known, or `pattern` can match nothing at all. */
char *tl_srx_first(const char *pattern);
/* The same of what it can end with. */
char *tl_srx_last(const char *pattern);

/* UTF-16 units that it can match at most; TL_SRX_UNBOUNDED: as many as there are, or it is not known. */
#define TL_SRX_UNBOUNDED 10000u
guint tl_srx_longest(const char *pattern);

#endif
