/* JSON lines: an object a segment. Places are bytes of the file, `text` is the raw slice, as in all records. */
#include "base/json.h"
#include "reports/report.h"

/* "text", "start" and "end" stand in each object; callers choose where. */
static void put_text(TlOutput *output, const TlumachDocument *document, TlumachSpan span) {
  size_t length;
  const char *slice = tlumach_document_slice(document, span, &length);
  tl_json_string(output, "text", slice, (gssize)length);
}

static void put_span(TlOutput *output, const TlumachDocument *document, TlumachSpan span) {
  gboolean markup = FALSE;
  TlumachSpan raw = tlumach_document_raw_span(document, span, &markup);
  tl_json_uint(output, "start", raw.start);
  tl_json_uint(output, "end", raw.end);
  if (markup)
    tl_json_bool(output, "markup", TRUE);
}

static void put_term(TlOutput *output, const TlumachDocument *document, const TlumachTermUse *use) {
  tl_json_object(output, NULL);
  put_text(output, document, use->hit.span);
  tl_json_string(output, "term", use->hit.term->text, -1);
  tl_json_string(output, "concept", use->hit.term->concept->id, -1);
  tl_json_string(output, "match", tlumach_match_name(use->hit.match), -1);
  tl_json_string(output, "why", use->why, -1);
  tl_json_array(output, "targets");
  for (guint i = 0; use->targets[i]; i++) {
    tl_json_object(output, NULL);
    tl_json_string(output, "text", use->targets[i]->text, -1);
    tl_json_string(output, "status", tlumach_status_name(use->targets[i]->status), -1);
    tl_json_object_end(output);
  }
  tl_json_array_end(output);
  put_span(output, document, use->hit.span);
  tl_json_object_end(output);
}

static void put_name(TlOutput *output, const TlumachDocument *document, const TlumachName *name) {
  tl_json_object(output, NULL);
  put_text(output, document, name->span);
  tl_json_string(output, "citation", name->citation, -1);
  tl_json_string(output, "romanized", name->romanized, -1);
  tl_json_string(output, "why", name->why, -1);
  put_span(output, document, name->span);
  tl_json_object_end(output);
}

static void put_misspelling(TlOutput *output, const TlumachDocument *document, const TlumachMisspelling *wrong) {
  tl_json_object(output, NULL);
  put_text(output, document, wrong->span);
  tl_json_array(output, "suggestions");
  for (guint i = 0; wrong->suggestions[i]; i++)
    tl_json_string(output, NULL, wrong->suggestions[i], -1);
  tl_json_array_end(output);
  put_span(output, document, wrong->span);
  tl_json_object_end(output);
}

static void put_memory(TlOutput *output, const TlumachSuggestion *suggestion) {
  tl_json_object(output, NULL);
  tl_json_uint(output, "score", suggestion->score);
  tl_json_string(output, "source", suggestion->source, -1);
  tl_json_string(output, "target", suggestion->target, -1);
  tl_json_string(output, "origin", suggestion->origin, -1);
  if (suggestion->author)
    tl_json_string(output, "author", suggestion->author, -1);
  if (suggestion->date)
    tl_json_string(output, "date", suggestion->date, -1);
  tl_json_string(output, "difference", suggestion->difference, -1);
  tl_json_array(output, "stale");
  for (const char *const *stale = suggestion->stale; stale && *stale; stale++)
    tl_json_string(output, NULL, *stale, -1);
  tl_json_array_end(output);
  tl_json_object_end(output);
}

static void put_unit(TlOutput *output, TlumachDocument *document, const TlumachUnit *unit) {
  size_t line, column;
  tlumach_document_locate(document, unit->segment.span.start, TLUMACH_COLUMN_CHARACTER, &line, &column);
  tl_json_begin(output);
  tl_json_string(output, "file", tlumach_document_name(document), -1);
  tl_json_uint(output, "line", line);
  put_span(output, document, unit->segment.span);
  put_text(output, document, unit->segment.span);
  tl_json_array(output, "terms");
  for (guint i = 0; i < unit->n_terms; i++)
    put_term(output, document, &unit->terms[i]);
  tl_json_array_end(output);
  tl_json_array(output, "names");
  for (guint i = 0; i < unit->n_names; i++)
    put_name(output, document, &unit->names[i]);
  tl_json_array_end(output);
  tl_json_array(output, "misspellings");
  for (guint i = 0; i < unit->n_misspellings; i++)
    put_misspelling(output, document, &unit->misspellings[i]);
  tl_json_array_end(output);
  tl_json_array(output, "memory");
  for (guint i = 0; i < unit->n_suggestions; i++)
    put_memory(output, &unit->suggestions[i]);
  tl_json_array_end(output);
  tl_json_string(output, "target", unit->target, -1);
  tl_json_end(output);
}

gboolean tl_write_jsonl(const TlumachReport *report, TlOutput *output, GError **error G_GNUC_UNUSED) {
  for (guint i = 0; i < report->n_files; i++)
    for (guint j = 0; j < report->files[i].n_units; j++)
      put_unit(output, report->files[i].document, &report->files[i].units[j]);
  return TRUE;
}
