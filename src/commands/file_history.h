/* The commits that changed a file, as git has them, and the file at each. */
#ifndef TL_COMMANDS_FILE_HISTORY_H
#define TL_COMMANDS_FILE_HISTORY_H

#include "commands/command.h"

typedef struct TlCommit {
  char *hash, *date, *author, *subject; /* the date as ISO 8601 */
  char **before; /* the file's blob in each parent, NULL-terminated; all zeros: it was not there */
  char *after;
} TlCommit;

typedef struct TlFileHistory {
  char *folder;
  GPtrArray *commits; /* TlCommit, newest first; never empty */
} TlFileHistory;

/* NULL with an error when the file is in no git work tree, or no commit has it. Renamings are followed. */
TlFileHistory *tl_file_history_read(const char *path, GError **error);
void tl_file_history_free(TlFileHistory *history);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TlFileHistory, tl_file_history_free)

gboolean tl_blob_is_none(const char *blob);
/* The bytes of a blob. Free with g_bytes_unref. */
GBytes *tl_file_history_blob(const TlFileHistory *history, const char *blob, GError **error);

#endif
