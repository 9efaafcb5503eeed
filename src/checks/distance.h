/* How far apart two words of Latin letters are. */
#ifndef TL_CHECKS_DISTANCE_H
#define TL_CHECKS_DISTANCE_H

#include <glib.h>

#define TL_DISTANCE_MAX 40u /* longer words are this far from all others */

/* Letters to be changed, put in or taken out; case aside. */
guint tl_edit_distance(const char *a, const char *b);

#endif
