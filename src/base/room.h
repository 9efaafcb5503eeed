/* Memory that is soon used whole. */
#ifndef TL_BASE_ROOM_H
#define TL_BASE_ROOM_H

#include <glib.h>

/* What the system has not given yet of this memory it gives at once, not page by page at the first touch, which costs a
 * fault each: on virtual machines more than filling the page. Contents stay. */
void tl_room_take(gpointer room, gsize bytes);
/* As g_malloc, and taken. */
gpointer tl_room_new(gsize bytes);

#endif
