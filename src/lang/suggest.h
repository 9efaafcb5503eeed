/* Suggestions for a misspelt word: the forms of a frozen lexicon within a bounded, weighted number of edits. */
#ifndef TL_LANG_SUGGEST_H
#define TL_LANG_SUGGEST_H

#include "lang/frozen/frozen.h"

/* How usual a word is: 0 (never seen) to 15, each step twice as usual. */
typedef guint (*TlUsualFunc)(const char *word, gpointer user);

/* At most `most` suggestions for `word` (folded), likeliest first, in the word's own casing; NULL-terminated, never
 * NULL. `usual` may be NULL. Free with g_strfreev. */
char **tl_suggest(const TlFrozen *frozen, const char *word, guint most, TlUsualFunc usual, gpointer user);

/* Puts suggestions that come from elsewhere in the same order. */
void tl_suggest_rank(const char *word, char **suggestions, TlUsualFunc usual, gpointer user);

/* A word in small letters as `model` is cased. Free with g_free. */
char *tl_in_casing_of(const char *model, const char *word);

#endif
