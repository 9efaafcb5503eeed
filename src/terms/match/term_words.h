/* A term taken apart for matching: its words, and how each of them behaves.
 *
 * A word inflects (meets any form by its stems), is frozen (a genitive dependent after a noun head: рада *безпеки*),
 * literal (digits, what never changes), or guessed (unknown to the dictionary: inflects by analogy; an acronym, by
 * endings behind it). Computed when the entry is loaded.
 */
#ifndef TL_TERMS_TERM_WORDS_H
#define TL_TERMS_TERM_WORDS_H

#include "lang/analysis.h"

typedef enum TlRole { TL_ROLE_INFLECTS, TL_ROLE_FROZEN, TL_ROLE_LITERAL, TL_ROLE_GUESSED } TlRole;

#define TL_TERM_WORDS_MAX 24

typedef struct TlTermWord {
  char *folded; /* as written, folded */
  char *form;   /* in small letters: what an exact match compares */
  char **stems; /* NULL-terminated, maybe empty */
  char **guesses; /* its forms by analogy, in small letters (КАБи: an acronym as it is), NULL-terminated; NULL when the
                     dictionary inflects it */
  TlRole role;
  TlCasing casing;
  TlMorph morph;    /* of the form as written */
  gboolean proper;  /* a name: the dictionary has it capitalised, or not at all and it is written so */
  gboolean nominal; /* an adjective by form that is a noun by use */
  gboolean agrees;  /* an adjective that agrees with word `head` of the term */
  guint head;
} TlTermWord;

/* The words of `text` (TlTermWord); NULL when it has none, or more than TL_TERM_WORDS_MAX. */
GPtrArray *tl_term_words(TlLexicon *lexicon, const TlWordLists *lists, const char *text);
const char *tl_role_name(TlRole role);

#endif
