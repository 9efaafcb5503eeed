/* The units of a text that has a translation: pairs of a bitext, one each. */
#ifndef TL_SESSION_BILINGUAL_UNITS_H
#define TL_SESSION_BILINGUAL_UNITS_H

#include "base/arena.h"
#include "tlumach/report.h"

/* What of the source is to be translated (TlumachSegment), pair by pair. Free with g_array_unref. */
GArray *tl_pair_segments(const TlumachBitext *bitext);
/* Gives the units of a file that were made of these segments their pairs and what the pairs have for a translation. */
void tl_take_translations(TlumachReportFile *file, TlArena *arena);

#endif
