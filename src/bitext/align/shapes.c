#include "bitext/align/shapes.h"

#include <math.h>

#define BELIEF 60.0 /* beads that what is usual counts for */

static const struct {
  guint source, target;
  double share;
} usual[TL_ALIGN_SHAPES] = {{1, 1, 0.67},   {1, 0, 0.025},  {0, 1, 0.025},  {2, 1, 0.09},   {1, 2, 0.09},
                            {2, 2, 0.03},   {3, 1, 0.015},  {1, 3, 0.015},  {3, 2, 0.008},  {2, 3, 0.008},
                            {1, 4, 0.005},  {4, 1, 0.005},  {3, 3, 0.003},  {4, 2, 0.003},  {2, 4, 0.003},
                            {1, 5, 0.0015}, {5, 1, 0.0015}, {4, 3, 0.001},  {3, 4, 0.001},  {2, 5, 0.001},
                            {5, 2, 0.001},  {3, 5, 0.0005}, {5, 3, 0.0005}, {1, 6, 0.0007}, {6, 1, 0.0007}};

void tl_align_shapes(TlAlignShape *shapes, const double *expected) {
  double n = 0;
  for (guint i = 0; expected && i < TL_ALIGN_SHAPES; i++)
    n += expected[i];
  for (guint i = 0; i < TL_ALIGN_SHAPES; i++) {
    double share = (usual[i].share * BELIEF + (expected ? expected[i] : 0)) / (n + BELIEF);
    shapes[i] = (TlAlignShape){usual[i].source, usual[i].target, log(share)};
  }
}
