/* From an entry to its forms: what the automaton answers, the other way about. */
#ifndef TL_LANG_FORMS_H
#define TL_LANG_FORMS_H

#include "lang/frozen/frozen.h"

typedef struct TlForms TlForms;

TlForms *tl_forms_new(const TlFrozen *frozen);
void tl_forms_free(TlForms *forms);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TlForms, tl_forms_free)

typedef void (*TlFormFunc)(const char *form, size_t length, gpointer user);

/* Every form that the lexicon reads as one of `entry`, itself included, and some that it has not: the conditions of
 * rules are not asked. Only for a lexicon that leaves nothing to live Hunspell (tl_frozen_asks). */
void tl_forms_each(const TlForms *forms, const char *entry, TlFormFunc found, gpointer user);

#endif
