/* What live Hunspell says of words, through its worker, and what it said before. A dictionary whose worker died for
 * good knows no stems and finds every word right. Shared by threads. */
#ifndef TL_LANG_LIVE_H
#define TL_LANG_LIVE_H

#include "lang/additions.h"
#include "lang/frozen/frozen.h"
#include "lang/reading.h"

typedef struct TlLive TlLive;

TlLive *tl_live_new(const char *base, TlAdditions additions, GError **error);
void tl_live_free(TlLive *live);

gboolean tl_live_spell(TlLive *live, const char *word, size_t length);
/* Stems of this very form, as it is cased, appended. */
TlKnown tl_live_stems(TlLive *live, const char *word, size_t length, TlReadings *readings);
/* Words whose stems will be wanted soon, asked in one go. */
void tl_live_expect(TlLive *live, const char *const *words, guint n);
/* Best first, NULL-terminated; never NULL. */
char **tl_live_suggest(TlLive *live, const char *word, guint milliseconds);
/* What went wrong first, or NULL. */
const char *tl_live_trouble(TlLive *live);

#endif
