/* A TBX file told again in another version or style, with every datum that it has. */
#ifndef TL_TERMS_TBX_CONVERT_H
#define TL_TERMS_TBX_CONVERT_H

#include "terms/tbx_manner.h"

/* `dialect`: of version 3; TL_DIALECT_OPEN: the file's own, or for version 2 the smallest that has its categories. To TL_TBX_MIN2 nothing is
 * converted. What has no place of its own in the new form is kept in private categories; `told` gets a line about each kind of it. */
gboolean tl_tbx_convert(const TlTbxFile *file, TlTbxStyle style, TlTbxDialect dialect, GString *out, GPtrArray *told, GError **error);

#endif
