/* Which paradigms go with which endings, counted over a dictionary's entries: what inflection by analogy learns from.
 */
#ifndef TL_LANG_ENDINGS_H
#define TL_LANG_ENDINGS_H

#include <glib.h>

typedef struct TlEndings TlEndings;

TlEndings *tl_endings_new(void);
void tl_endings_free(TlEndings *endings);
/* An entry, in the order of the dictionary. One that does not inflect (it has no flags) may be a word that never
 * changes; but some dictionaries write a name out, form by form (Путін, Путіна, Путіним): that says nothing. */
void tl_endings_add(TlEndings *endings, const guint8 *codes, guint n, gboolean capitalised, guint paradigm,
                    gboolean inflects);
/* TlFrozenEnding sorted by key; an ending that says what the shorter one says already is left out. */
GArray *tl_endings_finish(TlEndings *endings);

/* The key of the last `letters` codes of a word. */
guint64 tl_ending_key(const guint8 *codes, guint length, guint letters, gboolean capitalised);

#endif
