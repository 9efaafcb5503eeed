/* An alignment as a text that a person mends. */
#ifndef TL_SESSION_ALIGN_EDIT_H
#define TL_SESSION_ALIGN_EDIT_H

#include "tlumach/bitext.h"

/* Beads (TlumachBead) as the file at `path` has them, for the segments of `alignment`, whose own beads are not looked
 * at. The segments (TlumachSegment), some of which the file may have cut, are appended to `source` and `target`; beads
 * count those. An error names the line that does not fit and what should stand there. Free with g_array_unref. */
GArray *tl_align_edit_read(const TlumachAlignment *alignment, const char *path, GArray *source, GArray *target,
                           GError **error);

#endif
