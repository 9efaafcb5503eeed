/* The first way through two texts: sentence by sentence, with what can be known before anything is aligned. */
#ifndef TL_BITEXT_ALIGN_COARSE_H
#define TL_BITEXT_ALIGN_COARSE_H

#include "bitext/align/links.h"

/* Narrows `band` to a strip on both sides of the way. */
void tl_align_coarse(const TlAlignText *source, const TlAlignText *target, const TlAlignPlaces *places,
                     const TlAlignLexicon *lexicon, const TlAlignLength *length, TlAlignBand *band);

#endif
