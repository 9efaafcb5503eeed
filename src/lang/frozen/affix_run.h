/* Affix rules over letter codes, ready to run. */
#ifndef TL_LANG_AFFIX_RUN_H
#define TL_LANG_AFFIX_RUN_H

#include "lang/frozen/affix.h"
#include "lang/frozen/letters.h"

#define TL_AFFIX_CODES 64u /* of what a rule adds or strips */

typedef struct TlAffixRun {
  const TlAffixRule *rule;
  guint8 strip[TL_AFFIX_CODES], add[TL_AFFIX_CODES];
  guint8 n_strip, n_add, n_condition;
  guint8 reach;  /* how many letters of a stem it looks at */
  guint32 index; /* in the table of rules; those that differ in their condition alone have that of the first */
  guint8 (*condition)[32]; /* a bit a code, a row a letter */
} TlAffixRun;

/* Beside affixes->rules, one for each; `rules` (const TlAffixRule *), the table, gets them, too. NULL when one is too
 * long. */
TlAffixRun *tl_affix_runs(const TlAffixes *affixes, TlLetters *letters, GArray *rules);
void tl_affix_runs_free(TlAffixRun *runs, guint n);

/* May `letter` stand so far from the end of a stem that a suffix rule is for? 0: it is the last one. */
gboolean tl_affix_allows(const TlAffixRun *run, guint from_end, guint8 letter);
/* The form that a rule makes of `stem`, in `form`, which has room for both and what is added; its length, or 0 when the
 * rule does not apply. It may not strip the whole stem (Hunspell without FULLSTRIP). */
guint tl_affix_apply(const TlAffixRun *run, const guint8 *stem, guint n, guint8 *form);

#endif
