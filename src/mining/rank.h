/* The best candidates first. */
#ifndef TL_MINING_RANK_H
#define TL_MINING_RANK_H

#include "mining/candidates.h"

/* `candidates`: key -> TlCandidate; n_words: of the texts. TlCandidate *, of `candidates`. Free with g_ptr_array_unref.
 */
GPtrArray *tl_rank(GHashTable *candidates, guint n_words, const TlumachExtractOptions *options);

#endif
