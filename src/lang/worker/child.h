/* The other end of the pipe: what the parent and the child say to each other, and the child's whole life.
 *
 * A question is a frame and `size` bytes: `count` words in the dictionary's charset, each with its NUL. The answer has
 * the same kind and count; of "spell" one byte a word, 1 when it is known; of "stem" and "suggest" for each word its
 * strings, each with its NUL, and an empty one at the end. The child answers one question at a time and sends a frame
 * of kind TL_ASK_NOTHING when it has loaded the dictionary.
 */
#ifndef TL_LANG_WORKER_CHILD_H
#define TL_LANG_WORKER_CHILD_H

#include "lang/dictionary_files.h"

typedef enum TlAsk { TL_ASK_NOTHING, TL_ASK_SPELL, TL_ASK_STEM, TL_ASK_SUGGEST } TlAsk;

typedef struct TlFrame {
  guint32 kind, count, size;
} TlFrame;

enum {
  TL_ASK_WORDS = 256,                                   /* words in one question */
  TL_ASK_WORD = 300,                                    /* bytes of one word */
  TL_ASK_SIZE = TL_ASK_WORDS * (TL_ASK_WORD + 1),       /* bytes of one question */
  TL_ANSWER_WORD = 4096,                                /* bytes of the strings for one word; more are left off */
  TL_ANSWER_SIZE = TL_ASK_WORDS * (TL_ANSWER_WORD + 1), /* bytes of one answer */
  TL_ASK_SECONDS = 10,                                  /* processor time for loading, and for one question */
  TL_CHILD_NO_FILES = 2                                 /* exit status: /proc/self/fd does not open them */
};

/* Confines itself, loads the dictionary, serves `socket` until its end. `added`: words that it lacks, each with its NUL
 * and the word that it inflects like (or an empty one), an empty word at the end; in the dictionary's charset.
 * `*progress` is the number of the word in work, from 1. */
_Noreturn void tl_worker_child(int socket, const TlDictionaryFiles *files, const char *added, guint32 *progress);

#endif
