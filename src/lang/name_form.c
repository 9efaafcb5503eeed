/* By the endings; paragraphs are those of the orthography of 2019. */
#include "lang/name_form.h"

#include <string.h>

#include "lang/ends_in.h"
#include "lang/given_name.h"
#include "lang/surname.h"

/* An adjective and a surname in -ов have forms of their own for her. No word ends in -рь, whatever the dictionary has
 * for surnames that decline as if theirs did (Бондарь: § 26). */
char *tl_name_citation_in(const char *word, const char *entry, TlMorph morph, TlConcord concord) {
  if (morph.pos == TL_POS_NOUN && g_str_has_suffix(entry, "рь"))
    return g_strndup(entry, strlen(entry) - strlen("ь"));
  if (morph.pos == TL_POS_ADJECTIVE)
    return tl_adjective_in(entry, concord);
  gboolean hers = concord == TL_CONCORD_F && tl_surname_may_be_hers(entry, word);
  return hers ? tl_surname_hers(entry) : g_strdup(entry);
}

/* Дудку, Яну: of men no genitive, which is in -а, -я (§ 84); nouns in general may have either (Рогу). */
static gboolean has_no_genitive(const char *word, const char *citation, TlConcord concord, gboolean given) {
  static const char *const in_u[] = {"у", "ю", NULL};
  return concord == TL_CONCORD_M && (given || g_str_has_suffix(citation, "о")) && tl_ends_in(word, in_u);
}

guint8 tl_name_cases_in(const char *word, const char *citation, TlMorph morph, TlConcord concord, gboolean given) {
  guint8 cases = tl_morph_cases(&morph, concord);
  if (has_no_genitive(word, citation, concord, given))
    cases &= (guint8)~TL_CASE_GEN;
  if (concord == TL_CONCORD_F && tl_is_mans_in_a(citation))
    return 0;
  if (morph.pos == TL_POS_ADJECTIVE && morph.gender == TL_GENDER_ANY) /* a possessive as it stands: Оленин, Петрів */
    return cases & (concord == TL_CONCORD_M ? TL_CASE_NOM : 0);
  if (concord == TL_CONCORD_M && strcmp(citation, word) == 0) /* his accusative is the genitive (§ 84) */
    return cases & (guint8)~TL_CASE_ACC;
  return cases;
}

/* Endings that leave little to choose: -ої, -ою are of names in -а, -ого, -ому of adjectives, and -ові is no citation
 * form. */
gboolean tl_name_fits(const char *word, const char *citation) {
  static const char *const of_a[] = {"ої", "ою", "ею", "єю", NULL};
  static const char *const of_adjectives[] = {"ого", "ому", NULL}, *const adjectives[] = {"ий", "ій", "їй", "е",  "є",
                                                                                          "ів", "їв", "ин", "їн", NULL};
  static const char *const in_a[] = {"а", "я", NULL}, *const oblique[] = {"ові", "еві", "єві", NULL};
  return tl_ends_in(word, of_a)            ? tl_ends_in(citation, in_a)
         : tl_ends_in(word, of_adjectives) ? tl_ends_in(citation, adjectives)
                                           : !tl_ends_in(word, oblique) || strcmp(citation, word) != 0;
}
