/* What a check is, what it sees, and how it says what it found.
 *
 * A check is a file check_NAME.c with one struct, and a row in the table of checks.c. It sees pair after pair, then the
 * whole once more; what it wants to remember of the pairs is its state. It prints nothing and changes nothing.
 */
#ifndef TL_CHECKS_CHECK_H
#define TL_CHECKS_CHECK_H

#include "base/arena.h"
#include "lang/lexicon.h"
#include "terms/match/index.h"
#include "terms/match/store.h"
#include "text/token.h"
#include "tlumach/check.h"

/* A pair with what is known of it. Arrays are in text order. */
typedef struct TlCheckUnit {
  const TlumachPair *pair;
  guint number;
  const char *text[2]; /* the documents' texts; spans are bytes of them */
  TlumachSpan span[2];
  const TlumachHit *hits; /* terms in the source */
  guint n_hits;
  const TlumachName *names; /* names in the source that no term base knows */
  guint n_names;
  const TlToken *misspelt; /* words of the source that no dictionary, list or term base has */
  guint n_misspelt;
  const TlToken *tokens[2];
  guint n_tokens[2];
  const struct TlEnglishWord *words; /* the target's, compounds taken apart (english.h) */
  guint n_words;
} TlCheckUnit;

#define TL_CHECKS_MAX 32u

typedef struct TlChecker TlChecker;

typedef struct TlCheck {
  TlumachCheckInfo info;
  gboolean dictionary;                   /* it asks the target language's */
  gboolean always;                       /* it looks at pairs, too, that are not translated */
  gpointer (*begin)(TlChecker *checker); /* the check's state; NULL: it has none */
  void (*pair)(TlChecker *checker, const TlCheckUnit *unit, gpointer state);
  void (*end)(TlChecker *checker, gpointer state); /* after all pairs; frees the state */
} TlCheck;

/* What the session lends to the checks. */
typedef struct TlCheckHouse {
  const TlumachBitext *bitext;
  const char *source, *target; /* languages */
  const TlTermIndex *index;    /* of the source terms */
  TlLexicon *english;          /* of the target language; NULL: there is none, or no check asks it */
  TlLexicon *ukrainian;        /* of the source language */
  const TlWordLists *lists;    /* of the target language; NULL: none */
  gboolean agreed, strict;
  const TlTermStore *store;       /* says which file a concept is from … */
  const char *const *common;      /* … and whose terms nobody has agreed on; NULL: none */
  const struct TlWaiver *waivers; /* of the house; segments have their own */
  guint n_waivers;
  gboolean tell_waived;
} TlCheckHouse;

struct TlChecker {
  TlCheckHouse house;
  TlArena *arena; /* lives until all findings are told */
  struct TlEnglish *english;
  struct TlDesignations *designations;
  GArray *findings;     /* TlumachFinding, strings in `arena` */
  const TlCheck *check; /* the one that is running */
  gpointer states[TL_CHECKS_MAX];
  gboolean wanted[TL_CHECKS_MAX];
  GArray *words; /* of the unit at hand */
};

extern const TlCheck tl_check_terminology, tl_check_forbidden, tl_check_variants, tl_check_names, tl_check_acronyms,
    tl_check_numbers, tl_check_cyrillic, tl_check_untranslated, tl_check_length, tl_check_consistency, tl_check_tags,
    tl_check_spelling, tl_check_false_friends, tl_check_punctuation, tl_check_quotes, tl_check_dashes,
    tl_check_russianisms, tl_check_waivers, tl_check_doubled;

/* The table, ends with NULL. */
extern const TlCheck *const tl_checks[];

/* Where a finding is, on either side; an empty span: nowhere in particular. */
#define TL_NOWHERE ((TlumachSpan){0, 0})

/* `suggestions` NULL-terminated or NULL; all strings are copied. */
void tl_found(TlChecker *checker, const TlCheckUnit *unit, TlumachSpan source, TlumachSpan target,
              const char *const *suggestions, const char *format, ...) G_GNUC_PRINTF(6, 7);
/* The same when the unit is gone: at the end of a check. */
void tl_found_later(TlChecker *checker, guint pair, TlumachSpan source, TlumachSpan target,
                    const char *const *suggestions, const char *format, ...) G_GNUC_PRINTF(6, 7);

/* Has the check that is running said something of that place of the target already? */
gboolean tl_is_told(const TlChecker *checker, guint pair, TlumachSpan place);

/* What mends the finding that was told last. */
void tl_fix(TlChecker *checker, const TlumachFix *fixes, guint n);
void tl_fix_one(TlChecker *checker, TlumachSpan span, const char *text);

/* check_untranslated.c: what the pair lacks to be a translation, "not translated"; NULL: it is one, or nobody asks. */
const char *tl_untranslated(const TlChecker *checker, const TlCheckUnit *unit);

/* Has the house agreed on the terms of the concept, by naming its term base? */
gboolean tl_is_agreed(const TlCheckHouse *house, const TlumachConcept *concept);

#endif
