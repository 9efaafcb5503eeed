/* Why the words of a text are a term, of many hits one after another. */
#ifndef TL_TERMS_EXPLAIN_H
#define TL_TERMS_EXPLAIN_H

#include "terms/match/match.h"

typedef struct TlExplainer TlExplainer; /* the scratch of one thread */

/* `words`, those of the matcher that tells the hits, must outlive it. */
TlExplainer *tl_explainer_new(const TlTermIndex *index, TlTextWords *words);
void tl_explainer_free(TlExplainer *explainer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TlExplainer, tl_explainer_free)

/* How the words of a hit of the index in `text` meet the term's, in one clause; valid until the next call. */
const char *tl_explain(TlExplainer *explainer, const char *text, const TlumachHit *hit);

#endif
