/* One child process, seen by the parent: start it, ask it one question, know how it ended. Used under the worker's
 * lock. */
#ifndef TL_LANG_WORKER_PROCESS_H
#define TL_LANG_WORKER_PROCESS_H

#include <sys/types.h>

#include "lang/worker/child.h"

typedef struct TlProcess {
  pid_t pid; /* 0: none */
  int socket;
  guint32 *progress; /* shared with the child, which writes the number of the word in work; kept from child to child */
  gint64 overdue_until; /* when not 0: an answer nobody waits for is still to come, and is given until then */
} TlProcess;

typedef enum TlOutcome {
  TL_ANSWERED,
  TL_LATE, /* the deadline passed; the child may still be at work */
  TL_DIED  /* or it broke the protocol: tl_process_stop */
} TlOutcome;

/* A child without a dictionary yet: its first outcome is that of tl_process_loaded. `added`: as tl_worker_child wants
 * it. FALSE when the system has no room for one. */
gboolean tl_process_start(TlProcess *process, const TlDictionaryFiles *files, const char *added, GError **error);
TlOutcome tl_process_loaded(TlProcess *process, gint64 deadline);
/* `message`: room for a frame, then `count` words. `deadline` is g_get_monotonic_time's. The answer's bytes replace
 * those of `answer`; they are as many flags or lists as there are words, or the child counts as dead. */
TlOutcome tl_process_ask(TlProcess *process, TlAsk kind, guint32 count, GString *message, gint64 deadline,
                         GByteArray *answer);
/* After TL_LATE: leaves the child at it, to be waited for by the next tl_process_settle. */
void tl_process_leave(TlProcess *process);
/* Before a question: waits for an answer left behind. TL_DIED when the child is beyond hope. */
TlOutcome tl_process_settle(TlProcess *process, gint64 deadline, GByteArray *scrap);
/* Ends the child if it has not ended, and says how it did: "Segmentation fault (signal 11)". */
char *tl_process_stop(TlProcess *process);

#endif
