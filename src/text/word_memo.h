/* What was worked out for a word, remembered by its bytes: running text repeats its words. Belongs to one thread. */
#ifndef TL_TEXT_WORD_MEMO_H
#define TL_TEXT_WORD_MEMO_H

#include <glib.h>
#include <stddef.h>

typedef struct TlWordMemo TlWordMemo;

/* Forgets everything when `most` words are remembered (tl_word_memo_trim). */
TlWordMemo *tl_word_memo_new(guint most);
void tl_word_memo_free(TlWordMemo *memo);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TlWordMemo, tl_word_memo_free)

/* The place of the word's value, which is NULL when the word is new: set it to something else at once. */
gconstpointer *tl_word_memo_place(TlWordMemo *memo, const char *word, size_t length);

/* The same for values of any size, which lie beside their words, and in steps, for who has many words to look for: what
 * each step reads is asked for by the one before, so that the waits of several words are one. `hash` is any number of
 * the word, but always that one. */
void tl_word_memo_fetch(const TlWordMemo *memo, guint32 hash);
void tl_word_memo_fetch_value(const TlWordMemo *memo, guint32 hash);
/* The value of the word; NULL when it is new. Valid, as what tl_word_memo_add gives, until tl_word_memo_trim. */
gpointer tl_word_memo_find(const TlWordMemo *memo, guint32 hash, const char *word, size_t length);
/* Room of `size` bytes, aligned for pointers, for the value of a word that is new. */
gpointer tl_word_memo_add(TlWordMemo *memo, guint32 hash, const char *word, size_t length, size_t size);
/* TRUE when it was full and is empty now: what the values pointed to is no longer needed. */
gboolean tl_word_memo_trim(TlWordMemo *memo);

#endif
