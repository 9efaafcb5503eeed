/* Where things are that come with the program or are made by it. */
#ifndef TL_COMMANDS_PLACES_H
#define TL_COMMANDS_PLACES_H

#include <glib.h>

/* Where our data (word lists, segmentation rules, glossaries) and caches are; free with g_free. */
char *tl_data_folder(const char *kind); /* "dictionaries", "glossaries"; NULL: not found */
char *tl_cache_folder(void);
/* Where the loadable parts of the program are; NULL: not found. */
char *tl_module_folder(void);
/* Our word list of that name (dictionaries/README.md: small-letters), when there is no such file; NULL: none. Free
 * with g_free. */
char *tl_own_word_list(const char *name, const char *language);
/* The term bases that come with the program: used when none is named. NULL-terminated; free with g_strfreev. */
char **tl_own_glossaries(void);
#define TL_USUAL_GLOSSARIES "usual"
/* Paths of term bases as they are named: where no such file is, "geography" is that of ours, and "usual" are all of
 * them. Free with g_strfreev. */
char **tl_glossary_paths(char **named);

#endif
