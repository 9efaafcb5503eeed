#include "lang/doubled.h"

#include <string.h>

#define BASE_MIN 3u /* inning, offing are of no verb */

static const char *const endings[] = {"ing", "ed", "er"};

static gboolean is_known(TlLexicon *lexicon, const char *stem, size_t length, const char *ending) {
  char word[TL_WORD_MAX + 4];
  int n = g_snprintf(word, sizeof word, "%.*s%s", (int)length, stem, ending);
  return tl_lexicon_spell(lexicon, word, (size_t)n);
}

/* run, runn-: the verb is a word, what is doubled is none (milling is of mill), and has another such form (planned
 * beside planning, runner beside running; there is none beside earring). */
static gboolean is_doubled(TlLexicon *lexicon, const char *word, size_t stem, const char *ending) {
  gboolean other = FALSE;
  for (guint i = 0; i < G_N_ELEMENTS(endings) && !other; i++)
    other = strcmp(endings[i], ending) != 0 && is_known(lexicon, word, stem, endings[i]);
  return other && is_known(lexicon, word, stem - 1, "") && !is_known(lexicon, word, stem, "");
}

gboolean tl_doubled_base(TlLexicon *lexicon, const char *word, size_t length, char base[TL_WORD_MAX]) {
  if (length >= TL_WORD_MAX || strncmp(tl_lexicon_name(lexicon), "en", 2) != 0)
    return FALSE;
  for (guint i = 0; i < 2; i++) { /* -er is a word of its own */
    size_t stem = length - MIN(length, strlen(endings[i]));
    if (stem <= BASE_MIN || strcmp(word + stem, endings[i]) != 0 || word[stem - 1] != word[stem - 2] ||
        strchr("aeiousy", word[stem - 1]) || !is_doubled(lexicon, word, stem, endings[i]))
      continue;
    memcpy(base, word, stem - 1);
    base[stem - 1] = '\0';
    return TRUE;
  }
  return FALSE;
}
