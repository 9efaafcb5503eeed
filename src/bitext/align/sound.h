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
#define TL_ALIGN_LENGTHS_APART 0.8 /* the shorter length must be `least` times this of the longer */
double tl_align_likeness(const char *a, const char *b, double least);

/* What likeness is made of: what it costs to change one letter of a sound for another, or to drop it. */
#define TL_ALIGN_SOUND_MAX 40u     /* letters; what follows is not looked at */
#define TL_ALIGN_SOUND_CHEAPEST 8u /* what dropping any letter costs at least */
guint tl_align_sound_change(char a, char b);
guint tl_align_sound_drop(char c);
/* What two sounds may cost, the longer of which has so many letters; and their likeness by their cost. */
guint tl_align_sound_most(size_t longer, double least);
double tl_align_sound_likeness(guint cost, size_t longer, double least);
/* Words whose first sounds are of different classes are seldom the same. */
guint tl_align_sound_class(const char *sound);
#define TL_ALIGN_SOUND_CLASSES 13u

#endif
