/* Statuses by their names, and the equivalents of a concept in order of merit. */
#ifndef TL_TERMS_CONCEPT_H
#define TL_TERMS_CONCEPT_H

#include "tlumach/terms.h"

/* The status that a value of administrativeStatus, normativeAuthorization, TBX-Min's termStatus or a table's
 * status column names; case does not matter. FALSE when it names none that is known. */
gboolean tl_status_from_name(const char *name, TlumachStatus *status);
/* The value that TBX-Basic has for it, "preferredTerm-admn-sts"; NULL for none and for proposed. */
const char *tl_status_tbx_name(TlumachStatus status);

/* A part of speech as TBX writes it ("properNoun" for "Proper noun", "noun" for "n." and "іменник"); NULL when it is
 * none of TBX-Basic's. */
const char *tl_pos_from_name(const char *name);

/* Appends the terms of `concept` (const TlumachTerm *) whose language is `language`: preferred, unmarked, admitted,
 * proposed, superseded, deprecated; as the file has them within a status. */
void tl_concept_targets(const TlumachConcept *concept, const char *language, GPtrArray *into);

/* Is term `i` the first of its language (its very tag)? */
gboolean tl_term_leads(const TlumachConcept *concept, guint i);
/* The same for one term: equivalents of its own kind (acronym for acronym, short form for short form) before the
 * others, but for those that are deprecated or superseded. */
void tl_term_targets(const TlumachTerm *term, const char *language, GPtrArray *into);

#endif
