/* Terms compared by the lemmas of their words. */
#ifndef TL_TERMS_LEMMAS_H
#define TL_TERMS_LEMMAS_H

#include "terms/match/term_words.h"

typedef struct TlLemmaWord {
  char **lemmas;   /* what it may be a form of, in small letters; itself first */
  gboolean frozen; /* its form is the term's: рада *міністрів* is not рада *міністра* */
} TlLemmaWord;

/* The words of a term (TlLemmaWord), NULL when it has none or too many. Free with g_ptr_array_unref. */
GPtrArray *tl_term_lemmas(TlLexicon *lexicon, const TlWordLists *lists, const char *text);
/* Word by word a common lemma: "рада безпеки" and "ради безпеки", though "ради" is a form of "рад", too. */
gboolean tl_lemmas_meet(const GPtrArray *a, const GPtrArray *b);

#endif
