/* Stages that read segments and terms off a document. */
#include "base/error.h"
#include "session/session_private.h"
#include "terms/concept.h"
#include "terms/match/explain.h"
#include "terms/match/match.h"
#include "terms/match/why.h"
#include "terms/termbase.h"
#include "text/segment.h"

/* The segmentation rules, read at the first call. */
static const TlSrx *need_rules(const TlumachSession *shared, GError **error) {
  TlumachSession *session = (TlumachSession *)shared;
  if (!session->srx_path) {
    tl_error_at(
        error, TLUMACH_ERROR_USAGE, NULL, 0, 0,
        "no segmentation rules: segmentation.srx was not found beside the program; name a file with --segmentation");
    return NULL;
  }
  g_mutex_lock(&session->srx_lock);
  if (!session->srx)
    session->srx = tl_srx_load(session->srx_path, error);
  g_mutex_unlock(&session->srx_lock);
  return session->srx;
}

GArray *tl_session_segment(const TlumachSession *session, const TlumachDocument *document, const char *language,
                           GArray *places, GError **error) {
  guint n;
  const TlumachBlock *blocks = tlumach_document_blocks(document, &n);
  const char *text = tlumach_document_text(document, NULL);
  const TlSrx *rules = need_rules(session, error);
  g_autoptr(TlSegmenter) segmenter = rules ? tl_segmenter_new(rules, language, error) : NULL;
  g_autoptr(GArray) segments = g_array_new(FALSE, FALSE, sizeof(TlumachSegment));
  if (!segmenter || (session->foreign_srx && !tl_segmenter_check(segmenter, error)))
    return NULL;
  for (guint i = 0; i < n; i++)
    if (!tl_segmenter_span(segmenter, text, blocks[i].span, i, segments, places, error))
      return NULL;
  return g_steal_pointer(&segments);
}

GArray *tlumach_segment(const TlumachSession *session, const TlumachDocument *document, GError **error) {
  return tl_session_segment(session, document, session->source, NULL, error);
}

static void clear_break(gpointer data) {
  g_free((char *)((TlumachBreak *)data)->rule);
}

GArray *tlumach_segment_why(const TlumachSession *session, const TlumachDocument *document, GError **error) {
  g_autoptr(GArray) places = g_array_new(FALSE, FALSE, sizeof(TlBreak));
  g_autoptr(GArray) segments = tl_session_segment(session, document, session->source, places, error);
  if (!segments)
    return NULL;
  g_autoptr(GArray) out = g_array_new(FALSE, FALSE, sizeof(TlumachBreak));
  g_array_set_clear_func(out, clear_break);
  for (guint i = 0; i < places->len; i++) {
    const TlBreak *place = &g_array_index(places, TlBreak, i);
    TlumachBreak said = {.offset = place->offset, .breaks = place->breaks};
    said.rule = g_strdup_printf("%s | %s", place->rule->before, place->rule->after);
    said.comment = place->rule->comment;
    said.line = place->rule->line;
    g_array_append_val(out, said);
  }
  return g_steal_pointer(&out);
}

struct TlumachFinder {
  TlMatcher *matcher;
  TlExplainer *explainer;
};

TlumachFinder *tlumach_finder_new(const TlumachSession *session, TlumachOverlaps overlaps) {
  TlumachFinder *finder = g_new(TlumachFinder, 1);
  finder->matcher = tl_matcher_new(session->index, session->lexicon, &session->lists,
                                   overlaps == TLUMACH_OVERLAPS_ALL ? TL_OVERLAPS_ALL : TL_OVERLAPS_LONGEST);
  finder->explainer = tl_explainer_new(session->index, tl_matcher_words(finder->matcher));
  return finder;
}

void tlumach_finder_free(TlumachFinder *finder) {
  if (!finder)
    return;
  tl_explainer_free(finder->explainer);
  tl_matcher_free(finder->matcher);
  g_free(finder);
}

void tlumach_finder_find(TlumachFinder *finder, const TlumachDocument *document, guint first, guint end,
                         TlumachHitFunc found, gpointer user) {
  guint n;
  const TlumachBlock *blocks = tlumach_document_blocks(document, &n);
  end = MIN(end, n);
  first = MIN(first, end);
  tl_matcher_find(finder->matcher, tlumach_document_text(document, NULL), blocks + first, end - first, found, user);
}

guint64 tlumach_finder_count(TlumachFinder *finder, const TlumachDocument *document, guint first, guint end) {
  guint n;
  const TlumachBlock *blocks = tlumach_document_blocks(document, &n);
  end = MIN(end, n);
  first = MIN(first, end);
  return tl_matcher_count(finder->matcher, tlumach_document_text(document, NULL), blocks + first, end - first);
}

const char *tlumach_finder_explain(TlumachFinder *finder, const TlumachDocument *document, const TlumachHit *hit) {
  return tl_explain(finder->explainer, tlumach_document_text(document, NULL), hit);
}

char *tlumach_why(const TlumachSession *session, const TlumachDocument *document, const TlumachHit *hit) {
  g_autoptr(TlumachFinder) finder = tlumach_finder_new(session, TLUMACH_OVERLAPS_LONGEST);
  return g_strdup(tlumach_finder_explain(finder, document, hit));
}

/* A whole document, by the session's threads. */
typedef struct Finding {
  const TlumachSession *session;
  TlumachOverlaps overlaps;
  TlumachHitFunc found;
  gpointer user;
} Finding;

static gpointer begin_finding(gpointer user) {
  const Finding *finding = user;
  return tlumach_finder_new(finding->session, finding->overlaps);
}

static void end_finding(gpointer worker, gpointer user) {
  (void)user;
  tlumach_finder_free(worker);
}

static void keep_hit(const TlumachHit *hit, gpointer user) {
  g_array_append_vals(user, hit, 1);
}

static gpointer find_part(gpointer worker, TlumachDocument *document, guint first, guint end, gpointer user) {
  (void)user;
  GArray *hits = g_array_new(FALSE, FALSE, sizeof(TlumachHit));
  tlumach_finder_find(worker, document, first, end, keep_hit, hits);
  return hits;
}

static gboolean report_part(gpointer result, gpointer user) {
  const Finding *finding = user;
  g_autoptr(GArray) hits = result;
  for (guint i = 0; i < hits->len; i++)
    finding->found(&g_array_index(hits, TlumachHit, i), finding->user);
  return TRUE;
}

void tlumach_find(const TlumachSession *session, const TlumachDocument *document, TlumachOverlaps overlaps,
                  TlumachHitFunc found, gpointer user) {
  static const TlumachPartWork how = {begin_finding, find_part, report_part, end_finding};
  Finding finding = {.session = session, .overlaps = overlaps, .found = found, .user = user};
  tlumach_each_part(session, document, &how, &finding);
}

static const TlumachTerm *find_term(const TlumachSession *session, const char *text) {
  for (guint i = 0; i < tl_term_index_size(session->index); i++) {
    const TlumachTerm *term = tl_term_index_designation(session->index, tl_term_index_term(session->index, i));
    if (g_strcmp0(term->text, text) == 0)
      return term;
  }
  return NULL;
}

typedef struct Misses {
  TlumachDocument *document;
  GString *lines;
  guint n;
} Misses;

static void near_miss(TlumachSpan span, const char *why, gpointer user) {
  Misses *misses = user;
  size_t line, column, length;
  if (misses->n++ >= 20)
    return;
  tlumach_document_locate(misses->document, span.start, TLUMACH_COLUMN_CHARACTER, &line, &column);
  const char *slice = tlumach_document_slice(misses->document, span, &length);
  g_autofree char *shown = g_utf8_make_valid(slice, (gssize)length);
  g_string_append_printf(misses->lines, "%zu:%zu: \"%s\": %s\n", line, column, shown, why);
}

char *tlumach_why_not(const TlumachSession *session, const TlumachDocument *document, const char *text,
                      GError **error) {
  const TlumachTerm *term = find_term(session, text);
  if (!term) {
    tl_error_at(error, TLUMACH_ERROR_USAGE, NULL, 0, 0, "no term base has the term \"%s\"", text);
    return NULL;
  }
  Misses misses = {(TlumachDocument *)document, g_string_new(NULL), 0};
  guint n;
  const TlumachBlock *blocks = tlumach_document_blocks(document, &n);
  gboolean seen = FALSE;
  for (guint i = 0; i < n; i++)
    seen = tl_why_not(session->lexicon, &session->lists, term, tlumach_document_text(document, NULL), blocks[i].span,
                      near_miss, &misses) ||
           seen;
  if (misses.n > 20)
    g_string_append_printf(misses.lines, "and %u more places\n", misses.n - 20);
  g_autofree char *words = tl_why_words(session->lexicon, &session->lists, term);
  if (!seen)
    g_string_append_printf(misses.lines, "no word of the term stands in the text: %s\n", words);
  else if (misses.n == 0)
    g_string_append(misses.lines, "the term is found wherever its words stand\n");
  else
    g_string_append_printf(misses.lines, "the term: %s\n", words);
  return g_string_free(misses.lines, FALSE);
}

GPtrArray *tlumach_targets(const TlumachSession *session, const TlumachConcept *concept) {
  GPtrArray *targets = g_ptr_array_new();
  tl_concept_targets(concept, session->target, targets);
  return targets;
}

const char *tlumach_origin(const TlumachSession *session, const TlumachConcept *concept) {
  return tl_term_store_path(session->store, concept);
}

gboolean tlumach_lacks_target(const TlumachSession *session) {
  return tl_term_store_lacks(session->store, session->target);
}

GPtrArray *tlumach_equivalents(const TlumachSession *session, const TlumachTerm *term) {
  GPtrArray *targets = g_ptr_array_new();
  tl_term_targets(term, session->target, targets);
  return targets;
}
