#include "commands/rendering.h"

typedef struct Worker {
  gpointer own; /* the command's */
  TlRecords records;
} Worker;

typedef struct Rendering {
  const TlumachSession *session;
  const TlRenderer *how;
  gpointer user;
  TlRecords to;
  const TlumachDocument *document;
  GPtrArray *idle;    /* Worker */
  GAsyncQueue *spare; /* GString: what was written, to be used again */
  gint broken;        /* the output, as all threads see it */
} Rendering;

static void free_string(gpointer string) {
  g_string_free(string, TRUE);
}

static gpointer begin(gpointer user) {
  Rendering *rendering = user;
  Worker *worker = rendering->idle->len > 0 ? g_ptr_array_steal_index_fast(rendering->idle, 0) : NULL;
  if (!worker) {
    worker = g_new0(Worker, 1);
    worker->own = rendering->how->start(rendering->user);
    worker->records.unit = rendering->to.unit;
  }
  worker->records.document = tlumach_document_view(rendering->document);
  return worker;
}

static gpointer render(gpointer data, guint first, guint end, gpointer user) {
  Rendering *rendering = user;
  Worker *worker = data;
  if (g_atomic_int_get(&rendering->broken))
    return NULL;
  GString *text = g_async_queue_try_pop(rendering->spare);
  if (!text)
    text = g_string_new(NULL);
  worker->records.output = tl_output_memory(text);
  rendering->how->render(worker->own, &worker->records, first, end);
  tl_output_close(worker->records.output, NULL);
  return text;
}

static void write_part(gpointer data, gpointer user) {
  Rendering *rendering = user;
  GString *text = data;
  if (!text)
    return;
  tl_output_write(rendering->to.output, text->str, text->len);
  tl_output_flush(rendering->to.output, NULL); /* who waits for the first ones; a fault is told at the end */
  g_atomic_int_set(&rendering->broken, tl_output_broken(rendering->to.output));
  g_async_queue_push(rendering->spare, g_string_truncate(text, 0));
}

static void end_part(gpointer data, gpointer user) {
  Rendering *rendering = user;
  Worker *worker = data;
  tlumach_document_free(worker->records.document);
  g_ptr_array_add(rendering->idle, worker);
}

static gboolean run(TlumachDocument *document, gpointer user, GError **error) {
  static const TlumachPartWork how = {begin, render, write_part, end_part};
  Rendering *rendering = user;
  (void)error;
  rendering->document = document;
  tlumach_each_part(rendering->session, document, &how, rendering);
  return !g_atomic_int_get(&rendering->broken);
}

static void end_all(Rendering *rendering) {
  for (guint i = 0; i < rendering->idle->len; i++) {
    Worker *worker = g_ptr_array_index(rendering->idle, i);
    rendering->how->finish(worker->own, rendering->user);
    g_free(worker);
  }
  g_ptr_array_unref(rendering->idle);
  g_async_queue_unref(rendering->spare);
}

gboolean tl_render_files(const TlumachSession *session, const TlRenderer *how, const TlRecords *to, gpointer user,
                         TlOptions *options, GError **error) {
  Rendering rendering = {.session = session,
                         .how = how,
                         .user = user,
                         .to = *to,
                         .idle = g_ptr_array_new(),
                         .spare = g_async_queue_new_full(free_string)};
  gboolean done = tl_options_each_part(options, run, &rendering, error);
  end_all(&rendering);
  return done;
}
