/* The common shape of our caches: a header, what it was made from, then sections of plain arrays that are used in
 * place.
 *
 * A file is in the byte order and layout of the machine that made it; on another its magic number does not match. What
 * is inside the sections, the reader of each kind checks.
 */
#ifndef TL_BASE_SECTIONS_H
#define TL_BASE_SECTIONS_H

#include "tlumach/base.h"

#define TL_SECTIONS_MAX 32u

typedef struct TlSectionsKind {
  guint32 magic, version;
} TlSectionsKind;

typedef struct TlSectionsWriter TlSectionsWriter;
/* `identity`: what the contents were made from; another one is refused when reading. */
TlSectionsWriter *tl_sections_writer_new(TlSectionsKind kind, const char *identity);
void tl_sections_put(TlSectionsWriter *writer, guint section, gconstpointer data, gsize size);
/* All elements of a GArray. */
void tl_sections_put_array(TlSectionsWriter *writer, guint section, const GArray *array);
/* The file; frees the writer. */
GBytes *tl_sections_finish(TlSectionsWriter *writer);

typedef struct TlSections TlSections;
/* Checks header, size, checksum, identity (unless NULL) and that every section lies inside. `data` is kept by
 * reference. */
TlSections *tl_sections_open(GBytes *data, TlSectionsKind kind, const char *identity, GError **error);
void tl_sections_free(TlSections *sections);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TlSections, tl_sections_free)
/* The array and how many elements it has; NULL when it is not there or not made of whole elements. */
gconstpointer tl_sections_get(const TlSections *sections, guint section, gsize element, guint *n);

#endif
