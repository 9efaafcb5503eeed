/* Whether two English names may be one, by their letters and by their sound. */
#ifndef TL_CHECKS_NAME_FORMS_H
#define TL_CHECKS_NAME_FORMS_H

#include "tlumach/base.h"

/* The same name as an adjective or in the plural: Ukraine's people are Ukrainians. */
gboolean tl_name_is_derived(const char *a, const char *b);
/* How a name sounds (bitext/align/sound.h). Free with g_free. */
char *tl_name_sound(const char *word);

#endif
