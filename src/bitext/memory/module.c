/* Which engine a name asks for. PostgreSQL's client library would double the time that the program takes to start, so
 * its engine is a module that is loaded when such a memory is named. */
#include <dlfcn.h>
#include <string.h>

#include "base/error.h"
#include "bitext/memory/engine.h"
#include "bitext/memory/module.h"

static gboolean is_postgres(const char *name) {
  return g_str_has_prefix(name, "postgresql://") || g_str_has_prefix(name, "postgres://");
}

const TlMemoryEngine *tl_memory_engine(const char *name, const TlumachMemoryOptions *options, GError **error) {
  if (!is_postgres(name))
    return &tl_memory_sqlite;
  g_autofree char *path = g_build_filename(options->modules ? options->modules : ".", TL_POSTGRES_MODULE, NULL);
  void *module = options->modules ? dlopen(path, RTLD_NOW | RTLD_LOCAL) : NULL; /* stays to the end of the program */
  const char *fault = options->modules ? dlerror() : NULL;
  const TlMemoryModule *found = module ? dlsym(module, TL_MODULE_SYMBOL) : NULL;
  if (found && found->version == TL_MODULE_VERSION)
    return found->engine;
  g_autofree char *shown = g_strndup(name, strcspn(name + 13, "@?") + 13); /* no password into a message */
  tl_error_at(error, TLUMACH_ERROR_USAGE, shown, 0, 0, "memories on a server need the module %s and libpq (%s)",
              TL_POSTGRES_MODULE,
              found   ? "it is of another version of tlumach"
              : fault ? fault
                      : "there is none");
  return NULL;
}
