/* Conversion is the parent's work: iconv loads modules, which the child may not. Charsets other than UTF-8 are
 * single-byte here. */
#include "lang/worker/words.h"

#include <string.h>

#include "base/error.h"
#include "lang/worker/child.h"

gboolean tl_words_open(TlWords *words, const char *charset, GError **error) {
  words->converts = strcmp(charset, "UTF-8") != 0;
  if (!words->converts)
    return TRUE;
  words->to = g_iconv_open(charset, "UTF-8");
  words->from = g_iconv_open("UTF-8", charset);
  if (words->to != (GIConv)-1 && words->from != (GIConv)-1)
    return TRUE;
  tl_words_close(words);
  words->converts = FALSE;
  tl_error_at(error, TLUMACH_ERROR_DICTIONARY, NULL, 0, 0, "this system cannot convert %s", charset);
  return FALSE;
}

void tl_words_close(TlWords *words) {
  if (words->converts && words->to != (GIConv)-1)
    g_iconv_close(words->to);
  if (words->converts && words->from != (GIConv)-1)
    g_iconv_close(words->from);
}

/* All of `size` bytes into `out`; the number of bytes written, or 0. Letters with no counterpart fail: nothing is
 * transliterated. */
static size_t convert(GIConv with, const char *text, size_t size, char *out, size_t room) {
  char *in = (char *)text, *to = out;
  size_t left = room;
  g_iconv(with, NULL, NULL, NULL, NULL);
  return g_iconv(with, &in, &size, &to, &left) == 0 ? room - left : 0;
}

gboolean tl_words_write(const TlWords *words, const char *word, GString *out) {
  size_t size = strnlen(word, TL_ASK_WORD + 1);
  if (size > TL_ASK_WORD || !g_utf8_validate(word, (gssize)size, NULL))
    return FALSE;
  if (!words->converts || size == 0) {
    g_string_append_len(out, word, (gssize)size + 1);
    return TRUE;
  }
  char bytes[TL_ASK_WORD];
  size_t converted = convert(words->to, word, size, bytes, sizeof bytes);
  if (converted == 0)
    return FALSE;
  g_string_append_len(out, bytes, (gssize)converted);
  g_string_append_c(out, '\0');
  return TRUE;
}

char **tl_words_read(const TlWords *words, const char **at) {
  g_autoptr(GPtrArray) list = g_ptr_array_new();
  for (size_t size; (size = strlen(*at)) > 0; *at += size + 1) {
    char text[3 * TL_ANSWER_WORD]; /* no letter of these charsets takes more than three bytes */
    if (!words->converts && g_utf8_validate(*at, (gssize)size, NULL)) {
      g_ptr_array_add(list, g_strndup(*at, size));
    } else if (words->converts && size <= TL_ANSWER_WORD) {
      size_t converted = convert(words->from, *at, size, text, sizeof text);
      if (converted)
        g_ptr_array_add(list, g_strndup(text, converted));
    }
  }
  ++*at;
  g_ptr_array_add(list, NULL);
  return (char **)g_ptr_array_free(g_steal_pointer(&list), FALSE);
}
