/* git, asked as a program. */
#ifndef TL_COMMANDS_GIT_H
#define TL_COMMANDS_GIT_H

#include "commands/command.h"

/* What `git ARGUMENT…` (NULL-terminated) says in `folder`. NULL with an error, in git's words where it has some. Free
 * with g_bytes_unref. */
GBytes *tl_git(const char *folder, const char *const *arguments, GError **error);

#endif
