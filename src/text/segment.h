/* Blocks of a document to segments. */
#ifndef TL_TEXT_SEGMENT_H
#define TL_TEXT_SEGMENT_H

#include "text/srx.h"
#include "tlumach/document.h"

/* A place inside a block where a rule spoke. */
typedef struct TlBreak {
  size_t offset; /* bytes of the text; the next segment begins after the white space that follows */
  gboolean breaks;
  const TlSrxRule *rule; /* NULL: no rule (the block's end, or the fall-back when a rule ran out of time) */
} TlBreak;

/* Segments of one span of text. Appends TlumachSegment to `segments` (element-type TlumachSegment), with
 * `block` as given; and, unless NULL, every place where a rule spoke to `places` (element-type TlBreak).
 * Leading and trailing white space belong to no segment; an empty block has none. */
gboolean tl_segment_span(const TlSrx *srx, const char *language, const char *text, TlumachSpan span, guint block,
                         GArray *segments, GArray *places, GError **error);
/* All blocks. Returns an array of TlumachSegment. */
GArray *tl_segment_document(const TlSrx *srx, const char *language, const TlumachDocument *document,
                            GError **error);

#endif
