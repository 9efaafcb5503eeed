/* Documents in parts. Whoever is free takes the next part, or reads the document after them; the caller's thread works,
 * too, while the part whose turn it is to be handed out is not ready. */
#include "session/session_private.h"

#define FIRST_BYTES (2u << 10) /* so that there is something to show at once; each part is twice as long … */
#define PART_BYTES (64u << 10) /* … up to this */

/* A document of which not all parts are handed out. */
typedef struct Text {
  TlumachDocument *document;
  GPtrArray *views; /* of each hand, or NULL */
  guint left;       /* parts */
} Text;

typedef struct Part {
  Text *text;
  guint first, end;
  gpointer result;
  gboolean ready;
} Part;

typedef struct Run {
  const TlumachPartWork *how;
  gpointer user;
  TlumachNextDocument next;
  gpointer from;
  guint jobs;
  size_t bytes; /* of the next part */
  GPtrArray *hands;
  GMutex lock; /* of what follows, and of the parts and texts */
  GCond changed;
  GQueue parts;   /* Part, not handed out, in text order */
  GList *waiting; /* of them the first that nobody has taken, or NULL */
  guint taken;
  guint64 n_read;   /* parts of all documents */
  gboolean reading; /* somebody is */
  gboolean ended;   /* there is no more to read */
  GError *error;
} Run;

typedef struct Hand {
  Run *run;
  guint number;
  gpointer worker;
  GThread *thread; /* NULL: the caller's */
} Hand;

static void free_view(gpointer view) {
  tlumach_document_free(view);
}

static void free_text(Text *text) {
  g_ptr_array_unref(text->views);
  tlumach_document_free(text->document);
  g_free(text);
}

static void free_part(Part *part) {
  if (--part->text->left == 0)
    free_text(part->text);
  g_free(part);
}

/* Fills `parts`; the document is taken over. */
static void cut(Run *run, TlumachDocument *document, GQueue *parts) {
  guint n;
  const TlumachBlock *blocks = tlumach_document_blocks(document, &n);
  Text *text = g_new(Text, 1);
  *text = (Text){document, g_ptr_array_new_full(run->jobs, free_view), 0};
  g_ptr_array_set_size(text->views, (gint)run->jobs);
  for (guint first = 0, end; first < n; first = end, run->bytes = MIN(2 * run->bytes, PART_BYTES)) {
    for (end = first + 1; end < n && blocks[end].span.end - blocks[first].span.start <= run->bytes;)
      end++;
    Part part = {text, first, end, NULL, FALSE};
    g_queue_push_tail(parts, g_memdup2(&part, sizeof part));
    text->left++;
  }
  if (n == 0)
    free_text(text);
}

/* Here and below the lock is held before and after. */
/* What nobody has taken is let go. */
static void stop(Run *run) {
  run->ended = TRUE;
  for (GList *next; run->waiting; run->waiting = next) {
    next = run->waiting->next;
    free_part(run->waiting->data);
    g_queue_delete_link(&run->parts, run->waiting);
  }
}

static void read_next(Run *run) {
  GQueue parts = G_QUEUE_INIT;
  run->reading = TRUE;
  g_mutex_unlock(&run->lock);
  GError *error = NULL;
  TlumachDocument *document = run->next(run->from, &error);
  if (document)
    cut(run, document, &parts);
  g_mutex_lock(&run->lock);
  run->reading = FALSE;
  run->error = error;
  for (Part *part; (part = g_queue_pop_head(&parts)); run->n_read++) {
    g_queue_push_tail(&run->parts, part);
    run->waiting = run->waiting ? run->waiting : run->parts.tail;
  }
  if (run->ended) /* in the meantime */
    stop(run);
  run->ended |= document == NULL;
  g_cond_broadcast(&run->changed);
}

static void work_on_next(const Hand *hand) {
  Run *run = hand->run;
  Part *part = run->waiting->data;
  run->waiting = run->waiting->next;
  run->taken++;
  gpointer *view = &part->text->views->pdata[hand->number];
  g_mutex_unlock(&run->lock);
  if (!*view)
    *view = tlumach_document_view(part->text->document);
  gpointer result = run->how->work(hand->worker, *view, part->first, part->end, run->user);
  g_mutex_lock(&run->lock);
  part->result = result;
  part->ready = TRUE;
  g_cond_broadcast(&run->changed);
}

/* Results wait in memory for their turn: not all at once. */
static gboolean may_work(const Run *run) {
  return run->waiting && run->taken < 4 * run->jobs;
}

/* Before those who work run out of parts. */
static gboolean may_read(const Run *run) {
  return !run->reading && !run->ended && run->parts.length - run->taken < 2 * run->jobs;
}

static gpointer lend_hand(gpointer data) {
  const Hand *hand = data;
  Run *run = hand->run;
  g_mutex_lock(&run->lock);
  while (run->waiting || !run->ended) {
    if (may_read(run))
      read_next(run);
    else if (may_work(run))
      work_on_next(hand);
    else
      g_cond_wait(&run->changed, &run->lock);
  }
  g_mutex_unlock(&run->lock);
  return NULL;
}

/* Of a short text one has enough to do. A thread that there is no room for is not missed. */
static void call_hand(Run *run) {
  g_mutex_unlock(&run->lock);
  Hand *hand = g_new(Hand, 1);
  *hand = (Hand){run, run->hands->len, run->how->begin(run->user), NULL};
  g_ptr_array_add(run->hands, hand); /* the caller's alone */
  if (hand->number > 0)
    hand->thread = g_thread_try_new("part", lend_hand, hand, NULL);
  g_mutex_lock(&run->lock);
}

static void hand_out(Run *run) {
  Part *part = g_queue_pop_head(&run->parts);
  run->taken--;
  g_mutex_unlock(&run->lock);
  gboolean more = run->how->done(part->result, run->user);
  g_mutex_lock(&run->lock);
  free_part(part);
  if (!more)
    stop(run);
  g_cond_broadcast(&run->changed);
}

/* Of the caller's thread, which hands out: it reads only when there is nothing else that it could wait for. */
static void run_all(Run *run) {
  g_mutex_lock(&run->lock);
  for (;;) {
    while (run->hands->len < MIN(run->jobs, run->n_read))
      call_hand(run);
    const Part *part = g_queue_peek_head(&run->parts);
    if (part && part->ready)
      hand_out(run);
    else if (may_work(run))
      work_on_next(run->hands->pdata[0]);
    else if (part || run->reading)
      g_cond_wait(&run->changed, &run->lock);
    else if (run->ended)
      break;
    else
      read_next(run);
  }
  g_mutex_unlock(&run->lock);
}

gboolean tlumach_each_part_of(const TlumachSession *session, TlumachNextDocument next, gpointer from,
                              const TlumachPartWork *how, gpointer user, GError **error) {
  Run run = {.how = how, .user = user, .next = next, .from = from, .jobs = session->jobs, .bytes = FIRST_BYTES};
  run.hands = g_ptr_array_new_with_free_func(g_free);
  g_mutex_init(&run.lock);
  g_cond_init(&run.changed);
  run_all(&run);
  for (guint i = 0; i < run.hands->len; i++) {
    const Hand *hand = run.hands->pdata[i];
    if (hand->thread)
      g_thread_join(hand->thread);
    how->end(hand->worker, user);
  }
  g_mutex_clear(&run.lock);
  g_cond_clear(&run.changed);
  g_ptr_array_unref(run.hands);
  if (!run.error)
    return TRUE;
  g_propagate_error(error, run.error);
  return FALSE;
}

static TlumachDocument *only_one(gpointer from, GError **error) {
  const TlumachDocument **document = from, *one = *document;
  (void)error;
  *document = NULL;
  return one ? tlumach_document_view(one) : NULL;
}

void tlumach_each_part(const TlumachSession *session, const TlumachDocument *document, const TlumachPartWork *how,
                       gpointer user) {
  tlumach_each_part_of(session, only_one, &document, how, user, NULL);
}
