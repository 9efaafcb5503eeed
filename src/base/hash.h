/* Hashing of words: eight bytes a step, for tables. No seed makes it proof against words that were made to collide, and
 * it is none for checksums (sections.c). */
#ifndef TL_BASE_HASH_H
#define TL_BASE_HASH_H

#include "base/bytes.h"

#define TL_HASH_START G_GUINT64_CONSTANT(0x9E3779B97F4A7C15) /* 2^64 over the golden ratio */

/* Multiplied by an odd constant (of MurmurHash3's finaliser), the high bits brought down: callers take the low ones. */
static inline guint64 tl_hash_step(guint64 hash, guint64 bytes) {
  hash = (hash ^ bytes) * G_GUINT64_CONSTANT(0xFF51AFD7ED558CCD);
  return hash ^ hash >> 32;
}

/* `start` has to hold the length: zeros behind the bytes are not told from them. */
static inline guint64 tl_hash_bytes(guint64 start, const char *bytes, size_t length) {
  for (; length >= 8; bytes += 8, length -= 8)
    start = tl_hash_step(start, tl_load_few(bytes, 8));
  return length > 0 ? tl_hash_step(start, tl_load_few(bytes, length)) : start;
}

#endif
