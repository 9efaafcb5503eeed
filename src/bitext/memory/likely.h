/* The likeliest of all units, chosen by lists of words. */
#ifndef TL_BITEXT_MEMORY_LIKELY_H
#define TL_BITEXT_MEMORY_LIKELY_H

#include "bitext/memory/index.h"
#include "bitext/memory/lists.h"

typedef struct TlLikely {
  guint32 unit;
  guint8 shared, length; /* weight of what is in common; words of the unit */
  guint8 likeness;       /* percent */
} TlLikely;

/* Adds the likeliest units (TlLikely) to `likely`, the likeliest first; more than are worth to be compared where some
 * are as good as the last. `shared`: a zero for each unit. */
gboolean tl_likely_find(TlLists *lists, const TlMemoryQuery *query, guint8 *shared, GArray *likely, GError **error);

#endif
