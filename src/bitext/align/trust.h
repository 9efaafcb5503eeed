/* How far the words of a bead say that its two sides are a translation at all. */
#ifndef TL_BITEXT_ALIGN_TRUST_H
#define TL_BITEXT_ALIGN_TRUST_H

#include "bitext/align/lexicon.h"
#include "tlumach/bitext.h"

/* Lowers the scores of beads (TlumachBead) that pair what has little in common: for languages with a list of words, for
 * without one the words of a short text have hardly a partner. `given`: known before anything was
 * aligned; `learned`: from the text. */
void tl_align_trust(const TlAlignText *source, const TlAlignText *target, const TlAlignLexicon *given,
                    const TlAlignLexicon *learned, GArray *beads);

#endif
