/* What a pattern can begin and end with: most places of a text cannot be where a rule's two patterns meet, and are
 * never matched against them. */
#ifndef TL_TEXT_SRX_EDGES_H
#define TL_TEXT_SRX_EDGES_H

#include <glib.h>

#define TL_SRX_EDGE 3u /* characters of an edge */
#define TL_SRX_UNBOUNDED 10000u

typedef struct TlSrxEdges {
  /* What the first, second, third character from the start or from the end can be, and more perhaps: patterns of single
   * characters, NULL-terminated. NULL: no such thing is known, or `pattern` can match less than that. */
  char **first[TL_SRX_EDGE], **last[TL_SRX_EDGE];
  gboolean caseless;
  /* UTF-16 units that it can match at most; TL_SRX_UNBOUNDED: as many as there are, or it is not known. */
  guint longest;
} TlSrxEdges;

TlSrxEdges tl_srx_edges(const char *pattern);
/* The character that such a pattern is, when it is nothing but that; else 0. */
guint32 tl_srx_literal(const char *pattern);
void tl_srx_edges_clear(TlSrxEdges *edges);

#endif
