/* Files that hold no text: packed ones, pictures, documents of word processors, programs. */
#ifndef TL_BASE_BINARY_H
#define TL_BASE_BINARY_H

#include "tlumach/base.h"

/* What the first bytes say that a file is, and what to do, "is compressed (gzip); unpack it first"; NULL: it may be
 * text.
 */
const char *tl_binary_kind(const void *bytes, size_t length);
/* Is the file text in `encoding` (NULL: found)? An error when it is of such a kind, or has a zero byte among the first
 * ones that is none of UTF-16. Standard input ("-") is taken as it comes: an editor's buffer is what it is, and a
 * filter has to give it back. */
gboolean tl_is_text(const char *name, GBytes *raw, const char *encoding, GError **error);

#endif
