/* What the sentence says of a name's case and gender. */
#ifndef TL_SESSION_NAME_CONTEXT_H
#define TL_SESSION_NAME_CONTEXT_H

#include "lang/full_name.h"
#include "session/name_classes.h"

/* Of the name from word `first` to `last`, into `frame`. FALSE: nothing. */
gboolean tl_name_context(const TlNameFinder *f, guint first, guint last, TlNameFrame *frame);

#endif
