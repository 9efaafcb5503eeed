/* Spellings that an orthography has done away with, which dictionaries still have: проект, now проєкт.
 *
 * A list of beginnings: old<TAB>now, `$` after the old one: a whole word. What follows the beginning stays (проекту,
 * проєкту). Immutable once read.
 */
#ifndef TL_LANG_OLD_SPELLING_H
#define TL_LANG_OLD_SPELLING_H

#include "tlumach/base.h"

typedef struct TlOldSpelling TlOldSpelling;

TlOldSpelling *tl_old_spelling_parse(const char *name, GBytes *data, GError **error);
void tl_old_spelling_free(TlOldSpelling *list);
/* Is a word in small letters (folded) an old spelling? `list` may be NULL. Quick: asked of all words of a text. */
gboolean tl_is_old_spelling(const TlOldSpelling *list, const char *word, size_t length);
/* How a word in small letters is written now; NULL: as it is. Free with g_free. */
char *tl_new_spelling(const TlOldSpelling *list, const char *word);

#endif
