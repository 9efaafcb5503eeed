/* A document in parts. Whoever is free takes the next one; the caller's thread works, too, while the part whose turn it
 * is to be handed out is not ready. */
#include "session/session_private.h"

#define FIRST_BYTES (2u << 10) /* so that there is something to show at once; each part is twice as long … */
#define PART_BYTES (64u << 10) /* … up to this */

typedef struct Part {
  guint first, end;
  gpointer result;
  gboolean ready;
} Part;

typedef struct Run {
  const TlumachPartWork *how;
  gpointer user;
  GArray *parts;
  guint ahead; /* results wait in memory for their turn: not all at once */
  GMutex lock; /* of what follows, and of the parts */
  GCond changed;
  guint taken, done;
} Run;

static GArray *cut(const TlumachDocument *document) {
  guint n;
  const TlumachBlock *blocks = tlumach_document_blocks(document, &n);
  GArray *parts = g_array_new(FALSE, TRUE, sizeof(Part));
  size_t bytes = FIRST_BYTES;
  for (guint first = 0, end; first < n; first = end, bytes = MIN(2 * bytes, PART_BYTES)) {
    for (end = first + 1; end < n && blocks[end].span.end - blocks[first].span.start <= bytes;)
      end++;
    Part part = {first, end, NULL, FALSE};
    g_array_append_val(parts, part);
  }
  return parts;
}

/* The lock is held before and after. FALSE: none may be taken now. */
static gboolean work_on_next(Run *run, gpointer worker) {
  if (run->taken >= MIN(run->parts->len, run->done + run->ahead))
    return FALSE;
  Part *part = &g_array_index(run->parts, Part, run->taken++);
  g_mutex_unlock(&run->lock);
  gpointer result = run->how->work(worker, part->first, part->end, run->user);
  g_mutex_lock(&run->lock);
  part->result = result;
  part->ready = TRUE;
  g_cond_broadcast(&run->changed);
  return TRUE;
}

typedef struct Hand {
  Run *run;
  gpointer worker;
  GThread *thread; /* NULL: the caller's */
} Hand;

static gpointer lend_hand(gpointer data) {
  const Hand *hand = data;
  Run *run = hand->run;
  g_mutex_lock(&run->lock);
  while (run->taken < run->parts->len)
    if (!work_on_next(run, hand->worker))
      g_cond_wait(&run->changed, &run->lock);
  g_mutex_unlock(&run->lock);
  return NULL;
}

static void hand_out(Run *run, gpointer worker) {
  g_mutex_lock(&run->lock);
  while (run->done < run->parts->len) {
    const Part *part = &g_array_index(run->parts, Part, run->done);
    if (part->ready) {
      g_mutex_unlock(&run->lock);
      run->how->done(part->result, run->user);
      g_mutex_lock(&run->lock);
      run->done++;
      g_cond_broadcast(&run->changed);
    } else if (!work_on_next(run, worker)) {
      g_cond_wait(&run->changed, &run->lock);
    }
  }
  g_mutex_unlock(&run->lock);
}

void tlumach_each_part(const TlumachSession *session, const TlumachDocument *document, const TlumachPartWork *how,
                       gpointer user) {
  g_autoptr(GArray) parts = cut(document);
  guint n = MIN(session->jobs, parts->len);
  Run run = {.how = how, .user = user, .parts = parts, .ahead = 4 * n};
  g_autofree Hand *hands = g_new0(Hand, n);
  g_mutex_init(&run.lock);
  g_cond_init(&run.changed);
  for (guint i = 0; i < n; i++)
    hands[i] = (Hand){.run = &run, .worker = how->begin(user)};
  for (guint i = 1; i < n; i++) /* a thread that there is no room for is not missed */
    hands[i].thread = g_thread_try_new("part", lend_hand, &hands[i], NULL);
  if (n > 0)
    hand_out(&run, hands[0].worker);
  for (guint i = 0; i < n; i++) {
    if (hands[i].thread)
      g_thread_join(hands[i].thread);
    how->end(hands[i].worker, user);
  }
  g_mutex_clear(&run.lock);
  g_cond_clear(&run.changed);
}
