/* What a loadable engine has to offer. */
#ifndef TL_BITEXT_MEMORY_MODULE_H
#define TL_BITEXT_MEMORY_MODULE_H

#include "bitext/memory/engine.h"

#define TL_POSTGRES_MODULE "tlumach-postgresql.so"
#define TL_MODULE_SYMBOL "tlumach_memory_module"
#define TL_MODULE_VERSION 3u /* of engine.h: another one is not used */

typedef struct TlMemoryModule {
  guint version;
  const TlMemoryEngine *engine;
} TlMemoryModule;

#endif
