/* A concept with every datum on a line of its own: to be read, and for programs that compare lines. */
#ifndef TL_TERMS_DATA_WRITE_H
#define TL_TERMS_DATA_WRITE_H

#include "base/output.h"
#include "terms/data.h"

void tl_data_write(const TlSide *side, guint i, TlOutput *output);

#endif
