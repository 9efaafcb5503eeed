#include "session/remember.h"

#include <string.h>

#include "reports/pieces.h"
#include "session/session_private.h"
#include "tlumach/check.h"

/* -- stale terms ----------------------------------------------------------------------------------------------- */

/* The matches as a table of pairs: what is wrong with their terms, the check of terminology says. */
static TlumachBitext *as_bitext(const TlumachSession *session, const GArray *matches) {
  g_autoptr(GString) rows = g_string_new("source\ttarget\n");
  for (guint i = 0; i < matches->len; i++) {
    const TlumachMemoryMatch *match = &g_array_index(matches, TlumachMemoryMatch, i);
    const char *cells[] = {match->source, "\t", match->target, "\n"};
    for (guint j = 0; j < G_N_ELEMENTS(cells); j++) {
      size_t at = rows->len;
      g_string_append(rows, cells[j]);
      for (; j % 2 == 0 && at < rows->len; at++)
        if (strchr("\t\r\n\\", rows->str[at]))
          rows->str[at] = ' ';
    }
  }
  g_autoptr(GBytes) raw = g_bytes_new(rows->str, rows->len);
  return tlumach_bitext_new("", raw, &(TlumachBitextOptions){session->source, session->target, "tsv", "UTF-8"}, NULL);
}

typedef struct Marking {
  const TlumachBitext *bitext;
  GPtrArray **clauses; /* of each match, char * of the arena; NULL: none yet */
  TlArena *arena;
} Marking;

static void on_finding(const TlumachFinding *finding, gpointer user) {
  Marking *marking = user;
  const char *text = tlumach_document_text(marking->bitext->document[TLUMACH_SOURCE], NULL);
  TlumachSpan span = finding->span[TLUMACH_SOURCE];
  if (!*finding->suggestions || span.end == span.start)
    return;
  g_autofree char *term = g_strndup(text + span.start, span.end - span.start);
  g_autofree char *clause = g_strdup_printf("%s = %s", term, finding->suggestions[0]);
  GPtrArray **clauses = &marking->clauses[finding->pair];
  if (!*clauses)
    *clauses = g_ptr_array_new();
  g_ptr_array_add(*clauses, tl_arena_strdup(marking->arena, clause));
}

void tl_mark_stale(const TlumachSession *session, GArray *matches, TlArena *arena) {
  static const char *const only[] = {"terminology", NULL};
  const TlumachCheckOptions options = {.only = only, .agreed = TRUE};
  g_autoptr(TlumachBitext) bitext = matches->len ? as_bitext(session, matches) : NULL;
  if (!bitext || bitext->n_pairs != matches->len)
    return;
  g_autofree GPtrArray **clauses = g_new0(GPtrArray *, matches->len);
  Marking marking = {bitext, clauses, arena};
  tlumach_check(session, bitext, &options, on_finding, &marking, NULL);
  for (guint i = 0; i < matches->len; i++)
    if (clauses[i]) {
      g_ptr_array_add(clauses[i], NULL);
      g_array_index(matches, TlumachMemoryMatch, i).stale =
          tl_arena_memdup(arena, clauses[i]->pdata, clauses[i]->len * sizeof(gpointer));
      g_ptr_array_unref(clauses[i]);
    }
}

/* -- a prepared text ------------------------------------------------------------------------------------------- */

static TlumachSuggestion suggestion_of(const TlumachMemoryMatch *match, TlArena *arena) {
  guint n = g_strv_length((char **)match->stale);
  const char **stale = tl_arena_new0(arena, const char *, n + 1);
  for (guint i = 0; i < n; i++)
    stale[i] = tl_arena_strdup(arena, match->stale[i]);
  return (TlumachSuggestion){.source = tl_arena_strdup(arena, match->source),
                             .target = tl_arena_strdup(arena, match->target),
                             .origin = tl_arena_strdup(arena, match->origin ? match->origin : match->memory),
                             .score = match->score,
                             .difference = tl_arena_strdup(arena, match->difference),
                             .stale = stale};
}

static gboolean remember_unit(TlumachUnit *unit, const TlumachAsked *asked, TlumachSearch *search, TlArena *arena,
                              GError **error) {
  const GArray *matches = tlumach_search(search, asked, error);
  if (!matches)
    return FALSE;
  TlumachSuggestion *suggestions = tl_arena_new0(arena, TlumachSuggestion, matches->len + 1);
  for (guint i = 0; i < matches->len; i++)
    suggestions[i] = suggestion_of(&g_array_index(matches, TlumachMemoryMatch, i), arena);
  unit->suggestions = suggestions;
  unit->n_suggestions = matches->len;
  if (!unit->target && matches->len > 0 && suggestions[0].score >= 100 && !suggestions[0].stale[0])
    unit->target = suggestions[0].target; /* the same text: a person has translated it */
  return TRUE;
}

static char *line_of(const TlumachReportFile *file, guint i) {
  g_autoptr(GString) line = g_string_new(NULL);
  if (i >= file->n_units)
    return NULL;
  tl_append_line(line, tlumach_document_text(file->document, NULL), file->units[i].segment.span);
  return g_string_free(g_steal_pointer(&line), FALSE);
}

static gint64 remember_file(const TlumachReportFile *file, TlumachSearch *search, TlArena *arena, GError **error) {
  gint64 found = 0;
  g_autofree char *before = NULL, *text = line_of(file, 0);
  TlumachUnit *units = (TlumachUnit *)file->units;
  for (guint i = 0; i < file->n_units; i++) {
    char *after = line_of(file, i + 1);
    if (!remember_unit(&units[i], &(TlumachAsked){text, before, after}, search, arena, error)) {
      g_free(after);
      return -1;
    }
    found += units[i].n_suggestions > 0 ? 1 : 0;
    g_free(before);
    before = text;
    text = after;
  }
  return found;
}

gint64 tl_remember(TlumachReport *report, TlumachSearch *search, TlArena *arena, GError **error) {
  gint64 all = 0;
  for (guint i = 0; i < report->n_files; i++) {
    gint64 found = remember_file(&report->files[i], search, arena, error);
    if (found < 0)
      return -1;
    all += found;
  }
  return all;
}
