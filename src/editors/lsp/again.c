/* The terms of a text that has changed in a place: they are looked for in the paragraphs that are new, and known in the
 * others. */
#include <string.h>

#include "editors/lsp/server.h"

typedef struct Blocks {
  const char *text;
  const TlumachBlock *list;
  guint n;
} Blocks;

static Blocks blocks_of(const TlumachDocument *document) {
  Blocks blocks = {.text = tlumach_document_text(document, NULL)};
  blocks.list = tlumach_document_blocks(document, &blocks.n);
  return blocks;
}

static gboolean same(const Blocks *a, guint i, const Blocks *b, guint j) {
  TlumachSpan x = a->list[i].span, y = b->list[j].span;
  return x.end - x.start == y.end - y.start && memcmp(a->text + x.start, b->text + y.start, x.end - x.start) == 0;
}

typedef struct Moving {
  const GArray *hits; /* of the text before */
  guint at;           /* the next of them */
  GArray *out;
} Moving;

/* The hits of an old block, which stand in a new one now. Blocks come in text order. */
static void move(Moving *moving, TlumachSpan from, TlumachSpan to) {
  for (; moving->at < moving->hits->len; moving->at++) {
    TlumachHit hit = g_array_index(moving->hits, TlumachHit, moving->at);
    if (hit.span.start >= from.end)
      break;
    if (hit.span.start < from.start)
      continue;                              /* of a block that is gone */
    hit.span.start += to.start - from.start; /* modulo the size of the type, where it moves back */
    hit.span.end += to.start - from.start;
    g_array_append_val(moving->out, hit);
  }
}

static void keep(const TlumachHit *hit, gpointer user) {
  g_array_append_vals(user, hit, 1);
}

GArray *tl_lsp_find_again(const TlumachSession *session, const TlumachDocument *before, const GArray *hits,
                          const TlumachDocument *now) {
  GArray *out = g_array_new(FALSE, FALSE, sizeof(TlumachHit));
  Blocks new = blocks_of(now), old = before &&hits ? blocks_of(before) : (Blocks){.n = 0};
  guint head = 0, tail = 0;
  while (head < MIN(old.n, new.n) && same(&old, head, &new, head))
    head++;
  while (tail < MIN(old.n, new.n) - head && same(&old, old.n - 1 - tail, &new, new.n - 1 - tail))
    tail++;
  Moving moving = {hits, 0, out};
  for (guint i = 0; i < head; i++)
    move(&moving, old.list[i].span, new.list[i].span);
  if (head < new.n - tail) {
    g_autoptr(TlumachFinder) finder = tlumach_finder_new(session, TLUMACH_OVERLAPS_LONGEST);
    tlumach_finder_find(finder, now, head, new.n - tail, keep, out);
  }
  for (guint i = tail; i > 0; i--)
    move(&moving, old.list[old.n - i].span, new.list[new.n - i].span);
  return out;
}
