/* Two versions of a TBX file that come from one, merged into one. */
#ifndef TL_TERMS_MERGE3_H
#define TL_TERMS_MERGE3_H

#include "terms/pairing.h"

/* The three are paths; the base may be an empty file. `name` is what messages call the file. NULL with an error; else
 * the merged file in the manner of ours. */
GBytes *tl_term_merge3(const char *const paths[3], const char *name, const TlPairing *pairing,
                       TlumachMergeConflictFunc told, gpointer user, GError **error);

#endif
