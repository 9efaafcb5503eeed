/* Two texts made a bitext by alignment. */
#include "base/position.h"
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

static double length_of(TlumachDocument *document, TlumachSpan span) {
  const char *text = tlumach_document_text(document, NULL);
  return (double)tl_utf8_measure(text + span.start, span.end - span.start, TLUMACH_COLUMN_CHARACTER);
}

static GArray *pairs_of(const TlumachAlignment *alignment) {
  GArray *pairs = g_array_new(FALSE, FALSE, sizeof(TlumachPair));
  g_autofree TlBeadLengths *lengths = g_new0(TlBeadLengths, alignment->n_beads + 1);
  for (guint i = 0; i < alignment->n_beads; i++) {
    const TlumachBead *bead = &alignment->beads[i];
    TlumachPair pair = {0};
    pair.span[TLUMACH_SOURCE] = run(alignment->source_segments, alignment->n_source, bead->source, bead->n_source);
    pair.span[TLUMACH_TARGET] = run(alignment->target_segments, alignment->n_target, bead->target, bead->n_target);
    for (guint side = 0; side < 2; side++) {
      pair.place[side] = pair.span[side].start;
      lengths[i][side] = length_of(side == TLUMACH_SOURCE ? alignment->source : alignment->target, pair.span[side]);
    }
    g_array_append_val(pairs, pair);
  }
  g_autofree guint *flags = tl_beads_flags(alignment->beads, lengths, alignment->n_beads);
  for (guint i = 0; i < pairs->len; i++)
    g_array_index(pairs, TlumachPair, i).flags = flags[i];
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
