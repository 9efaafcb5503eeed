/* A set of hashes that may say yes too often, but never no to a member: a blocked Bloom filter (Putze, Sanders, Singler
 * 2007), one word of 64 bits a hash and three bits in it, so that a look-up reads one place in memory.
 *
 * A single word with all bits set lets everything through.
 */
#ifndef TL_BASE_SIEVE_H
#define TL_BASE_SIEVE_H

#include <glib.h>

#define TL_SIEVE_BITS 12u /* at least, for each member: about one stranger in forty passes */

/* Words for so many members. */
static inline guint32 tl_sieve_words(guint members) {
  return (guint32)MIN(((guint64)members * TL_SIEVE_BITS + 63) / 64 + 1, 1u << 26);
}

static inline guint64 tl_sieve_bits(guint64 hash) {
  return (guint64)1 << (hash & 63) | (guint64)1 << (hash >> 6 & 63) | (guint64)1 << (hash >> 12 & 63);
}

static inline guint32 tl_sieve_place(guint32 words, guint64 hash) {
  return (guint32)((hash >> 32) * words >> 32);
}

static inline void tl_sieve_add(guint64 *sieve, guint32 words, guint64 hash) {
  sieve[tl_sieve_place(words, hash)] |= tl_sieve_bits(hash);
}

static inline gboolean tl_sieve_has(const guint64 *sieve, guint32 words, guint64 hash) {
  guint64 bits = tl_sieve_bits(hash);
  return (sieve[tl_sieve_place(words, hash)] & bits) == bits;
}

#endif
