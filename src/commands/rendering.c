#include "commands/rendering.h"

typedef struct Worker {
  gpointer own; /* the command's */
  TlRecords records;
} Worker;

typedef struct Rendering {
  const TlRenderer *how;
  gpointer user;
  TlRecords to;
  GAsyncQueue *spare; /* GString: what was written, to be used again */
} Rendering;

static void free_string(gpointer string) {
  g_string_free(string, TRUE);
}

static gpointer begin(gpointer user) {
  const Rendering *rendering = user;
  Worker *worker = g_new0(Worker, 1);
  worker->own = rendering->how->start(rendering->user);
  worker->records.unit = rendering->to.unit;
  return worker;
}

static gpointer render(gpointer data, TlumachDocument *document, guint first, guint end, gpointer user) {
  const Rendering *rendering = user;
  Worker *worker = data;
  GString *text = g_async_queue_try_pop(rendering->spare);
  if (!text)
    text = g_string_new(NULL);
  worker->records.document = document;
  worker->records.output = tl_output_memory(text);
  rendering->how->render(worker->own, &worker->records, first, end);
  tl_output_close(worker->records.output, NULL);
  return text;
}

static gboolean write_part(gpointer data, gpointer user) {
  const Rendering *rendering = user;
  GString *text = data;
  tl_output_write(rendering->to.output, text->str, text->len);
  tl_output_flush(rendering->to.output, NULL); /* who waits for the first ones; a fault is told at the end */
  g_async_queue_push(rendering->spare, g_string_truncate(text, 0));
  return !tl_output_broken(rendering->to.output);
}

static void end_worker(gpointer data, gpointer user) {
  const Rendering *rendering = user;
  g_autofree Worker *worker = data;
  rendering->how->finish(worker->own, rendering->user);
}

gboolean tl_render_files(const TlumachSession *session, const TlRenderer *how, const TlRecords *to, gpointer user,
                         TlOptions *options, GError **error) {
  static const TlumachPartWork work = {begin, render, write_part, end_worker};
  g_autoptr(TlInputs) inputs = tl_inputs_new(options, TRUE, error);
  if (!inputs)
    return FALSE;
  Rendering rendering = {how, user, *to, g_async_queue_new_full(free_string)};
  gboolean done = tlumach_each_part_of(session, tl_inputs_next, inputs, &work, &rendering, error);
  g_async_queue_unref(rendering.spare);
  return done;
}
