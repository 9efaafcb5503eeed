/* The pipeline of the main job, in order: segments, terms, words that nobody knows (names or misspellings), equivalents. */
#include <string.h>

#include "base/arena.h"
#include "lang/names.h"
#include "session/words.h"
#include "terms/concept.h"
#include "terms/match.h"
#include "terms/why.h"
#include "text/romanize.h"

#define SUGGESTIONS_MAX 5u

typedef struct Prepared {
  TlumachReport report; /* first: the report is the whole */
  TlArena *arena;
} Prepared;

/* A word that neither dictionary nor term bases know. */
typedef struct Unknown {
  TlToken token;
  gboolean name;
} Unknown;

/* One document on its way. */
typedef struct Work {
  const TlumachSession *session;
  TlArena *arena;
  const char *text;
  TlNames *names;
  GArray *hits;     /* TlumachHit */
  GArray *tokens;   /* TlToken of all blocks */
  GArray *unknowns; /* Unknown */
  GHashTable *suggested; /* folded word -> const char *const * */
} Work;

static void keep_hit(const TlumachHit *hit, gpointer user) {
  g_array_append_val(((Work *)user)->hits, *hit);
}

static gboolean in_hit(const GArray *hits, TlumachSpan span, guint *from) {
  while (*from < hits->len && g_array_index(hits, TlumachHit, *from).span.end <= span.start)
    ++*from;
  return *from < hits->len && g_array_index(hits, TlumachHit, *from).span.start <= span.start;
}

static gboolean capitalised(const TlToken *token) {
  return (token->flags & (TL_TOKEN_CAPITAL | TL_TOKEN_UPPER_REST)) == TL_TOKEN_CAPITAL && (token->flags & TL_TOKEN_LOWER);
}

/* Pass 1: what is unknown. A capitalised unknown word is a name; at the start of a sentence it is one only when its small-letter form could be nothing else: if
 * the text has it capitalised inside a sentence, too, or no suggestion is near. */
static void find_unknowns(Work *work) {
  g_autoptr(GHashTable) inside = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  char folded[TL_WORD_MAX];
  guint hit = 0;
  for (guint i = 0; i < work->tokens->len; i++) {
    const TlToken *token = &g_array_index(work->tokens, TlToken, i);
    if (in_hit(work->hits, token->span, &hit) || tl_judge_word(work->session, work->text, token, folded) != TLUMACH_WORD_WRONG)
      continue;
    Unknown unknown = {*token, capitalised(token)};
    g_array_append_val(work->unknowns, unknown);
    if (unknown.name) {
      tl_names_note(work->names, folded);
      if (!token->starts)
        g_hash_table_add(inside, g_strdup(tl_names_citation(work->names, folded, NULL)));
    }
  }
  for (guint i = 0; i < work->unknowns->len; i++) {
    Unknown *unknown = &g_array_index(work->unknowns, Unknown, i);
    if (!unknown->name || !unknown->token.starts)
      continue;
    tl_fold_word(work->text + unknown->token.span.start, unknown->token.span.end - unknown->token.span.start, folded);
    if (g_hash_table_contains(inside, tl_names_citation(work->names, folded, NULL)))
      continue;
    g_auto(GStrv) near = tlumach_suggest(work->session, folded, 1);
    unknown->name = near[0] == NULL;
  }
}

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

/* The token beside `at` that belongs to the same name: capitalised, white space between, no sentence start, no term. */
static gboolean continues_name(const Work *work, guint at) {
  if (at == 0 || at >= work->tokens->len)
    return FALSE;
  const TlToken *token = &g_array_index(work->tokens, TlToken, at);
  return capitalised(token) && token->gap == TL_GAP_SPACE && !token->starts;
}

static gboolean token_in_hit(const Work *work, guint at) {
  guint from = 0;
  return in_hit(work->hits, g_array_index(work->tokens, TlToken, at).span, &from);
}

static TlumachName make_name(Work *work, guint first, guint last) {
  g_autoptr(GString) citation = g_string_new(NULL);
  g_autoptr(GString) why = g_string_new(NULL);
  char folded[TL_WORD_MAX];
  for (guint i = first; i <= last; i++) {
    const TlToken *token = &g_array_index(work->tokens, TlToken, i);
    const char *clause = NULL;
    tl_fold_word(work->text + token->span.start, token->span.end - token->span.start, folded);
    const char *word = tl_names_citation(work->names, folded, &clause);
    g_string_append_printf(citation, "%s%s", i > first ? " " : "", word);
    g_string_append_printf(why, "%s%s: %s", i > first ? "; " : "", folded, clause);
  }
  g_autoptr(GString) latin = g_string_new(NULL);
  tl_romanize(citation->str, citation->len, latin);
  TlumachName name = {.citation = tl_arena_strdup(work->arena, citation->str), .romanized = tl_arena_strdup(work->arena, latin->str),
                      .why = tl_arena_strdup(work->arena, why->str)};
  name.span.start = g_array_index(work->tokens, TlToken, first).span.start;
  name.span.end = g_array_index(work->tokens, TlToken, last).span.end;
  return name;
}

/* Pass 2: unknown words into names (with the capitalised words beside them) and misspellings. */
static void sort_unknowns(Work *work, GArray *names, GArray *misspellings) {
  guint at = 0;
  size_t done = 0;
  char folded[TL_WORD_MAX];
  for (guint i = 0; i < work->unknowns->len; i++) {
    const Unknown *unknown = &g_array_index(work->unknowns, Unknown, i);
    if (unknown->token.span.start < done)
      continue;
    while (g_array_index(work->tokens, TlToken, at).span.start < unknown->token.span.start)
      at++;
    if (!unknown->name) {
      tl_fold_word(work->text + unknown->token.span.start, unknown->token.span.end - unknown->token.span.start, folded);
      TlumachMisspelling wrong = {unknown->token.span, suggestions_for(work, folded)};
      g_array_append_val(misspellings, wrong);
      continue;
    }
    guint first = at, last = at;
    while (continues_name(work, first) && !token_in_hit(work, first - 1) && capitalised(&g_array_index(work->tokens, TlToken, first - 1)) &&
           g_array_index(work->tokens, TlToken, first - 1).span.start >= done && !g_array_index(work->tokens, TlToken, first - 1).starts)
      first--;
    while (continues_name(work, last + 1) && !token_in_hit(work, last + 1))
      last++;
    TlumachName name = make_name(work, first, last);
    done = name.span.end;
    g_array_append_val(names, name);
  }
}

static TlumachTermUse term_use(Work *work, const TlumachHit *hit) {
  g_autofree char *why = tl_why(work->session->lexicon, &work->session->lists, work->text, hit);
  g_autoptr(GPtrArray) targets = g_ptr_array_new();
  tl_concept_targets(hit->term->concept, work->session->target, targets);
  g_ptr_array_add(targets, NULL);
  return (TlumachTermUse){*hit, tl_arena_strdup(work->arena, why), tl_arena_memdup(work->arena, targets->pdata, targets->len * sizeof(gpointer))};
}

/* The elements of a sorted array whose span begins inside the unit. Every element type begins with its span. */
static const void *take(const GArray *array, guint *from, TlumachSpan unit, guint *n) {
  guint size = g_array_get_element_size((GArray *)array);
  const char *data = array->data;
  while (*from < array->len && ((const TlumachSpan *)(const void *)(data + *from * size))->start < unit.start)
    ++*from;
  guint first = *from;
  while (*from < array->len && ((const TlumachSpan *)(const void *)(data + *from * size))->start < unit.end)
    ++*from;
  *n = *from - first;
  return data + first * size;
}

static void make_units(Work *work, const GArray *segments, TlumachReportFile *file) {
  g_autoptr(GArray) names = g_array_new(FALSE, FALSE, sizeof(TlumachName));
  g_autoptr(GArray) wrong = g_array_new(FALSE, FALSE, sizeof(TlumachMisspelling));
  g_autoptr(GArray) uses = g_array_new(FALSE, FALSE, sizeof(TlumachTermUse));
  sort_unknowns(work, names, wrong);
  for (guint i = 0; i < work->hits->len; i++) {
    TlumachTermUse use = term_use(work, &g_array_index(work->hits, TlumachHit, i));
    g_array_append_val(uses, use);
  }
  TlumachUnit *units = tl_arena_new0(work->arena, TlumachUnit, segments->len + 1);
  guint term = 0, name = 0, misspelling = 0;
  for (guint i = 0; i < segments->len; i++) {
    TlumachUnit *unit = &units[i];
    unit->segment = g_array_index(segments, TlumachSegment, i);
    const void *own = take(uses, &term, unit->segment.span, &unit->n_terms);
    unit->terms = tl_arena_memdup(work->arena, own, unit->n_terms * sizeof(TlumachTermUse));
    own = take(names, &name, unit->segment.span, &unit->n_names);
    unit->names = tl_arena_memdup(work->arena, own, unit->n_names * sizeof(TlumachName));
    own = take(wrong, &misspelling, unit->segment.span, &unit->n_misspellings);
    unit->misspellings = tl_arena_memdup(work->arena, own, unit->n_misspellings * sizeof(TlumachMisspelling));
  }
  file->units = units;
  file->n_units = segments->len;
}

static gboolean prepare_document(const TlumachSession *session, TlArena *arena, TlumachReportFile *file, GError **error) {
  g_autoptr(GArray) segments = tlumach_segment(session, file->document, error);
  if (!segments)
    return FALSE;
  Work work = {.session = session, .arena = arena, .text = tlumach_document_text(file->document, NULL)};
  work.names = tl_names_new(session->lexicon, &session->lists);
  work.hits = g_array_new(FALSE, FALSE, sizeof(TlumachHit));
  work.tokens = g_array_new(FALSE, FALSE, sizeof(TlToken));
  work.unknowns = g_array_new(FALSE, FALSE, sizeof(Unknown));
  work.suggested = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  tlumach_find(session, file->document, TLUMACH_OVERLAPS_LONGEST, keep_hit, &work);
  guint n;
  const TlumachBlock *blocks = tlumach_document_blocks(file->document, &n);
  for (guint i = 0; i < n; i++) {
    TlScanner scanner;
    TlToken token;
    tl_scanner_init(&scanner, work.text, blocks[i].span);
    while (tl_scanner_next(&scanner, &token))
      g_array_append_val(work.tokens, token);
  }
  find_unknowns(&work);
  make_units(&work, segments, file);
  tl_names_free(work.names);
  g_array_unref(work.hits);
  g_array_unref(work.tokens);
  g_array_unref(work.unknowns);
  g_hash_table_unref(work.suggested);
  return TRUE;
}

TlumachReport *tlumach_prepare(const TlumachSession *session, TlumachDocument *const *documents, guint n, GError **error) {
  Prepared *prepared = g_new0(Prepared, 1);
  prepared->arena = tl_arena_new();
  TlumachReportFile *files = tl_arena_new0(prepared->arena, TlumachReportFile, n + 1);
  prepared->report = (TlumachReport){tl_arena_strdup(prepared->arena, session->source), tl_arena_strdup(prepared->arena, session->target), files, n};
  for (guint i = 0; i < n; i++) {
    files[i].document = documents[i];
    if (!prepare_document(session, prepared->arena, &files[i], error)) {
      tlumach_report_free(&prepared->report);
      return NULL;
    }
  }
  return &prepared->report;
}

void tlumach_report_free(TlumachReport *report) {
  if (!report)
    return;
  Prepared *prepared = (Prepared *)report;
  tl_arena_free(prepared->arena);
  g_free(prepared);
}
