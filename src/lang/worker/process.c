/* A socket pair and a page of shared memory to each child. The child is forked without exec: the library has no program
 * of its own to run, and glibc's fork leaves the child what it needs (see child.c). There is no
 * PR_SET_PDEATHSIG: it would fire when the thread that asked first ends. A dead parent is an end of file instead, or
 * the end of the child's processor time. */
#include "lang/worker/process.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/error.h"

enum { OVERDUE = G_TIME_SPAN_SECOND }; /* grace for an answer nobody waits for */

static int above_standard(int fd) {
  int moved = fcntl(fd, F_DUPFD_CLOEXEC, 3);
  close(fd);
  return moved;
}

gboolean tl_process_start(TlProcess *process, const TlDictionaryFiles *files, const char *added, GError **error) {
  int ends[2];
  if (!process->progress) {
    void *page = mmap(NULL, sizeof *process->progress, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (page == MAP_FAILED) {
      tl_error_errno(error, files->base, errno, "no memory to share with its process");
      return FALSE;
    }
    process->progress = page;
  }
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) {
    tl_error_errno(error, files->base, errno, "no socket for its process");
    return FALSE;
  }
  int ours = above_standard(ends[0]), theirs = above_standard(ends[1]);
  __atomic_store_n(process->progress, 0, __ATOMIC_RELAXED);
  /* No handler of the program may run in the child before it has reset them. */
  sigset_t all, before;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  pid_t pid = ours < 0 || theirs < 0 ? -1 : fork();
  if (pid == 0)
    tl_worker_child(theirs, files, added, process->progress);
  int problem = errno;
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  if (theirs >= 0)
    close(theirs);
  if (pid < 0) {
    if (ours >= 0)
      close(ours);
    tl_error_errno(error, files->base, problem, "no process for it");
    return FALSE;
  }
  *process = (TlProcess){.pid = pid, .socket = ours, .progress = process->progress};
  return TRUE;
}

/* Moves all `size` bytes one way or the other before the deadline. */
static TlOutcome transfer(int socket, short event, void *bytes, size_t size, gint64 deadline) {
  for (size_t done = 0; done < size;) {
    char *at = (char *)bytes + done;
    ssize_t n = event == POLLIN ? recv(socket, at, size - done, MSG_DONTWAIT)
                                : send(socket, at, size - done, MSG_DONTWAIT | MSG_NOSIGNAL);
    if (n > 0) {
      done += (size_t)n;
      continue;
    }
    if (n == 0 || (errno != EAGAIN && errno != EINTR))
      return TL_DIED;
    gint64 left = deadline - g_get_monotonic_time();
    if (left <= 0)
      return TL_LATE;
    struct pollfd wait = {.fd = socket, .events = event};
    poll(&wait, 1, (int)MIN(left / 1000 + 1, 60000));
  }
  return TL_ANSWERED;
}

/* One frame and what follows it. Nothing the child says is believed: sizes are bounded before they are used. */
static TlOutcome receive(TlProcess *process, TlFrame *frame, GByteArray *answer, gint64 deadline) {
  TlOutcome outcome = transfer(process->socket, POLLIN, frame, sizeof *frame, deadline);
  if (outcome != TL_ANSWERED)
    return outcome;
  if (frame->size > TL_ANSWER_SIZE)
    return TL_DIED;
  g_byte_array_set_size(answer, frame->size);
  outcome = transfer(process->socket, POLLIN, answer->data, frame->size, deadline + OVERDUE);
  return outcome == TL_LATE ? TL_DIED : outcome; /* half an answer cannot be left behind */
}

TlOutcome tl_process_loaded(TlProcess *process, gint64 deadline) {
  TlFrame frame;
  TlOutcome outcome = transfer(process->socket, POLLIN, &frame, sizeof frame, deadline);
  return outcome == TL_ANSWERED && (frame.kind != TL_ASK_NOTHING || frame.size != 0) ? TL_DIED : outcome;
}

/* Flags, one a word; or lists, each closed by an empty string. */
static gboolean well_formed(TlAsk kind, guint32 count, const GByteArray *answer) {
  if (kind == TL_ASK_SPELL)
    return answer->len == count;
  guint32 lists = 0;
  guint8 last = 0;
  for (guint i = 0; i < answer->len; last = answer->data[i++])
    lists += answer->data[i] == 0 && last == 0;
  return lists == count && last == 0 && (count > 0 || answer->len == 0);
}

TlOutcome tl_process_ask(TlProcess *process, TlAsk kind, guint32 count, GString *message, gint64 deadline,
                         GByteArray *answer) {
  TlFrame frame = {.kind = kind, .count = count, .size = (guint32)(message->len - sizeof frame)};
  memcpy(message->str, &frame, sizeof frame);
  if (transfer(process->socket, POLLOUT, message->str, message->len, deadline) != TL_ANSWERED)
    return TL_DIED; /* half a question cannot be taken back */
  TlOutcome outcome = receive(process, &frame, answer, deadline);
  gboolean fits = frame.kind == kind && frame.count == count;
  return outcome == TL_ANSWERED && (!fits || !well_formed(kind, count, answer)) ? TL_DIED : outcome;
}

void tl_process_leave(TlProcess *process) {
  process->overdue_until = g_get_monotonic_time() + OVERDUE;
}

TlOutcome tl_process_settle(TlProcess *process, gint64 deadline, GByteArray *scrap) {
  if (!process->overdue_until)
    return TL_ANSWERED;
  TlFrame frame;
  TlOutcome outcome = receive(process, &frame, scrap, MIN(deadline, process->overdue_until));
  if (outcome == TL_ANSWERED)
    process->overdue_until = 0;
  if (outcome == TL_LATE && g_get_monotonic_time() >= process->overdue_until)
    return TL_DIED;
  return outcome;
}

char *tl_process_stop(TlProcess *process) {
  /* To a child that died already this changes nothing: how it ended is settled before its end of the socket closes. */
  int status = 0;
  kill(process->pid, SIGKILL);
  close(process->socket);
  pid_t waited;
  do
    waited = waitpid(process->pid, &status, 0);
  while (waited < 0 && errno == EINTR);
  process->pid = 0;
  process->overdue_until = 0;
  if (waited < 0)
    return g_strdup("how it ended the program did not leave to see"); /* SIGCHLD is ignored */
  if (WIFSIGNALED(status) && WTERMSIG(status) == SIGPROF)
    return g_strdup_printf("over %d s of processor time", TL_ASK_SECONDS);
  if (WIFSIGNALED(status) && WTERMSIG(status) == SIGSYS)
    return g_strdup("it tried what a speller has no business to do (signal SIGSYS)");
  if (WIFSIGNALED(status))
    return g_strdup_printf("%s (signal %d)", g_strsignal(WTERMSIG(status)), WTERMSIG(status));
  if (WEXITSTATUS(status) == TL_CHILD_NO_FILES)
    return g_strdup("/proc/self/fd is needed and not there");
  return g_strdup_printf("exit status %d", WEXITSTATUS(status));
}
