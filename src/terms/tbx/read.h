/* TBX into a term base: versions 2 and 3, categories as attribute (DCA) and as tag (DCT), TBX-Min 2, and what other
 * tools export under these names. */
#ifndef TL_TERMS_TBX_READ_H
#define TL_TERMS_TBX_READ_H

#include "terms/termbase.h"

/* `path` is for messages. */
TlumachTermbase *tl_tbx_read(const char *path, GBytes *raw, GError **error);
/* How many entries there are; what would be refused is, and nothing is kept. */
gboolean tl_tbx_count(const char *path, GBytes *raw, guint *n, GError **error);

#endif
