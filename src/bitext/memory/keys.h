/* What stands for a text in an index: a number for the whole, and a number for each word without its ending. */
#ifndef TL_BITEXT_MEMORY_KEYS_H
#define TL_BITEXT_MEMORY_KEYS_H

#include "tlumach/base.h"

/* Texts that differ in nothing but white space have the same key. Never 0. */
guint64 tl_memory_key(const char *text, size_t length);

/* Words of a text as keys, remembered by their bytes. Belongs to one thread. */
typedef struct TlMemoryWords TlMemoryWords;
TlMemoryWords *tl_memory_words_new(void);
void tl_memory_words_free(TlMemoryWords *words);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TlMemoryWords, tl_memory_words_free)

/* Keys of the words of a text, then of its numbers, each once, rising (guint32), put in the place of what `keys` had.
 * Forms of one word have mostly the same key, and few other words have it: what inflection leaves of the first five
 * letters. */
void tl_memory_words(TlMemoryWords *words, const char *text, size_t length, GArray *keys);
/* Of one word; 0: it has none. */
guint32 tl_memory_word(const char *word, size_t length);

#define TL_MEMORY_NUMBER 0x80000000u /* set in the keys of numbers; the sign, for databases */
/* How many of the keys are of words. */
static inline guint tl_memory_count_words(const guint32 *keys, guint n) {
  while (n > 0 && keys[n - 1] & TL_MEMORY_NUMBER)
    n--;
  return n;
}

#endif
