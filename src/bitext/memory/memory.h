/* A memory: an engine and its store. */
#ifndef TL_BITEXT_MEMORY_MEMORY_H
#define TL_BITEXT_MEMORY_MEMORY_H

#include "bitext/memory/index.h"

struct TlumachMemory {
  const TlMemoryEngine *engine;
  gpointer store;
  TlMemoryIndex *index;
  char *name, *source, *target; /* its languages */
  TlumachProgressFunc progress;
  gpointer progress_user;
  gboolean is_tmx; /* the store is an index of a file that is not ours to change */
  guint64 skipped; /* units of a TMX file that could not be taken */
};

#endif
