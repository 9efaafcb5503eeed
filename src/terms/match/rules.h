/* When the words of a text are a term: the rules of verification, apart from the search that proposes. */
#ifndef TL_TERMS_MATCH_RULES_H
#define TL_TERMS_MATCH_RULES_H

#include "terms/match/text_word.h"

/* How many tokens after a term the rules may look at. */
#define TL_MATCH_CONTEXT 2u

typedef enum TlMismatch {
  TL_FITS,
  TL_MISMATCH_GAP,         /* something other than white space between two words */
  TL_MISMATCH_WORD,        /* the word has no reading in common with the term's */
  TL_MISMATCH_FROZEN,      /* the word must stand as the term has it */
  TL_MISMATCH_LITERAL,     /* the word must stand letter by letter as the term has it */
  TL_MISMATCH_CASING,      /* a name written small that is a common word, or the like */
  TL_MISMATCH_CAPITALS,    /* a person said that the capitals must be those of the term */
  TL_MISMATCH_AGREEMENT,   /* adjective and noun are not in one case, number and gender */
  TL_MISMATCH_GENDER,      /* a name in the other gender: somebody else's */
  TL_MISMATCH_ATTRIBUTIVE, /* a noun of adjectival declension that is an adjective here */
  TL_MISMATCH_PLACE,       /* no word near enough is the term's */
  TL_MISMATCH_NEVER        /* a person said that the term is not to be found */
} TlMismatch;

/* Does `term` stand at tokens first … first + n_words - 1? `n_tokens`: how many there are. `match` and `at` (the word
 * that does not fit) may be NULL. For a term of one word all must have their morphs. */
TlMismatch tl_match_rules_check(const TlIndexTerm *term, const TlTextToken *tokens, guint first, guint n_tokens,
                                TlumachMatch *match, guint *at);

/* Where the words of a spread term stand. */
typedef struct TlPlaces {
  guint at[TL_TERM_WORDS_MAX]; /* tokens */
  TlumachMatch match;
  guint fault; /* the word that does not fit */
} TlPlaces;

/* Does a spread term stand so that its word `w` is token `at`? Of words that fit, the nearest are taken. After
 * TL_MISMATCH_PLACE, places are not known. */
TlMismatch tl_match_rules_spread(const TlIndexTerm *term, const TlTextToken *tokens, guint n_tokens, guint at, guint w,
                                 TlPlaces *places);

/* Does the token's word, by itself, stand for the anchor of a term, which may be its only word? And is a word that does
 * an adjective to what follows it? */
gboolean tl_match_rules_word(const TlIndexTerm *term, const TlTextToken *token, TlumachMatch *match);
/* The words of TL_MATCH_CONTEXT tokens from `at` on must be there, with their morphs. */
gboolean tl_match_rules_attributive(const TlTextToken *tokens, guint at, guint n_tokens);

/* May the word have its capital from the beginning of a sentence? Then it is no name where it is an adjective to what
 * follows: Малі підприємства. */
gboolean tl_match_rules_begins(const TlTextToken *token);

/* Is `token` a noun that a noun right behind it depends on, so that it is in the genitive: у сфері енергетики?
 * `behind`: the token behind that, or NULL. Both must have their morphs. Names have few dependents (У Києві енергетики
 * …), and a verb behind has a subject. */
gboolean tl_match_rules_governs(const TlTextToken *token, const TlTextToken *behind);
/* The cases that a word which stands for a term may be in. */
guint8 tl_match_rules_cases(const TlIndexTerm *term, const TlTextWord *word);

#endif
