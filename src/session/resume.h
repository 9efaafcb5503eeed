/* Translations taken over from a bilingual file into a prepared text. */
#ifndef TL_SESSION_RESUME_H
#define TL_SESSION_RESUME_H

#include "base/arena.h"
#include "tlumach/pairs.h"
#include "tlumach/report.h"

/* Strings come from `arena`; returns how many units have a translation now that had none. */
guint tl_resume(TlumachReport *report, const TlumachBitext *bitext, TlArena *arena);

#endif
