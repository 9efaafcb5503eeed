/* A person's own words: right, though no dictionary has them. A text file that several programs read and add to at
 * once.
 *
 * A line is a word. A word in small letters may be written with a capital or in capitals; a capitalised one in
 * capitals. `word/model`: the word inflects like `model` (once a session has opened the file). Lines that begin with #
 * are comments; aspell's and hunspell's personal files are read as they are. Not for several threads at once.
 */
#ifndef TLUMACH_PERSONAL_H
#define TLUMACH_PERSONAL_H

#include "tlumach/base.h"

typedef struct TlumachPersonal TlumachPersonal;

/* Where the words of a person stand unless something else is said: $XDG_DATA_HOME/tlumach/personal-uk.txt. Free with
 * g_free. */
TLUMACH_API char *tlumach_personal_path(const char *language);

/* A file that is not there yet is empty. `path` NULL: words in memory alone. */
TLUMACH_API TlumachPersonal *tlumach_personal_open(const char *path, GError **error);
TLUMACH_API void tlumach_personal_free(TlumachPersonal *personal);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TlumachPersonal, tlumach_personal_free)

/* `length` -1: NUL-terminated. */
TLUMACH_API gboolean tlumach_personal_knows(const TlumachPersonal *personal, const char *word, gssize length);
/* In force at once, in the file when it is saved. FALSE: not one word of at most 500 bytes of UTF-8. */
TLUMACH_API gboolean tlumach_personal_add(TlumachPersonal *personal, const char *word);
TLUMACH_API void tlumach_personal_remove(TlumachPersonal *personal, const char *word);
/* Puts what was added and removed into the file as it is now: what others have added to it meanwhile stays. */
TLUMACH_API gboolean tlumach_personal_save(TlumachPersonal *personal, GError **error);
/* Reads the file again when it has changed; what is not saved stays. TRUE: it had changed. */
TLUMACH_API gboolean tlumach_personal_refresh(TlumachPersonal *personal);
/* The words in the order of the file, then what was added. Free with g_strfreev. */
TLUMACH_API char **tlumach_personal_words(const TlumachPersonal *personal);

#endif
