/* Bytes of a file to UTF-8, and offsets back. */
#ifndef TL_BASE_CHARSET_H
#define TL_BASE_CHARSET_H

#include "tlumach/base.h"

typedef struct TlDecoded TlDecoded;

/* Decodes `raw` (kept by reference). `encoding` NULL: found, by BOM, then valid UTF-8, then UTF-16 without a
 * BOM, then windows-1251, KOI8-U or KOI8-R by letter frequencies, else taken as UTF-8 with odd bytes. UTF-8 is never
 * copied: the text is the raw bytes, BOM and odd bytes included. Fails for an unknown `encoding` name, naming the
 * nearest. */
TlDecoded *tl_decode(const char *name, GBytes *raw, const char *encoding, GError **error);
void tl_decoded_free(TlDecoded *decoded);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TlDecoded, tl_decoded_free)

const char *tl_decoded_text(const TlDecoded *decoded, size_t *length);
GBytes *tl_decoded_raw(const TlDecoded *decoded); /* owned by it */
const char *tl_decoded_encoding(const TlDecoded *decoded);
/* Where in the raw file the byte `offset` of the UTF-8 text came from. */
size_t tl_decoded_raw_offset(const TlDecoded *decoded, size_t offset);
/* UTF-8 text into the file's encoding; fails on what it cannot hold. */
GBytes *tl_encode(const char *text, size_t length, const char *encoding, GError **error);
/* Bytes at the start of the text that are a byte order mark: 0 or 3. */
size_t tl_bom_length(const char *text, size_t length);

#endif
