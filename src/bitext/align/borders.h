/* What paragraphs say: where one ends in a text, one mostly ends in its translation, and translators seldom join
 * sentences of two. As log ratios to what would be by chance, so paragraphs of one sentence each, and texts without
 * paragraphs, say nothing. */
#ifndef TL_BITEXT_ALIGN_BORDERS_H
#define TL_BITEXT_ALIGN_BORDERS_H

#include "bitext/align/text.h"
#include "tlumach/bitext.h"

typedef struct TlAlignBorders {
  double ends[2][2];                         /* a bead's last sentences end paragraphs: source, target */
  double source_inside[2], target_inside[2]; /* … another sentence of its does */
} TlAlignBorders;

/* From beads that are thought right (TlumachBead); none: from what is usual. */
void tl_align_borders_learn(TlAlignBorders *borders, const TlAlignText *source, const TlAlignText *target,
                            const GArray *beads);
/* What a bead of so many sentences gains or loses; neither side is empty. */
double tl_align_borders_score(const TlAlignBorders *borders, const TlAlignSentence *source, guint n_source,
                              const TlAlignSentence *target, guint n_target);

#endif
