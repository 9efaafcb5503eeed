/* All sounds of one text compared with all of another. */
#ifndef TL_BITEXT_ALIGN_SOUNDS_H
#define TL_BITEXT_ALIGN_SOUNDS_H

#include <glib.h>

/* Sounds with the numbers that the caller knows them by. */
typedef struct TlAlignSounds TlAlignSounds;

TlAlignSounds *tl_align_sounds_new(void);
void tl_align_sounds_free(TlAlignSounds *sounds);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TlAlignSounds, tl_align_sounds_free)
/* Borrowed. */
void tl_align_sounds_add(TlAlignSounds *sounds, const char *sound, guint32 number);

/* Calls for each two whose likeness (tl_align_likeness) is `least` or more and whose first letters are of one class. */
typedef void (*TlAlignAlike)(guint32 a, guint32 b, double likeness, gpointer data);
void tl_align_sounds_compare(TlAlignSounds *a, TlAlignSounds *b, double least, TlAlignAlike alike, gpointer data);

#endif
