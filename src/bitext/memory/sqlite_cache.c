#include "bitext/memory/sqlite_cache.h"

#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include "base/error.h"
#include "base/file.h"
#include "bitext/memory/import.h"
#include "bitext/memory/sqlite.h"

/* Where the index of a file stands. NULL: nowhere. */
static char *cache_path(const char *path, const TlumachMemoryOptions *options) {
  if (!options->cache || g_mkdir_with_parents(options->cache, 0700) != 0 || access(options->cache, W_OK) != 0)
    return NULL;
  g_autofree char *whole = g_canonicalize_filename(path, NULL);
  g_autofree char *sum = g_compute_checksum_for_string(G_CHECKSUM_SHA256, whole, -1);
  g_autofree char *name = g_strdup_printf("memory-%s-%s-%.16s", options->source, options->target, sum);
  return g_build_filename(options->cache, name, NULL);
}

/* What it was made from: the file, and this program, which another time may index otherwise. */
static char *identity_of(const char *path) {
  g_autofree char *file = tl_file_identity(path), *program = tl_file_identity("/proc/self/exe");
  return file ? g_strdup_printf("%s %s", file, program ? program : "-") : NULL;
}

static gpointer open_made(const char *cached, const TlumachMemoryOptions *options, const char *identity,
                          guint64 *skipped) {
  TlumachMemoryOptions reading = *options;
  reading.create = FALSE;
  TlSqlite *store = access(cached, F_OK) == 0 ? tl_memory_sqlite.open(cached, &reading, NULL) : NULL;
  if (!store)
    return NULL;
  g_autofree char *from = tl_sqlite_value(store, "identity"), *left = tl_sqlite_value(store, "skipped");
  if (g_strcmp0(from, identity) == 0) {
    *skipped = left ? g_ascii_strtoull(left, NULL, 10) : 0;
    return store;
  }
  tl_memory_sqlite.close(store);
  return NULL;
}

static gboolean fill(TlSqlite *store, const char *path, const TlumachMemoryOptions *options, guint64 *skipped,
                     GError **error) {
  const TlImportTarget into = {&tl_memory_sqlite,     store, options->source, options->target, options->progress,
                               options->progress_user};
  TlumachImportCounts counts;
  if (!tl_memory_import(&into, path, &(TlumachBitextOptions){.format = "tmx"}, &counts, NULL, NULL, error))
    return FALSE;
  *skipped = counts.skipped;
  return TRUE;
}

static void sync_file(const char *path) {
  int fd = open(path, O_RDONLY | O_CLOEXEC);
  if (fd < 0)
    return;
  fsync(fd);
  close(fd);
}

/* As the options have it, but new. */
static TlSqlite *open_new(const char *name, TlumachMemoryOptions options, GError **error) {
  options.create = TRUE;
  return tl_memory_sqlite.open(name, &options, error);
}

/* Makes it beside its place, then moves it there: no instant shows half of it. */
static gboolean make(const char *cached, const char *path, const TlumachMemoryOptions *options, const char *identity,
                     guint64 *skipped, GError **error) {
  g_autofree char *fresh = g_strdup_printf("%s.%ld", cached, (long)getpid());
  unlink(fresh);
  TlSqlite *store = open_new(fresh, *options, error);
  if (!store)
    return FALSE;
  gboolean good = tl_sqlite_loose(store, error) && fill(store, path, options, skipped, error);
  g_autofree char *left = good ? g_strdup_printf("%" G_GUINT64_FORMAT, *skipped) : NULL;
  good = good && tl_sqlite_set_value(store, "skipped", left, error) &&
         tl_sqlite_set_value(store, "identity", identity, error);
  tl_memory_sqlite.close(store);
  if (good) {
    sync_file(fresh);
    good = rename(fresh, cached) == 0;
  }
  unlink(fresh);
  return good;
}

gpointer tl_memory_cached(const char *path, const TlumachMemoryOptions *options, guint64 *skipped, GError **error) {
  g_autofree char *cached = cache_path(path, options), *identity = identity_of(path);
  GError *own = NULL;
  *skipped = 0;
  if (!identity) {
    tl_error_at(error, TLUMACH_ERROR_IO, path, 0, 0, "is not there");
    return NULL;
  }
  TlSqlite *store = cached ? open_made(cached, options, identity, skipped) : NULL;
  if (!store && cached && make(cached, path, options, identity, skipped, &own))
    store = open_made(cached, options, identity, skipped);
  if (store)
    return store;
  if (own && !g_error_matches(own, TLUMACH_ERROR, TLUMACH_ERROR_IO)) { /* the file's own fault */
    g_propagate_error(error, own);
    return NULL;
  }
  g_clear_error(&own);
  store = open_new(":memory:", *options, error); /* for this once */
  if (store && !fill(store, path, options, skipped, error))
    g_clear_pointer(&store, tl_memory_sqlite.close);
  return store;
}
