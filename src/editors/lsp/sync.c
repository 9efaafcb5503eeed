/* Documents as the client has them: opened, changed, closed (3.17, text document synchronization: incremental). */
#include <string.h>

#include "base/file.h"
#include "editors/lsp/server.h"

#define FILE_MAX (16u << 20)
#define PAUSE (100 * G_TIME_SPAN_MILLISECOND)    /* between the last key and the diagnostics */
#define PATIENCE (500 * G_TIME_SPAN_MILLISECOND) /* at most, while somebody types on */

void tl_lsp_document_free(TlLspDocument *document) {
  g_free(document->uri);
  g_free(document->name);
  tl_lsp_text_clear(&document->text);
  tl_lsp_forget_text(document);
  g_clear_pointer(&document->hits, g_array_unref);
  g_array_unref(document->terms);
  g_array_unref(document->names);
  g_array_unref(document->misspelt);
  g_array_unref(document->findings);
  g_hash_table_unref(document->waived);
  tlumach_personal_free(document->ignored);
  if (document->source)
    tl_lsp_document_free(document->source);
  g_free(document->source_identity);
  g_free(document);
}

static GArray *marks_new(void) {
  GArray *marks = g_array_new(FALSE, TRUE, sizeof(TlLspMark));
  g_array_set_clear_func(marks, tl_lsp_mark_clear);
  return marks;
}

/* What is known is out of date; what is wrong with it is said after a pause. */
static void touch(TlLspDocument *document, gint64 pause) {
  gint64 now = g_get_monotonic_time();
  document->stale = document->words_stale = document->faults_stale = TRUE;
  if (document->due == 0)
    document->changed = now;
  document->due = MIN(now + MAX(pause, document->took), document->changed + MAX(PATIENCE, 4 * document->took));
}

/* The marks are of terms that another session's term bases hold. */
void tl_lsp_touch_all(TlServer *server) {
  GHashTableIter documents;
  gpointer value;
  g_hash_table_iter_init(&documents, server->documents);
  while (g_hash_table_iter_next(&documents, NULL, &value)) {
    TlLspDocument *document = value;
    g_array_set_size(document->terms, 0);
    g_clear_pointer(&document->hits, g_array_unref);
    document->stale = document->words_stale = document->faults_stale = TRUE;
    document->due = document->changed = 1;
    g_clear_pointer(&document->source, tl_lsp_document_free);
  }
  if (server->client.refresh_hints)
    tl_lsp_request(server, "workspace/inlayHint/refresh", json_null(), NULL);
  if (server->client.refresh_tokens)
    tl_lsp_request(server, "workspace/semanticTokens/refresh", json_null(), NULL);
}

/* Not at once: Emacs 28 (jsonrpc.el 1.0.15) leaves what comes in one piece with the answer that it waits for. */
char *tl_lsp_text_at(const TlLspDocument *document, TlumachSpan span) {
  return g_strndup(document->text.bytes->str + span.start, span.end - span.start);
}

void tl_lsp_publish_all(TlServer *server) {
  GHashTableIter documents;
  gpointer value;
  gint64 due = g_get_monotonic_time() + PAUSE;
  g_hash_table_iter_init(&documents, server->documents);
  while (g_hash_table_iter_next(&documents, NULL, &value))
    ((TlLspDocument *)value)->due = due;
}

/* The library's format for a language of the client, else for the ending of the name. */
static const char *format_of(const char *language, const char *name) {
  static const struct {
    const char *language, *ending, *format;
  } formats[] = {{"markdown", ".md", "markdown"},
                 {"markdown", ".markdown", "markdown"},
                 {"html", ".html", "html"},
                 {"html", ".htm", "html"}};
  for (guint i = 0; i < G_N_ELEMENTS(formats); i++)
    if (g_strcmp0(language, formats[i].language) == 0)
      return formats[i].format;
  for (guint i = 0; i < G_N_ELEMENTS(formats); i++)
    if (g_str_has_suffix(name, formats[i].ending))
      return formats[i].format;
  return "plain";
}

TlLspDocument *tl_lsp_document(TlServer *server, const json_t *params, TlLspFault *fault) {
  const char *uri = tl_lsp_string_at(params, "textDocument.uri");
  TlLspDocument *document = uri ? g_hash_table_lookup(server->documents, uri) : NULL;
  if (!document)
    tl_lsp_fault(fault, TL_LSP_INVALID_PARAMS, uri ? "%s is not open" : "textDocument.uri is missing", uri);
  return document;
}

static TlLspDocument *document_new(const TlServer *server, const char *uri, const char *language, const char *text,
                                   size_t length) {
  TlLspDocument *document = g_new0(TlLspDocument, 1);
  g_autofree char *path = g_filename_from_uri(uri, NULL, NULL);
  document->uri = g_strdup(uri);
  document->name = path ? g_steal_pointer(&path) : g_strdup(uri);
  document->format = format_of(language, document->name);
  document->bilingual = tl_lsp_bilingual_format(language, document->name);
  document->version = -1;
  tl_lsp_text_init(&document->text, text, length, server->unit);
  document->terms = marks_new();
  document->names = marks_new();
  document->misspelt = marks_new();
  document->findings = g_array_new(FALSE, TRUE, sizeof(TlLspFinding));
  g_array_set_clear_func(document->findings, tl_lsp_finding_clear);
  document->waived = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  document->ignored = tlumach_personal_open(NULL, NULL);
  document->stale = document->words_stale = document->faults_stale = TRUE;
  return document;
}

TlLspDocument *tl_lsp_document_read(TlServer *server, const char *path) {
  g_autofree char *uri = g_filename_to_uri(path, NULL, NULL);
  g_autoptr(GBytes) bytes = uri ? tl_file_read(path, FILE_MAX, NULL) : NULL;
  return bytes ? document_new(server, uri, NULL, g_bytes_get_data(bytes, NULL), g_bytes_get_size(bytes)) : NULL;
}

json_t *tl_lsp_did_open(TlServer *server, const json_t *params, TlLspFault *fault) {
  const json_t *item = tl_lsp_at(params, "textDocument"), *text = json_object_get(item, "text"),
               *version = json_object_get(item, "version");
  const char *uri = tl_lsp_string_at(item, "uri");
  if (!uri || !json_is_string(text)) {
    tl_lsp_fault(fault, TL_LSP_INVALID_PARAMS, "textDocument needs a uri and a text");
    return NULL;
  }
  TlLspDocument *document = document_new(server, uri, tl_lsp_string_at(item, "languageId"), json_string_value(text),
                                         json_string_length(text));
  document->version = json_is_integer(version) ? json_integer_value(version) : -1;
  touch(document, 0);
  g_hash_table_replace(server->documents, document->uri, document);
  return NULL;
}

static gboolean change(TlLspDocument *document, const json_t *change, TlLspFault *fault) {
  const json_t *text = json_object_get(change, "text"), *range = json_object_get(change, "range");
  TlLspPlace start, end;
  if (!json_is_string(text)) {
    tl_lsp_fault(fault, TL_LSP_INVALID_PARAMS, "a change needs a text");
    return FALSE;
  }
  if (!range || json_is_null(range)) {
    tl_lsp_text_set(&document->text, json_string_value(text), json_string_length(text));
    return TRUE;
  }
  if (!tl_lsp_get_place(json_object_get(range, "start"), &start, fault) ||
      !tl_lsp_get_place(json_object_get(range, "end"), &end, fault))
    return FALSE;
  tl_lsp_text_replace(&document->text, start, end, json_string_value(text), json_string_length(text));
  return TRUE;
}

json_t *tl_lsp_did_change(TlServer *server, const json_t *params, TlLspFault *fault) {
  TlLspDocument *document = tl_lsp_document(server, params, fault);
  const json_t *version = tl_lsp_at(params, "textDocument.version");
  size_t i;
  json_t *one;
  if (!document)
    return NULL;
  if (json_is_integer(version) && json_integer_value(version) <= document->version) {
    tl_lsp_fault(fault, TL_LSP_INVALID_PARAMS,
                 "version %" JSON_INTEGER_FORMAT " of %s is not newer than %" G_GINT64_FORMAT,
                 json_integer_value(version), document->uri, document->version);
    return NULL;
  }
  json_array_foreach(json_object_get(params, "contentChanges"), i, one) if (!change(document, one, fault)) break;
  if (json_is_integer(version))
    document->version = json_integer_value(version);
  touch(document, PAUSE);
  return NULL;
}

json_t *tl_lsp_did_close(TlServer *server, const json_t *params, TlLspFault *fault) {
  TlLspDocument *document = tl_lsp_document(server, params, fault);
  if (!document)
    return NULL;
  tl_lsp_notify(server, "textDocument/publishDiagnostics",
                json_pack("{s:s, s:[]}", "uri", document->uri, "diagnostics"));
  g_hash_table_remove(server->documents, document->uri);
  return NULL;
}
