/* What is not the same in a concept, written out: for `term diff` and `term log`. */
#ifndef TL_COMMANDS_TERM_CHANGE_H
#define TL_COMMANDS_TERM_CHANGE_H

#include "base/output.h"
#include "tlumach/termbase.h"

/* For people, a difference a line; what is said of a term that went or came stands behind it. */
void tl_term_change_write(TlOutput *output, const TlumachConceptChange *change);
/* The array "differences" of a record. */
void tl_term_change_json(TlOutput *output, const TlumachConceptChange *change);

#endif
