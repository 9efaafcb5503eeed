/* What a change does to the lists of an index, gathered for one block: which words its units have. */
#ifndef TL_BITEXT_MEMORY_POSTINGS_H
#define TL_BITEXT_MEMORY_POSTINGS_H

#include <glib.h>

typedef struct TlPosting {
  guint32 word;
  guint16 unit; /* in its block */
} TlPosting;

/* What is done to the list of a word in a block: `units` (guint16) come or go. */
typedef gboolean (*TlPostingsFunc)(gpointer store, guint32 word, gint64 block, GByteArray *units, GError **error);

/* Units come by rising numbers. */
void tl_postings_add(GArray *postings, gint64 unit, const guint32 *words, guint n);
/* Calls `change` for each word, until it fails; empties `postings`. */
gboolean tl_postings_each(GArray *postings, gint64 block, TlPostingsFunc change, gpointer store, GError **error);
/* Takes units out of a list; both rise. */
void tl_postings_take_out(GByteArray *list, const GByteArray *units);

#endif
