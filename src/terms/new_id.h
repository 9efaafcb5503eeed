/* Ids for new entries, like those that a file has. */
#ifndef TL_TERMS_NEW_ID_H
#define TL_TERMS_NEW_ID_H

#include "tlumach/termbase.h"

/* Ids that are taken. */
typedef struct TlIds TlIds;

TlIds *tl_ids_new(const TlumachTermbase *base); /* those of a base, which is borrowed; of none: NULL */
void tl_ids_free(TlIds *ids);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TlIds, tl_ids_free)
gboolean tl_ids_has(const TlIds *ids, const char *id);
void tl_ids_add(TlIds *ids, const char *id); /* a copy is kept */
/* May an entry beside those have it? It must be a name in XML, which begins with a letter; or with a digit, where
 * others do. */
gboolean tl_ids_fits(const TlIds *ids, const char *id);

/* The next number where the ids of the base are numbered ("c12" after "c11"); else a name made of `term`, in Latin
 * letters. Is an XML name, and not taken. Free with g_free. */
char *tl_new_id(TlIds *ids, const char *term);
/* A name made of `term`, not taken. Free with g_free. */
char *tl_named_id(TlIds *ids, const char *term);

#endif
