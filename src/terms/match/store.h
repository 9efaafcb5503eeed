/* All term bases of a session with their index, frozen into one block of bytes: made once, kept in the cache, mapped
 * from then on.
 *
 * It holds what recognition and reports need of the concepts, not all that the files have: who edits a term base reads
 * its file (termbase.h).
 */
#ifndef TL_TERMS_STORE_H
#define TL_TERMS_STORE_H

#include "terms/match/index.h"

typedef struct TlTermStore TlTermStore;

/* Freezes `bases` (TlumachTermbase, first in priority first) with an index of their terms in `source`. */
GBytes *tl_term_store_make(const GPtrArray *bases, const char *source, TlLexicon *lexicon, const TlWordLists *lists,
                           const char *identity);
/* Checks all of `data` (kept by reference); another `identity` (unless NULL) is refused. */
TlTermStore *tl_term_store_open(GBytes *data, const char *identity, GError **error);
void tl_term_store_free(TlTermStore *store);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TlTermStore, tl_term_store_free)

const TlTermIndex *tl_term_store_index(const TlTermStore *store);
/* What was odd in the files, "file:line: what". */
guint tl_term_store_n_warnings(const TlTermStore *store);
const char *tl_term_store_warning(const TlTermStore *store, guint i);
/* Are there concepts, and none that has a term in `language`? */
gboolean tl_term_store_lacks(const TlTermStore *store, const char *language);
/* Path of the term base that a concept is from. */
const char *tl_term_store_path(const TlTermStore *store, const TlumachConcept *concept);

#endif
