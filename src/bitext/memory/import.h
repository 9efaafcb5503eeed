/* Bilingual files into a store. */
#ifndef TL_BITEXT_MEMORY_IMPORT_H
#define TL_BITEXT_MEMORY_IMPORT_H

#include "bitext/memory/engine.h"

typedef struct TlImportTarget {
  const TlMemoryEngine *engine;
  gpointer store;
  const char *source, *target; /* languages */
  TlumachProgressFunc progress;
  gpointer progress_user;
} TlImportTarget;

gboolean tl_memory_import(const TlImportTarget *into, const char *path, const TlumachBitextOptions *bitext,
                          TlumachImportCounts *counts, TlumachToldFunc told, gpointer user, GError **error);

#endif
