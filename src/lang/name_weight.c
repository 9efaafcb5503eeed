#include "lang/name_weight.h"

#include <string.h>

#include "lang/ends_in.h"
#include "lang/given_name.h"
#include "lang/surname.h"

/* A noun sooner than an adjective (that is a surname when it is nothing else), the word itself sooner than a form. */
gdouble tl_name_entry_weight(const TlMorph *morph, gboolean itself) {
  static const gdouble of_pos[] = {
      [TL_POS_UNKNOWN] = 1, [TL_POS_NOUN] = 1, [TL_POS_ADJECTIVE] = 0.4, [TL_POS_VERB] = 0.1, [TL_POS_OTHER] = 0.1};
  return of_pos[morph->pos] * (itself && morph->pos != TL_POS_ADJECTIVE ? 2 : 1);
}

/* People are rather called by given names, and sooner spoken of in other cases than the vocative and the locative
 * (Айше, Мар'яні); Лиманському is of Лиманське where that is an entry; Борисова is sooner of Борисов than of Борисів, a
 * place. */
gdouble tl_name_bias(const char *word, TlTried tried, const TlNameReading *reading, const char *citation,
                     const char *entry, TlMorph morph) {
  static const gdouble of_given[] = {
      [TL_CONCORD_M] = 4.5, [TL_CONCORD_F] = 3, [TL_CONCORD_N] = 1, [TL_CONCORD_PLURAL] = 0.3};
  static const char *const of_ov[] = {"овим", "евим", NULL}; /* Романовим: of Романов; Романовом of Романів */
  gdouble factor = reading->given ? of_given[reading->concord] : 1;
  if (reading->given && tl_is_usual_given_name(citation, reading->concord))
    factor *= 4;
  if (!(reading->cases & ~(TL_CASE_VOC | TL_CASE_LOC)))
    factor *= reading->cases == TL_CASE_VOC ? 0.1 : reading->given ? 0.3 : 1;
  if (morph.pos == TL_POS_ADJECTIVE && tried == TL_TRIED_AS_IS && strcmp(citation, entry) != 0)
    factor *= 0.5;
  if (reading->source != TL_NAME_ANALOGY && morph.pos == TL_POS_NOUN && tl_surname_may_be_hers(entry, word))
    factor *= 1.5;
  if (reading->source != TL_NAME_ANALOGY && morph.gender == TL_GENDER_F && g_str_has_suffix(entry, "ь"))
    factor *= 1.5; /* Русі: of Русь; Руся, who is called so by friends, has the same form */
  if (tl_ends_in(word, of_ov) && g_str_has_suffix(entry, "ів"))
    factor *= 0.5;
  if (reading->source == TL_NAME_STANDS && morph.pos == TL_POS_ADJECTIVE && morph.gender == TL_GENDER_ANY)
    factor *= 4; /* Левків, an entry: a place, sooner than of Левки */
  return factor;
}
