/* Words of two languages compared by how they sound: names, borrowed and related words.
 *
 * A word's sound is a spelling in Latin letters in which the usual ways to write one sound are one letter: Ukrainian is
 * romanised first, diacritics fall away, `ph` is f, `zh` j, `ck` k. Vowels, and consonants that languages exchange,
 * differ little.
 */
#ifndef TL_BITEXT_ALIGN_SOUND_H
#define TL_BITEXT_ALIGN_SOUND_H

#include <glib.h>

/* Appends the sound of a word in small letters. */
void tl_align_sound(const char *word, GString *out);
/* From 0, nothing in common, to 1, the same. Less than `least` is given as 0. */
double tl_align_likeness(const char *a, const char *b, double least);
/* Words whose first sounds are of different classes are not compared. */
guint tl_align_sound_class(const char *sound);
#define TL_ALIGN_SOUND_CLASSES 16u

#endif
