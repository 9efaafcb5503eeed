#include "lang/frozen/letters.h"

TlLetters *tl_letters_new(void) {
  TlLetters *letters = g_new0(TlLetters, 1);
  letters->points = g_array_new(FALSE, FALSE, sizeof(guint32));
  letters->far = g_hash_table_new(NULL, NULL);
  return letters;
}

void tl_letters_free(TlLetters *letters) {
  if (!letters)
    return;
  g_array_unref(letters->points);
  g_hash_table_unref(letters->far);
  g_free(letters);
}

static guint8 add(TlLetters *letters, guint32 point) {
  if (letters->points->len == TL_LETTERS_MAX) {
    letters->full = TRUE;
    return TL_LETTERS_MAX;
  }
  g_array_append_val(letters->points, point);
  guint8 code = (guint8)letters->points->len;
  if (point < G_N_ELEMENTS(letters->codes))
    letters->codes[point] = code;
  else
    g_hash_table_insert(letters->far, GUINT_TO_POINTER(point), GUINT_TO_POINTER(code));
  return code;
}

guint8 tl_letter_code(TlLetters *letters, guint32 point) {
  guint code = point < G_N_ELEMENTS(letters->codes)
                   ? letters->codes[point]
                   : GPOINTER_TO_UINT(g_hash_table_lookup(letters->far, GUINT_TO_POINTER(point)));
  return code ? (guint8)code : add(letters, point);
}

gboolean tl_letters_encode(TlLetters *letters, const char *text, const char *end, guint8 *codes, guint room,
                           guint8 *n) {
  guint used = 0;
  for (const guint8 *p = (const guint8 *)text; p < (const guint8 *)end;) {
    guint32 point = *p;
    guint size = point < 0x80 ? 1 : point < 0xE0 ? 2 : (guint)g_utf8_skip[point];
    if (size == 2)
      point = (point & 0x1F) << 6 | (p[1] & 0x3F);
    else if (size > 2)
      point = g_utf8_get_char((const char *)p);
    if (used == room)
      return FALSE;
    guint8 code = point < G_N_ELEMENTS(letters->codes) ? letters->codes[point] : 0;
    codes[used++] = code ? code : tl_letter_code(letters, point);
    p += size;
  }
  *n = (guint8)used;
  return TRUE;
}
