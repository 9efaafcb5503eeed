/* Which words of a text are names that no term base knows, and which are misspelt. */
#ifndef TL_SESSION_NAME_SPANS_H
#define TL_SESSION_NAME_SPANS_H

#include "base/arena.h"
#include "session/session_private.h"
#include "text/token.h"

/* A text on its way: its words, and the terms found in it, in text order. */
typedef struct TlWordsOfText {
  const char *text;
  size_t length;
  const GArray *tokens; /* TlToken */
  const GArray *hits;   /* TlumachHit */
  GHashTable *surnames; /* citation form -> how the term base writes it in the target language; NULL: none */
} TlWordsOfText;

/* Appends names (TlumachName; strings from `arena`) and misspelt words (TlToken), each in text order. */
void tl_find_names(const TlumachSession *session, const TlWordsOfText *words, TlArena *arena, GArray *names,
                   GArray *misspelt);

/* All words of a document, TlToken. */
GArray *tl_tokens_of(const TlumachDocument *document);

#endif
