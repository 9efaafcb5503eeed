/* What ICU calls the things of the world in two languages: the names of Unicode's Common Locale Data Repository. */
#ifndef TL_TEXT_CLDR_NAMES_H
#define TL_TEXT_CLDR_NAMES_H

#include "tlumach/base.h"

/* One thing. A name is in both languages or NULL in both. */
typedef struct TlCldrName {
  const char *code;      /* "UA", "UAH", "length-kilometer" */
  const char *names[2];  /* in the source and the target language */
  const char *shorts[2]; /* a shorter name, or the abbreviation; either may be NULL */
  const char *forms; /* of a unit: how it is counted in the source language, "few: кілометри; many: кілометрів" */
} TlCldrName;

typedef void (*TlCldrFunc)(const TlCldrName *name, gpointer user);

/* Kind number `i` from 0, with a line about it; NULL behind the last one. */
const char *tl_cldr_kind(guint i, const char **about);
/* Calls `found` for each thing of a kind that both languages (BCP 47) have a name for, by code. FALSE when there is no
 * such kind, or ICU has no data for a language. */
gboolean tl_cldr_names(const char *kind, const char *source, const char *target, TlCldrFunc found, gpointer user,
                       GError **error);

#endif
