#include "commands/git.h"

#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/error.h"

static GBytes *read_back(FILE *file, GError **error) {
  GMappedFile *mapped = g_mapped_file_new_from_fd(fileno(file), FALSE, error);
  GBytes *bytes = mapped ? g_mapped_file_get_bytes(mapped) : NULL;
  g_clear_pointer(&mapped, g_mapped_file_unref);
  return bytes;
}

/* The first line of what it complained about. */
static void tell(FILE *complaint, GError **error) {
  char line[512] = "";
  rewind(complaint);
  const char *said = fgets(line, sizeof line, complaint) ? line : "it failed and did not say why";
  if (g_str_has_prefix(said, "fatal: "))
    said += strlen("fatal: ");
  line[strcspn(line, "\n")] = '\0';
  tl_error_at(error, TLUMACH_ERROR_IO, NULL, 0, 0, "git: %s", said);
}

/* Into files, not pipes: neither of them can fill up while the other is read. */
static GBytes *run(char **argv, FILE *answer, FILE *complaint, GError **error) {
  GPid pid;
  int status = 0;
  if (!g_spawn_async_with_fds(NULL, argv, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid, -1,
                              fileno(answer), fileno(complaint), error)) {
    g_prefix_error(error, "git is needed for this: ");
    return NULL;
  }
  while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
    ;
  g_spawn_close_pid(pid);
  if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
    return read_back(answer, error);
  tell(complaint, error);
  return NULL;
}

GBytes *tl_git(const char *folder, const char *const *arguments, GError **error) {
  g_autoptr(GPtrArray) argv = g_ptr_array_new();
  const char *const head[] = {"git", "--no-pager", "--literal-pathspecs", "-C", folder};
  for (guint i = 0; i < G_N_ELEMENTS(head); i++)
    g_ptr_array_add(argv, (gpointer)head[i]);
  for (; *arguments; arguments++)
    g_ptr_array_add(argv, (gpointer)*arguments);
  g_ptr_array_add(argv, NULL);
  FILE *answer = tmpfile(), *complaint = tmpfile();
  GBytes *bytes = NULL;
  if (answer && complaint)
    bytes = run((char **)argv->pdata, answer, complaint, error);
  else
    tl_error_errno(error, g_get_tmp_dir(), errno, "no temporary file can be made");
  if (answer)
    fclose(answer);
  if (complaint)
    fclose(complaint);
  return bytes;
}
