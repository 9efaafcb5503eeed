/* A dictionary's files: where they are, and whether they are fit to be shown to Hunspell.
 *
 * Hunspell 1.7 hangs on a FIFO, takes a missing or cut file in silence and believes the word count in the first line,
 * so none of that is left to it: files are opened and checked here, and it gets them by descriptor. A descriptor also
 * keeps the dictionary that was opened when the package is upgraded under a running program.
 */
#ifndef TL_LANG_DICTIONARY_FILES_H
#define TL_LANG_DICTIONARY_FILES_H

#include "tlumach/base.h"

/* The largest of forty packaged ones: mn_MN.dic 17 MB, ko.aff 11 MB. */
#define TL_DICTIONARY_DIC_MAX (64u << 20)
#define TL_DICTIONARY_AFF_MAX (16u << 20)

typedef struct TlDictionaryFiles {
  char *base;    /* BASE of BASE.aff and BASE.dic, as asked for */
  char *charset; /* what SET names, by a name that iconv knows; ISO-8859-1 without one */
  int aff;
  size_t n_dics; /* dics[0] is BASE.dic, then the additions */
  int *dics;
  char **paths; /* of the .dic files */
} TlDictionaryFiles;

/* A name (uk_UA) or a path without the ending (./mine/uk_UA) to the base of the files. Looks in $DICPATH, the user's
 * data folder, then the system's; the error lists the folders, the dictionaries that are there, and the package to
 * install. */
gboolean tl_dictionary_find(const char *name, char **base, GError **error);

/* The bases of all that are there, by name; of two with one name the first to be found. Free with g_strfreev. */
char **tl_dictionary_all(void);

/* Changes when the .aff or the .dic does: device, inode, size and time of both, in hexadecimal. NULL when one is not
 * there. */
char *tl_dictionary_identity(const char *base);

/* Opens the files and looks at what costs nothing: kinds, sizes, SET, the count lines. `additions`: further .dic files,
 * NULL-terminated, or NULL. */
TlDictionaryFiles *tl_dictionary_open(const char *base, const char *const *additions, GError **error);
void tl_dictionary_close(TlDictionaryFiles *files);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TlDictionaryFiles, tl_dictionary_close)

/* Reads the .dic files through (10 ms for uk_UA): words that are not in the charset fail; a file that seems to be cut
 * short adds a text to `warnings` (element char *). */
gboolean tl_dictionary_read_through(const TlDictionaryFiles *files, GPtrArray *warnings, GError **error);

#endif
