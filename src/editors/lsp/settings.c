/* Settings: an object with the keys below, in `initializationOptions` or in the client's configuration under "tlumach".
 */
#include <string.h>

#include "base/nearest.h"
#include "editors/lsp/server.h"

void tl_lsp_settings_init(TlLspSettings *settings) {
  *settings = (TlLspSettings){.spelling = 3, .names = 0, .terms = 4, .hints = TRUE, .check = TRUE};
}

void tl_lsp_settings_clear(TlLspSettings *settings) {
  g_strfreev(settings->glossaries);
  g_free(settings->dictionary);
  g_free(settings->source);
  g_free(settings->target);
  *settings = (TlLspSettings){0};
}

typedef enum Kind { STRING, STRINGS, SEVERITY, BOOLEAN } Kind;

static const struct {
  const char *key;
  Kind kind;
  gsize at; /* in TlLspSettings */
} keys[] = {{"glossaries", STRINGS, G_STRUCT_OFFSET(TlLspSettings, glossaries)},
            {"dictionary", STRING, G_STRUCT_OFFSET(TlLspSettings, dictionary)},
            {"source", STRING, G_STRUCT_OFFSET(TlLspSettings, source)},
            {"target", STRING, G_STRUCT_OFFSET(TlLspSettings, target)},
            {"spelling", SEVERITY, G_STRUCT_OFFSET(TlLspSettings, spelling)},
            {"names", SEVERITY, G_STRUCT_OFFSET(TlLspSettings, names)},
            {"terms", SEVERITY, G_STRUCT_OFFSET(TlLspSettings, terms)},
            {"hints", BOOLEAN, G_STRUCT_OFFSET(TlLspSettings, hints)},
            {"check", BOOLEAN, G_STRUCT_OFFSET(TlLspSettings, check)}};

/* Settings under our name that a client reads itself: where the program is, what Microsoft's client library traces. */
static gboolean is_of_client(const char *key) {
  return strcmp(key, "program") == 0 || strcmp(key, "trace") == 0;
}

/* 3.17, DiagnosticSeverity. */
static const char *const severities[] = {"off", "error", "warning", "information", "hint", NULL};

static gboolean take_string(char **slot, const json_t *value, gboolean *changed) {
  const char *text = json_string_value(value);
  if (!text && !json_is_null(value))
    return FALSE;
  *changed = *changed || g_strcmp0(*slot, text) != 0;
  g_free(*slot);
  *slot = g_strdup(text);
  return TRUE;
}

static gboolean take_strings(char ***slot, const json_t *value, gboolean *changed) {
  g_autoptr(GPtrArray) list = g_ptr_array_new();
  size_t i;
  json_t *one;
  if (!json_is_array(value) && !json_is_null(value))
    return FALSE;
  json_array_foreach(value, i, one) {
    if (!json_is_string(one))
      return FALSE;
    g_ptr_array_add(list, (gpointer)json_string_value(one));
  }
  g_ptr_array_add(list, NULL);
  char **now = list->len > 1 ? g_strdupv((char **)list->pdata) : NULL;
  gboolean same = now && *slot ? g_strv_equal((const char *const *)now, (const char *const *)*slot) : now == *slot;
  *changed = *changed || !same;
  g_strfreev(*slot);
  *slot = now;
  return TRUE;
}

static gboolean take_severity(int *slot, const json_t *value) {
  for (guint i = 0; severities[i]; i++)
    if (g_strcmp0(json_string_value(value), severities[i]) == 0) {
      *slot = (int)i;
      return TRUE;
    }
  return FALSE;
}

static gboolean take_boolean(int *slot, const json_t *value) {
  *slot = json_is_boolean(value) ? json_is_true(value) : *slot;
  return json_is_boolean(value);
}

/* What is wrong with a value; NULL: nothing. */
static char *take_value(TlLspSettings *settings, const char *key, const json_t *value, gboolean *changed) {
  const char *names[G_N_ELEMENTS(keys) + 1] = {NULL};
  for (guint i = 0; i < G_N_ELEMENTS(keys); i++) {
    gpointer slot = G_STRUCT_MEMBER_P(settings, keys[i].at);
    names[i] = keys[i].key;
    if (strcmp(key, keys[i].key) != 0)
      continue;
    switch (keys[i].kind) {
    case STRING:
      return take_string(slot, value, changed) ? NULL : g_strdup_printf("tlumach.%s must be a string", key);
    case STRINGS:
      return take_strings(slot, value, changed) ? NULL : g_strdup_printf("tlumach.%s must be a list of strings", key);
    case SEVERITY:
      return take_severity(slot, value)
                 ? NULL
                 : g_strdup_printf("tlumach.%s must be one of off, error, warning, information, hint", key);
    case BOOLEAN:
      return take_boolean(slot, value) ? NULL : g_strdup_printf("tlumach.%s must be true or false", key);
    }
  }
  const char *near = tl_nearest(key, names);
  return g_strdup_printf("tlumach.%s is no setting%s%s%s", key, near ? "; did you mean tlumach." : "", near ? near : "",
                         near ? "?" : "");
}

gboolean tl_lsp_settings_take(TlServer *server, const json_t *object) {
  const json_t *own = json_object_get(object, "tlumach"); /* some clients send all of their settings */
  gboolean changed = FALSE;
  const char *key;
  json_t *value;
  if (own)
    object = own;
  json_object_foreach((json_t *)object, key, value) {
    g_autofree char *wrong = is_of_client(key) ? NULL : take_value(&server->settings, key, value, &changed);
    if (wrong)
      tl_lsp_show(server, wrong);
  }
  return changed;
}

/* Other severities are shown at once, another dictionary when it is open. */
static void apply(TlServer *server, const json_t *object) {
  if (tl_lsp_settings_take(server, object))
    tl_lsp_session_start(server, FALSE);
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
