/* The citation form of a name of several words: all in one case, and of one person. */
#ifndef TL_LANG_FULL_NAME_H
#define TL_LANG_FULL_NAME_H

#include "lang/names.h"

/* The cases that what is around a name leaves it, in each gender or the plural; soft, for it is read off single words.
 */
typedef struct TlNameFrame {
  guint8 cases[TL_CONCORDS];
} TlNameFrame;

/* `words`: folded, given names before the surname; an initial has its point when the text has one, and a particle (ван)
 * is written small. `frame`: NULL where nothing is known of it. Appends to `why`, a clause a word. Free with g_free. */
char *tl_full_name_citation(TlNames *names, const char *const *words, guint n, const TlNameFrame *frame, GString *why);

/* Before citation forms are asked for: what the words are as one name counts where they stand alone, or with others. */
void tl_full_name_learn(TlNames *names, const char *const *words, guint n, const TlNameFrame *frame);

/* Can the words be one name: is there a case and a gender that all of them may be in? */
gboolean tl_full_name_agrees(TlNames *names, const char *const *words, guint n);

/* Bytes of the initial that a name beginning so has: a letter, or the two of one sound before a point (Дж. Байден). */
size_t tl_initial_length(const char *word, size_t length);

/* Of two names side by side (вдова Павла Шеремета Олена Притула) where the second begins; `n` where there is one name.
 */
guint tl_full_name_end(TlNames *names, const char *const *words, guint n);

#endif
