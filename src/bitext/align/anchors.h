/* Anchors: places of the matrix of sentences that the way surely passes near. Words that are rare in both texts stand
 * for each other there, one such place behind the other. So long texts need not be compared sentence by sentence. */
#ifndef TL_BITEXT_ALIGN_ANCHORS_H
#define TL_BITEXT_ALIGN_ANCHORS_H

#include "bitext/align/band.h"
#include "bitext/align/lexicon.h"

/* Sets `band` to what lies between the anchors; of short texts, and of those that have none, to the whole matrix. */
void tl_align_anchors(const TlAlignText *source, const TlAlignText *target, const TlAlignPlaces *places,
                      const TlAlignLexicon *lexicon, TlAlignBand *band);

#endif
