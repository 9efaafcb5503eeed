/* How one word of a term behaves in texts.
 *
 * It is guessed from the word's forms (term_words.h), and what a person says goes before that. What is said stands in
 * one value of the term, `<xtlumach:words>` or termNote "x-words", piece by piece with spaces, commas or semicolons
 * between: "рада=head безпеки=frozen+gap:1". A piece is a word of the term, or * for all of them, and behind the sign
 * what is said of it, with + between:
 *
 *   head         the others depend on it: adjectives agree with it, nouns stand as they are
 *   inflects     in any of its forms
 *   frozen       as it stands in the term
 *   literal      letter by letter: no other form, capital, apostrophe or stress mark
 *   like:WORD    in the forms that WORD of the dictionary would have
 *   case-exact   with the capitals of the term
 *   gap:N        up to N other words may stand before it
 *   no-match     not at all, so that the term is kept and never found
 */
#ifndef TL_TERMS_BEHAVIOUR_H
#define TL_TERMS_BEHAVIOUR_H

#include <glib.h>

typedef enum TlRole {
  TL_ROLE_UNSAID,
  TL_ROLE_INFLECTS, /* by its stems */
  TL_ROLE_GUESSED,  /* unknown to the dictionary: by analogy; an acronym, by endings behind it */
  TL_ROLE_MODELLED, /* by the model that a person named */
  TL_ROLE_FROZEN,
  TL_ROLE_LITERAL
} TlRole;

#define TL_GAP_MAX 9u /* words between two words of a term */

typedef struct TlBehaviour {
  TlRole role;
  gboolean head, case_exact, no_match;
  guint gap;
  const char *model; /* within what was read, `model_length` bytes; NULL: none */
  gsize model_length;
} TlBehaviour;

/* What `said` (may be NULL) says of the word with this `form` (folded, in small letters). What it does not say is 0. */
TlBehaviour tl_behaviour_said(const char *said, const char *form);

/* Does `said` ask for the capitals, or the letters, of some word of a term with this `text`? */
gboolean tl_behaviour_minds_case(const char *said, const char *text);

/* The first fault of `said` from byte `*at` on, as the reading of a term with this `text` goes: a sentence, to be freed
 * with g_free, and `*at` and `*length` of the piece. NULL: none. What is at fault is passed over by
 * tl_behaviour_said. */
char *tl_behaviour_fault(const char *said, const char *text, gsize *at, gsize *length);

/* "head, gap:1, inflects: рада": appended. `stems`: of one that inflects. */
void tl_behaviour_tell(const TlBehaviour *behaviour, char *const *stems, GString *out);

#endif
