/* Names that a text has whole, and what that says of their words where they stand alone. */
#ifndef TL_SESSION_NAME_WHOLE_H
#define TL_SESSION_NAME_WHOLE_H

#include "session/name_classes.h"

/* Names among the terms: Франка is of Франко where the text has Іван Франко of the term base. */
void tl_name_learn_terms(TlNameFinder *f);

/* The words from `first` to `last` are one name, `citation`. */
void tl_name_learn_whole(TlNameFinder *f, guint first, guint last, const char *citation);

/* After that: words that are surnames in this text (Степан Орел) are so where they stand alone (Орла). */
void tl_name_settle_whole(TlNameFinder *f);

#endif
