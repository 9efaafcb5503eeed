/* Concepts written out as lists of pairs, for programs that know no concepts. */
#ifndef TL_TERMS_LIST_WRITE_H
#define TL_TERMS_LIST_WRITE_H

#include "base/output.h"
#include "tlumach/termbase.h"

/* Of const TlumachConcept *; best equivalents first. */
void tl_omegat_write(TlOutput *output, const GPtrArray *concepts, const TlumachConceptFormat *options);
void tl_utx_write(TlOutput *output, const GPtrArray *concepts, const TlumachConceptFormat *options);
void tl_po_write(TlOutput *output, const GPtrArray *concepts, const TlumachConceptFormat *options);

#endif
