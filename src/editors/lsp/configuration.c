/* Settings come as an object in `initializationOptions`, or in the client's configuration under "tlumach". */
#include <string.h>

#include "editors/lsp/server.h"

/* Settings under our name that a client reads itself: where the program is, what Microsoft's client library traces. */
static gboolean is_of_client(const char *key) {
  return strcmp(key, "program") == 0 || strcmp(key, "trace") == 0;
}

gboolean tl_lsp_settings_take(TlServer *server, const json_t *object) {
  const json_t *own = json_object_get(object, "tlumach"); /* some clients send all of their settings */
  gboolean changed = FALSE;
  const char *key;
  json_t *value;
  if (own)
    object = own;
  json_object_foreach((json_t *)object, key, value) {
    g_autofree char *wrong = is_of_client(key) ? NULL : tl_lsp_settings_set(&server->settings, key, value, &changed);
    if (wrong)
      tl_lsp_show(server, wrong);
  }
  return changed;
}

/* Other severities are shown at once, another dictionary when it is open. */
static void apply(TlServer *server, const json_t *object) {
  if (tl_lsp_settings_take(server, object))
    tl_lsp_session_start(server);
  tl_lsp_touch_all(server);
}

static void take_configuration(TlServer *server, const json_t *result) {
  const json_t *first = json_array_get(result, 0);
  if (json_is_object(first))
    apply(server, first);
}

void tl_lsp_settings_pull(TlServer *server) {
  if (server->client.configuration)
    tl_lsp_request(server, "workspace/configuration", json_pack("{s:[{s:s}]}", "items", "section", "tlumach"),
                   take_configuration);
}

json_t *tl_lsp_did_change_configuration(TlServer *server, const json_t *params, TlLspFault *fault) {
  (void)fault;
  const json_t *own = tl_lsp_at(params, "settings.tlumach");
  if (server->client.configuration)
    tl_lsp_settings_pull(server);
  else if (json_is_object(own))
    apply(server, own);
  return NULL;
}
