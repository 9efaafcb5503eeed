/* How the forms of entries end: made once for all entries of which the same suffix rules make the same ends. */
#ifndef TL_LANG_TAILS_H
#define TL_LANG_TAILS_H

#include "lang/frozen/affix_run.h"
#include "lang/frozen/automaton.h"

/* A set of flags: what its words may take. */
typedef struct TlParadigm {
  guint id, n_flags;
  gboolean ask;                /* only Hunspell can judge its words */
  GArray *suffixes, *prefixes; /* guint32: which rules */
  guint *tails;                /* roots of the trees of tails.c: without a prefix, then for each; 0: not made yet */
} TlParadigm;

/* Suffix rules that make forms of a stem, and what they make of its end. */
typedef struct TlTail {
  const guint32 *suffixes;
  guint n_suffixes;
  guint cut;     /* so many of the stem's letters are in it */
  guint32 state; /* of the automaton: the ends */
} TlTail;

typedef struct TlTails TlTails;

/* `transforms` (TlFrozenTransform) is added to. */
TlTails *tl_tails_new(const TlAffixRun *runs, TlAutomaton *automaton, GArray *transforms);
void tl_tails_free(TlTails *tails);
/* Of a stem with a prefix (which of the paradigm's, from 1 on) or without one (0). */
TlTail tl_tails_of(TlTails *tails, const TlParadigm *paradigm, guint prefix, const guint8 *stem, guint n);
/* How a form is annotated (format.h); a rule + 1 each, or 0. */
guint16 tl_tails_element(TlTails *tails, const TlParadigm *paradigm, guint prefix, guint suffix);
/* How often a rule was tried on a letter, and how many letters were joined. */
guint tl_tails_work(const TlTails *tails);

#endif
