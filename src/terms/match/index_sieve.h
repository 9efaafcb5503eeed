/* Which words of a text can meet no key at all: the sieve of forms. For who builds an index. */
#ifndef TL_TERMS_INDEX_SIEVE_H
#define TL_TERMS_INDEX_SIEVE_H

#include "lang/analysis.h"
#include "terms/match/index_draft.h"

/* `keys`: TlDraftKey. When live Hunspell has a say everything passes. */
void tl_index_put_form_sieve(TlLexicon *lexicon, const TlWordLists *lists, const GArray *keys, TlSectionsWriter *writer,
                             guint section);

#endif
