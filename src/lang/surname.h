/* Names that have a form of their own for women: Зеленський and Зеленська, Панов and Панова. Two people, not two
 * forms of one name. */
#ifndef TL_LANG_SURNAME_H
#define TL_LANG_SURNAME_H

#include "lang/grammar.h"

/* Her citation form beside his; NULL where both have one (Шойгу, Порошенко). Free with g_free. */
char *tl_surname_hers(const char *his);

/* Is a form of the surname hers alone, of which his citation form is `his`: Панової, but not Панова (of him in the
 * genitive, or she herself)? May it be hers? */
gboolean tl_surname_is_hers(const char *his, const char *form);
gboolean tl_surname_may_be_hers(const char *his, const char *form);

/* The nominative of an adjective in a gender or the plural; `entry` is one of those: Верхній, Верхня, Верхнє, Верхні.
 * Free with g_free. */
char *tl_adjective_in(const char *entry, TlConcord concord);

#endif
