#include "reports/notes.h"

#include <string.h>

#include "reports/pieces.h"

gboolean tl_status_is_bad(TlumachStatus status) {
  return status == TLUMACH_STATUS_DEPRECATED || status == TLUMACH_STATUS_SUPERSEDED;
}

void tl_append_targets(GString *out, const TlumachTermUse *use) {
  for (guint i = 0; use->targets[i]; i++) {
    const TlumachTerm *target = use->targets[i];
    g_string_append(out, i ? "; " : "");
    g_string_append(out, target->text);
    if (tl_status_is_bad(target->status) || target->status == TLUMACH_STATUS_PROPOSED)
      g_string_append_printf(out, " (%s)", tlumach_status_name(target->status));
  }
}

/* Takes the line, unless it is there already. */
static void add_once(GPtrArray *lines, GHashTable *seen, GString *line) {
  char *text = g_string_free(line, FALSE);
  if (g_hash_table_contains(seen, text)) {
    g_free(text);
    return;
  }
  g_hash_table_add(seen, text); /* owned by the list */
  g_ptr_array_add(lines, text);
}

void tl_append_term(GString *out, const TlumachTermUse *use) {
  g_string_append(out, use->hit.term->text);
  g_string_append(out, use->targets[0] ? " = " : " (no equivalent)");
  tl_append_targets(out, use);
}

void tl_append_name(GString *out, const TlumachName *name) {
  g_string_append_printf(out, "%s = %s", name->citation, name->romanized);
}

void tl_append_misspelling(GString *out, const TlumachMisspelling *misspelling, const char *text) {
  tl_append_line(out, text, misspelling->span);
  for (guint i = 0; misspelling->suggestions[i]; i++)
    g_string_append_printf(out, "%s%s", i ? "; " : " = ", misspelling->suggestions[i]);
}

static gboolean has_remarks(const TlumachSuggestion *suggestion) {
  return suggestion->difference || (suggestion->stale && *suggestion->stale);
}

void tl_append_remarks(GString *out, const TlumachSuggestion *suggestion) {
  g_string_append(out, suggestion->difference ? suggestion->difference : "");
  for (const char *const *stale = suggestion->stale; stale && *stale; stale++)
    g_string_append_printf(out, "%stoday: %s", out->len ? "; " : "", *stale);
}

/* TMX has "20260312T093000Z"; other days are told as they are. */
static void append_day(GString *out, const char *date) {
  if (strspn(date, "0123456789") == 8)
    g_string_append_printf(out, "%.4s-%.2s-%.2s", date, date + 4, date + 6);
  else
    g_string_append(out, date);
}

char *tl_suggestion_origin(const TlumachSuggestion *suggestion) {
  const char *said[] = {suggestion->origin, suggestion->author, suggestion->date};
  GString *out = NULL;
  for (guint i = 0; i < G_N_ELEMENTS(said); i++) {
    if (!said[i])
      continue;
    out = out ? g_string_append(out, ", ") : g_string_new(NULL);
    if (said[i] == suggestion->date)
      append_day(out, said[i]);
    else
      g_string_append(out, said[i]);
  }
  return out ? g_string_free(out, FALSE) : NULL;
}

void tl_append_suggestion(GString *out, const TlumachSuggestion *suggestion) {
  g_autoptr(GString) remarks = g_string_new(NULL);
  tl_append_remarks(remarks, suggestion);
  g_string_append_printf(out, "%u%% %s", suggestion->score, suggestion->target);
  if (remarks->len)
    g_string_append_printf(out, " (%s)", remarks->str);
  g_autofree char *origin = tl_suggestion_origin(suggestion);
  if (origin)
    g_string_append_printf(out, " [%s]", origin);
}

gboolean tl_report_has_memory(const TlumachReport *report) {
  for (guint i = 0; i < report->n_files; i++)
    for (guint j = 0; j < report->files[i].n_units; j++)
      if (report->files[i].units[j].n_suggestions > 0)
        return TRUE;
  return FALSE;
}

void tl_notes_init(TlNotes *notes, const TlumachUnit *unit, const char *text) {
  GPtrArray **lists[] = {&notes->terms, &notes->names, &notes->misspellings, &notes->memory, &notes->differing};
  for (guint i = 0; i < G_N_ELEMENTS(lists); i++)
    *lists[i] = g_ptr_array_new_with_free_func(g_free);
  g_autoptr(GHashTable) terms = g_hash_table_new(g_str_hash, g_str_equal);
  g_autoptr(GHashTable) names = g_hash_table_new(g_str_hash, g_str_equal);
  g_autoptr(GHashTable) misspellings = g_hash_table_new(g_str_hash, g_str_equal);
  for (guint i = 0; i < unit->n_terms; i++) {
    GString *line = g_string_new(NULL);
    tl_append_term(line, &unit->terms[i]);
    add_once(notes->terms, terms, line);
  }
  for (guint i = 0; i < unit->n_names; i++) {
    GString *line = g_string_new(NULL);
    tl_append_name(line, &unit->names[i]);
    add_once(notes->names, names, line);
  }
  for (guint i = 0; i < unit->n_misspellings; i++) {
    GString *line = g_string_new(NULL);
    tl_append_misspelling(line, &unit->misspellings[i], text);
    add_once(notes->misspellings, misspellings, line);
  }
  for (guint i = 0; i < unit->n_suggestions; i++) {
    GString *line = g_string_new(NULL);
    tl_append_suggestion(line, &unit->suggestions[i]);
    if (has_remarks(&unit->suggestions[i]))
      g_ptr_array_add(notes->differing, g_strdup(line->str));
    g_ptr_array_add(notes->memory, g_string_free(line, FALSE));
  }
}

void tl_notes_clear(TlNotes *notes) {
  g_clear_pointer(&notes->terms, g_ptr_array_unref);
  g_clear_pointer(&notes->names, g_ptr_array_unref);
  g_clear_pointer(&notes->misspellings, g_ptr_array_unref);
  g_clear_pointer(&notes->memory, g_ptr_array_unref);
  g_clear_pointer(&notes->differing, g_ptr_array_unref);
}
