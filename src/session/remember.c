#include "session/remember.h"

#include "reports/pieces.h"
#include "session/session_private.h"

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
                             .stale = stale,
                             .author = tl_arena_strdup(arena, match->author),
                             .date = tl_arena_strdup(arena, match->date)};
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
