#include "lang/one_script.h"

#include <string.h>

#include "text/chars.h"

/* What a Latin letter most often stands for in Ukrainian names: the table of 2010 read backwards. */
static const char *const sounds[26] = {"а", "б", "ц", "д", "е", "ф", "г", "г", "і", "й", "к",  "л", "м",
                                       "н", "о", "п", "к", "р", "с", "т", "у", "в", "в", "кс", "и", "з"};

static gboolean is_mixed(const char *word, size_t length) {
  guint8 classes = 0;
  for (const char *p = word; p < word + length; p = g_utf8_next_char(p))
    classes |= tl_chars_class(g_utf8_get_char(p));
  return (classes & TL_CHAR_LATIN) && (classes & TL_CHAR_CYRILLIC);
}

size_t tl_one_script_word(const char *word, size_t length, char out[TL_WORD_MAX]) {
  if (!g_utf8_validate(word, (gssize)length, NULL) || !is_mixed(word, length))
    return 0;
  size_t looks = tl_lookalike_word(word, length, TRUE, out);
  if (looks)
    return looks;
  g_autoptr(GString) sound = g_string_new(NULL);
  for (const char *p = word; p < word + length; p = g_utf8_next_char(p)) {
    gunichar c = g_utf8_get_char(p), small = g_unichar_tolower(c);
    const char *stands = small >= 'a' && small <= 'z' ? sounds[small - 'a'] : NULL;
    g_string_append_unichar(sound, !stands                ? c
                                   : g_unichar_isupper(c) ? g_unichar_toupper(g_utf8_get_char(stands))
                                                          : g_utf8_get_char(stands));
    g_string_append(sound, stands ? g_utf8_next_char(stands) : "");
  }
  if (sound->len >= TL_WORD_MAX)
    return 0;
  memcpy(out, sound->str, sound->len + 1);
  return sound->len;
}
