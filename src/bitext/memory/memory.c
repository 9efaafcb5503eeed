/* Memories by their names. */
#include "bitext/memory/memory.h"

#include <errno.h>
#include <string.h>

#include "base/error.h"
#include "bitext/memory/import.h"
#include "bitext/memory/sqlite_cache.h"

static gboolean is_tmx(const char *name) {
  g_autofree char *lower = g_ascii_strdown(name, -1);
  return g_str_has_suffix(lower, ".tmx");
}

gboolean tlumach_memory_exists(const char *path, GError **error) {
  if (g_file_test(path, G_FILE_TEST_EXISTS))
    return TRUE;
  if (is_tmx(path))
    tl_error_errno(error, path, ENOENT, "cannot open");
  else
    tl_error_at(error, TLUMACH_ERROR_IO, path, 0, 0, "is not there; make one: tlumach memory import -m %s FILE.tmx",
                path);
  return FALSE;
}

static gpointer open_store(TlumachMemory *memory, const TlumachMemoryOptions *options, GError **error) {
  memory->engine = tl_memory_engine(memory->name, options, error);
  if (!memory->engine)
    return NULL;
  if (memory->engine != &tl_memory_sqlite || !is_tmx(memory->name))
    return memory->engine->open(memory->name, options, error);
  if (options->create) {
    tl_error_at(error, TLUMACH_ERROR_USAGE, memory->name, 0, 0,
                "is a TMX file, which is used as it is; to add to it, name a memory that takes it in, too");
    return NULL;
  }
  memory->is_tmx = TRUE;
  return tl_memory_cached(memory->name, options, &memory->skipped, error);
}

TlumachMemory *tlumach_memory_open(const char *name, const TlumachMemoryOptions *options, GError **error) {
  TlumachMemory *memory = g_new0(TlumachMemory, 1);
  memory->name = g_strdup(name);
  memory->source = g_strdup(options->source);
  memory->target = g_strdup(options->target);
  memory->progress = options->progress;
  memory->progress_user = options->progress_user;
  memory->store = open_store(memory, options, error);
  memory->index = memory->store ? tl_memory_index_new(memory->engine, memory->store) : NULL;
  if (memory->store)
    return memory;
  tlumach_memory_close(memory);
  return NULL;
}

void tlumach_memory_close(TlumachMemory *memory) {
  if (!memory)
    return;
  tl_memory_index_free(memory->index);
  if (memory->store)
    memory->engine->close(memory->store);
  g_free(memory->name);
  g_free(memory->source);
  g_free(memory->target);
  g_free(memory);
}

const char *tlumach_memory_name(const TlumachMemory *memory) {
  return memory->name;
}

guint64 tlumach_memory_skipped(const TlumachMemory *memory) {
  return memory->skipped;
}

gboolean tlumach_memory_import(TlumachMemory *memory, const char *path, const TlumachBitextOptions *bitext,
                               TlumachImportCounts *counts, TlumachToldFunc told, gpointer user, GError **error) {
  const TlImportTarget into = {memory->engine, memory->store,    memory->source,
                               memory->target, memory->progress, memory->progress_user};
  return tl_memory_import(&into, path, bitext, counts, told, user, error);
}

static void origin_free(gpointer data) {
  TlumachOriginCount *count = data;
  g_free(count->name);
  g_free(count);
}

TlumachMemoryStats *tlumach_memory_stats(TlumachMemory *memory, GError **error) {
  TlumachMemoryStats *stats = g_new0(TlumachMemoryStats, 1);
  stats->engine = g_strdup(memory->engine->name);
  stats->source = g_strdup(memory->source);
  stats->target = g_strdup(memory->target);
  stats->origins = g_ptr_array_new_with_free_func(origin_free);
  if (memory->engine->stats(memory->store, stats, error))
    return stats;
  tlumach_memory_stats_free(stats);
  return NULL;
}

void tlumach_memory_stats_free(TlumachMemoryStats *stats) {
  if (!stats)
    return;
  g_free(stats->engine);
  g_free(stats->source);
  g_free(stats->target);
  g_ptr_array_unref(stats->origins);
  g_free(stats);
}
