/* A dictionary of five words, and what a set of readings is. */
#ifndef DICTIONARY_TEST_H
#define DICTIONARY_TEST_H

#include "../unit.h"

#include "lang/frozen/freeze.h"
#include "lang/lexicon.h"
#include "text/fold.h"

/* рада, бава with three forms; мова with a prefix; a word that only Hunspell can judge. */
static const char tiny_aff[] = "SET UTF-8\nFLAG num\nNEEDAFFIX 9\n\nSFX 1 Y 3\nSFX 1 а и [дв]а\nSFX 1 а і а\nSFX 1 а "
                               "у/3 ва\n\nSFX 3 Y 1\nSFX 3 0 сь .\n\n"
                               "PFX 2 Y 1\nPFX 2 0 пере .\n";
static const char tiny_dic[] = "5\nрада/1\nмова/1,2\nрад\nКиїв\nлише/9\n";

static inline GBytes *text_bytes(const char *text) {
  return g_bytes_new_static(text, strlen(text));
}

static inline char *write_dictionary(const char *folder, const char *name, const char *aff, const char *dic) {
  g_autofree char *base = g_build_filename(folder, name, NULL);
  g_autofree char *aff_path = g_strconcat(base, ".aff", NULL), *dic_path = g_strconcat(base, ".dic", NULL);
  file_write(aff_path, aff);
  file_write(dic_path, dic);
  return g_steal_pointer(&base);
}

/* The stems of a reading set, sorted, with blanks between them. */
static inline char *stems_of(const TlReadings *readings) {
  g_autoptr(GPtrArray) list = g_ptr_array_new();
  for (guint i = 0; i < readings->n; i++) {
    guint at = 0;
    const char *stem = tl_reading_stem(readings, i);
    while (at < list->len && strcmp(list->pdata[at], stem) < 0)
      at++;
    if (at == list->len || strcmp(list->pdata[at], stem) != 0)
      g_ptr_array_insert(list, (gint)at, (gpointer)stem);
  }
  g_ptr_array_add(list, NULL);
  return g_strjoinv(" ", (char **)list->pdata);
}

#endif
