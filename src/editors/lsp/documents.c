/* The documents that are open: which is meant, and when what is wrong with them is told. */
#include "editors/lsp/server.h"

#define PAUSE (100 * G_TIME_SPAN_MILLISECOND)    /* between the last key and the diagnostics */
#define PATIENCE (500 * G_TIME_SPAN_MILLISECOND) /* at most, while somebody types on */

TlLspDocument *tl_lsp_document(TlServer *server, const json_t *params, TlLspFault *fault) {
  const char *uri = tl_lsp_string_at(params, "textDocument.uri");
  TlLspDocument *document = uri ? g_hash_table_lookup(server->documents, uri) : NULL;
  if (!document)
    tl_lsp_fault(fault, TL_LSP_INVALID_PARAMS, uri ? "%s is not open" : "textDocument.uri is missing", uri);
  return document;
}

TlLspDocument *tl_lsp_document_at(TlServer *server, const json_t *params, size_t *offset, TlLspFault *fault) {
  TlLspDocument *document = tl_lsp_document(server, params, fault);
  return document && tl_lsp_get_position(document, json_object_get(params, "position"), offset, fault) ? document
                                                                                                       : NULL;
}

TlLspDocument *tl_lsp_document_in(TlServer *server, const json_t *params, TlumachSpan *span, TlLspFault *fault) {
  TlLspDocument *document = tl_lsp_document(server, params, fault);
  return document && tl_lsp_get_range(document, json_object_get(params, "range"), span, fault) ? document : NULL;
}

/* What is known is out of date; what is wrong with it is said after a pause. */
void tl_lsp_touch(TlLspDocument *document, gboolean at_once) {
  gint64 now = g_get_monotonic_time();
  document->stale = document->words_stale = document->faults_stale = TRUE;
  if (document->due == 0)
    document->changed = now;
  document->due =
      MIN(now + MAX(at_once ? 0 : PAUSE, document->took), document->changed + MAX(PATIENCE, 4 * document->took));
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
void tl_lsp_publish_all(TlServer *server) {
  GHashTableIter documents;
  gpointer value;
  gint64 due = g_get_monotonic_time() + PAUSE;
  g_hash_table_iter_init(&documents, server->documents);
  while (g_hash_table_iter_next(&documents, NULL, &value))
    ((TlLspDocument *)value)->due = due;
}
