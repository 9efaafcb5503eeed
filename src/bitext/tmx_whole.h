/* TMX files with faults made fit to be parsed: what is at fault is blanked, unit by unit, and said. */
#ifndef TL_BITEXT_TMX_WHOLE_H
#define TL_BITEXT_TMX_WHOLE_H

#include "bitext/bitext.h"

/* The text of the maker's file without units that are not well-formed or hold what XML cannot (control characters,
 * bytes of another encoding), each of which is told as skipped (tl_maker_skip). Offsets stay. A file that ends early is
 * closed. NULL with an error when the fault is in no unit. Free with g_free. */
char *tl_tmx_whole(TlBitextMaker *maker, size_t *length, GError **error);

#endif
