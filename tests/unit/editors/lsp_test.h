/* A client of the language server, over two pipes, and a server in a thread that has the small dictionary of
 * editors_test.h. */
#ifndef TESTS_LSP_TEST_H
#define TESTS_LSP_TEST_H

#include <fcntl.h>
#include <jansson.h>
#include <poll.h>
#include <signal.h>
#include <unistd.h>

#include "editors/lsp/frame.h"
#include "editors/lsp/lsp.h"
#include "editors_test.h"

#define PATIENCE_MS 20000

typedef struct Client {
  char *folder;
  GThread *thread;
  int to, from; /* ends of the client */
  int in, out;  /* of the server */
  int id;
  TlFrames frames;
  GQueue waiting;       /* json_t: messages that nobody has asked for yet */
  gboolean fail_open;   /* the session cannot be opened */
  gboolean fail_term;   /* no term can be added */
  const char *left_out; /* what the session goes without */
  gboolean project;     /* there is a file of the project's words */
  gint sessions;        /* opened */
  char *last_dictionary;
  char *added; /* to the term base */
} Client;

static inline TlumachSession *client_open(const TlLspSettings *settings, gpointer user, char **left_out,
                                          GError **error) {
  Client *client = user;
  g_atomic_int_inc(&client->sessions);
  g_free(client->last_dictionary);
  client->last_dictionary = g_strdup(settings->dictionary);
  if (client->fail_open) {
    g_set_error(error, TLUMACH_ERROR, TLUMACH_ERROR_DICTIONARY, "no dictionary");
    return NULL;
  }
  *left_out = g_strdup(client->left_out);
  return test_session(client->folder);
}

static inline char *client_personal(gboolean project, gpointer user) {
  Client *client = user;
  return project && !client->project ? NULL
                                     : g_build_filename(client->folder, project ? "project.txt" : "own.txt", NULL);
}

static inline gboolean client_add_term(const TlLspSettings *settings, const char *term, const char *equivalent,
                                       gpointer user, GError **error) {
  Client *client = user;
  (void)settings;
  g_free(client->added);
  client->added = g_strdup_printf("%s = %s", term, equivalent);
  if (client->fail_term)
    g_set_error(error, TLUMACH_ERROR, TLUMACH_ERROR_USAGE, "no term base");
  return !client->fail_term;
}

static inline void client_log(const char *message, gpointer user) {
  (void)message, (void)user;
}

static inline gpointer client_serve(gpointer data) {
  Client *client = data;
  const TlLsp lsp = {.version = "0",
                     .open = client_open,
                     .personal = client_personal,
                     .add_term = client_add_term,
                     .log = client_log,
                     .user = client};
  int code = tl_lsp_serve(&lsp, client->in, client->out);
  close(client->out);
  return GINT_TO_POINTER(code);
}

static inline Client *client_new(void) {
  Client *client = g_new0(Client, 1);
  int to[2], from[2];
  assert_int_equal(pipe2(to, O_CLOEXEC), 0);
  assert_int_equal(pipe2(from, O_CLOEXEC), 0);
  *client = (Client){.folder = folder_make(), .to = to[1], .in = to[0], .from = from[0], .out = from[1]};
  g_queue_init(&client->waiting);
  tl_frames_init(&client->frames);
  return client;
}

static inline void client_start(Client *client) {
  client->thread = g_thread_new("server", client_serve, client);
}

/* Closes the client's end; the server's exit code. */
static inline int client_end(Client *client) {
  if (client->to >= 0)
    close(client->to);
  client->to = -1;
  int code = GPOINTER_TO_INT(g_thread_join(client->thread));
  close(client->from);
  close(client->in);
  tl_frames_clear(&client->frames);
  g_queue_clear_full(&client->waiting, (GDestroyNotify)json_decref);
  g_free(client->last_dictionary);
  g_free(client->added);
  folder_remove(client->folder);
  g_free(client);
  return code;
}

static inline void client_bytes(Client *client, const char *bytes, size_t length) {
  while (length > 0) {
    ssize_t n = write(client->to, bytes, length);
    assert_true(n > 0);
    bytes += n;
    length -= (size_t)n;
  }
}

static inline void client_raw(Client *client, const char *body) {
  g_autofree char *message = g_strdup_printf("Content-Length: %zu\r\n\r\n%s", strlen(body), body);
  client_bytes(client, message, strlen(message));
}

/* Takes `message`. */
static inline void client_send(Client *client, json_t *message) {
  assert_non_null(message);
  json_object_set_new(message, "jsonrpc", json_string("2.0"));
  char *body = json_dumps(message, 0);
  client_raw(client, body);
  free(body);
  json_decref(message);
}

/* Takes `params`. */
static inline void client_notify(Client *client, const char *method, json_t *params) {
  client_send(client, json_pack("{s:s, s:o}", "method", method, "params", params));
}

static inline int client_ask(Client *client, const char *method, json_t *params) {
  int id = ++client->id;
  client_send(client, json_pack("{s:i, s:s, s:o}", "id", id, "method", method, "params", params));
  return id;
}

/* The next message from the server; NULL at its end. */
static inline json_t *client_read(Client *client) {
  for (;;) {
    const char *body, *fault;
    size_t length;
    TlFrame frame = tl_frames_next(&client->frames, &body, &length, &fault);
    assert_int_not_equal(frame, TL_FRAME_FAULT);
    if (frame == TL_FRAME_MESSAGE) {
      json_t *message = json_loadb(body, length, 0, NULL);
      assert_non_null(message);
      assert_string_equal(json_string_value(json_object_get(message, "jsonrpc")), "2.0");
      return message;
    }
    char bytes[4096];
    struct pollfd fd = {.fd = client->from, .events = POLLIN};
    if (poll(&fd, 1, PATIENCE_MS) == 0)
      fail_msg("the server says nothing");
    ssize_t n = read(client->from, bytes, sizeof bytes);
    if (n <= 0)
      return NULL;
    tl_frames_feed(&client->frames, bytes, (size_t)n);
  }
}

typedef gboolean (*ClientWants)(const json_t *message, gconstpointer what);

/* The first message that is wanted, of those that came before and those to come; the others wait. */
static inline json_t *client_take(Client *client, ClientWants wants, gconstpointer what) {
  for (GList *link = client->waiting.head; link; link = link->next)
    if (wants(link->data, what)) {
      json_t *message = link->data;
      g_queue_delete_link(&client->waiting, link);
      return message;
    }
  for (json_t *message; (message = client_read(client));) {
    if (wants(message, what))
      return message;
    g_queue_push_tail(&client->waiting, message);
  }
  return NULL;
}

static inline gboolean is_answer(const json_t *message, gconstpointer id) {
  const json_t *own = json_object_get(message, "id");
  return !json_object_get(message, "method") && json_is_integer(own) && json_integer_value(own) == GPOINTER_TO_INT(id);
}

static inline gboolean is_call(const json_t *message, gconstpointer method) {
  return g_strcmp0(json_string_value(json_object_get(message, "method")), method) == 0;
}

static inline gboolean is_fault_without_id(const json_t *message, gconstpointer unused) {
  (void)unused;
  return json_is_null(json_object_get(message, "id")) && json_object_get(message, "error");
}

/* The whole answer to a request: json_decref it. */
static inline json_t *client_answer(Client *client, int id) {
  json_t *answer = client_take(client, is_answer, GINT_TO_POINTER(id));
  assert_non_null(answer);
  return answer;
}

/* The result of a request: json_decref it. */
static inline json_t *client_request(Client *client, const char *method, json_t *params) {
  json_t *answer = client_answer(client, client_ask(client, method, params));
  json_t *result = json_incref(json_object_get(answer, "result"));
  if (!result)
    fail_msg("%s: %s", method, json_string_value(json_object_get(json_object_get(answer, "error"), "message")));
  json_decref(answer);
  return result;
}

static inline void assert_fault(Client *client, int id, int code) {
  json_t *answer = client_answer(client, id);
  assert_null(json_object_get(answer, "result"));
  assert_int_equal(json_integer_value(json_object_get(json_object_get(answer, "error"), "code")), code);
  json_decref(answer);
}

/* The parameters of the next call of that name: json_decref them. */
static inline json_t *client_called(Client *client, const char *method) {
  json_t *message = client_take(client, is_call, method);
  if (!message)
    fail_msg("no %s", method);
  json_t *params = json_incref(json_object_get(message, "params"));
  json_decref(message);
  return params;
}

/* initialize and initialized; takes `capabilities`. The result is the caller's. */
static inline json_t *client_initialize(Client *client, json_t *capabilities, json_t *options) {
  json_t *params = json_pack("{s:n, s:n, s:o}", "processId", "rootUri", "capabilities", capabilities);
  if (options)
    json_object_set_new(params, "initializationOptions", options);
  client_start(client);
  json_t *result = client_request(client, "initialize", params);
  client_notify(client, "initialized", json_object());
  return result;
}

static inline Client *client_ready(void) {
  Client *client = client_new();
  json_decref(client_initialize(client, json_object(), NULL));
  return client;
}

#define TEST_URI "file:///tmp/test.uk.txt"

static inline void client_open_text(Client *client, const char *uri, const char *language, const char *text) {
  client_notify(client, "textDocument/didOpen",
                json_pack("{s:{s:s, s:s, s:i, s:s}}", "textDocument", "uri", uri, "languageId", language, "version", 1,
                          "text", text));
}

static inline json_t *at(const char *uri, int line, int character) {
  return json_pack("{s:{s:s}, s:{s:i, s:i}}", "textDocument", "uri", uri, "position", "line", line, "character",
                   character);
}

static inline json_t *range(int line, int start, int end_line, int end) {
  return json_pack("{s:{s:i, s:i}, s:{s:i, s:i}}", "start", "line", line, "character", start, "end", "line", end_line,
                   "character", end);
}

static inline json_t *within(const char *uri, json_t *where) {
  return json_pack("{s:{s:s}, s:o, s:{s:[]}}", "textDocument", "uri", uri, "range", where, "context", "diagnostics");
}

/* Changes the text of `where` (NULL: all of it). */
static inline void client_change(Client *client, int version, json_t *where, const char *text) {
  json_t *change = json_pack("{s:s}", "text", text);
  if (where)
    json_object_set_new(change, "range", where);
  client_notify(client, "textDocument/didChange",
                json_pack("{s:{s:s, s:i}, s:[o]}", "textDocument", "uri", TEST_URI, "version", version,
                          "contentChanges", change));
}

/* "line:start-end code; …" of the next diagnostics. Free with g_free. */
static inline char *client_diagnostics(Client *client) {
  json_t *params = client_called(client, "textDocument/publishDiagnostics"), *one;
  g_autoptr(GString) out = g_string_new(NULL);
  size_t i;
  json_array_foreach(json_object_get(params, "diagnostics"), i, one) {
    const json_t *where = json_object_get(one, "range"), *start = json_object_get(where, "start"),
                 *end = json_object_get(where, "end");
    g_string_append_printf(out, "%s%d:%d-%d %s", i ? "; " : "", (int)json_integer_value(json_object_get(start, "line")),
                           (int)json_integer_value(json_object_get(start, "character")),
                           (int)json_integer_value(json_object_get(end, "character")),
                           json_string_value(json_object_get(one, "code")));
  }
  json_decref(params);
  return g_string_free(g_steal_pointer(&out), FALSE);
}

static inline void assert_diagnostics(Client *client, const char *expected) {
  g_autofree char *found = client_diagnostics(client);
  assert_string_equal(found, expected);
}

static inline void assert_json(json_t *value, const char *expected) {
  char *text = json_dumps(value, JSON_COMPACT | JSON_ENCODE_ANY | JSON_SORT_KEYS);
  assert_string_equal(text, expected);
  free(text);
  json_decref(value);
}

#endif
