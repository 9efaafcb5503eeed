#include "editors/lsp/settings.h"

#include <string.h>

#include "base/nearest.h"

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

TlLspSettings tl_lsp_settings_copy(const TlLspSettings *settings) {
  TlLspSettings copy = *settings;
  copy.glossaries = g_strdupv(settings->glossaries);
  copy.dictionary = g_strdup(settings->dictionary);
  copy.source = g_strdup(settings->source);
  copy.target = g_strdup(settings->target);
  return copy;
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

char *tl_lsp_settings_set(TlLspSettings *settings, const char *key, const json_t *value, gboolean *changed) {
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
  g_autofree char *meant = tl_did_you_mean(key, names, FALSE);
  return g_strdup_printf("tlumach: there is no setting \"%s\"%s", key, meant);
}
