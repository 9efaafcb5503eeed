/* Messages out (JSON-RPC 2.0): answers, faults, notifications, and our own requests. */
#include <stdarg.h>
#include <string.h>

#include "base/descriptor.h"
#include "editors/lsp/server.h"

void tl_lsp_send(TlServer *server, json_t *message) {
  json_object_set_new(message, "jsonrpc", json_string("2.0"));
  char *body = json_dumps(message, JSON_COMPACT);
  json_decref(message);
  if (body && !server->broken) {
    g_autofree char *header = g_strdup_printf("Content-Length: %zu\r\n\r\n", strlen(body));
    server->broken = !tl_descriptor_write(server->out, header, strlen(header)) ||
                     !tl_descriptor_write(server->out, body, strlen(body));
  }
  free(body); /* jansson's */
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

/* An error is an answer without a result. */
void tl_lsp_take_answer(TlServer *server, const json_t *message) {
  gpointer id = GUINT_TO_POINTER((guint)json_integer_value(json_object_get(message, "id")));
  TlLspAnswer answer = (TlLspAnswer)g_hash_table_lookup(server->asked, id);
  g_hash_table_remove(server->asked, id);
  if (answer)
    answer(server, json_object_get(message, "error") ? NULL : json_object_get(message, "result"));
}
