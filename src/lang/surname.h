/* Surnames that have a form of their own for women: Зеленський and Зеленська, Панов and Панова. Two people, not two
 * forms of one name. */
#ifndef TL_LANG_SURNAME_H
#define TL_LANG_SURNAME_H

#include <glib.h>

/* Her citation form beside his; NULL where both have one (Шойгу, Порошенко). Free with g_free. */
char *tl_surname_hers(const char *his);

/* Whose a form of the surname is, of which his citation form is `his`. */
typedef enum TlSurnameForm {
  TL_SURNAME_NO_FORM, /* it is no form of such a surname that is anybody's alone or both persons' */
  TL_SURNAME_HIS,     /* Панов, Пановим */
  TL_SURNAME_HERS,    /* Панової */
  TL_SURNAME_EITHERS  /* Панова, Панову: of him in the genitive, or she herself */
} TlSurnameForm;
TlSurnameForm tl_surname_form(const char *his, const char *form);

/* His citation form for one of a surname in -ов, -ін and the like, by its ending alone: "Панов" for each of the
 * above. NULL: it does not end so. Free with g_free. */
char *tl_surname_his(const char *form);

#endif
