/* What a reading tells of grammar: part of speech, and which cases and numbers the form can be.
 *
 * Derived from Hunspell's paradigms, which name no grammar: for Ukrainian, a table says what kind of word each affix
 * flag of hunspell-uk declines, and the ending that a rule adds says the rest. Other languages: all unknown, which
 * agrees with everything.
 */
#ifndef TL_LANG_GRAMMAR_H
#define TL_LANG_GRAMMAR_H

#include "lang/lexicon.h"

typedef enum TlPos { TL_POS_UNKNOWN, TL_POS_NOUN, TL_POS_ADJECTIVE, TL_POS_VERB, TL_POS_OTHER } TlPos;

enum {
  TL_CASE_NOM = 1 << 0,
  TL_CASE_GEN = 1 << 1,
  TL_CASE_DAT = 1 << 2,
  TL_CASE_ACC = 1 << 3,
  TL_CASE_INS = 1 << 4,
  TL_CASE_LOC = 1 << 5,
  TL_CASE_VOC = 1 << 6,
  TL_CASE_ANY = 0x7F
};

enum { TL_GENDER_M = 1, TL_GENDER_F = 2, TL_GENDER_N = 4, TL_GENDER_ANY = 7 };

/* What words that stand together have in common: a gender in the singular, or the plural. */
typedef enum TlConcord { TL_CONCORD_M, TL_CONCORD_F, TL_CONCORD_N, TL_CONCORD_PLURAL, TL_CONCORDS } TlConcord;

typedef struct TlMorph {
  guint8 pos;      /* TlPos */
  guint8 singular; /* cases the form can be in the singular, TL_CASE_… */
  guint8 plural;
  guint8 gender; /* in the singular */
} TlMorph;

/* The cases of a form in one of them. */
guint8 tl_morph_cases(const TlMorph *morph, TlConcord concord);

/* Of one reading of `form`. */
TlMorph tl_grammar(const TlLexicon *lexicon, const char *form, const TlReadings *readings, guint i);
/* Is reading `i`, an adjective by form, (also) a noun by use? An entry that is no masculine citation form, or is
 * flagged as a noun of adjectival declension. */
gboolean tl_grammar_nominal(const TlLexicon *lexicon, const TlReadings *readings, guint i);
/* Can an adjective of form `a` stand with a noun of form `b`? Unknown agrees. */
gboolean tl_grammar_agree(TlMorph a, TlMorph b);

#endif
