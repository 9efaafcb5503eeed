/* A word as the scanner has it is several where it has hyphens or, in Latin letters, apostrophes. */
#ifndef TL_BITEXT_ALIGN_WORDS_H
#define TL_BITEXT_ALIGN_WORDS_H

#include <glib.h>

/* `starts`: a sentence begins with the word. */
typedef void (*TlAlignWordFunc)(const char *word, size_t length, gboolean starts, gpointer user);

/* Calls `found` for each of the words, those that English shortens as they are in full (I'll, don't). */
void tl_align_words(const char *word, size_t length, gboolean starts, TlAlignWordFunc found, gpointer user);

#endif
