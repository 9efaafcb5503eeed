/* Which words of a text can meet no key at all: the sieve of forms. For who builds an index. */
#ifndef TL_TERMS_INDEX_SIEVE_H
#define TL_TERMS_INDEX_SIEVE_H

#include "terms/match/index.h"

/* `keys`: TlIndexKey, of `texts`. When live Hunspell has a say everything passes. */
void tl_index_put_form_sieve(TlLexicon *lexicon, const TlWordLists *lists, const GArray *keys, const char *texts,
                             TlSectionsWriter *writer, guint section);

#endif
