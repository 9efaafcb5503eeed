/* From options to a session, and the lexicon that is built beside the first use. */
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <unistd.h>

#include "commands/options.h"
#include "commands/places.h"

extern char **environ;

/* Starts `tlumach lexicon build NAME` beside us and does not wait: a filter never waits for a build. */
static void build_beside(const char *dictionary) {
  char *const argv[] = {(char *)"tlumach",      (char *)"lexicon",  (char *)"build",
                        (char *)"--background", (char *)dictionary, NULL};
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  pid_t pid;
  posix_spawn_file_actions_init(&actions);
  for (int fd = 0; fd < 3; fd++)
    posix_spawn_file_actions_addopen(&actions, fd, "/dev/null", fd ? O_WRONLY : O_RDONLY, 0);
  posix_spawnattr_init(&attributes);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSID);
  posix_spawn(&pid, "/proc/self/exe", &actions, &attributes, argv, environ);
  posix_spawn_file_actions_destroy(&actions);
  posix_spawnattr_destroy(&attributes);
}

/* The files that were named, and the user's own. */
static char **personal_files(const TlOptions *options) {
  g_autoptr(GPtrArray) files = g_ptr_array_new();
  for (char **path = options->personal; path && *path; path++) {
    char *list = tl_own_word_list(*path, options->source);
    g_ptr_array_add(files, list ? list : g_strdup(*path));
  }
  if (!options->isolated)
    g_ptr_array_add(files, tlumach_personal_path(options->source));
  g_ptr_array_add(files, NULL);
  return (char **)g_ptr_array_free(g_steal_pointer(&files), FALSE);
}

static TlumachSession *open_session(const TlOptions *options, GError **error) {
  TlumachSessionOptions wanted = TLUMACH_SESSION_OPTIONS_INIT;
  if (!tl_options_orthography(options, &wanted.any_orthography, error))
    return NULL;
  g_autofree char *data = tl_data_folder("dictionaries");
  g_autofree char *cache = tl_cache_folder();
  g_auto(GStrv) own = options->glossaries ? NULL : tl_own_glossaries();
  g_auto(GStrv) personal = personal_files(options);
  wanted.source = options->source;
  wanted.target = options->target;
  wanted.glossaries = (const char *const *)(options->glossaries ? options->glossaries : own);
  wanted.dictionary = options->dictionary;
  wanted.segmentation = options->segmentation;
  wanted.data = data;
  wanted.jobs = (guint)CLAMP(options->jobs, 1, 64);
  wanted.cache = cache;
  wanted.any_language = options->any_language;
  wanted.personal = (const char *const *)personal;
  return tlumach_session_new(&wanted, error);
}

void tl_options_make_lexicon(const TlOptions *options) {
  g_autofree char *data = tl_data_folder("dictionaries"), *cache = tl_cache_folder();
  const char *dictionary = options->dictionary ? options->dictionary : tlumach_usual_dictionary(options->source);
  g_autofree char *ready = dictionary ? tlumach_lexicon_stats(dictionary, data, cache, NULL) : NULL;
  if (ready || !dictionary || g_getenv("TLUMACH_NO_BUILD") || g_mkdir_with_parents(cache, 0700) != 0 ||
      access(cache, W_OK) != 0)
    return;
  if (!options->quiet && isatty(STDERR_FILENO))
    fprintf(stderr, "tlumach: reading the dictionary %s: a few seconds, once\n", dictionary);
  g_free(tlumach_lexicon_build(dictionary, data, cache, NULL)); /* without it all works, live */
}

TlumachSession *tl_options_session_again(const TlOptions *options) {
  g_autofree char *data = tl_data_folder("dictionaries"), *cache = tl_cache_folder();
  const char *dictionary = options->dictionary ? options->dictionary : tlumach_usual_dictionary(options->source);
  g_autofree char *ready = dictionary ? tlumach_lexicon_stats(dictionary, data, cache, NULL) : NULL;
  return ready ? open_session(options, NULL) : NULL;
}

/* A file that is no term base at all has a fault in every line. */
static void tell_warnings(const GPtrArray *warnings) {
  static const guint most = 20;
  for (guint i = 0; i < MIN(warnings->len, most); i++)
    fprintf(stderr, "tlumach: warning: %s\n", (const char *)g_ptr_array_index(warnings, i));
  if (warnings->len > most)
    fprintf(stderr, "tlumach: warning: and %u more\n", warnings->len - most);
}

TlumachSession *tl_options_session(const TlOptions *options, GError **error) {
  TlumachSession *session = open_session(options, error);
  if (!session)
    return NULL;
  if (!options->quiet)
    tell_warnings(tlumach_session_warnings(session));
  const char *dictionary = options->dictionary ? options->dictionary : tlumach_usual_dictionary(options->source);
  if (tlumach_session_wants_lexicon(session) && dictionary && !g_getenv("TLUMACH_NO_BUILD"))
    build_beside(dictionary);
  return session;
}
