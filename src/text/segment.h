/* Blocks of a document to segments. */
#ifndef TL_TEXT_SEGMENT_H
#define TL_TEXT_SEGMENT_H

#include "text/srx.h"
#include "tlumach/document.h"

/* The rules of one language, compiled; belongs to one thread and borrows the TlSrx. */
typedef struct TlSegmenter TlSegmenter;

TlSegmenter *tl_segmenter_new(const TlSrx *srx, const char *language, GError **error);
/* Are all rules well formed? One that is not is told otherwise when a text comes to it. */
gboolean tl_segmenter_check(TlSegmenter *segmenter, GError **error);
void tl_segmenter_free(TlSegmenter *segmenter);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TlSegmenter, tl_segmenter_free)

/* A place inside a block where a rule spoke. */
typedef struct TlBreak {
  size_t offset; /* bytes of the text; the next segment begins after the white space that follows */
  gboolean breaks;
  const TlSrxRule *rule;
} TlBreak;

/* Segments of one span of text. Appends TlumachSegment to `segments` (element-type TlumachSegment), with
 * `block` as given; and, unless NULL, every place where a rule spoke to `places` (element-type TlBreak).
 * Leading and trailing white space belong to no segment; an empty block has none. Fails when a rule takes
 * too long. */
gboolean tl_segmenter_span(TlSegmenter *segmenter, const char *text, TlumachSpan span, guint block, GArray *segments,
                           GArray *places, GError **error);

#endif
