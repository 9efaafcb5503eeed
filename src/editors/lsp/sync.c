/* Documents as the client has them: opened, changed, closed (3.17, text document synchronization: incremental). */
#include "editors/lsp/server.h"

json_t *tl_lsp_did_open(TlServer *server, const json_t *params, TlLspFault *fault) {
  const json_t *item = tl_lsp_at(params, "textDocument"), *text = json_object_get(item, "text"),
               *version = json_object_get(item, "version");
  const char *uri = tl_lsp_string_at(item, "uri");
  if (!uri || !json_is_string(text)) {
    tl_lsp_fault(fault, TL_LSP_INVALID_PARAMS, "textDocument needs a uri and a text");
    return NULL;
  }
  TlLspDocument *document = tl_lsp_document_new(uri, tl_lsp_string_at(item, "languageId"), json_string_value(text),
                                                json_string_length(text), server->unit);
  document->version = json_is_integer(version) ? json_integer_value(version) : -1;
  tl_lsp_touch(document, TRUE);
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
  tl_lsp_touch(document, FALSE);
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
