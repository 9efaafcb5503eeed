#include "lang/place_adjective.h"

#include <string.h>

/* What an adjective in `suffix` may have been made from, the surest first. */
static const struct {
  const char *suffix, *place[9];
} makings[] = {
    {"ський", {"ськ", "", "а", "и", "ка", "я", "о", "е", NULL}},
    {"цький", {"цьк", "к", "ць", "ця", "ка", "ки", "ч", "ці", NULL}},
    {"зький", {"зьк", "г", "га", "ж", "жжя", "з", NULL}},
};

gboolean tl_place_adjective(const char *word, char out[TL_WORD_MAX]) {
  static const char *const endings[] = {"ий", "ого", "ому", "им", "а", "ої", "ій", "у", "ою", "е", "і", "их", "ими"};
  for (guint i = 0; i < G_N_ELEMENTS(endings); i++)
    for (guint m = 0; m < G_N_ELEMENTS(makings); m++) {
      size_t n = strlen(word), ending = strlen(endings[i]), stem = strlen("ськ");
      if (n <= ending + stem || n + strlen("ий") >= TL_WORD_MAX || strcmp(word + n - ending, endings[i]) != 0 ||
          strncmp(word + n - ending - stem, makings[m].suffix, stem) != 0)
        continue;
      memcpy(out, word, n - ending);
      strcpy(out + n - ending, "ий");
      return TRUE;
    }
  return FALSE;
}

/* Is it a word of its own, and with a capital? */
static gboolean is_place(TlLexicon *lexicon, const char *word) {
  TlReadings readings = {.n = 0};
  if (tl_lexicon_readings(lexicon, word, strlen(word), &readings) == TL_UNKNOWN)
    return FALSE;
  for (guint i = 0; i < readings.n; i++)
    if (strcmp(tl_reading_stem(&readings, i), word) == 0)
      return TRUE;
  return FALSE;
}

gboolean tl_place_of_adjective(TlLexicon *lexicon, const char *adjective, char out[TL_WORD_MAX]) {
  for (guint m = 0; m < G_N_ELEMENTS(makings); m++) {
    if (!g_str_has_suffix(adjective, makings[m].suffix))
      continue;
    size_t stem = strlen(adjective) - strlen(makings[m].suffix);
    for (const char *const *ending = makings[m].place; *ending; ending++) {
      memcpy(out, adjective, stem);
      strcpy(out + stem, *ending);
      if (is_place(lexicon, out))
        return TRUE;
    }
  }
  return FALSE;
}
