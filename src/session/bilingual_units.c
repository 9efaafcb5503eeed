#include "session/bilingual_units.h"

#include <string.h>

#include "reports/pieces.h"

static gboolean is_unit(const TlumachPair *pair) {
  return !(pair->flags & TLUMACH_PAIR_LOCKED);
}

GArray *tl_pair_segments(const TlumachBitext *bitext) {
  GArray *segments = g_array_new(FALSE, FALSE, sizeof(TlumachSegment));
  guint n_blocks, block = 0;
  const TlumachBlock *blocks = tlumach_document_blocks(bitext->document[TLUMACH_SOURCE], &n_blocks);
  for (guint i = 0; i < bitext->n_pairs; i++) {
    TlumachSegment segment = {bitext->pairs[i].span[TLUMACH_SOURCE], 0};
    while (block + 1 < n_blocks && blocks[block].span.end <= segment.span.start)
      block++;
    segment.block = block;
    if (is_unit(&bitext->pairs[i]))
      g_array_append_val(segments, segment);
  }
  return segments;
}

/* What stands on the target side, as one line; NULL when that is no translation: nothing, or the source once more. */
static const char *translation(const TlumachBitext *bitext, const TlumachPair *pair, TlArena *arena) {
  g_autoptr(GString) line = g_string_new(NULL);
  tl_append_line(line, tlumach_document_text(bitext->document[TLUMACH_TARGET], NULL), pair->span[TLUMACH_TARGET]);
  if (line->len == 0)
    return NULL;
  if (pair->flags & TLUMACH_PAIR_UNTRANSLATED) {
    g_autoptr(GString) source = g_string_new(NULL);
    tl_append_line(source, tlumach_document_text(bitext->document[TLUMACH_SOURCE], NULL), pair->span[TLUMACH_SOURCE]);
    if (g_string_equal(source, line))
      return NULL;
  }
  return tl_arena_strdup(arena, line->str);
}

void tl_take_translations(TlumachReportFile *file, TlArena *arena) {
  TlumachUnit *unit = (TlumachUnit *)file->units;
  for (guint i = 0; i < file->bitext->n_pairs; i++) {
    const TlumachPair *pair = &file->bitext->pairs[i];
    if (!is_unit(pair))
      continue;
    unit->pair = pair;
    unit->target = translation(file->bitext, pair, arena);
    unit++;
  }
}
