/* Words that a dictionary lacks, from our lists and the user's data folder: lines of a word, a tab, and a word of the
 * dictionary that it inflects like ("-" or nothing: it does not change). `#` begins a comment line. */
#ifndef TL_LANG_ADDITIONS_H
#define TL_LANG_ADDITIONS_H

#include "tlumach/base.h"

typedef const char *const *TlAdditions; /* paths, NULL-terminated; NULL: none. One that is not there is passed over. */

#define TL_ADDITION_MAX 256 /* bytes of a word, its NUL included; longer ones are passed over */

/* All files after one another; NULL when one cannot be read. */
GBytes *tl_additions_read(TlAdditions additions, GError **error);
/* `model` is "" for a word that does not change. Lines that are no UTF-8 are passed over. */
typedef void (*TlAdditionFunc)(const char *word, const char *model, gpointer user);
void tl_additions_each(GBytes *bytes, TlAdditionFunc take, gpointer user);

#endif
