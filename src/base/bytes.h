/* Eight bytes at a time. */
#ifndef TL_BASE_BYTES_H
#define TL_BASE_BYTES_H

#include <glib.h>
#include <string.h>

/* `n` bytes, at most eight, the first one lowest; zeros behind. */
static inline guint64 tl_load_few(const char *s, size_t n) {
  guint64 bytes = 0;
  if (n == 8) {
    memcpy(&bytes, s, 8);
    return GUINT64_FROM_LE(bytes);
  }
  if (n >= 4) {
    guint32 head, tail;
    memcpy(&head, s, 4);
    memcpy(&tail, s + n - 4, 4);
    return GUINT32_FROM_LE(head) | (guint64)GUINT32_FROM_LE(tail) << 8 * (n - 4);
  }
  for (size_t i = 0; i < n; i++)
    bytes |= (guint64)(guint8)s[i] << 8 * i;
  return bytes;
}

#endif
