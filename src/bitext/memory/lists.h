/* The lists of an index as they came from an engine, kept for the next text. */
#ifndef TL_BITEXT_MEMORY_LISTS_H
#define TL_BITEXT_MEMORY_LISTS_H

#include "bitext/memory/engine.h"

typedef struct TlLists {
  const TlMemoryEngine *engine;
  gpointer store;
  gint64 version;
  GPtrArray *lengths; /* GBytes, a block each; NULL: not read yet */
  GHashTable *words;  /* word -> TlUnitList */
  gsize size;         /* bytes of the lists */
} TlLists;

/* Of one word. */
typedef struct TlUnitList {
  guint n;           /* units that have it */
  GPtrArray *blocks; /* GBytes; NULL where no unit of the block has it */
} TlUnitList;

void tl_lists_clear(TlLists *lists);
/* Forgets what may have changed, and reads the lengths anew then; *changed: it did. Word lists that were handed out
 * before are no longer good. */
gboolean tl_lists_refresh(TlLists *lists, gboolean *changed, GError **error);
/* The lists of all these words, put into `out`. */
gboolean tl_lists_of(TlLists *lists, const guint32 *words, guint n, const TlUnitList **out, GError **error);

/* The units of a block. */
const guint16 *tl_unit_list_block(const TlUnitList *list, guint block, gsize *n);
gboolean tl_unit_list_has(const TlUnitList *list, guint32 unit);

#endif
