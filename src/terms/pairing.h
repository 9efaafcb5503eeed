/* Which concepts of two term bases are the same: by id, by their terms, by the lemmas of their terms. */
#ifndef TL_TERMS_PAIRING_H
#define TL_TERMS_PAIRING_H

#include "terms/match/term_words.h"
#include "tlumach/termbase.h"

#define TL_NO_PARTNER G_MAXUINT

typedef struct TlPairing {
  const char *source, *target;
  TlLexicon *lexicon; /* of the source language; NULL: lemmas are not compared */
  const TlWordLists *lists;
  gboolean ids_alone; /* the same id is enough; else a term must be common, too: other people's "c1" is another concept,
                         and so is what got the id of one that was removed */
} TlPairing;

/* For each concept of `a` the number of its partner in `b`, or TL_NO_PARTNER; each has one at most. Free with g_free.
 */
guint *tl_pair_concepts(const TlPairing *pairing, const TlumachTermbase *a, const TlumachTermbase *b);

/* The lemmas of a term's words: of each the one that it is cited by. By its key alone where `lexicon` is NULL. Free
 * with g_free. */
char *tl_lemma_key(TlLexicon *lexicon, const TlWordLists *lists, const char *text);
/* A term of `a` in this language that `b` has, too, by its key; or NULL. */
const TlumachTerm *tl_common_term(const TlumachConcept *a, const TlumachConcept *b, const char *language);

#endif
