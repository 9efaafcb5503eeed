/* The name somebody may have meant: for unknown options, commands, keys and encodings. */
#ifndef TL_BASE_NEAREST_H
#define TL_BASE_NEAREST_H

#include <glib.h>

/* The one of `names` (NULL-terminated) with the fewest edits from `name`, ASCII case aside; NULL when none is near (a
 * third of its length). */
const char *tl_nearest(const char *name, const char *const *names);

/* What goes on behind "no status is called "prefered"": "; did you mean "preferred"?", with `all` also "there is …",
 * all of the names; empty when there is nothing to say. g_free it. */
char *tl_did_you_mean(const char *name, const char *const *names, gboolean all);

#endif
