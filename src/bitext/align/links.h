/* Links: words of one sentence that may stand for words of another, in a band of the matrix of sentences. */
#ifndef TL_BITEXT_ALIGN_LINKS_H
#define TL_BITEXT_ALIGN_LINKS_H

#include "bitext/align/band.h"
#include "bitext/align/length.h"
#include "bitext/align/lexicon.h"
#include "bitext/align/shapes.h"

typedef struct TlAlignLinks TlAlignLinks;

/* What a pair of words is worth where both stand in one bead of two sentences. */
double tl_align_pair_value(const TlAlignText *source, const TlAlignText *target, const TlAlignPair *pair);

/* Borrows the texts. The losses are of each type: what it says against a bead where it has no partner; a link makes up
 * for those of its two words. */
TlAlignLinks *tl_align_links_new(const TlAlignText *source, const TlAlignText *target, const TlAlignPlaces *places,
                                 const TlAlignLexicon *lexicon, const float *source_loss, const float *target_loss,
                                 const TlAlignBand *band);
void tl_align_links_free(TlAlignLinks *links);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TlAlignLinks, tl_align_links_free)

/* What the words of a bead say for it: paired one to one, the most telling first. */
double tl_align_links_match(TlAlignLinks *links, guint source, guint target, const TlAlignShape *shape);
/* The same of one sentence against one; of more, the sum over all pairs of sentences, which is more than that, and
 * known at once. */
double tl_align_links_sum(const TlAlignLinks *links, guint source, guint target, const TlAlignShape *shape);

#endif
