/* Chunks that double up to 256 KiB; what is larger than a chunk gets one of its own. */
#include "base/arena.h"

#include <string.h>

#include "base/room.h"

#define FIRST_CHUNK 4096u
#define LAST_CHUNK (1u << 18)
#define ALIGNMENT sizeof(guint64)

typedef struct Chunk {
  struct Chunk *next;
  size_t size, used;
  guint64 data[];
} Chunk;

struct TlArena {
  Chunk *chunks; /* the one in use first */
  size_t next_size, total;
};

TlArena *tl_arena_new(void) {
  TlArena *arena = g_new0(TlArena, 1);
  arena->next_size = FIRST_CHUNK;
  return arena;
}

static void free_chunks(Chunk *chunk) {
  while (chunk) {
    Chunk *next = chunk->next;
    g_free(chunk);
    chunk = next;
  }
}

void tl_arena_free(TlArena *arena) {
  if (!arena)
    return;
  free_chunks(arena->chunks);
  g_free(arena);
}

void tl_arena_reset(TlArena *arena) {
  if (!arena->chunks)
    return;
  free_chunks(arena->chunks->next);
  arena->chunks->next = NULL;
  arena->chunks->used = 0;
  arena->total = arena->chunks->size;
}

void *tl_arena_alloc(TlArena *arena, size_t size) {
  size_t rounded = (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
  if (rounded < size)
    g_error("arena: size overflow");
  if (!arena->chunks || arena->chunks->size - arena->chunks->used < rounded) {
    size_t room = MAX(rounded, arena->next_size);
    Chunk *chunk = tl_room_new(sizeof(Chunk) + room);
    chunk->size = room;
    chunk->used = 0;
    chunk->next = arena->chunks;
    arena->chunks = chunk;
    arena->total += room;
    arena->next_size = MIN(arena->next_size * 2, LAST_CHUNK);
  }
  void *place = (char *)arena->chunks->data + arena->chunks->used;
  arena->chunks->used += rounded;
  return place;
}

void *tl_arena_alloc0(TlArena *arena, size_t size) {
  return memset(tl_arena_alloc(arena, size), 0, size);
}

void *tl_arena_memdup(TlArena *arena, const void *data, size_t size) {
  void *copy = tl_arena_alloc(arena, size);
  if (size > 0)
    memcpy(copy, data, size);
  return copy;
}

char *tl_arena_strndup(TlArena *arena, const char *text, size_t length) {
  char *copy = tl_arena_alloc(arena, length + 1);
  if (length > 0)
    memcpy(copy, text, length);
  copy[length] = '\0';
  return copy;
}

char *tl_arena_strdup(TlArena *arena, const char *text) {
  return text ? tl_arena_strndup(arena, text, strlen(text)) : NULL;
}

size_t tl_arena_size(const TlArena *arena) {
  return arena->total;
}
