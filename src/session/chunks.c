#include "session/chunks.h"

#define CHUNK_BYTES (256u << 10)

typedef struct Chunk {
  guint first, end;
  gpointer result;
  gboolean ready;
} Chunk;

typedef struct Run {
  const TlumachBlock *blocks;
  TlChunkWork work;
  gpointer user;
  GMutex lock;
  GCond ready;
} Run;

static GArray *cut(const TlumachBlock *blocks, guint n) {
  GArray *chunks = g_array_new(FALSE, TRUE, sizeof(Chunk));
  for (guint first = 0, end; first < n; first = end) {
    for (end = first + 1; end < n && blocks[end].span.end - blocks[first].span.start <= CHUNK_BYTES;)
      end++;
    Chunk chunk = {first, end, NULL, FALSE};
    g_array_append_val(chunks, chunk);
  }
  return chunks;
}

static void work_on(gpointer data, gpointer user) {
  Chunk *chunk = data;
  Run *run = user;
  gpointer result = run->work(run->blocks, chunk->first, chunk->end, run->user);
  g_mutex_lock(&run->lock);
  chunk->result = result;
  chunk->ready = TRUE;
  g_cond_signal(&run->ready);
  g_mutex_unlock(&run->lock);
}

static void run_pool(Run *run, GArray *chunks, guint jobs, TlChunkDone done) {
  GThreadPool *pool = g_thread_pool_new(work_on, run, (gint)jobs, FALSE, NULL);
  /* Not all at once: results wait in memory for their turn. */
  guint ahead = 4 * jobs, pushed = 0;
  for (guint i = 0; i < chunks->len; i++) {
    for (; pushed < chunks->len && pushed < i + ahead; pushed++)
      g_thread_pool_push(pool, &g_array_index(chunks, Chunk, pushed), NULL);
    Chunk *chunk = &g_array_index(chunks, Chunk, i);
    g_mutex_lock(&run->lock);
    while (!chunk->ready)
      g_cond_wait(&run->ready, &run->lock);
    g_mutex_unlock(&run->lock);
    done(chunk->result, run->user);
  }
  g_thread_pool_free(pool, FALSE, TRUE);
}

void tl_each_chunk(const TlumachDocument *document, guint jobs, TlChunkWork work, TlChunkDone done, gpointer user) {
  guint n;
  Run run = {.work = work, .user = user};
  run.blocks = tlumach_document_blocks(document, &n);
  g_autoptr(GArray) chunks = cut(run.blocks, n);
  if (jobs > 1 && chunks->len > 1) {
    g_mutex_init(&run.lock);
    g_cond_init(&run.ready);
    run_pool(&run, chunks, jobs, done);
    g_mutex_clear(&run.lock);
    g_cond_clear(&run.ready);
    return;
  }
  for (guint i = 0; i < chunks->len; i++) {
    const Chunk *chunk = &g_array_index(chunks, Chunk, i);
    done(work(run.blocks, chunk->first, chunk->end, user), user);
  }
}
