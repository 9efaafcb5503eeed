/* Reading: open without blocking, look at what it is, read all. Writing: see file_save.c. */
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/descriptor.h"
#include "base/error.h"
#include "base/room.h"

#define LIMIT (1u << 30)

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

struct TlFileStream {
  char *path;
  int fd;
};

TlFileStream *tl_file_stream_open(const char *path, GError **error) {
  int fd = open_file(path, error);
  if (fd < 0)
    return NULL;
  TlFileStream *stream = g_new(TlFileStream, 1);
  *stream = (TlFileStream){g_strdup(path), fd};
  return stream;
}

void tl_file_stream_free(TlFileStream *stream) {
  if (!stream)
    return;
  if (stream->fd != STDIN_FILENO)
    close(stream->fd);
  g_free(stream->path);
  g_free(stream);
}

gboolean tl_file_stream_read(TlFileStream *stream, char *into, size_t room, size_t *n, GError **error) {
  *n = 0;
  while (*n < room) {
    gssize got = tl_descriptor_read(stream->fd, into + *n, room - *n);
    if (got < 0) {
      tl_error_errno(error, stream->path, errno, "cannot read");
      return FALSE;
    }
    if (got == 0)
      break;
    *n += (size_t)got;
  }
  return TRUE;
}

GBytes *tl_file_stream_rest(TlFileStream *stream, const char *before, size_t used, size_t limit, GError **error) {
  struct stat st;
  size_t most = limit ? limit : LIMIT;
  size_t room = fstat(stream->fd, &st) == 0 && S_ISREG(st.st_mode) ? (size_t)st.st_size + 1 : 1u << 16;
  room = MIN(MAX(room, used + 1), MAX(most, used) + 1);
  g_autofree char *data = tl_room_new(room);
  if (used > 0)
    memcpy(data, before, used);
  for (size_t n;; data = g_realloc(data, room)) {
    if (!tl_file_stream_read(stream, data + used, room - used, &n, error))
      return NULL;
    used += n;
    if (used < room || used > most)
      break;
    room = MIN(room * 2, most + 1);
  }
  if (used <= most)
    return g_bytes_new_take(g_steal_pointer(&data), used);
  tl_error_at(error, TLUMACH_ERROR_LIMIT, stream->path, 0, 0, "is larger than %zu bytes", most);
  return NULL;
}

GBytes *tl_file_read(const char *path, size_t limit, GError **error) {
  g_autoptr(TlFileStream) stream = tl_file_stream_open(path, error);
  return stream ? tl_file_stream_rest(stream, NULL, 0, limit, error) : NULL;
}

char *tl_file_identity(const char *path) {
  struct stat status;
  if (stat(path, &status) != 0)
    return NULL;
  return g_strdup_printf("%llx-%llx-%llx-%llx.%09lx", (unsigned long long)status.st_dev,
                         (unsigned long long)status.st_ino, (unsigned long long)status.st_size,
                         (unsigned long long)status.st_mtim.tv_sec, (unsigned long)status.st_mtim.tv_nsec);
}

char *tl_file_user_folder(const char *variable, const char *usual) {
  const char *named = g_getenv(variable);
  return named && g_path_is_absolute(named) ? g_strdup(named) : g_build_filename(g_get_home_dir(), usual, NULL);
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
