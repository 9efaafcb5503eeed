/* A word with letters of two alphabets, brought into one. */
#ifndef TL_LANG_ONE_SCRIPT_H
#define TL_LANG_ONE_SCRIPT_H

#include "text/fold.h"

/* `word` has Latin and Cyrillic letters: the Latin ones become Cyrillic, by their looks (рaда) when all have a twin,
 * else by their sound (Кyiv). The length; 0: the word has one alphabet, or letters that stand for none. */
size_t tl_one_script_word(const char *word, size_t length, char out[TL_WORD_MAX]);

#endif
