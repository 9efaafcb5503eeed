/* Given names and words for people, by what the dictionary makes of them: of a man's name patronymics, of a woman's the
 * plural and what is hers. Places and surnames have neither: Вінниця is nobody's name. */
#ifndef TL_LANG_GIVEN_NAME_H
#define TL_LANG_GIVEN_NAME_H

#include "lang/grammar.h"

/* `name`: a citation form, in the singular also where the plural is asked about. */
gboolean tl_is_given_name(TlLexicon *lexicon, const char *name, TlConcord concord);

/* One of the given names that most people of Ukraine have; where a form may be of two names (Ганну: Ганна, Ганн) it is
 * sooner of that. In the singular alone. */
gboolean tl_is_usual_given_name(const char *name, TlConcord concord);

/* A man's given name in -а or -я, of which there are few. */
gboolean tl_is_mans_in_a(const char *name);

/* Іванович, Іванівна, by its end: the dictionary makes of them what it does of given names. */
gboolean tl_is_patronymic(const char *name);

/* Does the dictionary speak to what an entry, a common noun, names: депутатко, президенте? It does to people, sooner
 * than to things. */
gboolean tl_is_spoken_to(TlLexicon *lexicon, const char *noun);

#endif
