/* People who have the surname of somebody in a term base, or one that is a term. */
#ifndef TL_SESSION_NAMESAKES_H
#define TL_SESSION_NAMESAKES_H

#include "session/session_private.h"
#include "text/token.h"

/* Takes out of `hits` (TlumachHit, in text order) the surnames that stand behind another given name: Кирила Тимошенка,
 * where the term base knows Юлія Тимошенко; Іванкою Трамп, where it knows Дональд Трамп; and terms that are given names
 * before a surname: Софія Федина; places and other words behind a given name: Степан Орел. A man whom the text has so
 * is meant where the surname stands alone, too. `tokens`: all words of the text. `surnames` is told what the surnames
 * are in the target language (Трамп -> Trump: of all who have it, and of persons of the term base whom the text has by
 * the full name); its strings are the term base's. */
void tl_drop_namesakes(const TlumachSession *session, const char *text, const GArray *tokens, GArray *hits,
                       GHashTable *surnames);

#endif
