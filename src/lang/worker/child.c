/* The child lives between fork and _exit without an exec, in what may have been a threaded program. POSIX promises it
 * little then, but glibc's fork leaves malloc and stdio usable, and Hunspell and libstdc++ need no more. GLib's
 * allocators (g_slice in 2.74), iconv (it loads modules) and anything else with locks of its own stay with the parent.
 */
#include "lang/worker/child.h"

#include <fcntl.h>
#include <hunspell/hunspell.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/time.h>
#include <unistd.h>

#include "base/descriptor.h"
#include "lang/worker/sandbox.h"

/* An answer in the making. */
typedef struct Answer {
  char *bytes;
  size_t size, room;
} Answer;

static void append(Answer *answer, const char *bytes, size_t size) {
  if (answer->size + size > answer->room) {
    answer->room = 2 * (answer->size + size);
    answer->bytes = realloc(answer->bytes, answer->room);
    if (!answer->bytes)
      abort();
  }
  memcpy(answer->bytes + answer->size, bytes, size);
  answer->size += size;
}

static void close_between(unsigned first, unsigned last) {
  if (first > last || close_range(first, last, 0) == 0)
    return;
  long most = sysconf(_SC_OPEN_MAX); /* a kernel before 5.9 */
  for (unsigned fd = first; fd <= last && (long)fd < MIN(most, 65536); fd++)
    close((int)fd);
}

/* Everything but /dev/null on 0 to 2 and `keep`, which are above 2 and come back sorted. */
static void close_others(int *keep, size_t n) {
  int null = open("/dev/null", O_RDWR | O_CLOEXEC);
  for (int fd = 0; null >= 0 && fd <= 2; fd++)
    dup2(null, fd);
  for (size_t i = 1; i < n; i++)
    for (size_t j = i; j > 0 && keep[j - 1] > keep[j]; j--) {
      int swap = keep[j];
      keep[j] = keep[j - 1];
      keep[j - 1] = swap;
    }
  unsigned next = 3;
  for (size_t i = 0; i < n; next = (unsigned)keep[i++] + 1)
    close_between(next, (unsigned)keep[i] - 1);
  close_between(next, ~0u);
}

/* The program's handlers must not run here, and ^C is for the program alone. All signals were blocked before the fork.
 */
static void reset_signals(void) {
  static const int not_ours[] = {SIGINT, SIGQUIT, SIGHUP, SIGTSTP};
  for (int number = 1; number < NSIG; number++)
    signal(number, SIG_DFL);
  for (size_t i = 0; i < G_N_ELEMENTS(not_ours); i++)
    signal(not_ours[i], SIG_IGN);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
}

/* Processor time from now until SIGPROF ends the process. An interval timer starts afresh each time, which RLIMIT_CPU
 * does not. */
static void allow_time(void) {
  setitimer(ITIMER_PROF, &(struct itimerval){.it_value = {TL_ASK_SECONDS, 0}}, NULL);
}

/* Opening the descriptor's own file again, so that the one that was checked is read. */
static void path_of(int fd, char path[64]) {
  snprintf(path, 64, "/proc/self/fd/%d", fd);
  int again = open(path, O_RDONLY | O_CLOEXEC); /* Hunspell would take a failure for an empty dictionary */
  if (again < 0)
    _exit(TL_CHILD_NO_FILES);
  close(again);
}

static void add_words(Hunhandle *hunspell, const char *added) {
  while (*added) {
    const char *word = added, *model = word + strlen(word) + 1;
    added = model + strlen(model) + 1;
    if (!*model || Hunspell_add_with_affix(hunspell, word, model) != 0)
      Hunspell_add(hunspell, word);
  }
}

static Hunhandle *load(const TlDictionaryFiles *files) {
  char aff[64], dic[64];
  path_of(files->aff, aff);
  path_of(files->dics[0], dic);
  Hunhandle *hunspell = Hunspell_create(aff, dic);
  for (size_t i = 1; i < files->n_dics; i++) {
    path_of(files->dics[i], dic);
    Hunspell_add_dic(hunspell, dic);
  }
  return hunspell;
}

/* The parent's end of the socket closes when the parent does, whatever it died of. */
static void read_all(int fd, void *buffer, size_t size) {
  for (size_t got = 0; got < size;) {
    gssize n = tl_descriptor_read(fd, (char *)buffer + got, size - got);
    if (n <= 0)
      _exit(0);
    got += (size_t)n;
  }
}

static void write_all(int fd, const void *buffer, size_t size) {
  if (!tl_descriptor_write(fd, buffer, size))
    _exit(0);
}

static void list(Hunhandle *hunspell, TlAsk kind, const char *word, Answer *answer) {
  char **strings = NULL;
  int n = kind == TL_ASK_STEM ? Hunspell_stem(hunspell, &strings, word) : Hunspell_suggest(hunspell, &strings, word);
  size_t left = TL_ANSWER_WORD;
  for (int i = 0; i < n; i++) {
    size_t size = strlen(strings[i]) + 1;
    if (size == 1)
      continue;
    if (size > left)
      break;
    append(answer, strings[i], size);
    left -= size;
  }
  if (strings)
    Hunspell_free_list(hunspell, &strings, n);
  append(answer, "", 1);
}

static _Noreturn void serve(int socket, Hunhandle *hunspell, guint32 *progress) {
  char *words = malloc(TL_ASK_SIZE);
  Answer answer = {0};
  if (!words)
    abort();
  for (;;) {
    TlFrame frame;
    read_all(socket, &frame, sizeof frame);
    if (frame.size > TL_ASK_SIZE || frame.count > TL_ASK_WORDS)
      abort();
    read_all(socket, words, frame.size);
    allow_time();
    answer.size = 0;
    append(&answer, (const char *)&frame, sizeof frame);
    const char *word = words;
    for (guint32 i = 0; i < frame.count; i++, word += strlen(word) + 1) {
      __atomic_store_n(progress, i + 1, __ATOMIC_RELAXED);
      if (frame.kind == TL_ASK_SPELL)
        append(&answer, Hunspell_spell(hunspell, word) ? "\1" : "\0", 1);
      else
        list(hunspell, frame.kind, word, &answer);
    }
    __atomic_store_n(progress, 0, __ATOMIC_RELAXED);
    frame.size = (guint32)(answer.size - sizeof frame);
    memcpy(answer.bytes, &frame, sizeof frame);
    write_all(socket, answer.bytes, answer.size);
  }
}

void tl_worker_child(int socket, const TlDictionaryFiles *files, const char *added, guint32 *progress) {
  size_t n = files->n_dics + 1;
  int *keep = malloc((n + 1) * sizeof *keep);
  if (!keep)
    abort();
  keep[0] = files->aff;
  memcpy(keep + 1, files->dics, files->n_dics * sizeof *keep);
  keep[n] = socket;
  reset_signals();
  close_others(keep, n + 1);
  if (chdir("/") != 0)
    abort();
  prctl(PR_SET_NAME, "tlumach-words", 0, 0, 0);
  tl_sandbox_limits();
  tl_sandbox_files(keep, n + 1); /* no rule can be made for the socket, and it needs none */
  tl_sandbox_calls(TRUE);

  allow_time();
  Hunhandle *hunspell = load(files);
  if (!hunspell)
    abort();
  add_words(hunspell, added);

  tl_sandbox_files(NULL, 0);
  tl_sandbox_calls(FALSE);
  close(files->aff);
  for (size_t i = 0; i < files->n_dics; i++)
    close(files->dics[i]);
  write_all(socket, &(TlFrame){.kind = TL_ASK_NOTHING}, sizeof(TlFrame));
  serve(socket, hunspell, progress);
}
