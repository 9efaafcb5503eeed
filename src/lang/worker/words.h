/* Words between the caller's UTF-8 and the dictionary's charset, in the form in which they cross the socket. */
#ifndef TL_LANG_WORKER_WORDS_H
#define TL_LANG_WORKER_WORDS_H

#include "tlumach/base.h"

typedef struct TlWords {
  gboolean converts; /* FALSE: the dictionary is in UTF-8 */
  GIConv to, from;
} TlWords;

gboolean tl_words_open(TlWords *words, const char *charset, GError **error);
void tl_words_close(TlWords *words);

/* Appends the word and its NUL; FALSE, and nothing, when it is not UTF-8, is longer than TL_ASK_WORD, or the charset
 * cannot write it. */
gboolean tl_words_write(const TlWords *words, const char *word, GString *out);
/* Strings from `*at` up to an empty one, NULL-terminated; `*at` moves past it. What is no text in the charset is left
 * out. */
char **tl_words_read(const TlWords *words, const char **at);

#endif
