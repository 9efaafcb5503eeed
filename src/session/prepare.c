/* The pipeline of the main job, in order: segments, terms, words that nobody knows (names or misspellings),
 * equivalents. */
#include <string.h>

#include "base/arena.h"
#include "session/bilingual_units.h"
#include "session/occurrences.h"
#include "session/remember.h"
#include "session/renderings.h"
#include "session/resume.h"
#include "session/words.h"
#include "terms/concept.h"
#include "terms/match/match.h"

#define SUGGESTIONS_MAX 5u

typedef struct Prepared {
  TlumachReport report; /* first: the report is the whole */
  TlArena *arena;
  TlWordLists lists; /* of the target language */
} Prepared;

/* One document on its way. */
typedef struct Work {
  const TlumachSession *session;
  TlArena *arena;
  const TlumachDocument *document;
  const char *text;
  TlOccurrences found;
  GHashTable *suggested; /* folded word -> const char *const * */
  TlumachFinder *finder; /* explains the hits */
} Work;

static const char *const *suggestions_for(Work *work, const char *folded) {
  const char *const *known = g_hash_table_lookup(work->suggested, folded);
  if (known)
    return known;
  g_auto(GStrv) found = tlumach_suggest(work->session, folded, SUGGESTIONS_MAX);
  guint n = g_strv_length(found);
  const char **kept = tl_arena_new0(work->arena, const char *, n + 1);
  for (guint i = 0; i < n; i++)
    kept[i] = tl_arena_strdup(work->arena, found[i]);
  g_hash_table_insert(work->suggested, g_strdup(folded), kept);
  return kept;
}

static void add_misspellings(Work *work, const GArray *words, GArray *out) {
  char folded[TL_WORD_MAX];
  for (guint i = 0; i < words->len; i++) {
    TlumachSpan span = g_array_index(words, TlToken, i).span;
    tl_fold_word(work->text + span.start, span.end - span.start, folded);
    TlumachMisspelling wrong = {span, suggestions_for(work, folded)};
    g_array_append_val(out, wrong);
  }
}

static TlumachTermUse term_use(Work *work, const TlumachHit *hit) {
  const char *why = tlumach_finder_explain(work->finder, work->document, hit);
  g_autoptr(GPtrArray) targets = g_ptr_array_new();
  tl_term_targets(hit->term, work->session->target, targets);
  g_ptr_array_add(targets, NULL);
  return (TlumachTermUse){.hit = *hit,
                          .why = tl_arena_strdup(work->arena, why),
                          .origin = tl_term_store_path(work->session->store, hit->term->concept),
                          .targets = tl_arena_memdup(work->arena, targets->pdata, targets->len * sizeof(gpointer))};
}

static void make_units(Work *work, const GArray *segments, TlumachReportFile *file) {
  g_autoptr(GArray) wrong = g_array_new(FALSE, FALSE, sizeof(TlumachMisspelling));
  g_autoptr(GArray) uses = g_array_new(FALSE, FALSE, sizeof(TlumachTermUse));
  const TlOccurrences *found = &work->found;
  add_misspellings(work, found->misspelt, wrong);
  for (guint i = 0; i < found->hits->len; i++) {
    TlumachTermUse use = term_use(work, &g_array_index(found->hits, TlumachHit, i));
    g_array_append_val(uses, use);
  }
  TlumachUnit *units = tl_arena_new0(work->arena, TlumachUnit, segments->len + 1);
  guint term = 0, name = 0, misspelling = 0;
  for (guint i = 0; i < segments->len; i++) {
    TlumachUnit *unit = &units[i];
    unit->segment = g_array_index(segments, TlumachSegment, i);
    const void *own = tl_occurrences_take(uses, &term, unit->segment.span, &unit->n_terms);
    unit->terms = tl_arena_memdup(work->arena, own, unit->n_terms * sizeof(TlumachTermUse));
    own = tl_occurrences_take(found->names, &name, unit->segment.span, &unit->n_names);
    unit->names = tl_arena_memdup(work->arena, own, unit->n_names * sizeof(TlumachName));
    own = tl_occurrences_take(wrong, &misspelling, unit->segment.span, &unit->n_misspellings);
    unit->misspellings = tl_arena_memdup(work->arena, own, unit->n_misspellings * sizeof(TlumachMisspelling));
  }
  file->units = units;
  file->n_units = segments->len;
}

static gboolean prepare_document(const TlumachSession *session, TlArena *arena, TlumachReportFile *file,
                                 GError **error) {
  g_autoptr(GArray) segments =
      file->bitext ? tl_pair_segments(file->bitext) : tlumach_segment(session, file->document, error);
  if (!segments)
    return FALSE;
  Work work = {.session = session, .arena = arena, .document = file->document};
  work.text = tlumach_document_text(file->document, NULL);
  work.suggested = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  work.finder = tlumach_finder_new(session, TLUMACH_OVERLAPS_LONGEST);
  tl_occurrences_find(&work.found, session, file->document, arena);
  make_units(&work, segments, file);
  if (file->bitext)
    tl_take_translations(file, arena);
  tl_occurrences_clear(&work.found);
  g_hash_table_unref(work.suggested);
  tlumach_finder_free(work.finder);
  return TRUE;
}

TlumachReport *tlumach_prepare_inputs(const TlumachSession *session, const TlumachPrepareInput *inputs, guint n,
                                      GError **error) {
  Prepared *prepared = g_new0(Prepared, 1);
  prepared->arena = tl_arena_new();
  TlumachReportFile *files = tl_arena_new0(prepared->arena, TlumachReportFile, n + 1);
  prepared->report = (TlumachReport){tl_arena_strdup(prepared->arena, session->source),
                                     tl_arena_strdup(prepared->arena, session->target), files, n};
  for (guint i = 0; i < n; i++) {
    files[i].bitext = inputs[i].bitext;
    files[i].document = inputs[i].bitext ? inputs[i].bitext->document[TLUMACH_SOURCE] : inputs[i].document;
    if (!prepare_document(session, prepared->arena, &files[i], error)) {
      tlumach_report_free(&prepared->report);
      return NULL;
    }
  }
  if (!tl_session_lists(session->data, session->target, &prepared->lists, error)) {
    tlumach_report_free(&prepared->report);
    return NULL;
  }
  tl_find_renderings(&prepared->report, &prepared->lists, prepared->arena);
  return &prepared->report;
}

TlumachReport *tlumach_prepare(const TlumachSession *session, TlumachDocument *const *documents, guint n,
                               GError **error) {
  g_autofree TlumachPrepareInput *inputs = g_new0(TlumachPrepareInput, n + 1);
  for (guint i = 0; i < n; i++)
    inputs[i].document = documents[i];
  return tlumach_prepare_inputs(session, inputs, n, error);
}

guint tlumach_report_fill(TlumachReport *report, const TlumachBitext *bitext) {
  TlArena *arena = ((Prepared *)report)->arena;
  guint filled = tl_resume(report, bitext, arena);
  tl_find_renderings(report, &((Prepared *)report)->lists, arena);
  return filled;
}

TlArena *tl_report_arena(TlumachReport *report) {
  return ((Prepared *)report)->arena;
}

gint64 tlumach_report_remember(TlumachReport *report, TlumachSearch *search, GError **error) {
  TlArena *arena = ((Prepared *)report)->arena;
  gint64 found = tl_remember(report, search, arena, error);
  tl_find_renderings(report, &((Prepared *)report)->lists, arena);
  return found;
}

void tlumach_report_free(TlumachReport *report) {
  if (!report)
    return;
  Prepared *prepared = (Prepared *)report;
  tl_arena_free(prepared->arena);
  tl_word_lists_clear(&prepared->lists);
  g_free(prepared);
}
