/* Which units may resemble a text, by the words that they share; the same for all engines.
 *
 * Of each word a list says which units have it. Lists come from the engine when they are asked for, and are kept. The
 * rare words of a text are counted first: how many of them each unit has; a list is an array that is walked once. Of
 * the units that have most of them the usual words are counted, too, and the likeliest are given: those with most words
 * in common, as a share of the longer text. A number weighs half a word, as it does for the scorer: of reports that
 * differ in their numbers alone, those with the same numbers come first.
 */
#ifndef TL_BITEXT_MEMORY_INDEX_H
#define TL_BITEXT_MEMORY_INDEX_H

#include "bitext/memory/engine.h"

typedef struct TlMemoryIndex TlMemoryIndex; /* of one store, and as it of one thread */
TlMemoryIndex *tl_memory_index_new(const TlMemoryEngine *engine, gpointer store);
void tl_memory_index_free(TlMemoryIndex *index);

/* What is looked for. */
typedef struct TlMemoryQuery {
  guint64 key;
  const guint32 *words; /* keys of its words and numbers (tl_memory_words) */
  guint n_words;
  guint least; /* percent */
} TlMemoryQuery;

/* `likeness`: the most that the words in common allow, in percent. As TlMemoryUnitFunc. */
typedef gboolean (*TlMemoryLikelyFunc)(const TlMemoryUnit *unit, guint likeness, gpointer user, GError **error);

/* Units that may resemble the text: those with the same key, then the likeliest first. */
gboolean tl_memory_index_likely(TlMemoryIndex *index, const TlMemoryQuery *query, TlMemoryLikelyFunc found,
                                gpointer user, GError **error);
/* Units whose source has, for each group (`n` words from `words` on, after each other), one of its words; the last
 * that came first. */
gboolean tl_memory_index_containing(TlMemoryIndex *index, const guint32 *words, const guint *n, guint n_groups,
                                    TlMemoryUnitFunc found, gpointer user, GError **error);

#endif
