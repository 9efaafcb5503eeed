/* Reading whole files, and replacing them so that no instant shows half a file. */
#ifndef TL_BASE_FILE_H
#define TL_BASE_FILE_H

#include "tlumach/base.h"

/* All bytes of a regular file or, for "-", of standard input. Directories, devices, sockets and FIFOs named
 * by path are refused at once (a FIFO never blocks); /dev/stdin and the like pass as pipes do. `limit` in bytes
 * (0: 1 GiB). */
GBytes *tl_file_read(const char *path, size_t limit, GError **error);

/* The same, by and by. */
typedef struct TlFileStream TlFileStream;
TlFileStream *tl_file_stream_open(const char *path, GError **error);
void tl_file_stream_free(TlFileStream *stream);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TlFileStream, tl_file_stream_free)
/* The next `room` bytes; fewer, `*n`, only where the file ends. */
gboolean tl_file_stream_read(TlFileStream *stream, char *into, size_t room, size_t *n, GError **error);
/* All that is left, behind the `used` bytes before, which were read of it. */
GBytes *tl_file_stream_rest(TlFileStream *stream, const char *before, size_t used, size_t limit, GError **error);

/* Changes when the file does: device, inode, size and time to the nanosecond, in hexadecimal. NULL when it is not
 * there. */
char *tl_file_identity(const char *path);
/* The folder that an XDG variable names, else `usual` in the home folder: a relative one is to be ignored (basedir
 * spec). Asked anew each time, unlike GLib's. */
char *tl_file_user_folder(const char *variable, const char *usual);
/* Puts a cache in its place, its folder made when it is missing. Failing is no error: a cache is never needed. */
void tl_cache_save(const char *path, GBytes *bytes);

/* Asked before the new bytes take the old file's place, when they have been found on the disk. */
typedef gboolean (*TlFileVerify)(GBytes *written, gpointer user, GError **error);

/* A held lock on `path`: flock on a lock file beside it. Waits up to `seconds`. */
typedef struct TlFileLock TlFileLock;
TlFileLock *tl_file_lock(const char *path, guint seconds, GError **error);
void tl_file_unlock(TlFileLock *lock);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TlFileLock, tl_file_unlock)

typedef struct TlFileSave {
  gboolean backup;     /* keep the old version as NAME~ (a link) */
  TlFileVerify verify; /* may be NULL */
  gpointer user;
  gboolean locked; /* we hold the lock: what a killed writer left beside the file is cleared away */
} TlFileSave;

/* Is it a device, a pipe, or a descriptor of ours (/dev/stdout, /dev/fd/3), which is written to and not replaced? */
gboolean tl_file_is_sink(const char *path);
/* Puts `bytes` in the place of `path`: temporary in the same folder, fsync, verify, rename, fsync of the
 * folder. Follows a symbolic link to the file it names; keeps mode and owner. On failure the old file is
 * untouched. `options` may be NULL. */
gboolean tl_file_save(const char *path, GBytes *bytes, const TlFileSave *options, GError **error);

#endif
