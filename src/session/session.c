/* Opening: dictionary, word lists, segmentation rules, term bases, index. From here on a session is only read. */
#include <string.h>
#include <sys/mman.h>

#include "base/error.h"
#include "base/file.h"
#include "lang/dictionary_files.h"
#include "session/session_private.h"
#include "terms/termbase.h"

const char *tlumach_usual_dictionary(const char *language) {
  static const char *const usual[][2] = {{"uk", "uk_UA"}, {"en", "en_US"}, {"en-GB", "en_GB"}, {"de", "de_DE"},
                                         {"pl", "pl_PL"}, {"fr", "fr"},    {"ru", "ru_RU"},    {"cs", "cs_CZ"},
                                         {"sk", "sk_SK"}, {"es", "es"},    {"it", "it_IT"},    {"bg", "bg_BG"},
                                         {"be", "be_BY"}};
  for (guint i = 0; i < G_N_ELEMENTS(usual); i++)
    if (g_ascii_strcasecmp(language, usual[i][0]) == 0)
      return usual[i][1];
  return strchr(language, '_') ? language : NULL;
}

char *tlumach_dictionary_find(const char *name, GError **error) {
  g_autofree char *base = NULL;
  if (!tl_dictionary_find(name, &base, error))
    return NULL;
  g_autofree char *aff = g_strconcat(base, ".aff", NULL);
  if (!g_file_test(aff, G_FILE_TEST_EXISTS)) {
    tl_error_at(error, TLUMACH_ERROR_DICTIONARY, aff, 0, 0, "is not there");
    return NULL;
  }
  return g_steal_pointer(&base);
}

char **tlumach_dictionaries(void) {
  return tl_dictionary_all();
}

/* "names-uk.tsv" and "words-uk.tsv" of the data folder: what the dictionary lacks. Free with g_strfreev. */
static char **additions_of(const char *dictionary, const char *data) {
  g_autofree char *base = g_path_get_basename(dictionary);
  g_autofree char *names = g_strdup_printf("names-%.2s.tsv", base);
  g_autofree char *words = g_strdup_printf("words-%.2s.tsv", base);
  char **paths = g_new0(char *, 3);
  if (data) {
    paths[0] = g_build_filename(data, names, NULL);
    paths[1] = g_build_filename(data, words, NULL);
  }
  return paths;
}

char *tlumach_lexicon_build(const char *dictionary, const char *data, const char *cache, GError **error) {
  g_auto(GStrv) additions = additions_of(dictionary, data);
  return tl_lexicon_build(dictionary, (TlAdditions)additions, cache, error);
}

char *tlumach_lexicon_stats(const char *dictionary, const char *data, const char *cache, GError **error) {
  g_auto(GStrv) additions = additions_of(dictionary, data);
  g_autoptr(TlLexicon) lexicon = tl_lexicon_open(dictionary, (TlAdditions)additions, cache, error);
  if (!lexicon)
    return NULL;
  const TlFrozen *frozen = tl_lexicon_frozen(lexicon);
  if (!frozen)
    return g_strdup_printf("%s: cannot be frozen: all words are asked of Hunspell", tl_lexicon_name(lexicon));
  return g_strdup_printf("%s: %u forms, %s", tl_lexicon_name(lexicon), tl_frozen_forms(frozen),
                         tl_frozen_complete(frozen) ? "complete: no word is asked of Hunspell"
                                                    : "what it does not know is asked of Hunspell");
}

static char *list_path(const char *language, const char *data, const char *kind) {
  g_autofree char *name = g_strdup_printf("%s-%.2s.tsv", kind, language);
  return g_build_filename(data, name, NULL);
}

/* "irregular-uk.tsv" of the data folder; a language without such a list goes without. */
static gboolean open_list(const char *language, const char *data, const char *kind, TlWordList **list, GError **error) {
  g_autofree char *path = list_path(language, data, kind);
  if (!g_file_test(path, G_FILE_TEST_EXISTS))
    return TRUE;
  g_autoptr(GBytes) bytes = tl_file_read(path, 0, error);
  *list = bytes ? tl_word_list_parse(path, bytes, error) : NULL;
  return *list != NULL;
}

static gboolean open_old_spelling(const char *language, const char *data, TlOldSpelling **list, GError **error) {
  g_autofree char *path = list_path(language, data, "old-spelling");
  if (!g_file_test(path, G_FILE_TEST_EXISTS))
    return TRUE;
  g_autoptr(GBytes) bytes = tl_file_read(path, 0, error);
  *list = bytes ? tl_old_spelling_parse(path, bytes, error) : NULL;
  return *list != NULL;
}

gboolean tl_session_lists(const char *data, const char *language, TlWordLists *lists, GError **error) {
  return !data || (open_list(language, data, "irregular", &lists->irregulars, error) &&
                   open_list(language, data, "homographs", &lists->homographs, error) &&
                   open_list(language, data, "prefixes", &lists->prefixes, error) &&
                   open_list(language, data, "abbreviations", &lists->abbreviations, error) &&
                   open_list(language, data, "families", &lists->families, error) &&
                   open_old_spelling(language, data, &lists->old, error));
}

static gboolean open_data(TlumachSession *session, const TlumachSessionOptions *options, GError **error) {
  session->foreign_srx = options->segmentation != NULL;
  session->srx_path = options->segmentation ? g_strdup(options->segmentation)
                      : options->data       ? g_build_filename(options->data, "segmentation.srx", NULL)
                                            : NULL;
  g_autofree char *usual = g_strdup_printf("usual-%.2s.txt", session->source);
  session->usual_path = options->data ? g_build_filename(options->data, usual, NULL) : NULL;
  return tl_session_lists(options->data, session->source, &session->lists, error);
}

/* What the frozen term store is made from: term bases, lists, dictionary, this program. NULL when it is not to be kept.
 */
static char *store_identity(const TlumachSession *session, const char *const *paths) {
  const char *lexicon = tl_lexicon_identity(session->lexicon);
  if (!lexicon || !session->cache)
    return NULL;
  g_autofree char *program = tl_file_identity("/proc/self/exe"); /* another build may match otherwise */
  g_autoptr(GString) key = g_string_new(program);
  g_string_append_printf(key, " %s %s %s", session->source, session->target, lexicon);
  static const char *const lists[] = {"irregular", "homographs"};
  for (guint i = 0; session->data && i < G_N_ELEMENTS(lists); i++) {
    g_autofree char *path = list_path(session->source, session->data, lists[i]);
    g_autofree char *identity = tl_file_identity(path);
    g_string_append_printf(key, " %s", identity ? identity : "-");
  }
  for (; *paths; paths++) {
    g_autofree char *identity = tl_file_identity(*paths);
    if (!identity)
      return NULL;
    g_string_append_printf(key, "\n%s %s", *paths, identity);
  }
  return g_string_free(g_steal_pointer(&key), FALSE);
}

static TlTermStore *open_cached_store(const char *path, const char *identity) {
  g_autoptr(GMappedFile) map = g_mapped_file_new(path, FALSE, NULL);
  g_autoptr(GBytes) data = map ? g_mapped_file_get_bytes(map) : NULL;
  TlTermStore *store = data ? tl_term_store_open(data, identity, NULL) : NULL;
  if (store) /* all of it was read to be checked; what a text asks for is much less, and comes back by itself */
    madvise(g_mapped_file_get_contents(map), g_mapped_file_get_length(map), MADV_DONTNEED);
  return store;
}

/* Reads the term bases and freezes them; into the cache, too, where that can be done. */
static TlTermStore *make_store(const TlumachSession *session, const char *const *paths, const char *cached,
                               const char *identity, GError **error) {
  g_autoptr(GPtrArray) bases = g_ptr_array_new_with_free_func((GDestroyNotify)tlumach_termbase_free);
  for (; *paths; paths++) {
    TlumachTermbase *base = tl_termbase_load_pair(*paths, session->source, session->target, error);
    if (!base)
      return NULL;
    g_ptr_array_add(bases, base);
  }
  g_autoptr(GBytes) data =
      tl_term_store_make(bases, session->source, session->lexicon, &session->lists, identity ? identity : "");
  if (cached && identity && !tl_lexicon_trouble(session->lexicon)) /* else words are missing in it */
    tl_cache_save(cached, data);
  return tl_term_store_open(data, NULL, error);
}

static TlTermStore *open_store(const TlumachSession *session, char *const *glossaries, GError **error) {
  static char *const none[] = {NULL};
  const char *const *paths = (const char *const *)(glossaries ? glossaries : none);
  g_autofree char *identity = store_identity(session, paths);
  g_autofree char *names = g_strjoinv("\n", (char **)paths);
  g_autofree char *sum = g_compute_checksum_for_string(G_CHECKSUM_SHA256, names, -1);
  g_autofree char *file = g_strdup_printf("terms-%s-%s-%.16s", session->source, session->target, sum);
  g_autofree char *path = identity ? g_build_filename(session->cache, file, NULL) : NULL;
  TlTermStore *store = path ? open_cached_store(path, identity) : NULL;
  return store ? store : make_store(session, paths, path, identity, error);
}

static gboolean open_glossaries(TlumachSession *session, const TlumachSessionOptions *options, GError **error) {
  session->store = open_store(session, (char *const *)options->glossaries, error);
  if (!session->store)
    return FALSE;
  session->index = tl_term_store_index(session->store);
  for (guint i = 0; i < tl_term_store_n_warnings(session->store); i++)
    g_ptr_array_add(session->warnings, g_strdup(tl_term_store_warning(session->store, i)));
  return TRUE;
}

static gpointer open_usual_terms(gpointer user) {
  const TlumachSession *session = user;
  return open_store(session, session->usual_glossaries, NULL);
}

const TlTermStore *tl_session_usual_terms(const TlumachSession *session) {
  return session->usual_glossaries ? g_once((GOnce *)&session->usual_terms, open_usual_terms, (gpointer)session) : NULL;
}

static gboolean open_personal(TlumachSession *session, const TlumachSessionOptions *options, GError **error) {
  for (const char *const *path = options->personal; path && *path; path++) {
    TlumachPersonal *personal = tlumach_personal_open(*path, error);
    if (!personal)
      return FALSE;
    tl_personal_inflect(personal, session->lexicon);
    g_ptr_array_add(session->personal, personal);
  }
  return TRUE;
}

TlLexicon *tl_session_lexicon(const TlumachSession *session, const char *language, const char *name, GError **error) {
  const char *dictionary = name ? name : tlumach_usual_dictionary(language);
  if (!dictionary) {
    g_autofree char *bare = g_strndup(language, strcspn(language, "-"));
    gboolean known = tlumach_usual_dictionary(bare) != NULL;
    tl_error_at(error, TLUMACH_ERROR_USAGE, NULL, 0, 0,
                "no dictionary is known for language \"%s\"; %s%sname one with --dictionary", language,
                known ? bare : "", known ? " has one; say that, or " : "");
    return NULL;
  }
  g_auto(GStrv) additions = additions_of(dictionary, session->data);
  return tl_lexicon_open(dictionary, (TlAdditions)additions, session->cache, error);
}

TlumachSession *tlumach_session_new(const TlumachSessionOptions *options, GError **error) {
  g_autoptr(TlumachSession) session = g_new0(TlumachSession, 1);
  session->source = g_strdup(options->source);
  session->target = g_strdup(options->target);
  session->jobs = MAX(options->jobs, 1);
  session->any_orthography = options->any_orthography;
  session->usual = (GOnce)G_ONCE_INIT;
  session->names = (GOnce)G_ONCE_INIT;
  session->usual_terms = (GOnce)G_ONCE_INIT;
  session->usual_glossaries = g_strdupv((char **)options->usual_glossaries);
  g_mutex_init(&session->srx_lock);
  g_mutex_init(&session->near_lock);
  session->near = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  session->warnings = g_ptr_array_new_with_free_func(g_free);
  session->personal = g_ptr_array_new_with_free_func((GDestroyNotify)tlumach_personal_free);
  session->data = g_strdup(options->data);
  session->cache = g_strdup(options->cache);
  session->target_dictionary = g_strdup(options->target_dictionary);
  session->lexicon = tl_session_lexicon(session, options->source, options->dictionary,
                                        options->any_language && !options->dictionary ? NULL : error);
  if (!session->lexicon && options->any_language && !options->dictionary)
    session->lexicon = tl_lexicon_none();
  if (!session->lexicon || !open_data(session, options, error) || !open_personal(session, options, error) ||
      !open_glossaries(session, options, error))
    return NULL;
  return g_steal_pointer(&session);
}

void tlumach_session_free(TlumachSession *session) {
  if (!session)
    return;
  tl_term_store_free(session->store);
  tl_term_store_free(session->usual_terms.retval);
  g_strfreev(session->usual_glossaries);
  g_ptr_array_unref(session->warnings);
  g_ptr_array_unref(session->personal);
  tl_srx_free(session->srx);
  g_free(session->srx_path);
  g_mutex_clear(&session->srx_lock);
  g_mutex_clear(&session->near_lock);
  g_clear_pointer(&session->near, g_hash_table_unref);
  tl_lexicon_free(session->names.retval);
  tl_word_lists_clear(&session->lists);
  tl_usual_free(session->usual.retval);
  g_free(session->usual_path);
  g_free(session->data);
  g_free(session->cache);
  g_free(session->target_dictionary);
  tl_lexicon_free(session->lexicon);
  g_free(session->source);
  g_free(session->target);
  g_free(session);
}

const GPtrArray *tlumach_session_warnings(const TlumachSession *session) {
  return session->warnings;
}

const char *tlumach_session_trouble(const TlumachSession *session) {
  return tl_lexicon_trouble(session->lexicon);
}
