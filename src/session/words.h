/* Which words of a text are right; shared by spelling and preparing. */
#ifndef TL_SESSION_WORDS_H
#define TL_SESSION_WORDS_H

#include "session/session_private.h"
#include "text/fold.h"
#include "text/token.h"

/* `folded` receives the word as the dictionary is asked. */
TlumachVerdict tl_judge_word(const TlumachSession *session, const char *text, const TlToken *token, char folded[TL_WORD_MAX]);

#endif
