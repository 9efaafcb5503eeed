/* The name somebody may have meant: for unknown options, commands, keys and encodings. */
#ifndef TL_BASE_NEAREST_H
#define TL_BASE_NEAREST_H

#include <glib.h>

/* The one of `names` (NULL-terminated) with the fewest edits from `name`, ASCII case aside; NULL when none is near (a
 * third of its length). */
const char *tl_nearest(const char *name, const char *const *names);

#endif
