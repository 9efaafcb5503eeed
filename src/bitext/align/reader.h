/* Segments read into what the aligner sees of a text. */
#ifndef TL_BITEXT_ALIGN_READER_H
#define TL_BITEXT_ALIGN_READER_H

#include "bitext/align/forms.h"
#include "bitext/align/text.h"

TlAlignText *tl_align_read(const char *text, const TlumachSegment *segments, guint n, const TlAlignLanguage *language);

#endif
