/* A hash table with open addressing over one run of bytes. */
#include "lang/frozen/intern.h"

#include <string.h>

struct TlIntern {
  GByteArray *bytes;
  GArray *ends;   /* guint32: where in `bytes` each ends */
  guint32 *slots; /* number + 1; 0: free */
  guint32 n_slots;
};

TlIntern *tl_intern_new(void) {
  TlIntern *intern = g_new(TlIntern, 1);
  intern->bytes = g_byte_array_new();
  intern->ends = g_array_new(FALSE, FALSE, sizeof(guint32));
  intern->n_slots = 1024;
  intern->slots = g_new0(guint32, intern->n_slots);
  return intern;
}

void tl_intern_free(TlIntern *intern) {
  if (!intern)
    return;
  g_byte_array_unref(intern->bytes);
  g_array_unref(intern->ends);
  g_free(intern->slots);
  g_free(intern);
}

static guint32 hash_bytes(const guint8 *p, guint n) {
  guint64 h = n * 0x9E3779B97F4A7C15u, word = 0;
  for (; n >= 8; p += 8, n -= 8) {
    memcpy(&word, p, 8);
    h = (h ^ word) * 0xFF51AFD7ED558CCDu, h ^= h >> 32;
  }
  for (; n > 0; p++, n--)
    h = (h ^ *p) * 0xC4CEB9FE1A85EC53u, h ^= h >> 32;
  return (guint32)h;
}

gconstpointer tl_intern_bytes(const TlIntern *intern, guint number, guint *n) {
  guint32 start = number ? g_array_index(intern->ends, guint32, number - 1) : 0;
  *n = g_array_index(intern->ends, guint32, number) - start;
  return intern->bytes->data + start;
}

/* The slot of these bytes: theirs, or the free one where they belong. */
static guint32 slot_of(const TlIntern *intern, gconstpointer bytes, guint n) {
  guint32 slot = hash_bytes(bytes, n) & (intern->n_slots - 1);
  for (; intern->slots[slot]; slot = (slot + 1) & (intern->n_slots - 1)) {
    guint length;
    gconstpointer own = tl_intern_bytes(intern, intern->slots[slot] - 1, &length);
    if (length == n && (n == 0 || memcmp(own, bytes, n) == 0)) /* of none there may be no address */
      break;
  }
  return slot;
}

static void grow(TlIntern *intern) {
  g_free(intern->slots);
  intern->n_slots *= 2;
  intern->slots = g_new0(guint32, intern->n_slots);
  for (guint i = 0; i < intern->ends->len; i++) {
    guint n;
    gconstpointer bytes = tl_intern_bytes(intern, i, &n);
    intern->slots[slot_of(intern, bytes, n)] = i + 1;
  }
}

guint tl_intern(TlIntern *intern, gconstpointer bytes, guint n) {
  guint32 slot = slot_of(intern, bytes, n);
  if (intern->slots[slot])
    return intern->slots[slot] - 1;
  g_byte_array_append(intern->bytes, bytes, n);
  g_array_append_val(intern->ends, intern->bytes->len);
  intern->slots[slot] = intern->ends->len;
  if (intern->ends->len * 2 > intern->n_slots)
    grow(intern);
  return intern->ends->len - 1;
}

gint64 tl_intern_find(const TlIntern *intern, gconstpointer bytes, guint n) {
  return (gint64)intern->slots[slot_of(intern, bytes, n)] - 1;
}

guint tl_intern_size(const TlIntern *intern) {
  return intern->ends->len;
}
