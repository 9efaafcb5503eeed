/* textDocument/publishDiagnostics: misspelt words, terms that are not to be used, and where it is wanted each term and
 * name with its English. Suggestions are not looked for here: a text may have thousands of words in another spelling.
 */
#include <string.h>

#include "editors/lsp/server.h"

#define SHOWN_MAX 5000u /* a client with more of them is no help any more */
#define WARNING 2       /* 3.17, DiagnosticSeverity */
#define DEPRECATED 2    /* 3.17, DiagnosticTag */

/* "Security Council; UNSC" */
static void append_equivalents(const TlServer *server, const TlLspMark *mark, GString *out) {
  g_autoptr(GPtrArray) terms = tl_lsp_equivalents(server, mark, FALSE);
  for (guint i = 0; i < terms->len; i++)
    g_string_append_printf(out, "%s%s", i ? "; " : "", ((const TlumachTerm *)g_ptr_array_index(terms, i))->text);
}

static gboolean is_outdated(const TlumachTerm *term) {
  return term->status == TLUMACH_STATUS_DEPRECATED || term->status == TLUMACH_STATUS_SUPERSEDED;
}

/* What the concept is called instead in the same language. */
static const TlumachTerm *better(const TlumachTerm *term) {
  const TlumachTerm *best = NULL;
  for (guint i = 0; i < term->concept->n_terms; i++) {
    const TlumachTerm *other = &term->concept->terms[i];
    if (strcmp(other->language, term->language) == 0 && !is_outdated(other) &&
        (!best || other->status == TLUMACH_STATUS_PREFERRED))
      best = best && best->status == TLUMACH_STATUS_PREFERRED ? best : other;
  }
  return best;
}

static char *message_of(const TlServer *server, const TlLspDocument *document, const TlLspMark *mark,
                        const char *code) {
  g_autoptr(GString) out = g_string_new(NULL);
  g_autofree char *word = tl_lsp_word(document, mark);
  if (strcmp(code, "spelling") == 0)
    g_string_append_printf(out, "“%s” is in no dictionary", word);
  else if (strcmp(code, "name") == 0)
    g_string_append_printf(out, "%s = %s", mark->citation, mark->romanized);
  else if (strcmp(code, "outdated-term") == 0) {
    const TlumachTerm *use = better(mark->hit.term);
    g_string_append_printf(out, "“%s” is %s%s%s%s", mark->hit.term->text, tlumach_status_name(mark->hit.term->status),
                           use ? "; use “" : "", use ? use->text : "", use ? "”" : "");
  } else {
    g_string_append_printf(out, "%s = ", mark->hit.term->text);
    append_equivalents(server, mark, out);
  }
  return g_string_free(g_steal_pointer(&out), FALSE);
}

json_t *tl_lsp_diagnostic(const TlServer *server, const TlLspDocument *document, const TlLspMark *mark,
                          const char *code, int severity) {
  g_autofree char *message = message_of(server, document, mark, code);
  json_t *diagnostic = json_pack("{s:o, s:i, s:s, s:s, s:o}", "range", tl_lsp_range(document, mark->span), "severity",
                                 severity, "code", code, "source", "tlumach", "message", tl_lsp_text_json(message, -1));
  if (strcmp(code, "outdated-term") == 0)
    json_object_set_new(diagnostic, "tags", json_pack("[i]", DEPRECATED));
  return diagnostic;
}

json_t *tl_lsp_fault_diagnostic(const TlServer *server, const TlLspDocument *document, const TlLspFinding *finding) {
  json_t *diagnostic = json_pack("{s:o, s:i, s:s, s:s, s:o}", "range", tl_lsp_range(document, finding->span),
                                 "severity", finding->severity, "code", finding->check, "source", "tlumach", "message",
                                 tl_lsp_text_json(finding->message, -1));
  if (server->client.related && finding->source.end > finding->source.start)
    json_object_set_new(diagnostic, "relatedInformation",
                        json_pack("[{s:{s:s, s:o}, s:s}]", "location", "uri", document->uri, "range",
                                  tl_lsp_range(document, finding->source), "message", "in the source"));
  return diagnostic;
}

static void add_faults(TlServer *server, TlLspDocument *document, json_t *list) {
  tl_lsp_find_faults(server, document);
  for (guint i = 0; i < document->findings->len && json_array_size(list) < SHOWN_MAX; i++) {
    const TlLspFinding *finding = &g_array_index(document->findings, TlLspFinding, i);
    if (!tl_lsp_is_waived(document, finding))
      json_array_append_new(list, tl_lsp_fault_diagnostic(server, document, finding));
  }
}

typedef struct Source {
  const GArray *marks;
  const char *code;
  int severity; /* 0: not shown */
  guint at;
} Source;

/* The next mark of all, by its place. */
static const TlLspMark *next(Source *sources, guint n, const Source **from) {
  Source *first = NULL;
  for (guint i = 0; i < n; i++)
    if (sources[i].at < sources[i].marks->len &&
        (!first || g_array_index(sources[i].marks, TlLspMark, sources[i].at).span.start <
                       g_array_index(first->marks, TlLspMark, first->at).span.start))
      first = &sources[i];
  *from = first;
  return first ? &g_array_index(first->marks, TlLspMark, first->at++) : NULL;
}

static void add(const TlServer *server, const TlLspDocument *document, const TlLspMark *mark, const Source *source,
                json_t *list) {
  const char *code = source->code;
  int severity = source->severity;
  if (mark->hit.term && is_outdated(mark->hit.term)) {
    code = "outdated-term";
    severity = WARNING;
  }
  if (severity > 0 && (mark->hit.term || !tl_lsp_is_accepted(server, document, mark)))
    json_array_append_new(list, tl_lsp_diagnostic(server, document, mark, code, severity));
}

void tl_lsp_publish(TlServer *server, TlLspDocument *document) {
  json_t *list = json_array();
  gint64 began = g_get_monotonic_time();
  document->due = 0;
  tlumach_personal_refresh(server->own);
  if (server->project)
    tlumach_personal_refresh(server->project);
  if (tl_lsp_analyse(server, document)) {
    const Source *from;
    Source sources[] = {{document->misspelt, "spelling", server->settings.spelling, 0},
                        {document->terms, "term", server->settings.terms, 0},
                        {document->names, "name", server->settings.names, 0}};
    for (const TlLspMark *mark;
         json_array_size(list) < SHOWN_MAX && (mark = next(sources, G_N_ELEMENTS(sources), &from));)
      add(server, document, mark, from, list);
    add_faults(server, document, list);
  }
  document->took = g_get_monotonic_time() - began;
  json_t *params = json_pack("{s:s, s:o}", "uri", document->uri, "diagnostics", list);
  if (document->version >= 0)
    json_object_set_new(params, "version", json_integer(document->version));
  tl_lsp_notify(server, "textDocument/publishDiagnostics", params);
}
