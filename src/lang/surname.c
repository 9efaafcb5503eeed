/* By the endings of the adjectives and of the surnames in -ов, -ін (orthography of 2019, §§ 103, 106). */
#include "lang/surname.h"

#include <string.h>

typedef struct Declension {
  const char *his, *stem; /* endings of his citation form, and what of it stays in all forms */
  const char *hers;
  const char *const *his_forms, *const *her_forms, *const *eithers; /* behind the stem */
} Declension;

static const char *const none[] = {NULL};
static const char *const her_adjective[] = {"а", "ої", "ій", "у", "ою", NULL};
static const char *const her_soft[] = {"ьої", "ьою", NULL}; /* Нижньої; what ends in -ня may be of Євгеній */
static const char *const her_panova[] = {"ої", "ій", "ою", NULL};
static const char *const his_panov[] = {"", "им", "ові", "і", NULL};
static const char *const either_panov[] = {"а", "у", NULL};

#define PANOV(ending)                                                                                                  \
  { ending, ending, "а", his_panov, her_panova, either_panov }
static const Declension declensions[] = {PANOV("ов"),
                                         PANOV("ев"),
                                         PANOV("єв"),
                                         PANOV("ін"),
                                         PANOV("їн"),
                                         PANOV("ин"),
                                         {"ий", "", "а", none, her_adjective, none},
                                         {"ній", "н", "я", none, her_soft, none}};
#define N_PANOV 6

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

TlSurnameForm tl_surname_form(const char *his, const char *form) {
  size_t stem;
  const Declension *own = declension_of(his, &stem);
  if (!own || strncmp(his, form, stem) != 0)
    return TL_SURNAME_NO_FORM;
  return g_strv_contains(own->her_forms, form + stem)   ? TL_SURNAME_HERS
         : g_strv_contains(own->his_forms, form + stem) ? TL_SURNAME_HIS
         : g_strv_contains(own->eithers, form + stem)   ? TL_SURNAME_EITHERS
                                                        : TL_SURNAME_NO_FORM;
}

static char *without(const char *form, const char *his, const char *const *endings) {
  for (; *endings; endings++) {
    g_autofree char *whole = g_strconcat(his, *endings, NULL);
    if (g_str_has_suffix(form, whole))
      return g_strndup(form, strlen(form) - strlen(*endings));
  }
  return NULL;
}

char *tl_surname_his(const char *form) {
  char *his = NULL;
  for (guint i = 0; i < N_PANOV && !his; i++) {
    const Declension *own = &declensions[i];
    his = without(form, own->his, own->her_forms);
    his = his ? his : without(form, own->his, own->his_forms);
    his = his ? his : without(form, own->his, own->eithers);
  }
  return his;
}
