/* A session is opened beside the loop: a client has its answer to `initialize` at once, and may type meanwhile. */
#include <unistd.h>

#include "editors/lsp/server.h"

typedef struct Job {
  const TlLsp *lsp;
  TlLspSettings settings;
  int wake;
  TlumachSession *session;
  char *left_out;
  GError *error;
} Job;

static gpointer open_beside(gpointer data) {
  Job *job = data;
  job->session = job->lsp->open(&job->settings, job->lsp->user, &job->left_out, &job->error);
  while (write(job->wake, "", 1) < 0) /* the pipe is empty: it fails only when a signal comes between */
    g_usleep(1000);
  return job;
}

static void show_progress(TlServer *server, const json_t *result) {
  if (!result || !server->opening)
    return;
  server->progress = TRUE;
  tl_lsp_notify(server, "$/progress",
                json_pack("{s:s, s:{s:s, s:s}}", "token", "tlumach/open", "value", "kind", "begin", "title",
                          "tlumach: opening dictionaries"));
}

static void end_progress(TlServer *server) {
  if (server->progress)
    tl_lsp_notify(server, "$/progress", json_pack("{s:s, s:{s:s}}", "token", "tlumach/open", "value", "kind", "end"));
  server->progress = FALSE;
}

void tl_lsp_session_start(TlServer *server) {
  if (server->opening) {
    server->reopen = TRUE;
    return;
  }
  Job *job = g_new0(Job, 1);
  job->lsp = server->lsp;
  job->settings = tl_lsp_settings_copy(&server->settings);
  job->wake = server->wake[1];
  server->opening = g_thread_new("open", open_beside, job);
}

static Job *join(TlServer *server) {
  char byte;
  while (read(server->wake[0], &byte, 1) < 0)
    g_usleep(1000);
  Job *job = g_thread_join(server->opening);
  server->opening = NULL;
  return job;
}

static void free_job(Job *job) {
  tl_lsp_settings_clear(&job->settings);
  g_free(job->left_out);
  g_clear_error(&job->error);
  g_free(job);
}

void tl_lsp_session_finish(TlServer *server) {
  Job *job = join(server);
  end_progress(server);
  if (job->session) {
    tl_lsp_touch_all(server);
    tlumach_session_free(server->session);
    server->session = job->session;
    for (guint i = 0; i < tlumach_session_warnings(job->session)->len; i++)
      tl_lsp_log(server, 2, "%s", (const char *)g_ptr_array_index(tlumach_session_warnings(job->session), i));
    if (job->left_out)
      tl_lsp_show(server, job->left_out);
  } else {
    tl_lsp_show(server, job->error ? job->error->message : "no session");
  }
  free_job(job);
  if (server->reopen) {
    server->reopen = FALSE;
    tl_lsp_session_start(server);
  }
}

TlumachSession *tl_lsp_session(TlServer *server) {
  while (server->opening)
    tl_lsp_session_finish(server);
  return server->session;
}

void tl_lsp_session_stop(TlServer *server) {
  if (server->opening) {
    Job *job = join(server);
    tlumach_session_free(job->session);
    free_job(job);
  }
  tlumach_session_free(server->session);
  server->session = NULL;
}

void tl_lsp_progress_ask(TlServer *server) {
  if (server->client.progress && server->opening)
    tl_lsp_request(server, "window/workDoneProgress/create", json_pack("{s:s}", "token", "tlumach/open"),
                   show_progress);
}
