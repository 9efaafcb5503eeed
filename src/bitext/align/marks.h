/* What the marks of a sentence say: between its words, where it begins and ends, and of quotations that go on. */
#ifndef TL_BITEXT_ALIGN_MARKS_H
#define TL_BITEXT_ALIGN_MARKS_H

#include "bitext/align/text.h"

/* One name for the marks that do the same; NULL: tells nothing. */
const char *tl_align_mark_name(gunichar c);

#define TL_EDGES 20u       /* kinds of edge */
#define TL_EDGE_QUOTED 10u /* is added to a kind when quotes stand around it */

/* Sets how the sentence begins and ends, and whether a quotation goes on after it. `before`: the one before it in its
 * paragraph, NULL: none. */
void tl_align_mark_edges(const char *text, TlumachSpan span, const TlAlignSentence *before, TlAlignSentence *sentence);

#endif
