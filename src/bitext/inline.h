/* Text of a segment of XML with inline elements in it: what is text, what is code of the original, what a tag. */
#ifndef TL_BITEXT_INLINE_H
#define TL_BITEXT_INLINE_H

#include "base/xml_read.h"
#include "bitext/bitext.h"

/* An inline element by its local name. */
typedef struct TlInlineKind {
  const char *local;
  gboolean code;        /* its content is code of the original, no text */
  gboolean tag;         /* it has a counterpart on the other side */
  const char *identity; /* names of attributes that say which, separated by spaces: the first that stands there */
} TlInlineKind;

typedef struct TlInline {
  const TlInlineKind *kinds; /* ends with a NULL name */
  TlDraft *draft;            /* NULL: no segment is open */
  TlumachSide side;
  guint muted; /* depth of the element whose content is no text; 0: none */
} TlInline;

/* An element inside the segment. FALSE: it is none that is known. */
gboolean tl_inline_start(TlInline *reading, const TlXmlElement *element);
void tl_inline_end(TlInline *reading, const TlXmlElement *element);
/* `data`: the file. */
void tl_inline_text(TlInline *reading, const char *data, const char *text, size_t length, TlumachSpan span);

#endif
