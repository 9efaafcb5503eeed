/* A small dictionary for tests of the editors' floor, and a session that stands on it: Hunspell's own answers, no
 * cache. */
#ifndef TESTS_EDITORS_TEST_H
#define TESTS_EDITORS_TEST_H

#include "tlumach.h"

#include "../unit.h"

static const char test_aff[] =
    "SET UTF-8\nTRY абвгдеийклмнопрстуя\nWORDCHARS -'\nSFX A Y 2\nSFX A а и а\nSFX A а ою а\n";
static const char test_dic[] = "5\nрада/A\nмова/A\nслово\nоб'єкт\nКиїв\n";

/* The folder gets uk_XX.aff, uk_XX.dic and terms.tsv. */
static inline TlumachSession *test_session(const char *folder) {
  g_autoptr(GError) error = NULL;
  g_autofree char *base = g_build_filename(folder, "uk_XX", NULL);
  g_autofree char *aff = g_strconcat(base, ".aff", NULL), *dic = g_strconcat(base, ".dic", NULL);
  g_autofree char *terms = g_build_filename(folder, "terms.tsv", NULL);
  file_write(aff, test_aff);
  file_write(dic, test_dic);
  file_write(terms, "рада безпеки\tSecurity Council\nЦзіньпін\tJinping\n");
  TlumachSessionOptions options = TLUMACH_SESSION_OPTIONS_INIT;
  const char *const glossaries[] = {terms, NULL};
  options.dictionary = base;
  options.glossaries = glossaries;
  options.segmentation = "dictionaries/segmentation.srx";
  TlumachSession *session = tlumach_session_new(&options, &error);
  assert_no_error(error);
  return session;
}

#endif
