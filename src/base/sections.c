#include "base/sections.h"

#include <string.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "base/error.h"

typedef struct Place {
  guint32 offset; /* bytes from the file's start, a multiple of 8 */
  guint32 size;   /* bytes */
} Place;

typedef struct Header {
  guint32 magic, version;
  guint64 size;     /* of the whole file */
  guint64 checksum; /* of the whole file, this field being 0 */
  Place identity;
  Place sections[TL_SECTIONS_MAX];
} Header;

struct TlSectionsWriter {
  GByteArray *file;
};

struct TlSections {
  GBytes *data;
  const Header *header;
};

typedef guint64 Pair __attribute__((vector_size(16)));

/* Of each number its lower half by its upper half. */
static inline Pair multiply_halves(Pair x) {
#ifdef __SSE2__
  return (Pair)_mm_mul_epu32((__m128i)x, (__m128i)(x >> 32));
#else
  return (x & 0xFFFFFFFF) * (x >> 32);
#endif
}

typedef struct Lane {
  Pair sum, key;
} Lane;

/* As XXH3 does it (Yann Collet, xxHash 0.8), its keys going on with the position: a number is added to one sum and
 * multiplied into another, so that none that changes alone goes unseen. */
static inline void mix(Lane *lane, const guint8 *p) {
  const Pair further = {0x9E3779B185EBCA87u, 0xC2B2AE3D27D4EB4Fu};
  Pair words;
  memcpy(&words, p, sizeof words);
  lane->sum += (Pair){words[1], words[0]} + multiply_halves(words ^ lane->key);
  lane->key += further;
}

/* Corruption, not malice, is what it guards against (offsets are checked, too). */
static guint64 checksum(const void *data, gsize size) {
  const guint8 *p = data;
  Lane lanes[4] = {{{0x9E3779B97F4A7C15u, size}, {0xBE4BA423396CFEB8u, 0x1CAD21F72C81017Cu}},
                   {{0xC2B2AE3D27D4EB4Fu, 0}, {0xDB979083E96DD4DEu, 0x1F67B3B7A4A44072u}},
                   {{0x165667B19E3779F9u, 0}, {0x78E5C0CC4EE679CBu, 0x2172FFCC7DD05A82u}},
                   {{0x85EBCA77C2B2AE63u, 0}, {0x8E2443F7744608B8u, 0x4C263A81E69035E0u}}};
  for (; size >= 64; p += 64, size -= 64) {
    mix(&lanes[0], p);
    mix(&lanes[1], p + 16);
    mix(&lanes[2], p + 32);
    mix(&lanes[3], p + 48);
  }
  guint64 h = 0;
  for (guint i = 0; i < 8; i++)
    h = (h ^ lanes[i / 2].sum[i % 2]) * 0xFF51AFD7ED558CCDu, h ^= h >> 31;
  for (; size > 0; p++, size--)
    h = (h ^ *p) * 0xC4CEB9FE1A85EC53u, h ^= h >> 31;
  return h;
}

static guint64 checksum_of(const Header *header, gsize size) {
  Header blank = *header;
  blank.checksum = 0;
  return checksum(&blank, sizeof blank) ^ checksum(header + 1, size - sizeof blank);
}

static Place append(GByteArray *file, gconstpointer data, gsize size) {
  static const guint8 zero[8];
  Place place = {file->len, (guint32)size};
  g_byte_array_append(file, data, (guint)size);
  g_byte_array_append(file, zero, (8 - file->len % 8) % 8);
  return place;
}

TlSectionsWriter *tl_sections_writer_new(TlSectionsKind kind, const char *identity) {
  TlSectionsWriter *writer = g_new(TlSectionsWriter, 1);
  Header header = {.magic = kind.magic, .version = kind.version};
  writer->file = g_byte_array_append(g_byte_array_new(), (const guint8 *)&header, sizeof header);
  Place place = append(writer->file, identity, strlen(identity) + 1);
  ((Header *)(void *)writer->file->data)->identity = place;
  return writer;
}

void tl_sections_put(TlSectionsWriter *writer, guint section, gconstpointer data, gsize size) {
  Place place = append(writer->file, data, size);
  ((Header *)(void *)writer->file->data)->sections[section] = place;
}

void tl_sections_put_array(TlSectionsWriter *writer, guint section, const GArray *array) {
  tl_sections_put(writer, section, array->data, (gsize)array->len * g_array_get_element_size((GArray *)array));
}

GBytes *tl_sections_finish(TlSectionsWriter *writer) {
  GByteArray *file = writer->file;
  Header *header = (Header *)(void *)file->data;
  header->size = file->len;
  header->checksum = checksum_of(header, file->len);
  g_free(writer);
  return g_byte_array_free_to_bytes(file);
}

static gboolean lies_inside(const Header *header, Place place) {
  return place.offset % 8 == 0 && place.offset <= header->size && place.size <= header->size - place.offset &&
         (place.offset >= sizeof *header || place.size == 0);
}

static const char *fault_of(const Header *header, gsize size, TlSectionsKind kind, const char *identity) {
  if (size < sizeof *header || header->magic != kind.magic || header->size != size)
    return "is damaged";
  if (header->version != kind.version)
    return "was made by another version";
  if (checksum_of(header, size) != header->checksum || !lies_inside(header, header->identity) ||
      header->identity.size == 0)
    return "is damaged";
  for (guint i = 0; i < TL_SECTIONS_MAX; i++)
    if (!lies_inside(header, header->sections[i]))
      return "is damaged";
  const char *made_from = (const char *)header + header->identity.offset;
  if (made_from[header->identity.size - 1] != '\0')
    return "is damaged";
  return identity && strcmp(made_from, identity) != 0 ? "was made from other files" : NULL;
}

TlSections *tl_sections_open(GBytes *data, TlSectionsKind kind, const char *identity, GError **error) {
  gsize size;
  const Header *header = g_bytes_get_data(data, &size);
  const char *fault = fault_of(header, size, kind, identity);
  if (fault) {
    tl_error_at(error, TLUMACH_ERROR_FORMAT, NULL, 0, 0, "the cache %s", fault);
    return NULL;
  }
  TlSections *sections = g_new(TlSections, 1);
  *sections = (TlSections){g_bytes_ref(data), header};
  return sections;
}

void tl_sections_free(TlSections *sections) {
  if (!sections)
    return;
  g_bytes_unref(sections->data);
  g_free(sections);
}

gconstpointer tl_sections_get(const TlSections *sections, guint section, gsize element, guint *n) {
  Place place = sections->header->sections[section];
  if (place.offset == 0 || place.size % element)
    return NULL;
  *n = (guint)(place.size / element);
  return (const char *)sections->header + place.offset;
}
