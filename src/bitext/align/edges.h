/* How sentences begin and end: what ends with a colon or in a question mostly does so in the translation, too; and what
 * is said between one pair of quotes is often translated as a whole. */
#ifndef TL_BITEXT_ALIGN_EDGES_H
#define TL_BITEXT_ALIGN_EDGES_H

#include "bitext/align/marks.h"
#include "tlumach/bitext.h"

typedef struct TlAlignEdges {
  double begins[TL_EDGES][TL_EDGES],
      ends[TL_EDGES][TL_EDGES]; /* source kind, target kind: how much more often together than by chance, as a log */
  double quoting[2][2];         /* … and how much more often beads end so than sentences do */
} TlAlignEdges;

/* From beads that are thought right (TlumachBead); none: from what is usual. */
void tl_align_edges_learn(TlAlignEdges *edges, const TlAlignText *source, const TlAlignText *target,
                          const GArray *beads);

#endif
