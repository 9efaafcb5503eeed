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

/* A sound, with what tells most words apart at once. */
typedef struct TlAlignHeard {
  const char *sound; /* borrowed */
  guint32 length;
  guint64 letters; /* a bit for each that it has */
  guint64 reached; /* … and that is cheaper changed for one of those than dropped */
} TlAlignHeard;
TlAlignHeard tl_align_heard(const char *sound);
/* Is their likeness less than `least` for certain? By the letters alone. */
gboolean tl_align_far(const TlAlignHeard *a, const TlAlignHeard *b, double least);
/* Words whose first sounds are of different classes are not compared. */
guint tl_align_sound_class(const char *sound);
#define TL_ALIGN_SOUND_CLASSES 16u

#endif
