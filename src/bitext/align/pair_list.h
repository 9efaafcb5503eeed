/* Pairs of words that translate each other, from tables of two columns. */
#ifndef TL_BITEXT_PAIR_LIST_H
#define TL_BITEXT_PAIR_LIST_H

#include "tlumach/base.h"

typedef struct TlPairList TlPairList;

TlPairList *tl_pair_list_new(void);
void tl_pair_list_free(TlPairList *list);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TlPairList, tl_pair_list_free)

/* Lines of a word, a tab, and its translations with "; " or ", " between them; `#` begins a comment line. */
/* `swapped`: the table is for the other direction. */
gboolean tl_pair_list_read(TlPairList *list, const char *name, GBytes *data, gboolean swapped, GError **error);
/* Translations of a word in small letters, NULL-terminated; NULL: none is known. */
const char *const *tl_pair_list_targets(const TlPairList *list, const char *source);
/* The listed word that is most like one that is not listed: one that follows a prefix of it (наскочити, скочити), or
 * begins alike and differs in its ending (лисичка, лисиця). NULL: none. To be asked of a list that is complete. */
const char *tl_pair_list_near(TlPairList *list, const char *word);
/* The words of each side, as sets. */
GHashTable *tl_pair_list_source_words(const TlPairList *list);
GHashTable *tl_pair_list_target_words(const TlPairList *list);

#endif
