#include "base/descriptor.h"

#include <errno.h>
#include <poll.h>
#include <unistd.h>

/* May what failed with errno be tried again? Waits until it is worth while. */
static gboolean may_go_on(int fd, short event) {
  if (errno != EAGAIN && errno != EWOULDBLOCK)
    return errno == EINTR;
  return poll(&(struct pollfd){.fd = fd, .events = event}, 1, -1) >= 0 || errno == EINTR;
}

gssize tl_descriptor_read(int fd, void *into, size_t room) {
  gssize n;
  do
    n = read(fd, into, room);
  while (n < 0 && may_go_on(fd, POLLIN));
  return n;
}

gboolean tl_descriptor_write(int fd, const void *bytes, size_t length) {
  for (const char *at = bytes; length > 0;) {
    gssize n = write(fd, at, length);
    if (n < 0 && !may_go_on(fd, POLLOUT))
      return FALSE;
    at += MAX(n, 0);
    length -= (size_t)MAX(n, 0);
  }
  return TRUE;
}
