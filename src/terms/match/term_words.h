/* A term taken apart for matching: its words, and how each of them behaves.
 *
 * Unless a person says otherwise, a word inflects (meets any form by its stems), is frozen (a genitive dependent after
 * a noun head: рада *безпеки*; digits, what never changes) or guessed (unknown to the dictionary). Computed when the
 * entry is loaded.
 */
#ifndef TL_TERMS_TERM_WORDS_H
#define TL_TERMS_TERM_WORDS_H

#include "lang/analysis.h"
#include "terms/match/behaviour.h"

#define TL_TERM_WORDS_MAX 24

typedef struct TlTermWord {
  char *written; /* as the term has it */
  char *folded;
  char *form;   /* in small letters: what an exact match compares */
  char **stems; /* NULL-terminated, maybe empty */
  char **forms; /* those by analogy or by a model, in small letters (КАБи: an acronym as it is), NULL-terminated; NULL
                   when the dictionary inflects it */
  TlBehaviour how; /* the model: within what was said */
  TlCasing casing;
  TlMorph morph;    /* of the form as written */
  gboolean proper;  /* a name: the dictionary has it capitalised, or not at all and it is written so */
  gboolean nominal; /* an adjective by form that is a noun by use */
  gboolean point;   /* a point and white space stand before it: дол. США */
  gboolean agrees;  /* an adjective that agrees with word `head` of the term */
  guint head;
  guint8 gender; /* TL_GENDER_…: those that it may have in a text */
} TlTermWord;

/* The words of `text` (TlTermWord), of which a person says `said` (behaviour.h; may be NULL). NULL when it has none, or
 * more than TL_TERM_WORDS_MAX. */
GPtrArray *tl_term_words(TlLexicon *lexicon, const TlWordLists *lists, const char *text, const char *said);

#endif
