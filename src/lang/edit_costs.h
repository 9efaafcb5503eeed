/* What a slip of the pen or the finger costs, in hundredths of an edit. */
#ifndef TL_LANG_EDIT_COSTS_H
#define TL_LANG_EDIT_COSTS_H

#include <glib.h>

#define TL_EDIT 100u /* an edit of no particular likelihood */

/* `written` for `meant`, both in small letters. */
guint tl_cost_substitute(guint32 written, guint32 meant);
/* `meant` was left out between `before` and what follows; 0: the word's start. */
guint tl_cost_omit(guint32 meant, guint32 before);
/* `written` was put in after `before`. */
guint tl_cost_insert(guint32 written, guint32 before);
/* Two neighbours changed places. */
guint tl_cost_transpose(void);
/* All that it takes to write `written` for `meant`, both in small letters. */
guint tl_edit_cost(const char *written, const char *meant);

#endif
