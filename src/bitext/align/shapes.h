/* Shapes of beads, and how often beads have them: from what is usual of edited translations, then from the text itself,
 * as far as it has beads enough to tell (expectation and maximisation, with a Dirichlet prior). */
#ifndef TL_BITEXT_ALIGN_SHAPES_H
#define TL_BITEXT_ALIGN_SHAPES_H

#include <glib.h>

/* A shape of bead: so many sentences on each side, and the log of how often beads have it. */
typedef struct TlAlignShape {
  guint source, target;
  double prior;
} TlAlignShape;

#define TL_ALIGN_SHAPES 25u
#define TL_ALIGN_SHAPES_SMALL 5u /* the first ones: one sentence against one, none or two */

/* Sets TL_ALIGN_SHAPES shapes. `expected`: how many beads of each the text seems to have; NULL: nothing is known of it.
 */
void tl_align_shapes(TlAlignShape *shapes, const double *expected);

#endif
