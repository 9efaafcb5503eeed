/* Terms that texts have and no term base, and what of texts the term bases cover. */
#include <string.h>

#include "base/file.h"
#include "mining/coverage.h"
#include "mining/partners.h"
#include "session/occurrences.h"

/* -- sentences and the terms in them -- */

typedef struct Walk {
  const TlumachMiningText *text;
  const char *bytes;
  GArray *segments; /* TlumachSegment; of a translation, one a pair */
  GArray *hits;     /* TlumachHit */
  guint hit;        /* the first one that is not behind us */
} Walk;

static void clear_walk(Walk *walk) {
  g_array_unref(walk->segments);
  g_array_unref(walk->hits);
}

static gboolean open_walk(const TlumachSession *session, const TlumachMiningText *text, Walk *walk, GError **error) {
  *walk = (Walk){.text = text, .bytes = tlumach_document_text(text->document, NULL)};
  if (text->bitext) {
    walk->segments = g_array_new(FALSE, TRUE, sizeof(TlumachSegment));
    for (guint i = 0; i < text->bitext->n_pairs; i++) {
      const TlumachSegment segment = {text->bitext->pairs[i].span[TLUMACH_SOURCE], 0};
      g_array_append_val(walk->segments, segment);
    }
  } else
    walk->segments = tl_session_segment(session, text->document, session->source, NULL, error);
  if (!walk->segments)
    return FALSE;
  walk->hits = tl_occurrences_terms(session, text->document);
  return TRUE;
}

/* Terms in sentence `i`; to be asked in order. */
static const TlumachHit *hits_of(Walk *walk, guint i, guint *n) {
  return tl_occurrences_take(walk->hits, &walk->hit, g_array_index(walk->segments, TlumachSegment, i).span, n);
}

/* -- what is known of the languages -- */

typedef struct Resources {
  TlMineLanguage source, target;
  TlLexicon *target_lexicon;
  TlWordLists target_lists;
  TlPairList *pairs;
} Resources;

static void clear_resources(Resources *r) {
  g_clear_pointer(&r->source.stop, g_hash_table_unref);
  g_clear_pointer(&r->target.stop, g_hash_table_unref);
  tl_lexicon_free(r->target_lexicon);
  tl_word_lists_clear(&r->target_lists);
  tl_pair_list_free(r->pairs);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Resources, clear_resources)

/* "stop-uk.txt" of the data folder, a word a line; a language without one goes without. */
static gboolean read_stop(const TlumachSession *session, const char *language, GHashTable **stop, GError **error) {
  g_autofree char *name = g_strdup_printf("stop-%.2s.txt", language);
  g_autofree char *path = session->data ? g_build_filename(session->data, name, NULL) : NULL;
  *stop = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  if (!path || !g_file_test(path, G_FILE_TEST_EXISTS))
    return TRUE;
  g_autoptr(GBytes) bytes = tl_file_read(path, 0, error);
  if (!bytes)
    return FALSE;
  gsize size;
  const char *data = g_bytes_get_data(bytes, &size);
  g_autofree char *text = g_strndup(data, size);
  g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
  for (char **line = lines; *line; line++)
    if (**line && **line != '#')
      g_hash_table_add(*stop, g_strdup(*line));
  return TRUE;
}

static gboolean open_resources(const TlumachSession *session, gboolean translations, Resources *r, GError **error) {
  r->source = (TlMineLanguage){session->lexicon, &session->lists, tl_session_usual(session), NULL, NULL};
  r->pairs = tl_pair_list_new();
  r->source.pairs = r->pairs;
  if (!tl_session_pairs(session, r->pairs, error) || !read_stop(session, session->source, &r->source.stop, error) ||
      !read_stop(session, session->target, &r->target.stop, error))
    return FALSE;
  if (!translations)
    return TRUE;
  r->target_lexicon = tl_session_lexicon(session, session->target, session->target_dictionary, NULL);
  if (!r->target_lexicon) /* its words are then compared as they stand */
    r->target_lexicon = tl_lexicon_none();
  r->target.lexicon = r->target_lexicon;
  r->target.lists = &r->target_lists;
  return tl_session_lists(session->data, session->target, &r->target_lists, error);
}

/* -- candidates -- */

typedef struct Found {
  TlumachCandidates candidates; /* first: it is the whole */
  TlArena *arena;
  GArray *items;
} Found;

typedef struct Extract {
  TlCandidates *candidates;
  TlPartners *partners; /* NULL: no text has a translation */
  guint unit, words;
} Extract;

static gboolean read_text(const TlumachSession *session, Extract *e, const TlumachMiningText *text, guint number,
                          GError **error) {
  Walk walk;
  if (!open_walk(session, text, &walk, error)) {
    g_clear_pointer(&walk.segments, g_array_unref);
    return FALSE;
  }
  for (guint i = 0; i < walk.segments->len; i++, e->unit++) {
    guint n;
    const TlumachHit *hits = hits_of(&walk, i, &n);
    tl_candidates_add(e->candidates, number, walk.bytes, g_array_index(walk.segments, TlumachSegment, i).span, e->unit,
                      hits, n);
    const TlumachPair *pair = text->bitext ? &text->bitext->pairs[i] : NULL;
    gboolean translated = pair && !(pair->flags & TLUMACH_PAIR_UNTRANSLATED);
    if (e->partners && translated)
      tl_partners_add(e->partners, tlumach_document_text(text->bitext->document[TLUMACH_TARGET], NULL),
                      pair->span[TLUMACH_TARGET]);
    else if (e->partners)
      tl_partners_add(e->partners, "", (TlumachSpan){0, 0});
  }
  clear_walk(&walk);
  return TRUE;
}

static void put_candidate(Found *found, Extract *e, const TlCandidate *candidate) {
  g_autofree char *text = tl_candidate_text(candidate);
  TlumachCandidate item = {.text = tl_arena_strdup(found->arena, text),
                           .words = candidate->n,
                           .count = candidate->count,
                           .score = candidate->score,
                           .name = candidate->name,
                           .n_places = candidate->n_places};
  memcpy(item.places, candidate->places, sizeof item.places);
  if (e->partners)
    item.n_equivalents = tl_partners_find(e->partners, candidate, found->arena, item.equivalents);
  g_array_append_val(found->items, item);
}

static TlumachCandidates *finish(Extract *e, const TlumachExtractOptions *options) {
  Found *found = g_new0(Found, 1);
  found->arena = tl_arena_new();
  found->items = g_array_new(FALSE, FALSE, sizeof(TlumachCandidate));
  g_autoptr(GPtrArray) ranked = tl_candidates_rank(e->candidates, options);
  for (guint i = 0; i < ranked->len; i++)
    put_candidate(found, e, g_ptr_array_index(ranked, i));
  found->candidates = (TlumachCandidates){(const TlumachCandidate *)(const void *)found->items->data, found->items->len,
                                          tl_candidates_words(e->candidates), e->unit};
  return &found->candidates;
}

TlumachCandidates *tlumach_extract(const TlumachSession *session, const TlumachMiningText *texts, guint n,
                                   const TlumachExtractOptions *options, GError **error) {
  static const TlumachExtractOptions usual = TLUMACH_EXTRACT_OPTIONS_INIT;
  g_auto(Resources) resources = {0};
  gboolean translations = FALSE, good = TRUE;
  for (guint i = 0; i < n; i++)
    translations = translations || texts[i].bitext;
  if (!open_resources(session, translations, &resources, error))
    return NULL;
  options = options ? options : &usual;
  g_autoptr(TlCandidates) candidates = tl_candidates_new(&resources.source, options->most_words);
  g_autoptr(TlPartners) partners = translations ? tl_partners_new(&resources.target, resources.pairs) : NULL;
  Extract e = {candidates, partners, 0, 0};
  for (guint i = 0; i < n && good; i++)
    good = read_text(session, &e, &texts[i], i, error);
  return good ? finish(&e, options) : NULL;
}

void tlumach_candidates_free(TlumachCandidates *candidates) {
  Found *found = (Found *)candidates;
  if (!found)
    return;
  g_array_unref(found->items);
  tl_arena_free(found->arena);
  g_free(found);
}

/* -- coverage -- */

typedef struct Covered {
  TlumachCoverage coverage; /* first: it is the whole */
  GArray *uses;
} Covered;

/* Every concept with a source term, once, in the order of the term bases. */
static GHashTable *list_concepts(const TlumachSession *session, GArray *uses) {
  GHashTable *places = g_hash_table_new(NULL, NULL);
  for (guint i = 0; i < tl_term_index_size(session->index); i++) {
    const TlumachTerm *term = tl_term_index_designation(session->index, tl_term_index_term(session->index, i));
    if (g_hash_table_contains(places, term->concept))
      continue;
    const TlumachConceptUse use = {term->concept, 0};
    g_hash_table_insert(places, (gpointer)term->concept, GUINT_TO_POINTER(uses->len));
    g_array_append_val(uses, use);
  }
  return places;
}

static gboolean cover_text(const TlumachSession *session, const TlumachMiningText *text, GHashTable *places,
                           GArray *uses, TlCoverageCounts *counts, GError **error) {
  Walk walk;
  if (!open_walk(session, text, &walk, error))
    return FALSE;
  for (guint i = 0; i < walk.hits->len; i++) {
    gpointer place;
    const TlumachTerm *term = g_array_index(walk.hits, TlumachHit, i).term;
    if (g_hash_table_lookup_extended(places, term->concept, NULL, &place))
      g_array_index(uses, TlumachConceptUse, GPOINTER_TO_UINT(place)).count++;
  }
  for (guint i = 0; i < walk.segments->len; i++) {
    guint n;
    const TlumachHit *hits = hits_of(&walk, i, &n);
    tl_coverage_add(counts, walk.bytes, g_array_index(walk.segments, TlumachSegment, i).span, hits, n);
  }
  clear_walk(&walk);
  return TRUE;
}

TlumachCoverage *tlumach_coverage(const TlumachSession *session, const TlumachMiningText *texts, guint n,
                                  GError **error) {
  TlCoverageCounts counts = {0};
  GArray *uses = g_array_new(FALSE, FALSE, sizeof(TlumachConceptUse));
  g_autoptr(GHashTable) places = list_concepts(session, uses);
  for (guint i = 0; i < n; i++)
    if (!cover_text(session, &texts[i], places, uses, &counts, error)) {
      g_array_unref(uses);
      return NULL;
    }
  tl_coverage_sort(uses);
  Covered *covered = g_new0(Covered, 1);
  covered->uses = uses;
  covered->coverage = (TlumachCoverage){counts.sentences,
                                        counts.sentences_with,
                                        counts.words,
                                        counts.words_in_terms,
                                        (const TlumachConceptUse *)(const void *)uses->data,
                                        uses->len,
                                        0};
  while (covered->coverage.n_used < uses->len && covered->coverage.uses[covered->coverage.n_used].count > 0)
    covered->coverage.n_used++;
  return &covered->coverage;
}

void tlumach_coverage_free(TlumachCoverage *coverage) {
  Covered *covered = (Covered *)coverage;
  if (!covered)
    return;
  g_array_unref(covered->uses);
  g_free(covered);
}
