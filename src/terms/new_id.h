/* Ids for new entries, like those that a file has. */
#ifndef TL_TERMS_NEW_ID_H
#define TL_TERMS_NEW_ID_H

#include "tlumach/termbase.h"

/* The next number where ids are numbered ("c12" after "c11"); else a name made of `term`, in Latin letters. Is an XML
 * name, and none of `taken` (a set of strings). Free with g_free. */
char *tl_new_id(const TlumachTermbase *base, const char *term, GHashTable *taken);
/* A name made of `term`, none of `taken`. Free with g_free. */
char *tl_named_id(const char *term, GHashTable *taken);
/* May an entry beside those of `ids` have it? It must be a name in XML, which begins with a letter; or with a digit,
 * where others do. */
gboolean tl_id_fits(const char *id, GHashTable *ids);
/* The ids of a base: a set of its strings. Free with g_hash_table_unref. */
GHashTable *tl_ids_of(const TlumachTermbase *base);

#endif
