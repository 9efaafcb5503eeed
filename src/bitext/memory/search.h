/* A text looked up in several stores: candidates of the engines, ranked by the scorer. */
#ifndef TL_BITEXT_MEMORY_SEARCH_H
#define TL_BITEXT_MEMORY_SEARCH_H

#include "base/arena.h"
#include "bitext/memory/memory.h"
#include "bitext/memory/score.h"

typedef struct TlMemorySearch TlMemorySearch; /* of one thread */

/* `memories` and `penalties` (may be NULL) are copied, what they point to is borrowed. */
TlMemorySearch *tl_memory_search_new(TlumachMemory *const *memories, const guint *penalties, guint n,
                                     TlLexicon *lexicon, const TlWordLists *lists, const TlumachSearchOptions *options);
void tl_memory_search_free(TlMemorySearch *search);

/* Matches (TlumachMemoryMatch without stale terms), best first; the search's. NULL with an error. */
GArray *tl_memory_search(TlMemorySearch *search, const TlumachAsked *asked, GError **error);
/* Memory that lasts until the next search. */
TlArena *tl_memory_search_arena(TlMemorySearch *search);

/* See tlumach_concordance. `target`: the lexicon of the other language. */
gboolean tl_memory_concordance(TlMemorySearch *search, TlLexicon *target, const char *phrase, TlumachSide side,
                               guint most, TlumachConcordanceFunc found, gpointer user, GError **error);
/* Parts of it, for concordance.c. */
TlScorer *tl_memory_search_scorer(TlMemorySearch *search);
guint tl_memory_search_n(const TlMemorySearch *search);
TlumachMemory *tl_memory_search_memory(const TlMemorySearch *search, guint i);

#endif
