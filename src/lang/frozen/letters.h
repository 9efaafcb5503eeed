/* Letters of a dictionary as numbers of one byte, in the order in which they are met; 0 is none. */
#ifndef TL_LANG_LETTERS_H
#define TL_LANG_LETTERS_H

#include <glib.h>

#define TL_LETTERS_MAX 250u

typedef struct TlLetters {
  GArray *points;      /* guint32: the code point of each code, that of 1 first */
  guint8 codes[0x800]; /* by code point */
  GHashTable *far;     /* code point -> code, for those that are not in the table */
  gboolean full;       /* there were more letters than codes */
} TlLetters;

TlLetters *tl_letters_new(void);
void tl_letters_free(TlLetters *letters);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TlLetters, tl_letters_free)

guint8 tl_letter_code(TlLetters *letters, guint32 point);
/* Of UTF-8 that is valid. FALSE when they are more than `room`. */
gboolean tl_letters_encode(TlLetters *letters, const char *text, const char *end, guint8 *codes, guint room, guint8 *n);

#endif
