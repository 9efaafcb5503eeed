/* What stands for a candidate in the translation: sequences of words that stand in the same segments as it does. */
#ifndef TL_MINING_PARTNERS_H
#define TL_MINING_PARTNERS_H

#include "bitext/align/pair_list.h"
#include "mining/candidates.h"

typedef struct TlPartners TlPartners;

/* `target`: of the translation's language, its lexicon may know no word. `pairs`: words that translate each other, or
 * NULL. */
TlPartners *tl_partners_new(const TlMineLanguage *target, const TlPairList *pairs);
void tl_partners_free(TlPartners *partners);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TlPartners, tl_partners_free)

/* The next unit's translation (borrowed): units are numbered from 0. An empty span for a text that has none. */
void tl_partners_add(TlPartners *partners, const char *text, TlumachSpan span);
/* Fills `found`, strongest first; how many. Strings are in `arena`. */
guint tl_partners_find(TlPartners *partners, const TlCandidate *candidate, TlArena *arena,
                       TlumachCandidateEquivalent found[TLUMACH_CANDIDATE_EQUIVALENTS]);

#endif
