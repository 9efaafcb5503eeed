/* One affix rule of the frozen lexicon's table, run forwards and backwards over UTF-8 words. Suffix rules only. */
#ifndef TL_LANG_RULE_H
#define TL_LANG_RULE_H

#include "lang/frozen/frozen.h"

/* The form that `rule` makes of `stem`, or NULL when it does not apply. Free with g_free. */
char *tl_rule_apply(const TlFrozen *frozen, const TlFrozenRule *rule, const char *stem);
/* The stem of which `rule` would make `form`, or NULL. */
char *tl_rule_undo(const TlFrozen *frozen, const TlFrozenRule *rule, const char *form);

#endif
