/* Which encoding bytes are in, when nobody says. */
#ifndef TL_BASE_CHARSET_GUESS_H
#define TL_BASE_CHARSET_GUESS_H

#include <glib.h>

/* A byte order mark, then well-formed UTF-8, then UTF-16 (zeros in every other byte, or Cyrillic high bytes), then an
 * 8-bit Cyrillic encoding by letter frequencies, else "UTF-8" with odd bytes. Looks at the first 64 KiB. */
const char *tl_charset_guess(const guint8 *bytes, gsize size);

#endif
