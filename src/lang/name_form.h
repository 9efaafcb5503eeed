/* What a dictionary's entry is as a name of a person: its citation form in a gender, and the cases of a form. */
#ifndef TL_LANG_NAME_FORM_H
#define TL_LANG_NAME_FORM_H

#include "lang/grammar.h"

/* What an entry, or a guess, is called in this gender; `word`: the form of it at hand. Free with g_free. */
char *tl_name_citation_in(const char *word, const char *entry, TlMorph morph, TlConcord concord);

/* The cases in which the word may be a person; `given`: who is called by a given name. */
guint8 tl_name_cases_in(const char *word, const char *citation, TlMorph morph, TlConcord concord, gboolean given);

/* May a word with its ending have this citation form? */
gboolean tl_name_fits(const char *word, const char *citation);

#endif
