/* editors/lsp: texts and their translations. */
#include "lsp_test.h"

#include "editors/lsp/server.h"

#define PAIRS "file:///tmp/test.tsv"

static json_t *literals(void) {
  return json_pack("{s:{s:{s:{s:{s:[s]}}}, s:{s:b}}}", "textDocument", "codeAction", "codeActionLiteralSupport",
                   "codeActionKind", "valueSet", "quickfix", "publishDiagnostics", "relatedInformation", 1);
}

static Client *ready(void) {
  Client *client = client_new();
  json_decref(client_initialize(client, literals(), NULL));
  return client;
}

/* The first action of that name; NULL: there is none. */
static json_t *action(Client *client, const char *uri, json_t *where, const char *title) {
  json_t *list = client_request(client, "textDocument/codeAction", within(uri, where)), *one, *found = NULL;
  size_t i;
  json_array_foreach(list, i, one) if (!found && g_str_has_prefix(tl_lsp_string_at(one, "title"), title)) found =
      json_incref(one);
  json_decref(list);
  return found;
}

/* Takes `chosen`. */
static void run(Client *client, json_t *chosen) {
  assert_non_null(chosen);
  json_decref(client_request(client, "workspace/executeCommand",
                             json_pack("{s:O, s:O}", "command", tl_lsp_at(chosen, "command.command"), "arguments",
                                       tl_lsp_at(chosen, "command.arguments"))));
  json_decref(chosen);
}

static void faults_of_a_bilingual_file(UNUSED_STATE) {
  Client *client = ready();
  client_open_text(client, PAIRS, "plaintext", "слово 12\tword 21\nмова 7\tlanguage 8\n");
  assert_diagnostics(client, "0:14-16 numbers; 1:16-17 numbers");
  json_t *leave = action(client, PAIRS, range(0, 15, 0, 15), "Leave it be: ");
  assert_string_equal(tl_lsp_string_at(leave, "kind"), "quickfix");
  json_t *diagnostic = json_array_get(tl_lsp_at(leave, "diagnostics"), 0);
  assert_json(json_incref(tl_lsp_at(json_array_get(tl_lsp_at(diagnostic, "relatedInformation"), 0), "location.range")),
              "{\"end\":{\"character\":8,\"line\":0},\"start\":{\"character\":6,\"line\":0}}");
  run(client, leave);
  assert_diagnostics(client, "1:16-17 numbers");
  client_end(client);
}

static void checks_can_be_off(UNUSED_STATE) {
  Client *client = client_new();
  json_decref(client_initialize(client, json_object(), json_pack("{s:b}", "check", 0)));
  client_open_text(client, PAIRS, "plaintext", "слово 12\tword 21\n");
  assert_diagnostics(client, "");
  client_end(client);
}

/* What is asked before the diagnostics were sent is of the text as it is now. */
static void faults_follow_the_text(UNUSED_STATE) {
  Client *client = ready();
  client_open_text(client, TEST_URI, "tsv", "слово 12\tword 21\n");
  assert_diagnostics(client, "0:14-16 numbers");
  client_change(client, 2, range(0, 0, 0, 0), "ззз ");
  assert_null(action(client, TEST_URI, range(0, 10, 0, 11), "Leave"));
  json_decref(action(client, TEST_URI, range(0, 18, 0, 18), "Leave"));
  assert_diagnostics(client, "0:0-3 spelling; 0:18-20 numbers");
  client_end(client);
}

static char *labels(Client *client, const char *uri, int line, int character) {
  json_t *result = client_request(client, "textDocument/completion", at(uri, line, character)), *one;
  g_autoptr(GString) out = g_string_new(NULL);
  size_t i;
  json_array_foreach(json_object_get(result, "items"), i, one)
      g_string_append_printf(out, "%s;", json_string_value(json_object_get(one, "label")));
  json_decref(result);
  return g_string_free(g_steal_pointer(&out), FALSE);
}

static void assert_labels(Client *client, const char *uri, int line, int character, const char *expected) {
  g_autofree char *found = labels(client, uri, line, character);
  assert_string_equal(found, expected);
}

static void completion_of_the_segment(UNUSED_STATE) {
  Client *client = ready();
  client_open_text(client, PAIRS, "plaintext", "ради безпеки\tThe Sec\nмова\tx\nЦзіньпін\t\n");
  assert_labels(client, PAIRS, 0, 20, "Security Council;");
  assert_labels(client, PAIRS, 1, 5, "");
  assert_labels(client, PAIRS, 2, 9, "Jinping;");
  client_end(client);
}

static const char xliff[] =
    "<xliff version=\"1.2\" xmlns=\"urn:oasis:names:tc:xliff:document:1.2\"><file source-language=\"uk\" "
    "target-language=\"en\" original=\"x\" datatype=\"plaintext\"><body>\n"
    "<trans-unit id=\"1\"><source>ради &lt;безпеки&gt;, мова 12</source>\n<target>21</target></trans-unit>\n"
    "<trans-unit id=\"2\"><source>Цзіньпін</source>\n<target></target></trans-unit>\n</body></file></xliff>\n";

static void places_of_xliff(UNUSED_STATE) {
  Client *client = ready();
  client_open_text(client, "file:///tmp/test.xlf", "xml", xliff);
  assert_diagnostics(client, "3:27-35 term; 2:8-10 length; 2:8-10 numbers; 3:27-35 untranslated");
  assert_labels(client, "file:///tmp/test.xlf", 4, 8, "Jinping;");
  assert_labels(client, "file:///tmp/test.xlf", 2, 10, "");
  client_end(client);
}

static void the_source_of_a_bilingual_file_stays(UNUSED_STATE) {
  Client *client = ready();
  client_open_text(client, PAIRS, "plaintext", "ради безпеки\tx\n");
  assert_null(action(client, PAIRS, range(0, 2, 0, 2), "рада безпеки →"));
  client_end(client);
}

static void a_translation_beside_its_text(UNUSED_STATE) {
  Client *client = ready();
  client_open_text(client, "file:///tmp/test.uk.md", "markdown", "слово 12.\n\nмова.\n");
  assert_diagnostics(client, "");
  client_open_text(client, "file:///tmp/test.en.md", "markdown", "The word 21.\n");
  assert_diagnostics(client, "0:9-11 numbers");
  client_end(client);
}

static void what_cannot_be_read(UNUSED_STATE) {
  Client *client = ready();
  client_open_text(client, "file:///tmp/test.xlf", "xml", "<xliff><");
  assert_diagnostics(client, "");
  assert_labels(client, "file:///tmp/test.xlf", 0, 3, "");
  client_notify(client, "textDocument/didClose", json_pack("{s:{s:s}}", "textDocument", "uri", "file:///tmp/test.xlf"));
  client_end(client);
}

static void a_term_is_added(UNUSED_STATE) {
  Client *client = ready();
  client_open_text(client, TEST_URI, "plaintext", "мова: слово = the word\nмова = слово = x");
  assert_null(action(client, TEST_URI, range(0, 6, 0, 6), "Add"));
  assert_null(action(client, TEST_URI, range(1, 0, 1, 16), "Add"));
  json_t *add = action(client, TEST_URI, range(0, 6, 0, 22), "Add “слово = the word” to the term base");
  run(client, add);
  assert_string_equal(client->added, "слово = the word");
  json_t *params = json_pack("{s:s, s:[s, s]}", "command", "tlumach.addTerm", "arguments", "слово", "");
  assert_fault(client, client_ask(client, "workspace/executeCommand", params), TL_LSP_INVALID_PARAMS);
  client->fail_term = TRUE;
  params = json_pack("{s:s, s:[s, s]}", "command", "tlumach.addTerm", "arguments", "слово", "word");
  json_decref(client_request(client, "workspace/executeCommand", params));
  json_t *shown = client_called(client, "window/showMessage");
  assert_string_equal(tl_lsp_string_at(shown, "message"), "no term base");
  json_decref(shown);
  client_end(client);
}

static void markup_is_escaped(UNUSED_STATE) {
  static const char *const expected[] = {"A&amp;B &lt;\"\\", "A&B <\\\"\\\\", "A&B <\"\\"}, *const formats[] = {
                                                                                                "tmx", "po", "tsv"};
  for (guint i = 0; i < G_N_ELEMENTS(formats); i++) {
    const TlLspDocument document = {.bilingual = formats[i]};
    g_autofree char *written = tl_lsp_written(&document, "A&B <\"\\");
    assert_string_equal(written, expected[i]);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(faults_of_a_bilingual_file),
      cmocka_unit_test(checks_can_be_off),
      cmocka_unit_test(faults_follow_the_text),
      cmocka_unit_test(completion_of_the_segment),
      cmocka_unit_test(places_of_xliff),
      cmocka_unit_test(the_source_of_a_bilingual_file_stays),
      cmocka_unit_test(a_translation_beside_its_text),
      cmocka_unit_test(what_cannot_be_read),
      cmocka_unit_test(a_term_is_added),
      cmocka_unit_test(markup_is_escaped),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
