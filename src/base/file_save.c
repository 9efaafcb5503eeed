/* The old file or the new one, at every instant: a temporary in the same folder, synced, read again, then renamed over.
 */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/descriptor.h"
#include "base/error.h"
#include "base/file.h"

struct TlFileLock {
  int fd;
  char *file;
};

/* Is it still the file of that name? Who held the lock before may have taken it away since it was opened. */
static gboolean is_current(int fd, const char *file) {
  struct stat held, there;
  return fstat(fd, &held) == 0 && lstat(file, &there) == 0 && held.st_dev == there.st_dev &&
         held.st_ino == there.st_ino;
}

/* A lock file, opened and locked; -1: it cannot be, or not before `until`. */
static int lock_file(const char *path, const char *file, gint64 until, GError **error) {
  for (;;) {
    int fd = open(file, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (fd < 0) {
      tl_error_errno(error, file, errno, "cannot make the lock file");
      return -1;
    }
    gboolean locked = flock(fd, LOCK_EX | LOCK_NB) == 0;
    if (locked && is_current(fd, file))
      return fd;
    int fault = locked ? EINTR : errno;
    close(fd);
    if (fault != EWOULDBLOCK && fault != EINTR) {
      tl_error_errno(error, file, fault, "cannot lock");
      return -1;
    }
    if (fault == EWOULDBLOCK && g_get_monotonic_time() >= until) {
      tl_error_at(error, TLUMACH_ERROR_BUSY, path, 0, 0, "another program is writing it; try again");
      return -1;
    }
    if (fault == EWOULDBLOCK)
      g_usleep(10000);
  }
}

TlFileLock *tl_file_lock(const char *path, guint seconds, GError **error) {
  g_autofree char *folder = g_path_get_dirname(path), *name = g_path_get_basename(path);
  g_autofree char *file = g_strdup_printf("%s/.%s.lock", folder, name);
  int fd = lock_file(path, file, g_get_monotonic_time() + (gint64)seconds * G_USEC_PER_SEC, error);
  if (fd < 0)
    return NULL;
  TlFileLock *lock = g_new(TlFileLock, 1);
  *lock = (TlFileLock){fd, g_steal_pointer(&file)};
  return lock;
}

/* Taken away while it is held: who has opened it meanwhile finds that it is not current. */
void tl_file_unlock(TlFileLock *lock) {
  if (!lock)
    return;
  unlink(lock->file);
  close(lock->fd);
  g_free(lock->file);
  g_free(lock);
}

static gboolean write_all(int fd, GBytes *bytes) {
  gsize size;
  const void *data = g_bytes_get_data(bytes, &size);
  return tl_descriptor_write(fd, data, size);
}

/* Is the file these bytes? Read piece by piece: a large file is not held twice. */
static gboolean is_file(const char *path, GBytes *bytes) {
  gsize size, at = 0, room = 1u << 20;
  const char *data = g_bytes_get_data(bytes, &size);
  g_autofree char *piece = g_malloc(room);
  int fd = open(path, O_RDONLY | O_CLOEXEC);
  ssize_t n = -1;
  while (fd >= 0 && (n = tl_descriptor_read(fd, piece, room)) > 0) {
    if ((gsize)n > size - at || memcmp(piece, data + at, (gsize)n) != 0)
      break;
    at += (gsize)n;
  }
  if (fd >= 0)
    close(fd);
  return n == 0 && at == size;
}

/* What stands on the disk now is what was meant, byte for byte and to whoever asks. */
static gboolean verify(const char *path, const char *temporary, GBytes *bytes, const TlFileSave *options,
                       GError **error) {
  if (!is_file(temporary, bytes)) {
    tl_error_at(error, TLUMACH_ERROR_IO, path, 0, 0, "not saved: what was written does not read back");
    return FALSE;
  }
  return !options || !options->verify || options->verify(bytes, options->user, error);
}

static gboolean keep_backup(const char *path, GError **error) {
  g_autofree char *fresh = g_strconcat(path, "~new", NULL), *backup = g_strconcat(path, "~", NULL);
  unlink(fresh);
  if (link(path, fresh) == 0 && rename(fresh, backup) == 0)
    return TRUE;
  tl_error_errno(error, backup, errno, "not saved: cannot keep the old version");
  unlink(fresh);
  return FALSE;
}

/* A writer killed between the steps of a backup leaves the file with a second name, which is ours to take away. */
static void drop_half_backup(const char *path) {
  static const char *const endings[] = {"~new", "~"};
  for (guint i = 0; i < G_N_ELEMENTS(endings); i++) {
    g_autofree char *name = g_strconcat(path, endings[i], NULL);
    struct stat a, b;
    if (lstat(name, &a) == 0 && stat(path, &b) == 0 && a.st_dev == b.st_dev && a.st_ino == b.st_ino)
      unlink(name);
  }
}

static gboolean sync_folder(const char *folder) {
  int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  gboolean done = fd >= 0 && fsync(fd) == 0;
  if (fd >= 0)
    close(fd);
  return done;
}

static gboolean replace(const char *path, const char *temporary, GError **error) {
  g_autofree char *folder = g_path_get_dirname(path);
  sigset_t block, old;
  sigfillset(&block);
  pthread_sigmask(SIG_BLOCK, &block, &old);
  gboolean renamed = rename(temporary, path) == 0;
  int failed = errno;
  gboolean synced = renamed && sync_folder(folder);
  pthread_sigmask(SIG_SETMASK, &old, NULL);
  if (!renamed)
    tl_error_errno(error, path, failed, "not saved");
  else if (!synced)
    tl_error_at(error, TLUMACH_ERROR_IO, path, 0, 0,
                "written, but the folder could not be synced: it may be lost if the machine stops now");
  return renamed && synced;
}

/* Follows symbolic links, to a file that is not there yet, too; realpath(3) does not. */
static char *real_target(const char *path) {
  char *target = g_strdup(path);
  for (guint links = 0; links < 40; links++) { /* MAXSYMLINKS of Linux */
    g_autofree char *to = g_file_read_link(target, NULL);
    if (!to)
      break;
    g_autofree char *folder = g_path_get_dirname(target);
    g_free(target);
    target = g_path_is_absolute(to) ? g_steal_pointer(&to) : g_build_filename(folder, to, NULL);
  }
  return target;
}

static gboolean check_target(const char *path, struct stat *st, gboolean *exists, GError **error) {
  *exists = stat(path, st) == 0;
  if (!*exists)
    return TRUE;
  if (!S_ISREG(st->st_mode))
    tl_error_at(error, TLUMACH_ERROR_IO, path, 0, 0, "is not a regular file");
  else if (st->st_nlink > 1)
    tl_error_at(error, TLUMACH_ERROR_IO, path, 0, 0, "has %lu hard links; saving would part them, so it is not done",
                (unsigned long)st->st_nlink);
  else if (access(path, W_OK) != 0)
    tl_error_errno(error, path, errno, "cannot write");
  else
    return TRUE;
  return FALSE;
}

/* Our own descriptor that a name means; -1: none. Opened by that name, a file would be written from its beginning on,
 * whoever else had written to it. */
static int descriptor_of(const char *path) {
  static const char *const folders[] = {"/dev/fd/", "/proc/self/fd/"};
  guint64 number;
  for (guint i = 0; i < G_N_ELEMENTS(folders); i++)
    if (g_str_has_prefix(path, folders[i]) &&
        g_ascii_string_to_unsigned(path + strlen(folders[i]), 10, 0, G_MAXINT, &number, NULL))
      return (int)number;
  return strcmp(path, "/dev/stdout") == 0 ? STDOUT_FILENO : strcmp(path, "/dev/stderr") == 0 ? STDERR_FILENO : -1;
}

gboolean tl_file_is_sink(const char *path) {
  struct stat st;
  return descriptor_of(path) >= 0 || (stat(path, &st) == 0 && !S_ISREG(st.st_mode) && !S_ISDIR(st.st_mode));
}

static gboolean write_through(const char *path, GBytes *bytes, GError **error) {
  int own = descriptor_of(path);
  int fd = own >= 0 ? fcntl(own, F_DUPFD_CLOEXEC, 0) : open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY);
  gboolean done = fd >= 0 && write_all(fd, bytes);
  int failed = errno;
  if (fd >= 0 && close(fd) != 0 && done) {
    done = FALSE;
    failed = errno;
  }
  if (!done)
    tl_error_errno(error, path, failed, "cannot write");
  return done;
}

/* Whoever holds the lock is alone, and takes a name that is always the same, over what a killed one left there. */
static int open_temporary(const char *folder, const char *name, gboolean locked, char **path) {
  *path = g_strdup_printf(locked ? "%s/.%.200s.tmp" : "%s/.%.200s.XXXXXX", folder, name);
  if (!locked)
    return g_mkstemp_full(*path, O_RDWR | O_CLOEXEC, 0666);
  unlink(*path);
  return open(*path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0666);
}

gboolean tl_file_save(const char *path, GBytes *bytes, const TlFileSave *options, GError **error) {
  struct stat st;
  gboolean exists;
  if (tl_file_is_sink(path))
    return write_through(path, bytes, error);
  g_autofree char *target = real_target(path);
  if (options && options->backup)
    drop_half_backup(target);
  if (!check_target(target, &st, &exists, error))
    return FALSE;
  g_autofree char *folder = g_path_get_dirname(target), *name = g_path_get_basename(target);
  g_autofree char *temporary = NULL;
  int fd = open_temporary(folder, name, options && options->locked, &temporary);
  if (fd < 0) {
    tl_error_errno(error, path, errno, "cannot write beside it");
    return FALSE;
  }
  if (exists) {
    fchmod(fd, st.st_mode & 07777);
    if (fchown(fd, st.st_uid, st.st_gid) != 0)
      fchmod(fd, st.st_mode & 0777);
  }
  gboolean written = write_all(fd, bytes) && fsync(fd) == 0;
  int failed = errno;
  if (close(fd) != 0 && written) {
    written = FALSE;
    failed = errno;
  }
  if (!written)
    tl_error_errno(error, path, failed, "not saved");
  gboolean done = written && verify(path, temporary, bytes, options, error) &&
                  (!exists || !options || !options->backup || keep_backup(target, error)) &&
                  replace(target, temporary, error);
  if (!done)
    unlink(temporary);
  return done;
}
