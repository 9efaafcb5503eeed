/* What the kernel can take away from the worker. Each call does what this kernel allows and says nothing about the
 * rest. The worker is safe in its purpose (a crash costs a dictionary) without any of them; they are for dictionaries
 * that were made to harm.
 */
#ifndef TL_LANG_WORKER_SANDBOX_H
#define TL_LANG_WORKER_SANDBOX_H

#include <glib.h>
#include <stddef.h>

/* Memory, open files, file sizes, processes, core dumps. */
void tl_sandbox_limits(void);
/* From here on only these open files can be opened again, for reading (Landlock). Twice: what both allow. */
void tl_sandbox_files(const int *files, size_t n);
/* From here on only the system calls of a process that computes and answers (seccomp); with `loading` also those that
 * read a file and tighten the sandbox. Anything else kills the process. */
void tl_sandbox_calls(gboolean loading);

#endif
