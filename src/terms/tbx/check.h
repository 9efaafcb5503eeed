/* Does a data category stand as the dialect of its file has it? Findings are warnings of the term base. */
#ifndef TL_TERMS_TBX_CHECK_H
#define TL_TERMS_TBX_CHECK_H

#include "terms/tbx/names.h"
#include "terms/termbase_build.h"

/* A category where it was met: `category` NULL when the tables do not have `name`; `element` its meta element, NULL
 * with the category as tag; `level` where it stands. */
void tl_tbx_check_category(TlumachTermbase *base, TlPlace place, TlTbxDialect dialect, const TlTbxCategory *category,
                           const char *name, const char *element, guint level);
void tl_tbx_check_value(TlumachTermbase *base, TlPlace place, TlTbxDialect dialect, const TlTbxCategory *category,
                        const char *value);

#endif
