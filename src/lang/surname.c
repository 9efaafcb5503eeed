/* By the endings of the adjectives and of the surnames in -ов, -ін (orthography of 2019, §§ 103, 142). */
#include "lang/surname.h"

#include <string.h>

typedef struct Declension {
  const char *his, *stem; /* endings of his citation form, and what of it stays in all forms */
  const char *hers;
  const char *const *her_forms; /* behind the stem, hers alone */
} Declension;

static const char *const her_adjective[] = {"а", "ої", "ій", "у", "ою", NULL};
static const char *const her_soft[] = {"ьої", "ьою", NULL}; /* Нижньої; what ends in -ня may be of Євгеній */
static const char *const her_panova[] = {"ої", "ій", "ою", NULL};

#define PANOV(ending)                                                                                                  \
  { ending, ending, "а", her_panova }
static const Declension declensions[] = {PANOV("ов"),
                                         PANOV("ев"),
                                         PANOV("єв"),
                                         PANOV("ін"),
                                         PANOV("їн"),
                                         PANOV("ин"),
                                         {"ий", "", "а", her_adjective},
                                         {"ній", "н", "я", her_soft}};

static const Declension *declension_of(const char *his, size_t *stem) {
  for (guint i = 0; i < G_N_ELEMENTS(declensions); i++)
    if (g_str_has_suffix(his, declensions[i].his)) {
      *stem = strlen(his) - strlen(declensions[i].his) + strlen(declensions[i].stem);
      return &declensions[i];
    }
  return NULL;
}

char *tl_surname_hers(const char *his) {
  size_t stem;
  const Declension *own = declension_of(his, &stem);
  return own ? g_strdup_printf("%.*s%s", (int)stem, his, own->hers) : NULL;
}

gboolean tl_surname_is_hers(const char *his, const char *form) {
  size_t stem;
  const Declension *own = declension_of(his, &stem);
  return own && strncmp(his, form, stem) == 0 && g_strv_contains(own->her_forms, form + stem);
}

gboolean tl_surname_may_be_hers(const char *his, const char *form) {
  static const char *const eithers[] = {"а", "у", NULL};
  size_t stem;
  const Declension *own = declension_of(his, &stem);
  return own && strncmp(his, form, stem) == 0 &&
         (g_strv_contains(own->her_forms, form + stem) || g_strv_contains(eithers, form + stem));
}

char *tl_adjective_in(const char *entry, TlConcord concord) {
  static const char *const groups[][TL_CONCORDS] = {/* hard, soft, and behind a vowel: § 103 */
                                                    {"ий", "а", "е", "і"},
                                                    {"ій", "я", "є", "і"},
                                                    {"їй", "я", "є", "ї"}};
  for (guint g = 0; g < G_N_ELEMENTS(groups); g++)
    for (guint i = 0; i < TL_CONCORDS; i++)
      if (g_str_has_suffix(entry, groups[g][i]))
        return g_strdup_printf("%.*s%s", (int)(strlen(entry) - strlen(groups[g][i])), entry, groups[g][concord]);
  /* a possessive: Петриків, Петрикова; Оленин, Оленина */
  gboolean iv = g_str_has_suffix(entry, "ів"), yiv = g_str_has_suffix(entry, "їв");
  if (concord == TL_CONCORD_M || !(iv || yiv || g_str_has_suffix(entry, "н")))
    return g_strdup(entry);
  size_t stem = strlen(entry) - (iv || yiv ? strlen("ів") : 0);
  return g_strdup_printf("%.*s%s%s", (int)stem, entry, iv ? "ов" : yiv ? "єв" : "", groups[0][concord]);
}
