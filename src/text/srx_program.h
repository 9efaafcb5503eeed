/* SRX rules of a language as ICU regular expressions, asked about places of a stretch of UTF-16 text. */
#ifndef TL_TEXT_SRX_PROGRAM_H
#define TL_TEXT_SRX_PROGRAM_H

#include <unicode/utypes.h>

#include "text/srx.h"

typedef struct TlSrxProgram TlSrxProgram;

TlSrxProgram *tl_srx_program_new(const TlSrx *srx, const char *language, GError **error);
/* Are all rules well formed? One that is not is told otherwise when a text comes to it. */
gboolean tl_srx_program_check(TlSrxProgram *program, GError **error);
void tl_srx_program_free(TlSrxProgram *program);

/* Sets the stretch that the next calls are about; `text` is borrowed. */
void tl_srx_program_text(TlSrxProgram *program, const UChar *text, gint32 length);
/* Places in [from, to) where a breaking rule may fit, rising (gint32); at no other does one. */
void tl_srx_program_candidates(TlSrxProgram *program, gint32 from, gint32 to, GArray *places);
/* The first rule that fits at `place`, which decides (§4.2); NULL in it when none fits. */
gboolean tl_srx_program_decide(TlSrxProgram *program, gint32 place, const TlSrxRule **rule, GError **error);
/* Does any breaking rule fit there, whichever decides? */
gboolean tl_srx_program_may_break(TlSrxProgram *program, gint32 place, gboolean *breaks, GError **error);

#endif
