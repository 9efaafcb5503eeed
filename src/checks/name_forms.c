#include "checks/name_forms.h"

#include <string.h>

#include "bitext/align/sound.h"

char *tl_name_sound(const char *word) {
  GString *sound = g_string_new(NULL);
  g_autofree char *lower = g_utf8_strdown(word, -1);
  tl_align_sound(lower, sound);
  return g_string_free(sound, FALSE);
}

gboolean tl_name_is_derived(const char *a, const char *b) {
  static const char *const endings[] = {"",    "a",    "e",   "y",  "ey",  "o",    "ia",   "land", "s",  "es", "n",
                                        "an",  "ian",  "ean", "ns", "ans", "ians", "ese",  "ish",  "i",  "is", "ic",
                                        "ist", "ists", "ism", "er", "ers", "ite",  "ites", "ie",   "iye"};
  size_t common = 0;
  while (a[common] && g_ascii_tolower(a[common]) == g_ascii_tolower(b[common]))
    common++;
  gboolean ends[2] = {FALSE, FALSE};
  for (guint i = 0; i < G_N_ELEMENTS(endings); i++) {
    ends[0] = ends[0] || g_ascii_strcasecmp(a + common, endings[i]) == 0;
    ends[1] = ends[1] || g_ascii_strcasecmp(b + common, endings[i]) == 0;
  }
  gboolean doubled = common && (g_ascii_tolower(a[common]) == g_ascii_tolower(a[common - 1]) ||
                                g_ascii_tolower(b[common]) == g_ascii_tolower(b[common - 1]));
  return common >= 3 && ends[0] && ends[1] && !doubled; /* Zelensky and Zelenskyy are two spellings */
}
