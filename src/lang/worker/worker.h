/* Live Hunspell, confined: one child process a dictionary, behind a socket.
 *
 * The packaged Hunspell 1.7.1 crashes on malformed dictionaries and never reports failure, so it never runs in the
 * program's own process: the child has resource limits, Landlock and seccomp where the kernel has them, and is started
 * again after a crash. When it dies at a word it is asked once more; a word that it dies of twice is "not known", with
 * a warning, and is not asked again. When it dies three times on loading, the dictionary is given up, and
 * TLUMACH_ERROR_DICTIONARY says how it ended. When it hangs, 10 s of processor time a question, it counts as dead.
 * The child is a fork without exec, started at the first question; glibc only (see child.c).
 *
 * Calls are safe from any thread; each waits for its answer. A process that the program forks must not go on using a
 * worker.
 */
#ifndef TL_LANG_WORKER_H
#define TL_LANG_WORKER_H

#include <sys/types.h>

#include "lang/additions.h"

typedef struct TlWorker TlWorker;

/* Opens and checks the files (dictionary_files.h); the child starts at the first question. `base`: "BASE" of BASE.aff
 * and BASE.dic. The additions are read when the child starts; one that cannot be read then is a warning. */
TlWorker *tl_worker_new(const char *base, TlAdditions additions, GError **error);
void tl_worker_free(TlWorker *worker);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TlWorker, tl_worker_free)

/* Words are NUL-terminated UTF-8 of at most 300 bytes (longer ones, and what the dictionary's SET cannot write, are
 * "not known" at once, no error). */

/* `known[i]` for each of `n` words, in one round trip per few hundred words. */
gboolean tl_worker_spell(TlWorker *worker, const char *const *words, size_t n, gboolean *known, GError **error);
/* Hunspell's stems of each word as one NULL-terminated vector a word (maybe empty). Free with g_strfreev each. */
gboolean tl_worker_stem(TlWorker *worker, const char *const *words, size_t n, char ***stems, GError **error);
/* Suggestions for one word, NULL-terminated, best first; none when Hunspell needs longer than `milliseconds` (0: as
 * long as it takes). A child still at it a second later is ended and started again. */
gboolean tl_worker_suggest(TlWorker *worker, const char *word, guint milliseconds, char ***suggestions, GError **error);

/* What went wrong without failing: words given up, files that seem cut short. NULL-terminated, maybe empty; g_strfreev.
 */
char **tl_worker_warnings(TlWorker *worker);
/* The child's process id, 0 when none runs. */
pid_t tl_worker_pid(TlWorker *worker);

#endif
