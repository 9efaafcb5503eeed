#include "commands/memories.h"

#include <stdio.h>
#include <string.h>

#include "commands/places.h"

/* "old.tmx@10": a name and a penalty, unless there is a file of that name. */
static char *split_penalty(const char *given, guint *penalty) {
  const char *at = strrchr(given, '@');
  *penalty = 0;
  if (!at || !at[1] || strlen(at + 1) > 2 || strspn(at + 1, "0123456789") != strlen(at + 1) ||
      g_file_test(given, G_FILE_TEST_EXISTS))
    return g_strdup(given);
  *penalty = (guint)g_ascii_strtoull(at + 1, NULL, 10);
  return g_strndup(given, (gsize)(at - given));
}

static TlumachMemory *open_one(const TlOptions *options, const char *name, gboolean create, TlProgress *progress,
                               GError **error) {
  g_autofree char *cache = tl_cache_folder(), *modules = tl_module_folder();
  const TlumachMemoryOptions asked = {options->source, options->target,   cache,   modules,
                                      create,          tl_progress_units, progress};
  return tlumach_memory_open(name, &asked, error);
}

gboolean tl_memories_open(const TlOptions *options, TlMemories *memories, GError **error) {
  memories->open = g_ptr_array_new_with_free_func((GDestroyNotify)tlumach_memory_close);
  memories->penalties = g_array_new(FALSE, FALSE, sizeof(guint));
  for (char **given = options->memories; given && *given; given++) {
    guint penalty;
    g_autofree char *name = split_penalty(*given, &penalty);
    tl_progress_begin(&memories->progress, name, options->quiet);
    TlumachMemory *memory = open_one(options, name, FALSE, &memories->progress, error);
    tl_progress_end(&memories->progress);
    if (!memory)
      return FALSE;
    g_ptr_array_add(memories->open, memory);
    g_array_append_val(memories->penalties, penalty);
    if (tlumach_memory_skipped(memory) > 0 && !options->quiet)
      fprintf(stderr,
              "tlumach: warning: %s: %" G_GUINT64_FORMAT
              " %s cannot be used (tlumach memory import says which, and why)\n",
              name, tlumach_memory_skipped(memory), tlumach_memory_skipped(memory) == 1 ? "unit" : "units");
  }
  return TRUE;
}

void tl_memories_clear(TlMemories *memories) {
  g_clear_pointer(&memories->open, g_ptr_array_unref);
  g_clear_pointer(&memories->penalties, g_array_unref);
}

gboolean tl_memories_are_there(const TlOptions *options, GError **error) {
  for (char **given = options->memories; !options->makes_memory && given && *given; given++) {
    guint penalty;
    g_autofree char *name = split_penalty(*given, &penalty);
    if (!strstr(name, "://") && !tlumach_memory_exists(name, error))
      return FALSE;
  }
  return TRUE;
}

gboolean tl_memories_no_files(const TlOptions *options, GError **error) {
  if (!options->files)
    return TRUE;
  g_set_error(error, TLUMACH_ERROR, TLUMACH_ERROR_USAGE,
              "%s: is no option, and no file is read here: a memory is named with -m, what is to be written with -o",
              options->files[0]);
  return FALSE;
}

char *tl_memories_own_name(const TlOptions *options, GError **error) {
  g_autofree char *own = NULL;
  for (char **given = options->memories; given && *given; given++) {
    guint penalty;
    g_autofree char *lower = g_ascii_strdown(*given, -1), *name = split_penalty(*given, &penalty);
    if (g_str_has_suffix(lower, ".tmx") && (own || given[1]))
      continue;
    if (own) {
      g_set_error(error, TLUMACH_ERROR, TLUMACH_ERROR_USAGE,
                  "%s and %s: one memory is filled at a time; name it with -m, once", own, name);
      return NULL;
    }
    own = g_steal_pointer(&name);
  }
  if (!own)
    g_set_error(error, TLUMACH_ERROR, TLUMACH_ERROR_USAGE,
                "name the memory with -m: tlumach memory import -m our.tlm FILE.tmx (it is made when it is not there)");
  return g_steal_pointer(&own);
}

TlumachMemory *tl_memories_open_own(const TlOptions *options, TlProgress *progress, GError **error) {
  g_autofree char *name = tl_memories_own_name(options, error);
  return name ? open_one(options, name, TRUE, progress, error) : NULL;
}

TlumachSearch *tl_memories_search(const TlMemories *memories, const TlumachSession *session,
                                  const TlumachSearchOptions *options) {
  return tlumach_search_new(session, (TlumachMemory *const *)memories->open->pdata,
                            (const guint *)(const void *)memories->penalties->data, memories->open->len, options);
}
