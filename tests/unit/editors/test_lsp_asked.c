/* editors/lsp/lsp: documents that change, and what is asked about them. */
#include "lsp_test.h"

#include "editors/lsp/server.h"

static void diagnostics_follow_the_text(UNUSED_STATE) {
  Client *client = client_ready();
  client_open_text(client, TEST_URI, "plaintext", "слово\nжжж ради безпеки\n");
  assert_diagnostics(client, "1:0-3 spelling; 1:4-16 term");
  client_change(client, 2, range(1, 0, 1, 3), "мова");
  assert_diagnostics(client, "1:5-17 term");
  client_change(client, 2, NULL, "ззз"); /* no newer version: not taken */
  client_change(client, 3, range(0, 5, 1, 4), "");
  assert_diagnostics(client, "0:6-18 term");
  client_change(client, 4, NULL, "😀 ззз");
  json_t *params = client_called(client, "textDocument/publishDiagnostics");
  assert_int_equal(json_integer_value(json_object_get(params, "version")), 4);
  json_decref(params);
  client_notify(client, "textDocument/didClose", json_pack("{s:{s:s}}", "textDocument", "uri", TEST_URI));
  assert_diagnostics(client, "");
  client_end(client);
}

/* Terms are looked for in the paragraphs that are new; those of the others move along. */
static void paragraphs_that_stay(UNUSED_STATE) {
  Client *client = client_ready();
  client_open_text(client, TEST_URI, "plaintext", "ради безпеки\n\nслово\n\nради безпеки");
  assert_diagnostics(client, "0:0-12 term; 4:0-12 term");
  client_change(client, 2, range(2, 0, 2, 5), "слово слово\n\nЦзіньпін");
  assert_diagnostics(client, "0:0-12 term; 4:0-8 term; 6:0-12 term");
  client_change(client, 3, range(0, 0, 2, 0), "");
  assert_diagnostics(client, "2:0-8 term; 4:0-12 term");
  client_change(client, 4, range(4, 5, 4, 6), "х");
  assert_diagnostics(client, "2:0-8 term; 4:5-12 spelling");
  client_end(client);
}

static void changes_that_come_fast_are_one(UNUSED_STATE) {
  Client *client = client_ready();
  client_open_text(client, TEST_URI, "plaintext", "слово");
  assert_diagnostics(client, "");
  for (int i = 2; i < 52; i++)
    client_change(client, i, range(0, 0, 0, 0), "ж");
  json_t *params = client_called(client, "textDocument/publishDiagnostics");
  assert_int_equal(json_integer_value(json_object_get(params, "version")), 51);
  json_decref(params);
  client_end(client);
}

static void several_changes_in_one_message(UNUSED_STATE) {
  Client *client = client_ready();
  client_open_text(client, TEST_URI, "plaintext", "слово\r\nмова\rz");
  assert_diagnostics(client, "");
  json_t *changes =
      json_pack("[{s:o, s:s}, {s:o, s:s}, {s:n, s:s, s:o}]", "range", range(2, 0, 2, 1), "text", "жжж", "range",
                range(2, 3, 2, 3), "text", " ззз", "rangeLength", "text", "ххх", "range", range(0, 0, 0, 5));
  client_notify(
      client, "textDocument/didChange",
      json_pack("{s:{s:s, s:i}, s:o}", "textDocument", "uri", TEST_URI, "version", 2, "contentChanges", changes));
  assert_diagnostics(client, "0:0-3 spelling; 2:0-3 spelling; 2:4-7 spelling");
  client_end(client);
}

static void documents_without_a_file(UNUSED_STATE) {
  Client *client = client_ready();
  client_open_text(client, "untitled:Untitled-1", "markdown", "**жжж** слово");
  assert_diagnostics(client, "0:2-5 spelling");
  client_open_text(client, "file:///tmp/%D1%84%20100%25.md", "plaintext", "жжж");
  json_t *params = client_called(client, "textDocument/publishDiagnostics");
  assert_string_equal(json_string_value(json_object_get(params, "uri")), "file:///tmp/%D1%84%20100%25.md");
  json_decref(params);
  client_end(client);
}

/* What `tlumach spell` tells, is told: a name that is in no dictionary may be a slip. */
static void unknown_names_are_spelling(UNUSED_STATE) {
  Client *client = client_ready();
  client_open_text(client, TEST_URI, "plaintext", "слово Киев, Київ");
  assert_diagnostics(client, "0:6-10 spelling");
  client_end(client);
}

static json_t *hover(Client *client, int character) {
  json_t *result = client_request(client, "textDocument/hover", at(TEST_URI, 0, character));
  json_t *value = json_incref(tl_lsp_at(result, "contents.value"));
  json_decref(result);
  return value;
}

static void hover_on_any_form(UNUSED_STATE) {
  static const char expected[] =
      "\"рада безпеки\\n  Security Council\\nWhy: inflected: ради is a form of рада\\nFrom: terms.tsv:1\"";
  Client *client = client_ready();
  client_open_text(client, TEST_URI, "plaintext", "мова ради безпеки, жжж слово");
  assert_json(hover(client, 5), expected);
  assert_json(hover(client, 9), expected);
  assert_json(hover(client, 16), expected);
  assert_null(hover(client, 17)); /* one past */
  assert_null(hover(client, 4));
  assert_json(hover(client, 20), "\"жжж is in no dictionary\"");
  assert_null(hover(client, 25));
  client_change(client, 2, range(0, 19, 0, 22), "слвоо");
  assert_json(hover(client, 20), "\"слвоо is in no dictionary\\nPerhaps: слово, мова, мовою\"");
  client_end(client);
}

static void hover_in_markdown(UNUSED_STATE) {
  Client *client = client_new();
  json_decref(client_initialize(
      client, json_pack("{s:{s:{s:[s, s]}}}", "textDocument", "hover", "contentFormat", "markdown", "plaintext"),
      NULL));
  client_open_text(client, TEST_URI, "plaintext", "радою безпеки");
  json_t *result = client_request(client, "textDocument/hover", at(TEST_URI, 0, 0));
  assert_string_equal(tl_lsp_string_at(result, "contents.kind"), "markdown");
  assert_true(g_str_has_prefix(tl_lsp_string_at(result, "contents.value"),
                               "**рада безпеки**\n\n- **Security Council**\n\nWhy:"));
  json_decref(result);
  client_end(client);
}

/* Titles of actions and what they would write. Free with g_free. */
static char *actions(Client *client, json_t *params) {
  json_t *list = client_request(client, "textDocument/codeAction", params), *one;
  g_autoptr(GString) out = g_string_new(NULL);
  size_t i;
  json_array_foreach(list, i, one) {
    const char *text = json_string_value(
        json_object_get(json_array_get(json_object_get(tl_lsp_at(one, "edit.changes"), TEST_URI), 0), "newText"));
    g_string_append_printf(out, "%s%s%s%s", i ? "; " : "", json_string_value(json_object_get(one, "title")),
                           text ? "=" : "", text ? text : "");
  }
  json_decref(list);
  return g_string_free(g_steal_pointer(&out), FALSE);
}

static json_t *literals(void) {
  return json_pack("{s:{s:{s:{s:{s:[s]}}}}}", "textDocument", "codeAction", "codeActionLiteralSupport",
                   "codeActionKind", "valueSet", "quickfix");
}

static void assert_actions(Client *client, json_t *params, const char *expected) {
  g_autofree char *found = actions(client, params);
  assert_string_equal(found, expected);
}

static void actions_of_a_word_and_a_term(UNUSED_STATE) {
  Client *client = client_new();
  client->project = TRUE;
  json_decref(client_initialize(client, literals(), NULL));
  client_open_text(client, TEST_URI, "plaintext", "слвоо ради безпеки");
  static const char word[] = "слово=слово; мова=мова; мовою=мовою; Add “слвоо” to my words; Add “слвоо” to the "
                             "project's words; Ignore “слвоо” in this text";
  assert_actions(client, within(TEST_URI, range(0, 2, 0, 2)), word);
  assert_actions(client, within(TEST_URI, range(0, 5, 0, 5)), word);
  assert_actions(client, within(TEST_URI, range(0, 8, 0, 8)), "рада безпеки → Security Council=Security Council");
  g_autofree char *both = g_strconcat(word, "; рада безпеки → Security Council=Security Council", NULL);
  assert_actions(client, within(TEST_URI, range(0, 0, 0, 18)), both);
  json_t *params = within(TEST_URI, range(0, 0, 0, 18));
  json_object_set_new(json_object_get(params, "context"), "only", json_pack("[s]", "refactor"));
  assert_actions(client, params, "рада безпеки → Security Council=Security Council");
  client_end(client);
}

static void a_word_is_added_in_small_letters(UNUSED_STATE) {
  Client *client = client_new();
  json_decref(client_initialize(client, literals(), NULL));
  client_open_text(client, TEST_URI, "plaintext", "Слвоо мова Прахазка");
  g_autofree char *first = actions(client, within(TEST_URI, range(0, 2, 0, 2)));
  assert_non_null(strstr(first, "Add “слвоо” to my words; Ignore “Слвоо” in this text"));
  g_autofree char *name = actions(client, within(TEST_URI, range(0, 13, 0, 13)));
  assert_non_null(strstr(name, "Add “Прахазка” to my words"));
  client_end(client);
}

/* Neovim before 0.10 sends back the ranges of diagnostics in bytes. */
static void ranges_of_returned_diagnostics_are_not_believed(UNUSED_STATE) {
  Client *client = client_new();
  json_decref(client_initialize(client, literals(), NULL));
  client_open_text(client, TEST_URI, "plaintext", "мова слвоо");
  json_t *params = within(TEST_URI, range(0, 6, 0, 6));
  json_t *wrong = json_pack("{s:o, s:s, s:s}", "range", range(0, 9, 0, 19), "code", "spelling", "message", "");
  json_array_append_new(tl_lsp_at(params, "context.diagnostics"), wrong);
  json_t *list = client_request(client, "textDocument/codeAction", params);
  const json_t *edit = json_array_get(json_object_get(tl_lsp_at(json_array_get(list, 0), "edit.changes"), TEST_URI), 0);
  assert_json(json_incref(json_object_get(edit, "range")),
              "{\"end\":{\"character\":10,\"line\":0},\"start\":{\"character\":5,\"line\":0}}");
  json_decref(list);
  client_end(client);
}

static void commands_for_clients_without_literals(UNUSED_STATE) {
  Client *client = client_new();
  json_decref(client_initialize(
      client, json_pack("{s:{s:b, s:{s:b}}}", "workspace", "applyEdit", 1, "workspaceEdit", "documentChanges", 1),
      NULL));
  client_open_text(client, TEST_URI, "plaintext", "мова слвоо");
  json_t *list = client_request(client, "textDocument/codeAction", within(TEST_URI, range(0, 6, 0, 6)));
  json_t *first = json_array_get(list, 0);
  assert_string_equal(json_string_value(json_object_get(first, "command")), "tlumach.replace");
  json_decref(client_request(client, "workspace/executeCommand", json_deep_copy(first)));
  json_t *edit = client_called(client, "workspace/applyEdit");
  json_t *change = json_array_get(tl_lsp_at(edit, "edit.documentChanges"), 0);
  assert_int_equal(json_integer_value(tl_lsp_at(change, "textDocument.version")), 1);
  assert_string_equal(
      json_string_value(json_object_get(json_array_get(json_object_get(change, "edits"), 0), "newText")), "слово");
  json_decref(edit);
  client_change(client, 2, range(0, 0, 0, 0), "я");
  assert_fault(client, client_ask(client, "workspace/executeCommand", json_deep_copy(first)),
               -32602); /* of a text that is no more */
  json_decref(list);
  client_end(client);
}

static void run(Client *client, const char *command, const char *first, const char *second) {
  json_decref(client_request(client, "workspace/executeCommand",
                             json_pack("{s:s, s:[s, s]}", "command", command, "arguments", first, second)));
}

static void words_of_ones_own(UNUSED_STATE) {
  Client *client = client_new();
  client->project = TRUE;
  json_decref(client_initialize(client, json_object(), NULL));
  g_autofree char *own = g_build_filename(client->folder, "own.txt", NULL),
                  *project = g_build_filename(client->folder, "project.txt", NULL);
  client_open_text(client, TEST_URI, "plaintext", "жжж ззз ххх");
  assert_diagnostics(client, "0:0-3 spelling; 0:4-7 spelling; 0:8-11 spelling");
  run(client, "tlumach.addWord", "жжж", "own");
  assert_diagnostics(client, "0:4-7 spelling; 0:8-11 spelling");
  assert_file(own, "жжж\n");
  run(client, "tlumach.addWord", "ззз", "project");
  assert_diagnostics(client, "0:8-11 spelling");
  assert_file(project, "ззз\n");
  run(client, "tlumach.ignoreWord", TEST_URI, "ххх");
  assert_diagnostics(client, "");
  /* Somebody else takes a word out of the file. */
  file_write(own, "інше\n");
  client_change(client, 2, range(0, 0, 0, 0), " ");
  assert_diagnostics(client, "0:1-4 spelling");
  client_end(client);
}

static void commands_that_are_none(UNUSED_STATE) {
  Client *client = client_ready();
  static const char *const bad[] = {"{\"command\":\"tlumach.addWord\",\"arguments\":[]}",
                                    "{\"command\":\"tlumach.addWord\",\"arguments\":[\"два слова\",\"own\"]}",
                                    "{\"command\":\"tlumach.addWord\",\"arguments\":[\"ж\",\"x\"]}",
                                    "{\"command\":\"tlumach.addWord\",\"arguments\":[\"ж\",\"project\"]}",
                                    "{\"command\":\"tlumach.addWord\"}",
                                    "{\"command\":\"tlumach.ignoreWord\",\"arguments\":[1,2]}",
                                    "{\"command\":\"tlumach.replace\",\"arguments\":[\"" TEST_URI "\",1,{},\"x\"]}",
                                    "{\"command\":\"rm\"}"};
  client_open_text(client, TEST_URI, "plaintext", "слово");
  for (guint i = 0; i < G_N_ELEMENTS(bad); i++)
    assert_fault(client, client_ask(client, "workspace/executeCommand", json_loads(bad[i], 0, NULL)), -32602);
  client_end(client);
}

/* "label@start" of each item. Free with g_free. */
static void assert_completion(Client *client, const char *uri, int line, int character, const char *expected) {
  json_t *result = client_request(client, "textDocument/completion", at(uri, line, character)), *one;
  g_autoptr(GString) out = g_string_new(NULL);
  size_t i;
  json_array_foreach(json_object_get(result, "items"), i, one)
      g_string_append_printf(out, "%s%s@%d", i ? "; " : "", json_string_value(json_object_get(one, "label")),
                             (int)json_integer_value(tl_lsp_at(one, "textEdit.range.start.character")));
  assert_string_equal(out->str, expected);
  json_decref(result);
}

static void completion_near_the_terms(UNUSED_STATE) {
  Client *client = client_ready();
  client_open_text(client, TEST_URI, "plaintext", "мова ради безпеки\nсло secu Security c xyz ");
  assert_completion(client, TEST_URI, 1, 8, "Security Council@4");
  assert_completion(client, TEST_URI, 1, 19, "Security Council@9");
  assert_completion(client, TEST_URI, 1, 23, "");
  assert_completion(client, TEST_URI, 1, 24, "Security Council@24");
  assert_completion(client, TEST_URI, 1, 3, "");
  client_end(client);
}

static void completion_in_a_translation(UNUSED_STATE) {
  Client *client = client_ready();
  g_autofree char *source = g_build_filename(client->folder, "а.uk.md", NULL),
                  *target = g_build_filename(client->folder, "а.en.md", NULL);
  g_autofree char *uri = g_filename_to_uri(target, NULL, NULL), *source_uri = g_filename_to_uri(source, NULL, NULL);
  g_autoptr(GString) text = g_string_new("# Мова\n\nЦзіньпін\n\n");
  for (guint i = 0; i < 1500; i++)
    g_string_append(text, "слово ");
  g_string_append(text, "\n\nради безпеки\n");
  file_write(source, text->str);
  client_open_text(client, uri, "markdown", "# Language\n\n\n\nword\n\nS");
  assert_completion(client, uri, 6, 1, ""); /* the third paragraph: what it is of is far from the Council */
  client_notify(client, "textDocument/didChange",
                json_pack("{s:{s:s, s:i}, s:[{s:s}]}", "textDocument", "uri", uri, "version", 2, "contentChanges",
                          "text", "# Language\n\nJ\n\nword\n\nS"));
  assert_completion(client, uri, 2, 1, "Jinping@0");
  assert_completion(client, uri, 6, 1, "Security Council@0");
  client_open_text(client, source_uri, "markdown",
                   "# Мова\n\nЦзіньпін\n\nслово\n\nЦзіньпін"); /* as it stands in the editor */
  assert_completion(client, uri, 6, 1, "");
  client_end(client);
}

static void assert_tokens(const char *language, const char *text, const char *expected) {
  Client *client = client_new();
  json_decref(client_initialize(client, json_pack("{s:{s:{}}}", "textDocument", "semanticTokens"), NULL));
  client_open_text(client, TEST_URI, language, text);
  json_t *result = client_request(client, "textDocument/semanticTokens/full",
                                  json_pack("{s:{s:s}}", "textDocument", "uri", TEST_URI));
  assert_json(result, expected);
  client_end(client);
}

static void tokens_are_relative_and_in_order(UNUSED_STATE) {
  assert_tokens("markdown", "😀 ради безпеки, ради\nбезпеки та Цзіньпін\n",
                "{\"data\":[0,3,12,0,0,0,14,4,0,0,1,0,7,0,0,0,11,8,0,0]}");
}

/* Where a piece of text has entities in its attribute, the tag as a whole is the place of all that is in it. */
static void tokens_do_not_overlap(UNUSED_STATE) {
  assert_tokens("html", "<img alt='ради безпеки &amp;\nради безпеки'> ради безпеки",
                "{\"data\":[0,0,28,0,0,1,0,14,0,0,0,15,12,0,0]}");
}

static void hints_in_the_range_alone(UNUSED_STATE) {
  Client *client = client_ready();
  client_open_text(client, TEST_URI, "plaintext", "ради безпеки\nради безпеки\n");
  json_t *list = client_request(client, "textDocument/inlayHint", within(TEST_URI, range(1, 0, 2, 0)));
  assert_int_equal(json_array_size(list), 1);
  assert_string_equal(tl_lsp_string_at(json_array_get(list, 0), "label"), "[Security Council]");
  assert_int_equal(json_integer_value(tl_lsp_at(json_array_get(list, 0), "position.line")), 1);
  assert_int_equal(json_integer_value(tl_lsp_at(json_array_get(list, 0), "position.character")), 12);
  json_decref(list);
  client_end(client);
}

static void a_term_leads_to_its_line(UNUSED_STATE) {
  Client *client = client_ready();
  client_open_text(client, TEST_URI, "plaintext", "Цзіньпін");
  json_t *place = client_request(client, "textDocument/definition", at(TEST_URI, 0, 2));
  assert_true(g_str_has_suffix(tl_lsp_string_at(place, "uri"), "/terms.tsv"));
  assert_int_equal(json_integer_value(tl_lsp_at(place, "range.start.line")), 1);
  json_decref(place);
  json_t *links =
      client_request(client, "textDocument/documentLink", json_pack("{s:{s:s}}", "textDocument", "uri", TEST_URI));
  assert_true(g_str_has_suffix(tl_lsp_string_at(json_array_get(links, 0), "target"), "/terms.tsv#L2"));
  json_decref(links);
  client_end(client);
}

int main(void) {
  signal(SIGPIPE, SIG_IGN);
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(diagnostics_follow_the_text),
      cmocka_unit_test(paragraphs_that_stay),
      cmocka_unit_test(changes_that_come_fast_are_one),
      cmocka_unit_test(several_changes_in_one_message),
      cmocka_unit_test(documents_without_a_file),
      cmocka_unit_test(unknown_names_are_spelling),
      cmocka_unit_test(hover_on_any_form),
      cmocka_unit_test(hover_in_markdown),
      cmocka_unit_test(actions_of_a_word_and_a_term),
      cmocka_unit_test(a_word_is_added_in_small_letters),
      cmocka_unit_test(ranges_of_returned_diagnostics_are_not_believed),
      cmocka_unit_test(commands_for_clients_without_literals),
      cmocka_unit_test(words_of_ones_own),
      cmocka_unit_test(commands_that_are_none),
      cmocka_unit_test(completion_near_the_terms),
      cmocka_unit_test(completion_in_a_translation),
      cmocka_unit_test(tokens_are_relative_and_in_order),
      cmocka_unit_test(tokens_do_not_overlap),
      cmocka_unit_test(hints_in_the_range_alone),
      cmocka_unit_test(a_term_leads_to_its_line),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
