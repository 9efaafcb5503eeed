/* Terms in a text. */
#ifndef TL_TERMS_MATCH_H
#define TL_TERMS_MATCH_H

#include "terms/match/text_word.h"
#include "tlumach/document.h"

typedef enum TlOverlaps {
  TL_OVERLAPS_LONGEST, /* the longest match wins and suppresses what it overlaps; equal spans all stand */
  TL_OVERLAPS_ALL
} TlOverlaps;

typedef struct TlMatcher TlMatcher; /* the scratch of one thread */

TlMatcher *tl_matcher_new(const TlTermIndex *index, TlLexicon *lexicon, const TlWordLists *lists, TlOverlaps overlaps);
void tl_matcher_free(TlMatcher *matcher);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TlMatcher, tl_matcher_free)

/* The words that it met, which may be asked for more while a hit is told. */
TlTextWords *tl_matcher_words(TlMatcher *matcher);

typedef void (*TlHitFunc)(const TlumachHit *hit, gpointer user);

/* Calls `found` for each hit in the blocks of `text`, in text order, longer before shorter. Many blocks in one call are
 * faster than each by itself. */
void tl_matcher_find(TlMatcher *matcher, const char *text, const TlumachBlock *blocks, guint n, TlHitFunc found,
                     gpointer user);
/* How many there are. */
guint64 tl_matcher_count(TlMatcher *matcher, const char *text, const TlumachBlock *blocks, guint n);

#endif
