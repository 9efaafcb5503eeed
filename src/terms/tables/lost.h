/* What lists of pairs have no place for, counted by kind, so that it is told and not lost unseen. */
#ifndef TL_TERMS_LOST_H
#define TL_TERMS_LOST_H

#include "tlumach/termbase.h"

/* char * -> guint: one more of `kind`. */
void tl_lost_count(GHashTable *lost, const char *kind);
/* For "omegat", "utx", "po"; other formats of concepts keep it all. */
void tl_lost_in_list(GHashTable *lost, const TlumachTermbase *base, const char *format,
                     const TlumachConceptFormat *options);

#endif
