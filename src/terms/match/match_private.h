/* What the files of the matcher share. */
#ifndef TL_TERMS_MATCH_PRIVATE_H
#define TL_TERMS_MATCH_PRIVATE_H

#include "terms/match/match.h"
#include "terms/match/text_word.h"

/* Of keys of token `at` and the one behind it: what is looked for in the table of pairs, and from where on. */
typedef struct TlPair {
  guint32 at, mark, place;
} TlPair;

struct TlMatcher {
  const TlTermIndex *index;
  TlTextWords *words;
  TlOverlaps overlaps;
  const char *text;
  TlTextToken *tokens; /* the window */
  TlTextToken before;  /* the token before the first of them; its span is empty when there is none */
  guint n_tokens;
  guint covered;     /* the tokens before this one belong to a term that was told */
  GArray *hits;      /* TlFound of several words that were not told yet, in text order */
  TlPair *pairs;     /* scratch */
  GArray *proposals; /* Proposal, scratch */
  GArray *place;     /* TlMet, scratch */
  GArray *found;     /* TlMet, scratch */
  GArray *numbers;   /* guint64, scratch */
};

/* The terms that token `at` is by itself, by where it stands; valid until the next call. */
const TlMet *tl_match_word(TlMatcher *matcher, guint at, guint *n);
/* The terms with gaps of which it is the rarest word. */
const TlMet *tl_match_anchors(TlMatcher *matcher, guint at, guint *n);

#endif
