/* Messages in (JSON-RPC 2.0; LSP 3.17): the table of methods. */
#include <string.h>

#include "editors/lsp/server.h"

static const struct {
  const char *name;
  gboolean request;
  TlLspMethod method;
} methods[] = {
    {"initialize", TRUE, tl_lsp_initialize},
    {"initialized", FALSE, tl_lsp_initialized},
    {"shutdown", TRUE, tl_lsp_shutdown},
    {"exit", FALSE, tl_lsp_exit},
    {"textDocument/didOpen", FALSE, tl_lsp_did_open},
    {"textDocument/didChange", FALSE, tl_lsp_did_change},
    {"textDocument/didClose", FALSE, tl_lsp_did_close},
    {"workspace/didChangeConfiguration", FALSE, tl_lsp_did_change_configuration},
    {"workspace/didChangeWatchedFiles", FALSE, tl_lsp_did_change_watched_files},
    {"textDocument/hover", TRUE, tl_lsp_hover},
    {"textDocument/completion", TRUE, tl_lsp_completion},
    {"textDocument/codeAction", TRUE, tl_lsp_code_action},
    {"workspace/executeCommand", TRUE, tl_lsp_execute_command},
    {"textDocument/semanticTokens/full", TRUE, tl_lsp_semantic_tokens},
    {"textDocument/inlayHint", TRUE, tl_lsp_inlay_hints},
    {"textDocument/documentLink", TRUE, tl_lsp_document_links},
    {"textDocument/definition", TRUE, tl_lsp_definition},
};

static char *id_text(const json_t *id) {
  char *text = json_dumps(id, JSON_ENCODE_ANY | JSON_COMPACT);
  char *own = g_strdup(text ? text : "");
  free(text);
  return own;
}

/* May the method be called now? */
static gboolean may(const TlServer *server, const char *name, TlLspFault *fault) {
  gboolean initialize = strcmp(name, "initialize") == 0;
  if (server->state == TL_LSP_NEW && !initialize)
    tl_lsp_fault(fault, TL_LSP_NOT_INITIALIZED, "not initialized");
  else if (server->state == TL_LSP_RUNNING && initialize)
    tl_lsp_fault(fault, TL_LSP_INVALID_REQUEST, "initialize was sent twice");
  else if (server->state >= TL_LSP_DOWN)
    tl_lsp_fault(fault, TL_LSP_INVALID_REQUEST, "the server was shut down");
  return fault->code == 0;
}

static json_t *call(TlServer *server, const char *name, gboolean request, const json_t *params, TlLspFault *fault) {
  gboolean leaving = strcmp(name, "exit") == 0 && !request;
  if (!leaving && !may(server, name, fault))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS(methods); i++)
    if (methods[i].request == request && strcmp(methods[i].name, name) == 0)
      return methods[i].method(server, params, fault);
  tl_lsp_fault(fault, TL_LSP_METHOD_NOT_FOUND, "no method %s", name);
  return NULL;
}

void tl_lsp_handle(TlServer *server, json_t *message) {
  const json_t *id = json_object_get(message, "id"), *params = json_object_get(message, "params");
  const char *name = json_string_value(json_object_get(message, "method"));
  if (!name && id && (json_object_get(message, "result") || json_object_get(message, "error"))) {
    tl_lsp_take_answer(server, message);
    return;
  }
  if (!name || (id && !json_is_integer(id) && !json_is_string(id))) {
    tl_lsp_reply_fault(server, NULL, TL_LSP_INVALID_REQUEST,
                       "a message needs a method, and an id that is a number or a string");
    return;
  }
  TlLspFault fault = {0};
  g_autofree char *key = id ? id_text(id) : NULL;
  json_t *result = NULL;
  if (key && g_hash_table_remove(server->cancelled, key))
    tl_lsp_fault(&fault, TL_LSP_REQUEST_CANCELLED, "cancelled");
  else
    result = call(server, name, id != NULL, params, &fault);
  if (id && fault.code)
    tl_lsp_reply_fault(server, id, fault.code, fault.message);
  else if (id)
    tl_lsp_send(server, json_pack("{s:O, s:o}", "id", id, "result", result ? result : json_null()));
  else if (fault.code && fault.code != TL_LSP_METHOD_NOT_FOUND && server->state == TL_LSP_RUNNING)
    tl_lsp_log(server, 2, "%s: %s", name, fault.message);
  g_free(fault.message);
}
