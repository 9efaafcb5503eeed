#include "commands/file_history.h"

#include <string.h>

#include "base/error.h"
#include "commands/git.h"

static void commit_free(gpointer data) {
  TlCommit *commit = data;
  g_free(commit->hash);
  g_free(commit->date);
  g_free(commit->author);
  g_free(commit->subject);
  g_strfreev(commit->before);
  g_free(commit->after);
  g_free(commit);
}

/* Fields with a NUL behind each; the last ends with the line. */
static char *next_field(const char **at, const char *end) {
  const char *stop = memchr(*at, '\0', (gsize)(end - *at));
  gsize length = (gsize)((stop ? stop : end) - *at);
  char *field = g_utf8_make_valid(*at, (gssize)length);
  *at = stop ? stop + 1 : end;
  return field;
}

static TlCommit *read_head(const char *line, const char *end) {
  TlCommit *commit = g_new0(TlCommit, 1);
  char **fields[] = {&commit->hash, &commit->date, &commit->author, &commit->subject};
  for (guint i = 0; i < G_N_ELEMENTS(fields); i++)
    *fields[i] = next_field(&line, end);
  return commit;
}

/* ":100644 100644 OLD NEW M<tab>path"; of a merge with two parents "::MODE MODE MODE OLD OLD NEW MM<tab>path". */
static void read_blobs(TlCommit *commit, const char *line, const char *end) {
  gsize parents = strspn(line, ":");
  g_autofree char *text = g_strndup(line + parents, (gsize)(end - line) - parents);
  g_auto(GStrv) words = g_strsplit_set(text, " \t", (int)(2 * parents + 4));
  if (commit->after || g_strv_length(words) < 2 * parents + 3)
    return;
  commit->before = g_new0(char *, parents + 1);
  for (gsize i = 0; i < parents; i++)
    commit->before[i] = g_strdup(words[parents + 1 + i]);
  commit->after = g_strdup(words[2 * parents + 1]);
}

static GPtrArray *read_log(GBytes *log) {
  GPtrArray *commits = g_ptr_array_new_with_free_func(commit_free);
  gsize length;
  const char *at = g_bytes_get_data(log, &length), *end = at + length;
  while (at < end) {
    const char *stop = memchr(at, '\n', (gsize)(end - at));
    stop = stop ? stop : end;
    if (*at == ':' && commits->len > 0)
      read_blobs(g_ptr_array_index(commits, commits->len - 1), at, stop);
    else if (stop > at && *at != ':')
      g_ptr_array_add(commits, read_head(at, stop));
    at = stop < end ? stop + 1 : end;
  }
  for (guint i = commits->len; i-- > 0;) /* a merge in which it is as one of the branches has it */
    if (!((TlCommit *)g_ptr_array_index(commits, i))->after)
      g_ptr_array_remove_index(commits, i);
  return commits;
}

static gboolean need_work_tree(const char *folder, const char *path, GError **error) {
  static const char *const question[] = {"rev-parse", "--is-inside-work-tree", NULL};
  g_autoptr(GBytes) answer = tl_git(folder, question, error);
  if (!answer) {
    g_prefix_error(error, "%s has no history: ", path);
    return FALSE;
  }
  gsize length;
  const char *said = g_bytes_get_data(answer, &length);
  if (length >= 4 && strncmp(said, "true", 4) == 0)
    return TRUE;
  tl_error_at(error, TLUMACH_ERROR_USAGE, path, 0, 0,
              "this is inside git's own folder; name the file in the work tree");
  return FALSE;
}

TlFileHistory *tl_file_history_read(const char *path, GError **error) {
  g_autofree char *resolved = realpath(path, NULL); /* git follows no symbolic links */
  const char *real = resolved ? resolved : path;
  g_autofree char *name = g_path_get_basename(real);
  g_autoptr(TlFileHistory) history = g_new0(TlFileHistory, 1);
  history->folder = g_path_get_dirname(real);
  if (!need_work_tree(history->folder, path, error))
    return NULL;
  const char *const question[] = {"log",
                                  "--follow",
                                  "-c",
                                  "--raw",
                                  "--no-abbrev",
                                  "--no-color",
                                  "--no-show-signature",
                                  "--encoding=UTF-8",
                                  "--format=%H%x00%aI%x00%an%x00%s",
                                  "--",
                                  name,
                                  NULL};
  g_autoptr(GBytes) log = tl_git(history->folder, question, error);
  if (!log) {
    g_prefix_error(error, "%s has no history: ", path);
    return NULL;
  }
  history->commits = read_log(log);
  if (history->commits->len > 0)
    return g_steal_pointer(&history);
  tl_error_at(error, TLUMACH_ERROR_USAGE, path, 0, 0,
              resolved ? "no commit has this file; git add and git commit it first"
                       : "no such file, and no commit has it");
  return NULL;
}

void tl_file_history_free(TlFileHistory *history) {
  if (!history)
    return;
  g_free(history->folder);
  g_clear_pointer(&history->commits, g_ptr_array_unref);
  g_free(history);
}

gboolean tl_blob_is_none(const char *blob) {
  return blob[strspn(blob, "0")] == '\0';
}

GBytes *tl_file_history_blob(const TlFileHistory *history, const char *blob, GError **error) {
  const char *const question[] = {"cat-file", "blob", blob, NULL};
  return tl_git(history->folder, question, error);
}
