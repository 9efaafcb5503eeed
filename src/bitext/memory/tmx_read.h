/* TMX 1.1 to 1.4b unit by unit, for files of any size: what is compared as text, all else as it was written. */
#ifndef TL_BITEXT_MEMORY_TMX_READ_H
#define TL_BITEXT_MEMORY_TMX_READ_H

#include "tlumach/pairs.h"

/* Where in a frame the contents of the two <seg> stand: bytes that XML cannot have. */
#define TL_FRAME_SOURCE '\x01'
#define TL_FRAME_TARGET '\x02'

/* The fault of a unit with something in it that XML cannot have. */
#define TL_TMX_UNCLEAN "has a control character, or a byte that is no UTF-8"

/* A <tu>, valid during the call. */
typedef struct TlTmxUnit {
  const char *source, *target;         /* text without tags */
  const char *source_xml, *target_xml; /* content of <seg> when there are tags in it, else NULL */
  const char *frame; /* the <tu> as it was written, with the two contents replaced; NULL: nothing but two <tuv> */
  const char *before, *after; /* texts of its neighbours, where properties name them (OmegaT's prev and next) */
  const char *id;             /* tuid, or NULL */
  guint64 number;             /* from 1 */
  size_t line, column;        /* of a unit with a fault */
  const char *fault;          /* why it is no pair of our languages; NULL: it is one */
} TlTmxUnit;

typedef struct TlTmxHandler {
  gboolean (*head)(gpointer user, const char *header, GError **error); /* the <header> as it was written */
  gboolean (*unit)(gpointer user, const TlTmxUnit *unit, GError **error);
} TlTmxHandler;

/* `data` is UTF-8. Units that have one of the places `bad` (size_t, rising; may be NULL) in them have a fault. */
gboolean tl_tmx_read(const char *name, const char *data, size_t length, const TlumachBitextOptions *options,
                     const GArray *bad, const TlTmxHandler *handler, gpointer user, GError **error);

/* A copy in which each byte that XML cannot have (control characters, bytes that are no UTF-8, references to such) is
 * a space; their places (size_t) are appended to `bad`. NULL: there is none. Free with g_free. */
char *tl_tmx_mend(const char *data, size_t length, GArray *bad);

#endif
