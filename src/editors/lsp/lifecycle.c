/* initialize, initialized, shutdown, exit: what the client can do, and what we offer it. */
#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "editors/lsp/server.h"

static void read_client(TlServer *server, const json_t *capabilities) {
  const json_t *formats = tl_lsp_at(capabilities, "textDocument.hover.contentFormat");
  server->client = (TlLspClient){
      .position_encodings = json_is_array(tl_lsp_at(capabilities, "general.positionEncodings")),
      .markdown = g_strcmp0(json_string_value(json_array_get(formats, 0)), "markdown") == 0,
      .code_action_literals =
          json_array_size(
              tl_lsp_at(capabilities, "textDocument.codeAction.codeActionLiteralSupport.codeActionKind.valueSet")) > 0,
      .document_changes = tl_lsp_is_true(capabilities, "workspace.workspaceEdit.documentChanges"),
      .apply_edit = tl_lsp_is_true(capabilities, "workspace.applyEdit"),
      .configuration = tl_lsp_is_true(capabilities, "workspace.configuration"),
      .watch_configuration = tl_lsp_is_true(capabilities, "workspace.didChangeConfiguration.dynamicRegistration"),
      .watch_files = tl_lsp_is_true(capabilities, "workspace.didChangeWatchedFiles.dynamicRegistration"),
      .progress = tl_lsp_is_true(capabilities, "window.workDoneProgress"),
      .related = tl_lsp_is_true(capabilities, "textDocument.publishDiagnostics.relatedInformation"),
      .refresh_hints = tl_lsp_is_true(capabilities, "workspace.inlayHint.refreshSupport"),
      .refresh_tokens = tl_lsp_is_true(capabilities, "workspace.semanticTokens.refreshSupport"),
      .multiline_tokens = tl_lsp_is_true(capabilities, "textDocument.semanticTokens.multilineTokenSupport"),
  };
}

/* The first of the client's list that we have; UTF-16 when there is none (3.17, PositionEncodingKind). */
static const char *choose_encoding(TlServer *server, const json_t *list) {
  static const struct {
    const char *name;
    TlumachColumnUnit unit;
  } known[] = {{"utf-16", TLUMACH_COLUMN_UTF16}, {"utf-8", TLUMACH_COLUMN_BYTE}, {"utf-32", TLUMACH_COLUMN_CHARACTER}};
  size_t i;
  json_t *one;
  json_array_foreach(list, i, one) for (guint k = 0; k < G_N_ELEMENTS(known);
                                        k++) if (g_strcmp0(json_string_value(one), known[k].name) == 0) {
    server->unit = known[k].unit;
    return known[k].name;
  }
  server->unit = TLUMACH_COLUMN_UTF16;
  return known[0].name;
}

/* tlumach.conf and term bases are looked for from here. */
static void enter_workspace(TlServer *server, const json_t *params) {
  const char *uri =
      json_string_value(json_object_get(json_array_get(json_object_get(params, "workspaceFolders"), 0), "uri"));
  if (!uri)
    uri = tl_lsp_string_at(params, "rootUri");
  g_autofree char *path = uri ? g_filename_from_uri(uri, NULL, NULL) : g_strdup(tl_lsp_string_at(params, "rootPath"));
  if (path && chdir(path) != 0)
    tl_lsp_log(server, 2, "%s: cannot enter: %s", path, g_strerror(errno));
}

static TlumachPersonal *open_personal(TlServer *server, gboolean project) {
  g_autoptr(GError) error = NULL;
  g_autofree char *path = server->lsp->personal(project, server->lsp->user);
  if (!path && project)
    return NULL;
  TlumachPersonal *personal = tlumach_personal_open(path, &error);
  if (error)
    tl_lsp_log(server, 2, "%s", error->message);
  return personal ? personal : tlumach_personal_open(NULL, NULL);
}

static json_t *capabilities_of(const TlServer *server, const json_t *client, const char *encoding) {
  json_t *all =
      json_pack("{s:{s:b, s:i}, s:b, s:{s:b}, s:{}, s:b, s:b, s:{s:[s, s, s, s, s]}}", "textDocumentSync", "openClose",
                1, "change", 2, "hoverProvider", 1, "completionProvider", "resolveProvider", 0, "documentLinkProvider",
                "definitionProvider", 1, "inlayHintProvider", 1, "executeCommandProvider", "commands", TL_LSP_ADD_WORD,
                TL_LSP_IGNORE_WORD, TL_LSP_REPLACE, TL_LSP_WAIVE, TL_LSP_ADD_TERM);
  json_object_set_new(all, "codeActionProvider",
                      server->client.code_action_literals
                          ? json_pack("{s:[s, s]}", "codeActionKinds", "quickfix", "refactor.rewrite")
                          : json_true());
  if (server->client.position_encodings)
    json_object_set_new(all, "positionEncoding", json_string(encoding));
  if (tl_lsp_at(client, "textDocument.semanticTokens"))
    json_object_set_new(all, "semanticTokensProvider",
                        json_pack("{s:{s:[s, s], s:[s]}, s:b}", "legend", "tokenTypes", "type", "variable",
                                  "tokenModifiers", "deprecated", "full", 1));
  return all;
}

json_t *tl_lsp_initialize(TlServer *server, const json_t *params, TlLspFault *fault) {
  const json_t *client = tl_lsp_at(params, "capabilities");
  if (!json_is_object(params)) {
    tl_lsp_fault(fault, TL_LSP_INVALID_PARAMS, "initialize needs parameters");
    return NULL;
  }
  read_client(server, client);
  const char *encoding = choose_encoding(server, tl_lsp_at(client, "general.positionEncodings"));
  enter_workspace(server, params);
  server->own = open_personal(server, FALSE);
  server->project = open_personal(server, TRUE);
  tl_lsp_settings_take(server, tl_lsp_at(params, "initializationOptions"));
  tl_lsp_session_start(server);
  server->state = TL_LSP_RUNNING;
  return json_pack("{s:o, s:{s:s, s:s}}", "capabilities", capabilities_of(server, client, encoding), "serverInfo",
                   "name", "tlumach", "version", server->lsp->version);
}

/* The configuration, term bases, and the project's word list, whatever it is called. */
static json_t *watchers(const TlServer *server) {
  json_t *list =
      json_pack("[{s:s}, {s:s}]", "globPattern", "**/tlumach.conf", "globPattern", "**/*.{tbx,tsv,csv,utx,utf8,tab}");
  g_autofree char *words = server->lsp->personal(TRUE, server->lsp->user);
  g_autofree char *name = words ? g_path_get_basename(words) : NULL;
  g_autofree char *pattern = name ? g_strdup_printf("**/%s", name) : NULL;
  if (pattern && !strpbrk(name, "*?[]{},"))
    json_array_append_new(list, json_pack("{s:o}", "globPattern", tl_lsp_text_json(pattern, -1)));
  return list;
}

static void watch(TlServer *server) {
  json_t *list = json_array();
  if (server->client.watch_files)
    json_array_append_new(list, json_pack("{s:s, s:s, s:{s:o}}", "id", "tlumach/files", "method",
                                          "workspace/didChangeWatchedFiles", "registerOptions", "watchers",
                                          watchers(server)));
  if (server->client.watch_configuration)
    json_array_append_new(list, json_pack("{s:s, s:s, s:{s:s}}", "id", "tlumach/configuration", "method",
                                          "workspace/didChangeConfiguration", "registerOptions", "section", "tlumach"));
  if (json_array_size(list) > 0)
    tl_lsp_request(server, "client/registerCapability", json_pack("{s:O}", "registrations", list), NULL);
  json_decref(list);
}

json_t *tl_lsp_initialized(TlServer *server, const json_t *params, TlLspFault *fault) {
  (void)params, (void)fault;
  watch(server);
  tl_lsp_settings_pull(server);
  tl_lsp_progress_ask(server);
  return NULL;
}

/* A term base, the configuration or a word list was written by somebody. */
json_t *tl_lsp_did_change_watched_files(TlServer *server, const json_t *params, TlLspFault *fault) {
  (void)params, (void)fault;
  tlumach_personal_free(server->project); /* it may be another file now */
  server->project = open_personal(server, TRUE);
  tl_lsp_session_start(server);
  return NULL;
}

json_t *tl_lsp_shutdown(TlServer *server, const json_t *params, TlLspFault *fault) {
  (void)params, (void)fault;
  server->state = TL_LSP_DOWN;
  return NULL;
}

json_t *tl_lsp_exit(TlServer *server, const json_t *params, TlLspFault *fault) {
  (void)params, (void)fault;
  server->clean = server->state == TL_LSP_DOWN;
  server->state = TL_LSP_GONE;
  return NULL;
}
