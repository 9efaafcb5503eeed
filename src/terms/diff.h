/* Two term bases compared concept by concept. */
#ifndef TL_TERMS_DIFF_H
#define TL_TERMS_DIFF_H

#include "terms/data.h"
#include "terms/pairing.h"

/* What is not the same in two lists of data: TlumachTermDifference, whose strings are of the lists. The lists may be
 * changed. */
GArray *tl_data_differences(GPtrArray *before, GPtrArray *after);

/* The same without looking for terms that were renamed. */
GArray *tl_data_differences_of_named(GPtrArray *before, GPtrArray *after);

gboolean tl_term_diff(const char *before, const char *after, const TlPairing *pairing, TlumachConceptChangeFunc found,
                      gpointer user, GError **error);

#endif
