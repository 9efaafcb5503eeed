/* workspace/executeCommand: everything that an action promises is done here, so that no client needs code of ours. */
#include <string.h>

#include "editors/lsp/server.h"

static const char *text_at(const json_t *arguments, size_t i) {
  return json_string_value(json_array_get(arguments, i));
}

static void add_word(TlServer *server, const json_t *arguments, TlLspFault *fault) {
  g_autoptr(GError) error = NULL;
  const char *word = text_at(arguments, 0), *scope = text_at(arguments, 1);
  TlumachPersonal *words = g_strcmp0(scope, "project") == 0      ? server->project
                           : !scope || strcmp(scope, "own") == 0 ? server->own
                                                                 : NULL;
  if (!words || !word || !tlumach_personal_add(words, word))
    tl_lsp_fault(fault, TL_LSP_INVALID_PARAMS, "%s needs a word, and \"own\" or \"project\"", TL_LSP_ADD_WORD);
  else if (!tlumach_personal_save(words, &error))
    tl_lsp_show(server, error->message);
  tl_lsp_publish_all(server);
}

static TlLspDocument *document_at(TlServer *server, const json_t *arguments, TlLspFault *fault) {
  const char *uri = text_at(arguments, 0);
  TlLspDocument *document = uri ? g_hash_table_lookup(server->documents, uri) : NULL;
  if (!document)
    tl_lsp_fault(fault, TL_LSP_INVALID_PARAMS, "the first argument must be the uri of an open document");
  return document;
}

static void ignore_word(TlServer *server, const json_t *arguments, TlLspFault *fault) {
  TlLspDocument *document = document_at(server, arguments, fault);
  const char *word = text_at(arguments, 1);
  if (document && (!word || !tlumach_personal_add(document->ignored, word)))
    tl_lsp_fault(fault, TL_LSP_INVALID_PARAMS, "%s needs a uri and a word", TL_LSP_IGNORE_WORD);
  else if (document)
    tl_lsp_publish_all(server);
}

static void replace(TlServer *server, const json_t *arguments, TlLspFault *fault) {
  TlLspDocument *document = document_at(server, arguments, fault);
  const json_t *version = json_array_get(arguments, 1), *range = json_array_get(arguments, 2);
  const char *text = text_at(arguments, 3);
  TlumachSpan span;
  if (!document || !tl_lsp_get_range(document, range, &span, fault))
    return;
  if (!text || !json_is_integer(version))
    tl_lsp_fault(fault, TL_LSP_INVALID_PARAMS, "%s needs a uri, a version, a range and a text", TL_LSP_REPLACE);
  else if (json_integer_value(version) != document->version)
    tl_lsp_fault(fault, TL_LSP_INVALID_PARAMS, "the text has changed meanwhile");
  else if (!server->client.apply_edit)
    tl_lsp_fault(fault, TL_LSP_INVALID_REQUEST, "the client does not carry out edits");
  else
    tl_lsp_request(server, "workspace/applyEdit",
                   json_pack("{s:s, s:o}", "label", "tlumach", "edit",
                             tl_lsp_edit(server, document, json_incref((json_t *)range), text)),
                   NULL);
}

static void waive_for_good(TlServer *server, const TlLspDocument *document, const char *key, TlLspFault *fault) {
  g_autoptr(GError) error = NULL;
  const TlLspFinding *finding = tl_lsp_finding_with(document, key);
  if (!finding || !finding->exact || !server->lsp->waive) {
    tl_lsp_fault(fault, TL_LSP_INVALID_PARAMS, "there is no such finding, or no place that tells it from others");
    return;
  }
  g_autofree char *text = tl_lsp_text_at(document, finding->span);
  g_clear_pointer(&server->shown, g_free); /* what goes wrong is told each time */
  if (!server->lsp->waive(&server->settings, finding->check, text, server->lsp->user, &error))
    tl_lsp_show(server, error->message);
  else
    tl_lsp_touch_all(server);
}

static void waive(TlServer *server, const json_t *arguments, TlLspFault *fault) {
  TlLspDocument *document = document_at(server, arguments, fault);
  const char *key = text_at(arguments, 1), *scope = text_at(arguments, 2);
  if (document && !key) {
    tl_lsp_fault(fault, TL_LSP_INVALID_PARAMS, "%s needs a uri and the key of a finding", TL_LSP_WAIVE);
  } else if (document && g_strcmp0(scope, "project") == 0) {
    waive_for_good(server, document, key, fault);
  } else if (document) {
    g_hash_table_add(document->waived, g_strdup(key));
    tl_lsp_publish_all(server);
  }
}

static void add_term(TlServer *server, const json_t *arguments, TlLspFault *fault) {
  g_autoptr(GError) error = NULL;
  const char *term = text_at(arguments, 0), *equivalent = text_at(arguments, 1);
  g_clear_pointer(&server->shown, g_free); /* what goes wrong is told each time */
  if (!term || !*term || !equivalent || !*equivalent)
    tl_lsp_fault(fault, TL_LSP_INVALID_PARAMS, "%s needs a term and its equivalent", TL_LSP_ADD_TERM);
  else if (!server->lsp->add_term)
    tl_lsp_fault(fault, TL_LSP_INVALID_REQUEST, "no term base can be added to");
  else if (!server->lsp->add_term(&server->settings, term, equivalent, server->lsp->user, &error))
    tl_lsp_show(server, error->message);
  else
    tl_lsp_session_start(server);
}

json_t *tl_lsp_execute_command(TlServer *server, const json_t *params, TlLspFault *fault) {
  static const struct {
    const char *name;
    void (*run)(TlServer *server, const json_t *arguments, TlLspFault *fault);
  } commands[] = {{TL_LSP_ADD_WORD, add_word},
                  {TL_LSP_IGNORE_WORD, ignore_word},
                  {TL_LSP_REPLACE, replace},
                  {TL_LSP_WAIVE, waive},
                  {TL_LSP_ADD_TERM, add_term}};
  const char *name = tl_lsp_string_at(params, "command");
  for (guint i = 0; name && i < G_N_ELEMENTS(commands); i++)
    if (strcmp(name, commands[i].name) == 0) {
      commands[i].run(server, json_object_get(params, "arguments"), fault);
      return NULL;
    }
  tl_lsp_fault(fault, TL_LSP_INVALID_PARAMS, "no command %s", name ? name : "");
  return NULL;
}
