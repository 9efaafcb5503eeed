/* Reading: open without blocking, look at what it is, read all. Writing: see file_save.c. */
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"

#define LIMIT (1u << 30)
#define LARGE (4u << 20)

static int open_file(const char *path, GError **error) {
  if (strcmp(path, "-") == 0)
    return STDIN_FILENO;
  /* O_NONBLOCK: a FIFO without a writer does not hold us. */
  int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  struct stat st;
  if (fd < 0) {
    tl_error_errno(error, path, errno, "cannot open");
    return -1;
  }
  gboolean pipe_end = g_str_has_prefix(path, "/dev/") || g_str_has_prefix(path, "/proc/");
  if (fstat(fd, &st) == 0 &&
      (S_ISREG(st.st_mode) || (pipe_end && (S_ISFIFO(st.st_mode) || S_ISSOCK(st.st_mode) || isatty(fd))))) {
    fcntl(fd, F_SETFL, 0);
    return fd;
  }
  tl_error_at(error, TLUMACH_ERROR_IO, path, 0, 0, "is a %s, not a file",
              S_ISDIR(st.st_mode)    ? "folder"
              : S_ISFIFO(st.st_mode) ? "named pipe"
                                     : "device");
  close(fd);
  return -1;
}

/* Memory of large files comes in large pages where the system has them: it is touched once, and each page costs a
 * fault. */
static char *room_for(size_t size) {
  char *data = g_malloc(size);
  const size_t page = 4096;
  if (size >= LARGE)
    madvise(data + (page - (gsize)data % page), size - page, MADV_HUGEPAGE);
  return data;
}

GBytes *tl_file_read(const char *path, size_t limit, GError **error) {
  int fd = open_file(path, error);
  if (fd < 0)
    return NULL;
  struct stat st;
  size_t room = fstat(fd, &st) == 0 && S_ISREG(st.st_mode) ? (size_t)st.st_size + 1 : 1u << 16, used = 0;
  size_t most = limit ? limit : LIMIT;
  room = MIN(room, most + 1);
  char *data = room_for(room);
  int failed = 0;
  for (;;) {
    ssize_t n = read(fd, data + used, room - used);
    if (n < 0 && errno == EINTR)
      continue;
    if (n < 0)
      failed = errno;
    if (n <= 0)
      break;
    used += (size_t)n;
    if (used > most)
      break;
    if (used == room) {
      room = MIN(room * 2, most + 1);
      data = g_realloc(data, room);
    }
  }
  if (fd != STDIN_FILENO)
    close(fd);
  if (failed)
    tl_error_errno(error, path, failed, "cannot read");
  else if (used > most)
    tl_error_at(error, TLUMACH_ERROR_LIMIT, path, 0, 0, "is larger than %zu bytes", most);
  else
    return g_bytes_new_take(data, used);
  g_free(data);
  return NULL;
}

char *tl_file_identity(const char *path) {
  struct stat status;
  if (stat(path, &status) != 0)
    return NULL;
  return g_strdup_printf("%llx-%llx-%llx-%llx.%09lx", (unsigned long long)status.st_dev,
                         (unsigned long long)status.st_ino, (unsigned long long)status.st_size,
                         (unsigned long long)status.st_mtim.tv_sec, (unsigned long)status.st_mtim.tv_nsec);
}

void tl_cache_save(const char *path, GBytes *bytes) {
  gsize size;
  const char *data = g_bytes_get_data(bytes, &size);
  g_autofree char *folder = g_path_get_dirname(path);
  /* Replaced by rename, so that who has the old one mapped keeps it; not waited for: a cache that a crash damages is
   * made anew. */
  if (g_mkdir_with_parents(folder, 0700) == 0)
    g_file_set_contents_full(path, data, (gssize)size, G_FILE_SET_CONTENTS_CONSISTENT, 0600, NULL);
}
