/* A TBX file told again in another version or style, with every datum that it has. */
#ifndef TL_TERMS_TBX_CONVERT_H
#define TL_TERMS_TBX_CONVERT_H

#include "terms/tbx/manner.h"

/* `dialect`: of version 3; TL_DIALECT_OPEN: the file's own, or for version 2 the smallest that has its categories. To
 * TL_TBX_MIN2 nothing is converted. What has no place of its own in the new form is kept in private categories; `told`
 * gets a line about each kind of it. */
gboolean tl_tbx_convert(const TlTbxFile *file, TlTbxStyle style, TlTbxDialect dialect, GString *out, GPtrArray *told,
                        GError **error);

/* An entry or a section of a term of `file` as it is to stand in another one, whose manner is `into` (not of TBX-Min
 * 2); `steps`: how deep it will stand there in an entry. Lines are indented anew, from `indent` (of the piece where it
 * is now) on. */
void tl_tbx_convert_piece(const TlTbxFile *file, const TlXmlNode *node, const TlTbxManner *into, guint steps,
                          GString *out);

#endif
