/* Messages in and out (JSON-RPC 2.0; LSP 3.17): the table of methods, answers, faults, our own requests. */
#include <errno.h>
#include <stdarg.h>
#include <string.h>
#include <unistd.h>

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

static gboolean write_all(TlServer *server, const char *bytes, size_t length) {
  while (length > 0) {
    ssize_t n = write(server->out, bytes, length);
    if (n < 0 && errno == EINTR)
      continue;
    if (n <= 0)
      return FALSE;
    bytes += n;
    length -= (size_t)n;
  }
  return TRUE;
}

void tl_lsp_send(TlServer *server, json_t *message) {
  json_object_set_new(message, "jsonrpc", json_string("2.0"));
  char *body = json_dumps(message, JSON_COMPACT);
  json_decref(message);
  if (body && !server->broken) {
    g_autofree char *header = g_strdup_printf("Content-Length: %zu\r\n\r\n", strlen(body));
    server->broken = !write_all(server, header, strlen(header)) || !write_all(server, body, strlen(body));
  }
  free(body); /* jansson's */
}

void tl_lsp_fault(TlLspFault *fault, int code, const char *format, ...) {
  va_list values;
  va_start(values, format);
  g_free(fault->message);
  fault->code = code;
  fault->message = g_strdup_vprintf(format, values);
  va_end(values);
}

void tl_lsp_reply_fault(TlServer *server, const json_t *id, int code, const char *message) {
  json_t *error = json_pack("{s:i, s:s}", "code", code, "message", message);
  tl_lsp_send(server, json_pack("{s:o, s:o}", "id", id ? json_incref((json_t *)id) : json_null(), "error", error));
}

void tl_lsp_notify(TlServer *server, const char *method, json_t *params) {
  tl_lsp_send(server, json_pack("{s:s, s:o}", "method", method, "params", params));
}

void tl_lsp_log(TlServer *server, int type, const char *format, ...) {
  va_list values;
  va_start(values, format);
  g_autofree char *message = g_strdup_vprintf(format, values);
  va_end(values);
  server->lsp->log(message, server->lsp->user);
  if (server->state == TL_LSP_RUNNING)
    tl_lsp_notify(server, "window/logMessage",
                  json_pack("{s:i, s:o}", "type", type, "message", tl_lsp_text_json(message, -1)));
}

void tl_lsp_show(TlServer *server, const char *message) {
  if (g_strcmp0(message, server->shown) == 0)
    return;
  g_free(server->shown);
  server->shown = g_strdup(message);
  server->lsp->log(message, server->lsp->user);
  tl_lsp_notify(server, "window/showMessage",
                json_pack("{s:i, s:o}", "type", 2, "message", tl_lsp_text_json(message, -1)));
}

void tl_lsp_request(TlServer *server, const char *method, json_t *params, TlLspAnswer answer) {
  guint id = ++server->next_id;
  if (answer)
    g_hash_table_insert(server->asked, GUINT_TO_POINTER(id), (gpointer)answer);
  tl_lsp_send(server, json_pack("{s:i, s:s, s:o}", "id", (int)id, "method", method, "params", params));
}

/* An answer to a request of ours; an error is an answer without a result. */
static void take_answer(TlServer *server, const json_t *message) {
  gpointer id = GUINT_TO_POINTER((guint)json_integer_value(json_object_get(message, "id")));
  TlLspAnswer answer = (TlLspAnswer)g_hash_table_lookup(server->asked, id);
  g_hash_table_remove(server->asked, id);
  if (answer)
    answer(server, json_object_get(message, "error") ? NULL : json_object_get(message, "result"));
}

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
    take_answer(server, message);
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
