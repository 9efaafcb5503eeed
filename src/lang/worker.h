/* Live Hunspell, confined: one child process a dictionary, behind a pipe.
 *
 * The packaged Hunspell 1.7.1 crashes on malformed dictionaries and never reports failure, so it never runs in the program's own
 * process: the child has resource limits, Landlock and seccomp where the kernel has them, and is started again after a
 * crash (three times in a row that it dies on loading: the dictionary is given up, with a message). Dictionary files are checked (regular
 * files, sizes, word count, SET) before Hunspell sees them. The child is forked without exec, before any thread needs it, or through
 * /proc/self/exe with a private argument: see worker.c.
 *
 * Calls are safe from any thread; each waits for its answer.
 */
#ifndef TL_LANG_WORKER_H
#define TL_LANG_WORKER_H

#include "tlumach/base.h"

typedef struct TlWorker TlWorker;

/* Checks the files and notes them; the child starts at the first question. `paths`: "BASE" of BASE.aff and BASE.dic. `additions`: a
 * NULL-terminated list of further .dic files for Hunspell_add_dic, may be NULL. */
TlWorker *tl_worker_new(const char *base, const char *const *additions, GError **error);
void tl_worker_free(TlWorker *worker);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TlWorker, tl_worker_free)

/* Words are NUL-terminated UTF-8 of at most 300 bytes (longer: "not known" at once, no error); converted to the dictionary's SET inside. */

/* `known[i]` for each of `n` words, in one round trip per few hundred words. */
gboolean tl_worker_spell(TlWorker *worker, const char *const *words, size_t n, gboolean *known, GError **error);
/* Hunspell's stems of each word as one NULL-terminated vector a word (maybe empty). Free with g_strfreev each. */
gboolean tl_worker_stem(TlWorker *worker, const char *const *words, size_t n, char ***stems, GError **error);
/* Suggestions for one word, NULL-terminated, best first; `milliseconds` is a limit after which what is found so far is given
 * (the child is killed and restarted when it does not stop by itself). */
gboolean tl_worker_suggest(TlWorker *worker, const char *word, guint milliseconds, char ***suggestions,
                           GError **error);

#endif
