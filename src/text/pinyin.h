/* Chinese names from their Ukrainian transcription back to pinyin: Сі Цзіньпін to Xi Jinping. */
#ifndef TL_TEXT_PINYIN_H
#define TL_TEXT_PINYIN_H

#include <glib.h>

/* One word, when all of it is syllables of the transcription: appended with its first letter large, the apostrophe of
 * pinyin where it is due. FALSE, and nothing appended, when it is not. `syllables` (may be NULL): how many. */
gboolean tl_pinyin_word(const char *word, GString *out, guint *syllables);
/* Is the word a usual Chinese surname in Ukrainian transcription? */
gboolean tl_pinyin_surname(const char *word);
/* A citation form of two or three words, surname first. FALSE when it is no Chinese name. Given names are written as
 * one word. */
gboolean tl_pinyin_name(const char *name, GString *out);

#endif
