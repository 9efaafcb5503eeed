/* Memories asked with what a session knows: forms of words, terms of today. */
#include "bitext/memory/search.h"
#include "session/remember.h"
#include "session/session_private.h"
#include "session/stale.h"

struct TlumachSearch {
  const TlumachSession *session;
  TlMemorySearch *search;
  gboolean stale;
  TlLexicon *target; /* opened when first needed */
};

TlumachSearch *tlumach_search_new(const TlumachSession *session, TlumachMemory *const *memories, const guint *penalties,
                                  guint n, const TlumachSearchOptions *options) {
  TlumachSearch *search = g_new0(TlumachSearch, 1);
  search->session = session;
  search->search = tl_memory_search_new(memories, penalties, n, session->lexicon, &session->lists, options);
  search->stale = options && options->stale;
  return search;
}

void tlumach_search_free(TlumachSearch *search) {
  if (!search)
    return;
  tl_memory_search_free(search->search);
  g_clear_pointer(&search->target, tl_lexicon_free);
  g_free(search);
}

const GArray *tlumach_search(TlumachSearch *search, const TlumachAsked *asked, GError **error) {
  GArray *matches = tl_memory_search(search->search, asked, error);
  if (matches && search->stale)
    tl_mark_stale(search->session, matches, tl_memory_search_arena(search->search));
  return matches;
}

gboolean tlumach_concordance(TlumachSearch *search, const char *phrase, TlumachSide side, guint most,
                             TlumachConcordanceFunc found, gpointer user, GError **error) {
  const TlumachSession *session = search->session;
  if (side == TLUMACH_TARGET && !search->target)
    search->target = tl_session_lexicon(session, session->target, session->target_dictionary, NULL);
  if (side == TLUMACH_TARGET && !search->target)
    search->target = tl_lexicon_none();
  return tl_memory_concordance(search->search, search->target, phrase, side, most, found, user, error);
}
