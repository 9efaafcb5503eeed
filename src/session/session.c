/* Opening: dictionary, word lists, segmentation rules, term bases, index. From here on a session is only read. */
#include <string.h>

#include "base/error.h"
#include "base/file.h"
#include "session/session_private.h"
#include "terms/language_tag.h"
#include "terms/termbase.h"

const char *tlumach_usual_dictionary(const char *language) {
  static const char *const usual[][2] = {{"uk", "uk_UA"}, {"en", "en_US"}, {"en-GB", "en_GB"}, {"de", "de_DE"}, {"pl", "pl_PL"},
                                         {"fr", "fr"},    {"ru", "ru_RU"}, {"cs", "cs_CZ"},    {"sk", "sk_SK"}, {"es", "es"},
                                         {"it", "it_IT"}, {"bg", "bg_BG"}, {"be", "be_BY"}};
  for (guint i = 0; i < G_N_ELEMENTS(usual); i++)
    if (g_ascii_strcasecmp(language, usual[i][0]) == 0)
      return usual[i][1];
  return strchr(language, '_') ? language : NULL;
}

char *tlumach_lexicon_build(const char *dictionary, const char *cache, GError **error) {
  return tl_lexicon_build(dictionary, cache, error);
}

char *tlumach_lexicon_stats(const char *dictionary, const char *cache, GError **error) {
  g_autoptr(TlLexicon) lexicon = tl_lexicon_open(dictionary, cache, error);
  const TlFrozen *frozen = lexicon ? tl_lexicon_frozen(lexicon) : NULL;
  if (!frozen) {
    if (lexicon)
      tl_error_at(error, TLUMACH_ERROR_USAGE, dictionary, 0, 0, "has no frozen lexicon in %s; make one: tlumach lexicon build %s", cache, dictionary);
    return NULL;
  }
  return g_strdup_printf("%s: %u forms, %s", tl_lexicon_name(lexicon), tl_frozen_forms(frozen),
                         tl_frozen_complete(frozen) ? "complete: no word is asked of Hunspell" : "what it does not know is asked of Hunspell");
}

/* "irregular-uk.tsv" of the data folder; a language without such a list goes without. */
static gboolean open_list(const TlumachSession *session, const char *data, const char *kind, TlWordList **list, GError **error) {
  g_autofree char *name = g_strdup_printf("%s-%.2s.tsv", kind, session->source);
  g_autofree char *path = g_build_filename(data, name, NULL);
  if (!g_file_test(path, G_FILE_TEST_EXISTS))
    return TRUE;
  g_autoptr(GBytes) bytes = tl_file_read(path, 0, error);
  *list = bytes ? tl_word_list_parse(path, bytes, error) : NULL;
  return *list != NULL;
}

static gboolean open_data(TlumachSession *session, const TlumachSessionOptions *options, GError **error) {
  g_autofree char *own = options->data ? g_build_filename(options->data, "segmentation.srx", NULL) : NULL;
  const char *rules = options->segmentation ? options->segmentation : own;
  if (rules && !(session->srx = tl_srx_load(rules, error)))
    return FALSE;
  g_autofree char *usual = g_strdup_printf("usual-%.2s.txt", session->source);
  session->usual_path = options->data ? g_build_filename(options->data, usual, NULL) : NULL;
  return !options->data || (open_list(session, options->data, "irregular", &session->lists.irregulars, error) &&
                            open_list(session, options->data, "homographs", &session->lists.homographs, error));
}

static gboolean open_glossaries(TlumachSession *session, const char *const *paths, GError **error) {
  for (; paths && *paths; paths++) {
    TlumachTermbase *base = tl_termbase_load_pair(*paths, session->source, session->target, error);
    if (!base)
      return FALSE;
    g_ptr_array_add(session->bases, base);
    const GPtrArray *warnings = tl_termbase_warnings(base);
    for (guint i = 0; i < warnings->len; i++)
      g_ptr_array_add(session->warnings, g_strdup(g_ptr_array_index(warnings, i)));
  }
  return TRUE;
}

static void build_index(TlumachSession *session) {
  TlTermIndexBuilder *builder = tl_term_index_builder_new(session->lexicon, &session->lists);
  for (guint b = 0; b < session->bases->len; b++) {
    guint n = 0;
    const TlumachConcept *concepts = tl_termbase_concepts(g_ptr_array_index(session->bases, b), &n);
    for (guint c = 0; c < n; c++)
      for (guint t = 0; t < concepts[c].n_terms; t++)
        if (tl_language_matches(concepts[c].terms[t].language, session->source))
          tl_term_index_builder_add(builder, &concepts[c].terms[t], b);
  }
  session->index = tl_term_index_builder_finish(builder);
}

TlumachSession *tlumach_session_new(const TlumachSessionOptions *options, GError **error) {
  g_autoptr(TlumachSession) session = g_new0(TlumachSession, 1);
  session->source = g_strdup(options->source);
  session->target = g_strdup(options->target);
  session->usual = (GOnce)G_ONCE_INIT;
  session->bases = g_ptr_array_new_with_free_func((GDestroyNotify)tl_termbase_free);
  session->warnings = g_ptr_array_new_with_free_func(g_free);
  const char *dictionary = options->dictionary ? options->dictionary : tlumach_usual_dictionary(options->source);
  if (!dictionary) {
    tl_error_at(error, TLUMACH_ERROR_USAGE, NULL, 0, 0, "no dictionary is known for language \"%s\"; name one with --dictionary", options->source);
    return NULL;
  }
  session->lexicon = tl_lexicon_open(dictionary, options->cache, error);
  if (!session->lexicon || !open_data(session, options, error) || !open_glossaries(session, options->glossaries, error))
    return NULL;
  build_index(session);
  return g_steal_pointer(&session);
}

void tlumach_session_free(TlumachSession *session) {
  if (!session)
    return;
  tl_term_index_free(session->index);
  g_ptr_array_unref(session->bases);
  g_ptr_array_unref(session->warnings);
  tl_srx_free(session->srx);
  tl_word_lists_clear(&session->lists);
  tl_usual_free(session->usual.retval);
  g_free(session->usual_path);
  tl_lexicon_free(session->lexicon);
  g_free(session->source);
  g_free(session->target);
  g_free(session);
}

const GPtrArray *tlumach_session_warnings(const TlumachSession *session) {
  return session->warnings;
}

gboolean tlumach_session_wants_lexicon(const TlumachSession *session) {
  return !tl_lexicon_frozen(session->lexicon);
}

const char *tlumach_session_trouble(const TlumachSession *session) {
  return tl_lexicon_trouble(session->lexicon);
}
