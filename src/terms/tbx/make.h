/* A new TBX file from concepts. */
#ifndef TL_TERMS_TBX_MAKE_H
#define TL_TERMS_TBX_MAKE_H

#include "terms/tbx/manner.h"
#include "tlumach/termbase.h"

/* In one of the styles but TL_TBX_MIN2; a concept without an id gets one. `dialect`: one of the public four. */
gboolean tl_tbx_make(const GPtrArray *concepts, TlTbxStyle style, TlTbxDialect dialect,
                     const TlumachConceptFormat *options, GString *out, GError **error);

/* The style of "tbx", "tbx-dca", "tbx2". */
TlTbxStyle tl_tbx_format_style(const char *format);
/* The dialect that the options ask for, if they do; an error for one that is none. */
gboolean tl_tbx_format_dialect(const TlumachConceptFormat *options, TlTbxDialect *dialect, GError **error);

#endif
