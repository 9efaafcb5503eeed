/* Misses in words: what `find --why-not` says. */
#ifndef TL_TERMS_WHY_H
#define TL_TERMS_WHY_H

#include "terms/match/match.h"

/* The words of a term and how each behaves: "рада (inflects: рада), безпеки (frozen)". */
char *tl_why_words(TlLexicon *lexicon, const TlWordLists *lists, const TlumachTerm *term);
/* Calls `found` for each place of `span` where some word of `term` stands but not the whole of it, with the first thing
 * that is amiss. Returns whether any word of the term was seen at all. */
typedef void (*TlNearMissFunc)(TlumachSpan span, const char *why, gpointer user);
gboolean tl_why_not(TlLexicon *lexicon, const TlWordLists *lists, const TlumachTerm *term, const char *text,
                    TlumachSpan span, TlNearMissFunc found, gpointer user);

#endif
