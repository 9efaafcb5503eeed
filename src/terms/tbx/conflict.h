/* The marks that a merge leaves where two versions could not be made one: <?tlumach-conflict field="status"
 * before="admitted" ours="preferred" theirs="deprecated"?>, before what is ours. */
#ifndef TL_TERMS_TBX_CONFLICT_H
#define TL_TERMS_TBX_CONFLICT_H

#include "tlumach/base.h"

#define TL_CONFLICT "tlumach-conflict"

/* A mark. NULL: is not there. */
void tl_conflict_write(const char *field, const char *before, const char *ours, const char *theirs, GString *out);
/* What a mark says, in one clause; `text` is what stands behind its name. Free with g_free. */
char *tl_conflict_describe(const char *text);
/* Takes the marks out of an entry; how many there were. */
guint tl_conflicts_remove(GString *text);

#endif
