#include "base/room.h"

#include <sys/mman.h>

#define PAGE 4096u
#define SMALL (64u << 10) /* bytes: less is not worth a call of the system */
#define LARGE (4u << 20)  /* bytes, where pages of 2 MiB are worth what they waste */

#ifndef MADV_POPULATE_WRITE
#define MADV_POPULATE_WRITE 23 /* of Linux 5.14; before it an error, which is no matter */
#endif

void tl_room_take(gpointer room, gsize bytes) {
  if (bytes < SMALL)
    return;
  gsize skipped = (PAGE - (gsize)room % PAGE) % PAGE, whole = (bytes - skipped) / PAGE * PAGE;
  if (bytes >= LARGE)
    madvise((char *)room + skipped, whole, MADV_HUGEPAGE);
  madvise((char *)room + skipped, whole, MADV_POPULATE_WRITE);
}

gpointer tl_room_new(gsize bytes) {
  gpointer room = g_malloc(bytes);
  tl_room_take(room, bytes);
  return room;
}
