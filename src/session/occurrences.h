/* What is known of the words of a text: terms, names that no term base of the session has, misspellings. */
#ifndef TL_SESSION_OCCURRENCES_H
#define TL_SESSION_OCCURRENCES_H

#include "base/arena.h"
#include "session/session_private.h"

/* Each in text order. */
typedef struct TlOccurrences {
  GArray *hits;     /* TlumachHit, none the surname of a namesake or a title */
  GArray *names;    /* TlumachName */
  GArray *misspelt; /* TlToken */
} TlOccurrences;

/* Strings are in `arena`, or the session's. */
void tl_occurrences_find(TlOccurrences *found, const TlumachSession *session, const TlumachDocument *document,
                         TlArena *arena);
void tl_occurrences_clear(TlOccurrences *found);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(TlOccurrences, tl_occurrences_clear)

/* Terms of the session in the document, the longest ones (TlumachHit) in text order. Free with g_array_unref. */
GArray *tl_occurrences_terms(const TlumachSession *session, const TlumachDocument *document);
/* Those of an array in text order that begin in `span`, `n` of them; `from` is moved behind them. Its elements begin
 * with their spans; `span` lies behind the one before. */
gconstpointer tl_occurrences_take(const GArray *array, guint *from, TlumachSpan span, guint *n);

#endif
