/* Which paradigms go with which endings, counted over a dictionary's entries: what inflection by analogy learns from.
 */
#ifndef TL_LANG_ENDINGS_H
#define TL_LANG_ENDINGS_H

#include <glib.h>

typedef struct TlEndings TlEndings;

TlEndings *tl_endings_new(void);
void tl_endings_add(TlEndings *endings, const guint8 *codes, guint length, gboolean capitalised, guint paradigm);
/* TlFrozenEnding sorted by key; an ending that says what the shorter one says already is left out. Frees the counts. */
GArray *tl_endings_finish(TlEndings *endings);

/* The key of the last `letters` codes of a word. */
guint64 tl_ending_key(const guint8 *codes, guint length, guint letters, gboolean capitalised);

#endif
