/* Two texts compared line by line. */
#ifndef TL_BASE_LINE_DIFF_H
#define TL_BASE_LINE_DIFF_H

#include <glib.h>

/* Appends what is different: for each place "@@ line N @@" (of the old text, counted from `first`), lines of `old`
 * after "-", of `new` after
 * "+". The shortest such list, unless the texts are thousands of lines. */
void tl_line_diff(const char *old, gsize old_length, const char *new, gsize new_length, guint first, GString *out);

#endif
