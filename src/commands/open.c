/* From options to a session. */
#include <stdio.h>

#include "commands/options.h"
#include "commands/places.h"

void tl_options_settle(TlOptions *options) {
  if (options->glossaries) {
    char **paths = tl_glossary_paths(options->glossaries);
    g_strfreev(options->glossaries);
    options->glossaries = paths;
  }
  if (!options->source)
    options->source = g_strdup("uk");
  if (!options->target)
    options->target = g_strdup("en");
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
  g_auto(GStrv) own = tl_own_glossaries();
  g_auto(GStrv) personal = personal_files(options);
  wanted.source = options->source;
  wanted.target = options->target;
  wanted.glossaries = (const char *const *)(options->glossaries ? options->glossaries : own);
  wanted.usual_glossaries = options->glossaries ? (const char *const *)own : NULL;
  wanted.dictionary = options->dictionary;
  wanted.segmentation = options->segmentation;
  wanted.data = data;
  wanted.jobs = tl_options_jobs(options);
  wanted.cache = cache;
  wanted.any_language = options->any_language;
  wanted.personal = (const char *const *)personal;
  return tlumach_session_new(&wanted, error);
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
  return session;
}

TlumachSession *tl_options_term_session(const TlOptions *options, GError **error) {
  TlumachSession *session = tl_options_session(options, error);
  if (session && !options->quiet && tlumach_lacks_target(session))
    fprintf(stderr, "tlumach: warning: no term base that is read has terms in \"%s\" (--target)\n", options->target);
  return session;
}
