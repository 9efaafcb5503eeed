/* Terms come first, names are looked for in what they leave. A name that the session's term bases do not have but the
 * usual ones do is written as those write it: Київ is Kyiv in every house. */
#include "session/occurrences.h"

#include <string.h>

#include "session/name_spans.h"
#include "session/namesakes.h"
#include "session/titles.h"
#include "terms/concept.h"
#include "terms/match/match.h"

static void keep_hit(const TlumachHit *hit, gpointer user) {
  g_array_append_vals(user, hit, 1);
}

static gint by_place(gconstpointer a, gconstpointer b) {
  const TlumachSpan *left = a, *right = b;
  return left->start < right->start ? -1 : left->start > right->start;
}

/* Every word begins large and goes on small, as those of people and places do, acronyms do not. */
static gboolean is_name(const char *term) {
  gboolean begins = TRUE, named = FALSE;
  for (const char *at = term; *at; at = g_utf8_next_char(at)) {
    gunichar c = g_utf8_get_char(at);
    if (begins && !g_unichar_isupper(c))
      return FALSE;
    named = named || (!begins && g_unichar_islower(c));
    begins = c == ' ' || c == '-';
  }
  return named;
}

/* Is one of the first `n` hits over the span? To be asked in text order. */
static gboolean overlaps(const GArray *hits, guint n, guint *from, TlumachSpan span) {
  while (*from < n && g_array_index(hits, TlumachHit, *from).span.end <= span.start)
    ++*from;
  return *from < n && g_array_index(hits, TlumachHit, *from).span.start < span.end;
}

static gboolean name_of(const TlumachSession *session, const TlTermStore *store, const TlumachHit *hit, TlArena *arena,
                        TlumachName *name) {
  g_autoptr(GPtrArray) targets = g_ptr_array_new();
  if (!is_name(hit->term->text))
    return FALSE;
  tl_term_targets(hit->term, session->target, targets);
  if (targets->len == 0)
    return FALSE;
  g_autofree char *base = g_path_get_basename(tl_term_store_path(store, hit->term->concept));
  g_autofree char *why = g_strdup_printf("as in %s", base);
  *name = (TlumachName){hit->span, hit->term->text, ((const TlumachTerm *)targets->pdata[0])->text,
                        tl_arena_strdup(arena, why)};
  return TRUE;
}

static GArray *hits_in(const TlTermStore *store, const TlumachSession *session, const TlumachDocument *document) {
  GArray *hits = g_array_new(FALSE, FALSE, sizeof(TlumachHit));
  TlMatcher *matcher =
      tl_matcher_new(tl_term_store_index(store), session->lexicon, &session->lists, TL_OVERLAPS_LONGEST);
  guint n;
  const TlumachBlock *blocks = tlumach_document_blocks(document, &n);
  tl_matcher_find(matcher, tlumach_document_text(document, NULL), blocks, n, keep_hit, hits);
  tl_matcher_free(matcher);
  return hits;
}

/* Names of the usual term bases; their places are added to `taken`, so that nothing else is made of their words. */
static void find_usual_names(const TlWordsOfText *words, const TlumachSession *session, const TlumachDocument *document,
                             TlArena *arena, GArray *taken, GArray *names) {
  const TlTermStore *store = tl_session_usual_terms(session);
  if (!store)
    return;
  g_autoptr(GArray) hits = hits_in(store, session, document);
  tl_drop_namesakes(session, words->text, words->tokens, hits, words->surnames);
  guint from = 0, own = taken->len;
  for (guint i = 0; i < hits->len; i++) {
    const TlumachHit *hit = &g_array_index(hits, TlumachHit, i);
    TlumachName name;
    if (overlaps(taken, own, &from, hit->span) || !name_of(session, store, hit, arena, &name))
      continue;
    g_array_append_val(names, name);
    g_array_append_vals(taken, hit, 1);
  }
  g_array_sort(taken, by_place);
}

GArray *tl_occurrences_terms(const TlumachSession *session, const TlumachDocument *document) {
  GArray *hits = g_array_new(FALSE, FALSE, sizeof(TlumachHit));
  tlumach_find(session, document, TLUMACH_OVERLAPS_LONGEST, keep_hit, hits);
  return hits;
}

void tl_occurrences_find(TlOccurrences *found, const TlumachSession *session, const TlumachDocument *document,
                         TlArena *arena) {
  g_autoptr(GArray) tokens = tl_tokens_of(document);
  g_autoptr(GHashTable) surnames = g_hash_table_new(g_str_hash, g_str_equal);
  *found = (TlOccurrences){tl_occurrences_terms(session, document), g_array_new(FALSE, FALSE, sizeof(TlumachName)),
                           g_array_new(FALSE, FALSE, sizeof(TlToken))};
  TlWordsOfText words = {.tokens = tokens, .surnames = surnames};
  words.text = tlumach_document_text(document, &words.length);
  tl_drop_titles(words.text, words.length, tokens, found->hits);
  tl_drop_namesakes(session, words.text, tokens, found->hits, surnames);
  g_autoptr(GArray) taken = g_array_copy(found->hits);
  find_usual_names(&words, session, document, arena, taken, found->names);
  words.hits = taken;
  tl_find_names(session, &words, arena, found->names, found->misspelt);
  g_array_sort(found->names, by_place);
}

void tl_occurrences_clear(TlOccurrences *found) {
  g_clear_pointer(&found->hits, g_array_unref);
  g_clear_pointer(&found->names, g_array_unref);
  g_clear_pointer(&found->misspelt, g_array_unref);
}

gconstpointer tl_occurrences_take(const GArray *array, guint *from, TlumachSpan span, guint *n) {
  guint size = g_array_get_element_size((GArray *)array), first;
#define START(i) (((const TlumachSpan *)(const void *)(array->data + (size_t)(i)*size))->start)
  while (*from < array->len && START(*from) < span.start)
    ++*from;
  for (first = *from; *from < array->len && START(*from) < span.end;)
    ++*from;
#undef START
  *n = *from - first;
  return array->data + (size_t)first * size;
}
