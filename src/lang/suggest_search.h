/* The search over the automaton. */
#ifndef TL_LANG_SUGGEST_SEARCH_H
#define TL_LANG_SUGGEST_SEARCH_H

#include "lang/frozen/frozen.h"

#define TL_SUGGEST_LETTERS 48u

typedef struct TlCandidate {
  char *word; /* as the lexicon has it */
  guint cost; /* of the edits that lead to it */
  gint score; /* for the caller */
} TlCandidate;

/* The word's letters (`n` of them, small) searched for with edits up to `bound`; `capitalised`: names cost nothing
 * extra. Candidates are appended, in no order. */
void tl_suggest_search(const TlFrozen *frozen, const guint32 *letters, guint n, gboolean capitalised, guint bound,
                       GArray *candidates);

#endif
