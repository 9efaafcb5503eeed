/* Strings, of letters or of any bytes, kept once, and numbered in the order they came.
 *
 * The hash is seeded anew for each table: what falls on one chain by chance, or in one table, does not in the next. It
 * is no proof against words that were made to collide (base/hash.h). What the table answers does not depend on the
 * seed.
 */
#ifndef TL_BASE_INTERN_H
#define TL_BASE_INTERN_H

#include "base/arena.h"

#define TL_NOT_INTERNED G_MAXUINT

typedef struct TlInterner TlInterner;

/* The strings live in the arena, which is borrowed and keeps them; NULL: in the interner's own. */
TlInterner *tl_interner_new(TlArena *arena);
void tl_interner_free(TlInterner *interner);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TlInterner, tl_interner_free)

/* The number of `text`, which is copied when it is new. */
guint tl_interner_add(TlInterner *interner, const void *text, size_t length);
guint tl_interner_find(const TlInterner *interner, const void *text, size_t length); /* TL_NOT_INTERNED: absent */
guint tl_interner_size(const TlInterner *interner);
const char *tl_interner_string(const TlInterner *interner, guint number); /* NUL-terminated */
/* The same of any bytes, aligned as the arena aligns. */
const void *tl_interner_bytes(const TlInterner *interner, guint number, size_t *length);

#endif
