/* A small dictionary of our own, frozen and live, for the tests of this folder. */
#ifndef LANG_TEST_H
#define LANG_TEST_H

#include "../unit.h"

#include "lang/lexicon.h"

/* Flag 1: masculine nouns, A: feminine ones, E: adjectives, V: a prefix; C may stand in compounds only. */
static const char small_aff[] = "SET UTF-8\nTRY аоіи\nWORDCHARS '\nICONV 1\nICONV ’ '\nBREAK 2\nBREAK -\nBREAK ^-\n"
                                "SFX 1 Y 3\nSFX 1 0 а [^аь]\nSFX 1 0 ом [^аь]\nSFX 1 0 и [^аь]\n"
                                "SFX A Y 4\nSFX A а и а\nSFX A а і [^гк]а\nSFX A а у а\nSFX A а ою а\n"
                                "SFX E Y 3\nSFX E ий ого ий\nSFX E ий а ий\nSFX E ий і ий\n"
                                "PFX V Y 1\nPFX V 0 не .\n";
static const char small_dic[] =
    "12\nрада/A\nмісто\nсекретар\nсоюз/1\nновий/EV\nКиїв/1\nМарта/A\nоб'єкт/1\nСлава\nпорт/1\nсклад/1\nвода/A\n";

typedef struct Small {
  char *folder, *base;
  TlLexicon *live, *frozen;
} Small;

static inline int small_open(void **state) {
  g_autoptr(GError) error = NULL;
  Small *small = g_new0(Small, 1);
  small->folder = folder_make();
  small->base = g_build_filename(small->folder, "uk_TEST", NULL);
  g_autofree char *aff = g_strconcat(small->base, ".aff", NULL), *dic = g_strconcat(small->base, ".dic", NULL);
  file_write(aff, small_aff);
  file_write(dic, small_dic);
  small->live = tl_lexicon_open_live(small->base, NULL, &error);
  assert_no_error(error);
  g_free(tl_lexicon_build(small->base, NULL, small->folder, &error));
  assert_no_error(error);
  small->frozen = tl_lexicon_open(small->base, NULL, small->folder, &error);
  assert_no_error(error);
  assert_null(tl_lexicon_frozen(small->live));
  assert_non_null(tl_lexicon_frozen(small->frozen));
  *state = small;
  return 0;
}

static inline int small_close(void **state) {
  Small *small = *state;
  tl_lexicon_free(small->live);
  tl_lexicon_free(small->frozen);
  folder_remove(small->folder);
  g_free(small->base);
  g_free(small);
  return 0;
}

#endif
