/* A dictionary as an automaton of all its forms, each with how it was made. */
#ifndef TL_LANG_EXPAND_H
#define TL_LANG_EXPAND_H

#include "lang/frozen/affix.h"
#include "lang/frozen/automaton.h"
#include "lang/frozen/format.h"
#include "lang/frozen/letters.h"

/* The automaton, and the tables that its elements speak of. */
typedef struct TlExpansion {
  TlLetters *letters;
  TlAutomatonArrays automaton;
  GArray *transforms; /* TlFrozenTransform */
  GArray *rules;      /* const TlAffixRule *; index 0 is NULL */
  GArray *paradigms;  /* guint32: first flag in `flags`; one more at the end */
  GArray *flags;      /* guint32 */
  GArray *endings;    /* TlFrozenEnding, sorted by key */
} TlExpansion;

/* `additions` (may be NULL): words that the dictionary lacks, each with a word of it that it inflects like (lexicon.h).
 * NULL when the dictionary is not one that can be frozen (too many letters, entries, paradigms, or too much work), with
 * the reason in `error`. */
TlExpansion *tl_expand(const char *name, GBytes *dic, GBytes *additions, const TlAffixes *affixes, GError **error);
void tl_expansion_free(TlExpansion *expansion);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TlExpansion, tl_expansion_free)

#endif
