/* Pairs of words learned from the beads of an alignment. */
#ifndef TL_BITEXT_ALIGN_LEARN_H
#define TL_BITEXT_ALIGN_LEARN_H

#include "bitext/align/lexicon.h"
#include "tlumach/bitext.h"

/* Appends to `pairs` those that the beads (TlumachBead) speak for; `known` is what was believed before. IBM's model 1
 * in both directions, which must agree (Brown and others 1993; Liang, Taskar and Klein 2006). */
void tl_align_learn(const TlAlignText *source, const TlAlignText *target, const GArray *beads,
                    const TlAlignLexicon *known, GArray *pairs);

#endif
