/* editors/lsp/lsp: the life of a server, what it offers whom, and what comes wrong. */
#include "lsp_test.h"

static void answers_before_it_has_read_a_dictionary(UNUSED_STATE) {
  Client *client = client_new();
  client->fail_open = TRUE;
  json_t *result = client_initialize(client, json_object(), NULL), *all = json_object_get(result, "capabilities");
  assert_null(json_object_get(all, "positionEncoding")); /* the client has sent no list */
  assert_null(json_object_get(all, "semanticTokensProvider"));
  assert_true(json_is_true(json_object_get(all, "codeActionProvider")));
  assert_int_equal(json_integer_value(json_object_get(json_object_get(all, "textDocumentSync"), "change")), 2);
  json_decref(result);
  json_t *shown = client_called(client, "window/showMessage");
  assert_string_equal(json_string_value(json_object_get(shown, "message")), "no dictionary");
  json_decref(shown);
  client_open_text(client, TEST_URI, "plaintext", "жжж");
  assert_diagnostics(client, "");
  json_t *hover = client_request(client, "textDocument/hover", at(TEST_URI, 0, 1));
  assert_true(json_is_null(hover));
  json_decref(hover);
  assert_int_equal(client_end(client), 1);
}

static void what_is_left_out_is_said(UNUSED_STATE) {
  Client *client = client_new();
  client->left_out = "nofile.tsv: cannot open";
  json_decref(client_initialize(client, json_object(), NULL));
  json_t *shown = client_called(client, "window/showMessage");
  assert_string_equal(json_string_value(json_object_get(shown, "message")), "nofile.tsv: cannot open");
  json_decref(shown);
  client_open_text(client, TEST_URI, "plaintext", "жжж");
  assert_diagnostics(client, "0:0-3 spelling");
  client_end(client);
}

static void offers_what_the_client_can_show(UNUSED_STATE) {
  Client *client = client_new();
  json_t *capabilities = json_pack("{s:{s:[s, s]}, s:{s:{}, s:{s:{s:{s:[s]}}}}}", "general", "positionEncodings", "x",
                                   "utf-32", "textDocument", "semanticTokens", "codeAction", "codeActionLiteralSupport",
                                   "codeActionKind", "valueSet", "quickfix");
  json_t *result = client_initialize(client, capabilities, NULL), *all = json_object_get(result, "capabilities");
  assert_string_equal(json_string_value(json_object_get(all, "positionEncoding")), "utf-32");
  assert_true(json_is_object(json_object_get(all, "semanticTokensProvider")));
  assert_true(json_is_object(json_object_get(all, "codeActionProvider")));
  json_decref(result);
  client_end(client);
}

static void one_word_in_three_units(UNUSED_STATE) {
  static const char *const encodings[][2] = {
      {"utf-16", "0:3-8 spelling"}, {"utf-8", "0:5-15 spelling"}, {"utf-32", "0:2-7 spelling"}};
  for (guint i = 0; i < G_N_ELEMENTS(encodings); i++) {
    Client *client = client_new();
    json_decref(
        client_initialize(client, json_pack("{s:{s:[s]}}", "general", "positionEncodings", encodings[i][0]), NULL));
    client_open_text(client, TEST_URI, "plaintext", "😀 жжжжж");
    assert_diagnostics(client, encodings[i][1]);
    client_end(client);
  }
}

static void order_of_a_life(UNUSED_STATE) {
  Client *client = client_new();
  client_start(client);
  assert_fault(client, client_ask(client, "textDocument/hover", at(TEST_URI, 0, 0)), -32002);
  client_notify(client, "textDocument/didOpen", json_object()); /* dropped */
  json_t *params = json_pack("{s:n, s:n, s:{}}", "processId", "rootUri", "capabilities");
  json_decref(client_request(client, "initialize", json_incref(params)));
  assert_fault(client, client_ask(client, "initialize", params), -32600);
  assert_fault(client, client_ask(client, "no/such", json_object()), -32601);
  client_notify(client, "no/such", json_object());
  client_notify(client, "$/setTrace", json_pack("{s:s}", "value", "off"));
  json_t *none = client_request(client, "shutdown", json_null());
  assert_true(json_is_null(none));
  json_decref(none);
  assert_fault(client, client_ask(client, "textDocument/hover", at(TEST_URI, 0, 0)), -32600);
  client_notify(client, "exit", json_null());
  assert_int_equal(client_end(client), 0);
}

static void exit_codes(UNUSED_STATE) {
  Client *client = client_ready();
  client_notify(client, "exit", json_null());
  assert_int_equal(client_end(client), 1);
  client = client_ready();
  assert_int_equal(client_end(client), 1); /* the client's end is closed without a word */
  client = client_ready();
  json_decref(client_request(client, "shutdown", json_null()));
  assert_int_equal(client_end(client), 0); /* as eglot does */
  client = client_new();
  client_start(client);
  client_bytes(client, "Content-Length: 100\r\n\r\n{", 24);
  assert_int_equal(client_end(client), 1);
}

static void assert_bad_message(Client *client, int code) {
  json_t *message = client_take(client, is_fault_without_id, NULL);
  assert_non_null(message);
  assert_int_equal(json_integer_value(json_object_get(json_object_get(message, "error"), "code")), code);
  json_decref(message);
}

static void messages_that_are_none(UNUSED_STATE) {
  Client *client = client_ready();
  static const struct {
    const char *body;
    int code;
  } bad[] = {{"{", -32700},
             {"", -32700},
             {"\xff", -32700},
             {"[]", -32600},
             {"{}", -32600},
             {"{\"id\": {}, \"method\": \"shutdown\"}", -32600},
             {"{\"id\": 1, \"method\": 5}", -32600},
             {"{\"method\": \"\\ud800\"}", -32700}};
  for (guint i = 0; i < G_N_ELEMENTS(bad); i++) {
    client_raw(client, bad[i].body);
    assert_bad_message(client, bad[i].code);
  }
  client_bytes(client, "rubbish\r\n\r\n", 11);
  assert_bad_message(client, -32700);
  client_raw(client, "{\"jsonrpc\":\"2.0\",\"id\":4,\"result\":null}"); /* an answer to nothing */
  client_raw(client, "{\"jsonrpc\":\"2.0\",\"id\":\"x\",\"error\":{\"code\":1,\"message\":\"\"}}");
  json_decref(client_request(client, "shutdown", json_null()));
  assert_int_equal(client_end(client), 0);
}

static void parameters_that_are_none(UNUSED_STATE) {
  Client *client = client_ready();
  static const char *const methods[] = {"textDocument/hover",       "textDocument/completion",
                                        "textDocument/codeAction",  "textDocument/inlayHint",
                                        "textDocument/definition",  "textDocument/documentLink",
                                        "workspace/executeCommand", "textDocument/semanticTokens/full"};
  client_open_text(client, TEST_URI, "plaintext", "слово");
  for (guint i = 0; i < G_N_ELEMENTS(methods); i++) {
    assert_fault(client, client_ask(client, methods[i], json_null()), -32602);
    assert_fault(client, client_ask(client, methods[i], json_pack("[i]", 1)), -32602);
    assert_fault(client,
                 client_ask(client, methods[i], json_pack("{s:{s:s}}", "textDocument", "uri", "file:///not/open")),
                 -32602);
  }
  for (guint i = 0; i < 3; i++)
    assert_fault(client,
                 client_ask(client, methods[i],
                            json_pack("{s:{s:s}, s:{s:i, s:i}}", "textDocument", "uri", TEST_URI, "position", "line",
                                      -1, "character", 0)),
                 -32602);
  client_notify(client, "textDocument/didOpen", json_null());
  client_notify(client, "textDocument/didChange",
                json_pack("{s:{s:s, s:i}, s:[i]}", "textDocument", "uri", TEST_URI, "version", 2, "contentChanges", 7));
  client_notify(client, "textDocument/didClose", json_pack("{s:{s:i}}", "textDocument", "uri", 5));
  json_t *hover = client_request(client, "textDocument/hover", at(TEST_URI, 0, 0));
  assert_true(json_is_null(hover));
  json_decref(hover);
  client_end(client);
}

static void a_request_that_waits_can_be_cancelled(UNUSED_STATE) {
  Client *client = client_ready();
  client_open_text(client, TEST_URI, "plaintext", "слово жжж");
  assert_diagnostics(client, "0:6-9 spelling");
  g_autoptr(GString) both = g_string_new(NULL);
  static const char *const bodies[] = {"{\"jsonrpc\":\"2.0\",\"id\":71,\"method\":\"textDocument/"
                                       "hover\",\"params\":{\"textDocument\":{\"uri\":\"" TEST_URI
                                       "\"},\"position\":{\"line\":0,\"character\":7}}}",
                                       "{\"jsonrpc\":\"2.0\",\"method\":\"$/cancelRequest\",\"params\":{\"id\":71}}",
                                       "{\"jsonrpc\":\"2.0\",\"method\":\"$/cancelRequest\",\"params\":{\"id\":72}}"};
  for (guint i = 0; i < G_N_ELEMENTS(bodies); i++)
    g_string_append_printf(both, "Content-Length: %zu\r\n\r\n%s", strlen(bodies[i]), bodies[i]);
  client_bytes(client, both->str, both->len);
  assert_fault(client, 71, -32800);
  client->id = 71;
  json_decref(
      client_request(client, "textDocument/hover", at(TEST_URI, 0, 7))); /* 72, which was cancelled before it came */
  client_end(client);
}

/* A client that asks and never reads: the server stops reading, and ends when the client goes. */
static void a_client_that_never_reads(UNUSED_STATE) {
  Client *client = client_ready();
  client_open_text(client, TEST_URI, "plaintext", "слово жжж");
  fcntl(client->to, F_SETFL, O_NONBLOCK);
  gboolean full = FALSE;
  for (guint i = 0; i < 200000 && !full; i++) {
    const char *body = "Content-Length: 38\r\n\r\n{\"id\":1,\"method\":\"no/such\",\"params\":1}";
    full = write(client->to, body, strlen(body)) < 0;
  }
  assert_true(full);
  close(client->from);
  client->from = open("/dev/null", O_RDONLY);
  assert_int_equal(client_end(client), 1);
}

static void settings(UNUSED_STATE) {
  Client *client = client_new();
  json_t *options =
      json_pack("{s:s, s:{s:s}, s:s, s:s, s:[s], s:s, s:b}", "program", "tlumach", "trace", "server", "off", "spelling",
                "warning", "terms", "off", "glossaries", "x.tbx", "speling", "off", "hints", 0);
  json_decref(client_initialize(client, json_pack("{s:{s:b}}", "workspace", "configuration", 1), options));
  json_t *shown = client_called(client, "window/showMessage");
  assert_string_equal(json_string_value(json_object_get(shown, "message")),
                      "tlumach: there is no setting \"speling\"; did you mean \"spelling\"?");
  json_decref(shown);
  client_open_text(client, TEST_URI, "plaintext", "ради безпеки жжж");
  json_t *diagnostics = client_called(client, "textDocument/publishDiagnostics"),
         *list = json_object_get(diagnostics, "diagnostics");
  assert_int_equal(json_array_size(list), 1);
  assert_int_equal(json_integer_value(json_object_get(json_array_get(list, 0), "severity")), 2);
  json_decref(diagnostics);
  assert_json(client_request(client, "textDocument/inlayHint", within(TEST_URI, range(0, 0, 9, 0))), "[]");

  /* What is asked for at the start is answered now: another dictionary, and terms. */
  json_t *asked = client_take(client, is_call, "workspace/configuration");
  assert_json(json_incref(json_object_get(asked, "params")), "{\"items\":[{\"section\":\"tlumach\"}]}");
  client_send(client, json_pack("{s:O, s:[{s:s, s:s}]}", "id", json_object_get(asked, "id"), "result", "terms", "hint",
                                "dictionary", "other"));
  json_decref(asked);
  assert_diagnostics(client, "0:0-12 term; 0:13-16 spelling");
  assert_string_equal(client->last_dictionary, "other");
  client_end(client);
}

static void files_that_change_open_a_new_session(UNUSED_STATE) {
  Client *client = client_new();
  json_decref(client_initialize(
      client, json_pack("{s:{s:{s:b}}}", "workspace", "didChangeWatchedFiles", "dynamicRegistration", 1), NULL));
  json_t *registered = client_called(client, "client/registerCapability");
  assert_non_null(json_array_get(json_object_get(registered, "registrations"), 0));
  json_decref(registered);
  client_open_text(client, TEST_URI, "plaintext", "жжж");
  assert_diagnostics(client, "0:0-3 spelling");
  client_notify(client, "workspace/didChangeWatchedFiles",
                json_pack("{s:[{s:s, s:i}]}", "changes", "uri", "file:///x/tlumach.conf", "type", 2));
  assert_diagnostics(client, "0:0-3 spelling");
  assert_int_equal(g_atomic_int_get(&client->sessions), 2);
  client_end(client);
}

int main(void) {
  signal(SIGPIPE, SIG_IGN);
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(answers_before_it_has_read_a_dictionary),
      cmocka_unit_test(what_is_left_out_is_said),
      cmocka_unit_test(offers_what_the_client_can_show),
      cmocka_unit_test(one_word_in_three_units),
      cmocka_unit_test(order_of_a_life),
      cmocka_unit_test(exit_codes),
      cmocka_unit_test(messages_that_are_none),
      cmocka_unit_test(parameters_that_are_none),
      cmocka_unit_test(a_request_that_waits_can_be_cancelled),
      cmocka_unit_test(a_client_that_never_reads),
      cmocka_unit_test(settings),
      cmocka_unit_test(files_that_change_open_a_new_session),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
