/* The loop: all that has come is read before anything is answered, so that a request can be cancelled while it waits;
 * diagnostics are sent when nothing waits any more. */
#include "editors/lsp/lsp.h"

#include <errno.h>
#include <glib-unix.h>
#include <poll.h>
#include <string.h>
#include <unistd.h>

#include "editors/lsp/frame.h"
#include "editors/lsp/server.h"

#define WAITING_MAX (64u << 20) /* bytes of messages: a client that asks faster than it reads waits for us */

static gboolean waits(const TlServer *server, const json_t *id) {
  for (GList *link = server->inbox.head; link; link = link->next)
    if (json_equal(json_object_get(link->data, "id"), id))
      return TRUE;
  return FALSE;
}

/* $/cancelRequest overtakes what waits (3.17): the request that it names is answered with an error in its turn. */
static void cancel(TlServer *server, const json_t *message) {
  const json_t *id = tl_lsp_at(message, "params.id");
  if (!id || !waits(server, id))
    return;
  char *key = json_dumps(id, JSON_ENCODE_ANY | JSON_COMPACT);
  g_hash_table_add(server->cancelled, g_strdup(key));
  free(key);
}

static void take_message(TlServer *server, const char *body, size_t length) {
  json_error_t error;
  json_t *message = json_loadb(body, length, JSON_ALLOW_NUL, &error);
  if (!message) {
    tl_lsp_reply_fault(server, NULL, TL_LSP_PARSE_ERROR, "the message is no JSON");
    return;
  }
  const char *method = tl_lsp_string_at(message, "method");
  if (!json_is_object(message)) {
    tl_lsp_reply_fault(server, NULL, TL_LSP_INVALID_REQUEST, "a message must be an object");
  } else if (method && strcmp(method, "$/cancelRequest") == 0) {
    cancel(server, message);
  } else if (!method || strncmp(method, "$/", 2) != 0 ||
             json_object_get(message, "id")) { /* other $/ notifications may be passed over */
    server->waiting += length;
    g_queue_push_tail(&server->inbox, message);
    return;
  }
  json_decref(message);
}

static void take_bytes(TlServer *server, TlFrames *frames, const char *bytes, size_t length) {
  const char *body, *fault;
  size_t n;
  tl_frames_feed(frames, bytes, length);
  for (TlFrame frame; (frame = tl_frames_next(frames, &body, &n, &fault)) != TL_FRAME_NONE;) {
    if (frame == TL_FRAME_MESSAGE)
      take_message(server, body, n);
    else
      tl_lsp_reply_fault(server, NULL, TL_LSP_PARSE_ERROR, fault);
  }
}

/* FALSE: the client has closed its end. */
static gboolean take_input(TlServer *server, TlFrames *frames) {
  char bytes[1 << 16];
  ssize_t n = read(server->in, bytes, sizeof bytes);
  if (n < 0)
    return errno == EINTR || errno == EAGAIN;
  take_bytes(server, frames, bytes, (size_t)n);
  return n > 0;
}

/* How long there is nothing to do: milliseconds, -1: for ever. */
static int idle_time(const TlServer *server) {
  gint64 next = 0;
  GHashTableIter documents;
  gpointer document;
  g_hash_table_iter_init(&documents, server->documents);
  while (g_hash_table_iter_next(&documents, NULL, &document)) {
    gint64 due = ((TlLspDocument *)document)->due;
    if (due > 0 && !server->opening && (next == 0 || due < next))
      next = due;
  }
  if (next == 0)
    return -1;
  return (int)CLAMP((next - g_get_monotonic_time() + 999) / 1000, 0, 60000);
}

static void do_what_is_due(TlServer *server) {
  gint64 now = g_get_monotonic_time();
  GHashTableIter documents;
  gpointer value;
  g_hash_table_iter_init(&documents, server->documents);
  while (!server->opening && g_hash_table_iter_next(&documents, NULL, &value)) {
    TlLspDocument *document = value;
    if (document->due > 0 && now >= document->due)
      tl_lsp_publish(server, document);
  }
}

static void run(TlServer *server, TlFrames *frames) {
  gboolean open = TRUE;
  while (server->state != TL_LSP_GONE && !server->broken && (open || !g_queue_is_empty(&server->inbox))) {
    gboolean busy = !g_queue_is_empty(&server->inbox);
    server->waiting = busy ? server->waiting : 0;
    gboolean read_on = open && server->waiting < WAITING_MAX;
    struct pollfd fds[] = {{.fd = read_on ? server->in : -1, .events = POLLIN},
                           {.fd = server->wake[0], .events = POLLIN}};
    int ready = poll(fds, G_N_ELEMENTS(fds), busy ? 0 : idle_time(server));
    if (ready > 0 && fds[1].revents)
      tl_lsp_session_finish(server);
    if (ready > 0 && fds[0].revents) {
      open = take_input(server, frames);
      continue;
    }
    json_t *message = g_queue_pop_head(&server->inbox);
    if (message) {
      tl_lsp_handle(server, message);
      json_decref(message);
    } else {
      do_what_is_due(server);
    }
  }
}

static void clear(TlServer *server) {
  tl_lsp_session_stop(server);
  g_hash_table_unref(server->documents);
  g_hash_table_unref(server->cancelled);
  g_hash_table_unref(server->asked);
  g_queue_clear_full(&server->inbox, (GDestroyNotify)json_decref);
  tlumach_personal_free(server->own);
  tlumach_personal_free(server->project);
  tl_lsp_settings_clear(&server->settings);
  g_free(server->shown);
  close(server->wake[0]);
  close(server->wake[1]);
}

int tl_lsp_serve(const TlLsp *lsp, int in, int out) {
  TlServer server = {.lsp = lsp, .in = in, .out = out, .unit = TLUMACH_COLUMN_UTF16};
  TlFrames frames;
  if (!g_unix_open_pipe(server.wake, FD_CLOEXEC, NULL))
    return 1;
  server.documents = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, (GDestroyNotify)tl_lsp_document_free);
  server.cancelled = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  server.asked = g_hash_table_new(NULL, NULL);
  tl_lsp_settings_init(&server.settings);
  tl_frames_init(&frames);
  run(&server, &frames);
  gboolean clean =
      server.clean || server.state == TL_LSP_DOWN; /* eglot closes its end after `shutdown` without an `exit` */
  tl_frames_clear(&frames);
  clear(&server);
  return clean ? 0 : 1;
}
