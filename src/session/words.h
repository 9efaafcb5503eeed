/* Which words of a text are right; shared by spelling and preparing. */
#ifndef TL_SESSION_WORDS_H
#define TL_SESSION_WORDS_H

#include "session/session_private.h"
#include "text/fold.h"
#include "text/token.h"

/* A word of `text` (`length` bytes). `folded` receives the word as the dictionary is asked. */
TlumachVerdict tl_judge_word(const TlumachSession *session, const char *text, size_t length, const TlToken *token,
                             char folded[TL_WORD_MAX]);

/* The same, whatever stands around the word. */
TlumachVerdict tl_judge_alone(const TlumachSession *session, const char *text, const TlToken *token,
                              char folded[TL_WORD_MAX]);

/* What a verdict on the word alone becomes where it stands: an abbreviation is right, an address is no word. */
TlumachVerdict tl_judge_place(const TlumachSession *session, TlumachVerdict alone, const char *text, size_t length,
                              const TlToken *token);

/* Is it a spelling that the orthography in force has done away with? */
gboolean tl_is_outdated(const TlumachSession *session, const char *folded, size_t length);

/* Is there any suggestion for the word? */
gboolean tl_has_suggestion(const TlumachSession *session, const char *folded);

/* Is the word, or its lemma, among the usual ones of the language? FALSE without a list. */
gboolean tl_is_usual(const TlumachSession *session, const char *word);

#endif
