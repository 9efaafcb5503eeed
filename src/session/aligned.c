/* Two texts made a bitext by alignment. */
#include "bitext/bitext.h"
#include "session/beads.h"
#include "tlumach/bitext.h"
#include "tlumach/check.h"

/* From the first segment of a run to the end of its last one; where a run of none would stand, an empty span. */
static TlumachSpan run(const TlumachSegment *segments, guint all, guint first, guint n) {
  if (n)
    return (TlumachSpan){segments[first].span.start, segments[first + n - 1].span.end};
  size_t at = first < all ? segments[first].span.start : all ? segments[all - 1].span.end : 0;
  return (TlumachSpan){at, at};
}

static GArray *pairs_of(const TlumachAlignment *alignment) {
  GArray *pairs = g_array_new(FALSE, FALSE, sizeof(TlumachPair));
  g_autofree gboolean *unsure = tl_beads_unsure(alignment->beads, alignment->n_beads);
  for (guint i = 0; i < alignment->n_beads; i++) {
    const TlumachBead *bead = &alignment->beads[i];
    TlumachPair pair = {.flags = unsure[i] ? TLUMACH_PAIR_UNSURE : 0};
    pair.span[TLUMACH_SOURCE] = run(alignment->source_segments, alignment->n_source, bead->source, bead->n_source);
    pair.span[TLUMACH_TARGET] = run(alignment->target_segments, alignment->n_target, bead->target, bead->n_target);
    for (guint side = 0; side < 2; side++)
      pair.place[side] = pair.span[side].start;
    g_array_append_val(pairs, pair);
  }
  return pairs;
}

TlumachBitext *tlumach_alignment_bitext(const TlumachAlignment *alignment) {
  return tl_bitext_of(alignment->source, alignment->target, pairs_of(alignment));
}

TlumachBitext *tlumach_bitext_align(const TlumachSession *session, TlumachDocument *source, TlumachDocument *target,
                                    GError **error) {
  g_autoptr(TlumachAlignment) alignment = tlumach_align(session, source, target, NULL, error);
  if (alignment)
    return tlumach_alignment_bitext(alignment);
  tlumach_document_free(source);
  tlumach_document_free(target);
  return NULL;
}
