/* Memory that is given back all at once: a term base, a document, the scratch of a segment.
 *
 * What an arena hands out is aligned for pointers and numbers of 64 bits, zeroed only by tl_arena_new0, and valid until
 * the arena is reset or freed. Single pieces cannot be freed.
 */
#ifndef TL_BASE_ARENA_H
#define TL_BASE_ARENA_H

#include <glib.h>
#include <stddef.h>

typedef struct TlArena TlArena;

TlArena *tl_arena_new(void);
void tl_arena_free(TlArena *arena);
/* Forgets all that was handed out; keeps one chunk for the next round. */
void tl_arena_reset(TlArena *arena);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TlArena, tl_arena_free)

void *tl_arena_alloc(TlArena *arena, size_t size);
/* A NUL-terminated copy of `length` bytes. */
char *tl_arena_strndup(TlArena *arena, const char *text, size_t length);
char *tl_arena_strdup(TlArena *arena, const char *text); /* NULL gives NULL */
void *tl_arena_memdup(TlArena *arena, const void *data, size_t size);
#define tl_arena_new0(arena, type, count) ((type *)tl_arena_alloc0((arena), sizeof(type) * (size_t)(count)))
void *tl_arena_alloc0(TlArena *arena, size_t size);
/* Bytes taken from the system. */
size_t tl_arena_size(const TlArena *arena);

#endif
