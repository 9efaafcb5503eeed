/* One term base brought into another. */
#ifndef TL_TERMS_MERGE_H
#define TL_TERMS_MERGE_H

#include "terms/pairing.h"

gboolean tl_term_merge(TlumachTermFile *file, const char *other, const TlPairing *pairing, gboolean theirs,
                       TlumachMergeFunc told, gpointer user, GError **error);

#endif
