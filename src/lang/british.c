#include "lang/british.h"

#include <string.h>

gboolean tl_is_british(TlLexicon *american, const char *word) {
  static const char *const changes[][2] = {{"our", "or"},
                                           {"ise", "ize"},
                                           {"isa", "iza"},
                                           {"isi", "izi"},
                                           {"yse", "yze"},
                                           {"ysi", "yzi"},
                                           {"tre", "ter"},
                                           {"bre", "ber"},
                                           {"ence", "ense"},
                                           {"ogue", "og"},
                                           {"lled", "led"},
                                           {"lling", "ling"},
                                           {"ller", "ler"},
                                           {"llor", "lor"},
                                           {"llist", "list"},
                                           {"llous", "lous"},
                                           {"ilful", "illful"},
                                           {"ulfil", "ulfill"},
                                           {"enrol", "enroll"},
                                           {"nstal", "nstall"},
                                           {"ae", "e"},
                                           {"oe", "e"},
                                           {"mme", "m"},
                                           {"oul", "ol"},
                                           {"eab", "ab"},
                                           {"efact", "ifact"},
                                           {"sulph", "sulf"},
                                           {"sceptic", "skeptic"},
                                           {"storeys", "stories"},
                                           {"storey", "story"},
                                           {"tyre", "tire"},
                                           {"kerb", "curb"},
                                           {"plough", "plow"},
                                           {"oeuv", "euve"},
                                           {"inium", "inum"},
                                           {"gaol", "jail"},
                                           {"pyjama", "pajama"},
                                           {"moust", "must"},
                                           {"whisky", "whiskey"},
                                           {"draught", "draft"},
                                           {"practis", "practic"},
                                           {"ellery", "elry"},
                                           {"ageing", "aging"},
                                           {"dgement", "dgment"},
                                           {"rettor", "retor"},
                                           {"rolment", "rollment"},
                                           {"earnt", "earned"},
                                           {"spelt", "spelled"},
                                           {"mongst", "mong"},
                                           {"cosy", "cozy"},
                                           {"eagre", "eager"},
                                           {"hequer", "hecker"},
                                           {"eciality", "ecialty"}};
  for (guint i = 0; i < G_N_ELEMENTS(changes); i++)
    for (const char *at = word; (at = strstr(at, changes[i][0])); at++) {
      if (g_str_has_prefix(changes[i][0], "ll") &&
          (at == word || !strchr("aeiou", at[-1]))) /* travelled, not "handlled" */
        continue;
      g_autofree char *other =
          g_strdup_printf("%.*s%s%s", (int)(at - word), word, changes[i][1], at + strlen(changes[i][0]));
      if (tl_lexicon_spell(american, other, strlen(other)))
        return TRUE;
    }
  return FALSE;
}
