/* Ukrainian to Latin by the table of the Cabinet of Ministers, resolution 55 of 27 January 2010. */
#ifndef TL_TEXT_ROMANIZE_H
#define TL_TEXT_ROMANIZE_H

#include <glib.h>

/* Appends the romanised text; what is not Ukrainian letters passes unchanged, byte for byte. Apostrophes and soft signs
 * inside words are dropped, `зг` is zgh, є ї й ю я at a word's start have their own form; stress and soft hyphens are
 * dropped. Case is kept: `Щ` in an all-capitals word is SHCH, else Shch. Russian letters ы э ё ъ pass unchanged. */
void tl_romanize(const char *text, gsize length, GString *out);

/* The part from `start` to `end` of a text, romanised as it is in the whole: м'яч in three parts is miach. */
void tl_romanize_part(const char *text, gsize length, gsize start, gsize end, GString *out);

/* What stands for one letter, in small ones; `before`: the letter before it in the word, 0 at its start. NULL: it is
 * not in the table. */
const char *tl_romanize_letter(guint32 letter, guint32 before);

#endif
