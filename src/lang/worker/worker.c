/* Batches of words as questions to the child, and what becomes of a question when the child dies of it.
 *
 * The child notes in shared memory which word it is at. Dead once, it is started again and asked the same; dead twice
 * at one word, that word is taken out of the question and remembered. Eight such words, or one question that no
 * repeating helps, and the dictionary is given up: a dictionary made to hang must not take ten seconds for each word of
 * a text. */
#include "lang/worker/worker.h"

#include <string.h>
#include <sys/mman.h>

#include "base/error.h"
#include "lang/worker/process.h"
#include "lang/worker/words.h"

enum {
  LOADS = 3,   /* deaths on loading */
  DEATHS = 16, /* of one question */
  DEADLY = 8,  /* words */
  WARNINGS = 100,
  PATIENCE = 60 * G_TIME_SPAN_SECOND /* wall time; the child's processor time ends much sooner */
};

typedef struct Question {
  TlAsk kind;
  guint32 count;
  GString *message;            /* room for a frame, the words */
  size_t starts[TL_ASK_WORDS]; /* of each word in it */
  size_t slots[TL_ASK_WORDS];  /* which of the caller's words it is */
} Question;

struct TlWorker {
  GMutex lock; /* over all below */
  TlDictionaryFiles *files;
  char **additions; /* paths */
  GString *added;   /* what is in them, as the child wants it; NULL: not read yet */
  TlWords words;
  TlProcess process;
  gboolean read_through; /* the files were checked to their ends */
  GError *given_up;
  Question question;
  GByteArray *answer;
  GHashTable *deadly;  /* kind and word, as in a message */
  GPtrArray *warnings; /* char * */
};

TlWorker *tl_worker_new(const char *base, TlAdditions additions, GError **error) {
  g_autoptr(TlDictionaryFiles) files = tl_dictionary_open(base, NULL, error);
  TlWords words;
  if (!files || !tl_words_open(&words, files->charset, error))
    return NULL;
  TlWorker *worker = g_new0(TlWorker, 1);
  g_mutex_init(&worker->lock);
  worker->files = g_steal_pointer(&files);
  worker->words = words;
  worker->additions = g_strdupv((char **)additions);
  worker->question.message = g_string_new(NULL);
  worker->answer = g_byte_array_new();
  worker->deadly = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  worker->warnings = g_ptr_array_new_with_free_func(g_free);
  return worker;
}

void tl_worker_free(TlWorker *worker) {
  if (!worker)
    return;
  if (worker->process.pid)
    g_free(tl_process_stop(&worker->process));
  if (worker->process.progress)
    munmap(worker->process.progress, sizeof *worker->process.progress);
  g_clear_error(&worker->given_up);
  g_string_free(worker->question.message, TRUE);
  g_strfreev(worker->additions);
  if (worker->added)
    g_string_free(worker->added, TRUE);
  g_byte_array_unref(worker->answer);
  g_hash_table_unref(worker->deadly);
  g_ptr_array_unref(worker->warnings);
  tl_words_close(&worker->words);
  tl_dictionary_close(worker->files);
  g_mutex_clear(&worker->lock);
  g_free(worker);
}

static gboolean give_up(TlWorker *worker, const char *what, const char *how, GError **error) {
  tl_error_at(&worker->given_up, TLUMACH_ERROR_DICTIONARY, worker->files->base, 0, 0,
              "%s: %s; the dictionary is given up", what, how);
  g_propagate_error(error, g_error_copy(worker->given_up));
  return FALSE;
}

/* A word and its model, or neither when the dictionary's charset cannot write them. */
static void put_addition(const char *word, const char *model, gpointer user) {
  TlWorker *worker = user;
  size_t before = worker->added->len;
  if (!tl_words_write(&worker->words, word, worker->added))
    return;
  if (!*model)
    g_string_append_c(worker->added, '\0');
  else if (!tl_words_write(&worker->words, model, worker->added))
    g_string_truncate(worker->added, before);
}

static void read_additions(TlWorker *worker) {
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = tl_additions_read((TlAdditions)worker->additions, &error);
  worker->added = g_string_new(NULL);
  if (bytes)
    tl_additions_each(bytes, put_addition, worker);
  else
    g_ptr_array_add(worker->warnings, g_strdup(error->message));
  g_string_append_c(worker->added, '\0');
}

/* A child that has the dictionary loaded. */
static gboolean have_child(TlWorker *worker, GError **error) {
  TlProcess *process = &worker->process;
  if (worker->given_up) {
    g_propagate_error(error, g_error_copy(worker->given_up));
    return FALSE;
  }
  if (!worker->read_through && !tl_dictionary_read_through(worker->files, worker->warnings, &worker->given_up)) {
    g_propagate_error(error, g_error_copy(worker->given_up));
    return FALSE;
  }
  worker->read_through = TRUE;
  if (!worker->added)
    read_additions(worker);
  g_autofree char *how = NULL;
  for (int deaths = 0; !process->pid && deaths < LOADS; deaths++) {
    if (!tl_process_start(process, worker->files, worker->added->str, error))
      return FALSE;
    TlOutcome outcome = tl_process_loaded(process, g_get_monotonic_time() + PATIENCE);
    if (outcome == TL_ANSWERED)
      return TRUE;
    g_free(how);
    how = tl_process_stop(process);
  }
  return process->pid || give_up(worker, "Hunspell died of loading it", how, error);
}

/* As many of the words from `next` on as one question holds; returns the first that is left. */
static size_t put(TlWorker *worker, TlAsk kind, const char *const *words, size_t next, size_t n) {
  Question *question = &worker->question;
  GString *message = question->message;
  question->kind = kind;
  question->count = 0;
  g_string_set_size(message, sizeof(TlFrame));
  for (; next < n && question->count < TL_ASK_WORDS; next++) {
    size_t start = message->len;
    if (!tl_words_write(&worker->words, words[next], message))
      continue;
    if (g_hash_table_size(worker->deadly) > 0) {
      g_autofree char *key = g_strdup_printf("%d%s", (int)kind, message->str + start);
      if (g_hash_table_contains(worker->deadly, key)) {
        g_string_truncate(message, start);
        continue;
      }
    }
    question->starts[question->count] = start;
    question->slots[question->count++] = next;
  }
  return next;
}

static void take_out(TlWorker *worker, guint32 which, const char *word, const char *how) {
  Question *question = &worker->question;
  GString *message = question->message;
  size_t start = question->starts[which], size = strlen(message->str + start) + 1;
  g_hash_table_add(worker->deadly, g_strdup_printf("%d%s", (int)question->kind, message->str + start));
  if (worker->warnings->len < WARNINGS)
    g_ptr_array_add(worker->warnings,
                    g_strdup_printf("%s: Hunspell died twice of the word %s: %s; it counts as not known",
                                    worker->files->base, word, how));
  g_string_erase(message, (gssize)start, (gssize)size);
  question->count--;
  for (guint32 i = which; i < question->count; i++) {
    question->starts[i] = question->starts[i + 1] - size;
    question->slots[i] = question->slots[i + 1];
  }
}

/* The question to its end. Words taken out of it, and all of them when the time is up, are left without an answer. */
static gboolean ask(TlWorker *worker, const char *const *words, guint milliseconds, GError **error) {
  TlProcess *process = &worker->process;
  Question *question = &worker->question;
  guint32 suspect = 0;
  for (int deaths = 0; question->count > 0;) {
    if (!have_child(worker, error))
      return FALSE;
    gint64 deadline = g_get_monotonic_time() + (milliseconds ? milliseconds * G_TIME_SPAN_MILLISECOND : PATIENCE);
    TlOutcome outcome = tl_process_settle(process, deadline, worker->answer);
    gboolean asked = outcome == TL_ANSWERED;
    if (asked)
      outcome = tl_process_ask(process, question->kind, question->count, question->message, deadline, worker->answer);
    if (outcome == TL_ANSWERED)
      return TRUE;
    if (outcome == TL_LATE && milliseconds) {
      if (asked)
        tl_process_leave(process);
      question->count = 0;
      return TRUE;
    }
    g_autofree char *how = tl_process_stop(process);
    if (!asked)
      continue;                                                        /* the word that was left behind is to blame */
    guint32 at = __atomic_load_n(process->progress, __ATOMIC_RELAXED); /* from 1; 0 before the first */
    if (++deaths == DEATHS)
      return give_up(worker, "Hunspell keeps dying", how, error);
    if (at == 0 || at > question->count || at != suspect) {
      suspect = at;
      continue;
    }
    take_out(worker, at - 1, words[question->slots[at - 1]], how);
    suspect = 0;
    if (g_hash_table_size(worker->deadly) == DEADLY)
      return give_up(worker, "Hunspell died of too many words", how, error);
  }
  return TRUE;
}

gboolean tl_worker_spell(TlWorker *worker, const char *const *words, size_t n, gboolean *known, GError **error) {
  gboolean answered = TRUE;
  memset(known, 0, n * sizeof *known);
  for (size_t next = 0; next < n && answered;) {
    g_mutex_lock(&worker->lock); /* for one question: threads take turns */
    next = put(worker, TL_ASK_SPELL, words, next, n);
    answered = ask(worker, words, 0, error);
    for (guint32 i = 0; answered && i < worker->question.count; i++)
      known[worker->question.slots[i]] = worker->answer->data[i] != 0;
    g_mutex_unlock(&worker->lock);
  }
  return answered;
}

static gboolean ask_lists(TlWorker *worker, TlAsk kind, const char *const *words, size_t n, guint milliseconds,
                          char ***lists, GError **error) {
  gboolean answered = TRUE;
  memset(lists, 0, n * sizeof *lists);
  for (size_t next = 0; next < n && answered;) {
    g_mutex_lock(&worker->lock);
    next = put(worker, kind, words, next, n);
    answered = ask(worker, words, milliseconds, error);
    const char *at = (const char *)worker->answer->data;
    for (guint32 i = 0; answered && i < worker->question.count; i++)
      lists[worker->question.slots[i]] = tl_words_read(&worker->words, &at);
    g_mutex_unlock(&worker->lock);
  }
  for (size_t i = 0; i < n; i++)
    if (!answered)
      g_clear_pointer(&lists[i], g_strfreev);
    else if (!lists[i])
      lists[i] = g_new0(char *, 1);
  return answered;
}

gboolean tl_worker_stem(TlWorker *worker, const char *const *words, size_t n, char ***stems, GError **error) {
  return ask_lists(worker, TL_ASK_STEM, words, n, 0, stems, error);
}

gboolean tl_worker_suggest(TlWorker *worker, const char *word, guint milliseconds, char ***suggestions,
                           GError **error) {
  return ask_lists(worker, TL_ASK_SUGGEST, &word, 1, milliseconds, suggestions, error);
}

char **tl_worker_warnings(TlWorker *worker) {
  g_mutex_lock(&worker->lock);
  char **copy = g_new0(char *, worker->warnings->len + 1);
  for (guint i = 0; i < worker->warnings->len; i++)
    copy[i] = g_strdup(worker->warnings->pdata[i]);
  g_mutex_unlock(&worker->lock);
  return copy;
}

pid_t tl_worker_pid(TlWorker *worker) {
  g_mutex_lock(&worker->lock);
  pid_t pid = worker->process.pid;
  g_mutex_unlock(&worker->lock);
  return pid;
}
