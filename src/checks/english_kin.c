#include "checks/english_kin.h"

#include <string.h>

#include "checks/english.h"

struct TlEnglishKin {
  GHashTable *parents;  /* stem -> the stem that it is an irregular form of */
  GHashTable *families; /* stem -> GPtrArray of names, those whose families it is of; strings of `names` */
  GHashTable *names;    /* name as it stands in the list -> the stems of its family */
};

/* -- irregular forms ------------------------------------------------------------------------------------------- */

const char *tl_english_kin_stem(const TlEnglishKin *kin, const char *stem) {
  const char *parent;
  while ((parent = g_hash_table_lookup(kin->parents, stem)))
    stem = parent;
  return stem;
}

static char *stem_of(const char *word) {
  char stem[TL_ENGLISH_KEY_MAX];
  tl_english_stem(word, strlen(word), stem);
  return g_strdup(stem);
}

/* A form that is a word of its own, too (found, lay, saw), joins the two: rather too many forms than one too few. */
static void join(TlEnglishKin *kin, const char *form, const char *word) {
  g_autofree char *from = stem_of(form), *to = stem_of(word);
  const char *left = tl_english_kin_stem(kin, from), *right = tl_english_kin_stem(kin, to);
  if (strcmp(left, right) != 0)
    g_hash_table_insert(kin->parents, g_strdup(left), g_strdup(right));
}

/* -- families --------------------------------------------------------------------------------------------------- */

static void join_family(TlEnglishKin *kin, const char *stem, const char *name) {
  GPtrArray *names = g_hash_table_lookup(kin->families, stem);
  if (!names) {
    names = g_ptr_array_new();
    g_hash_table_insert(kin->families, g_strdup(stem), names);
  }
  g_ptr_array_add(names, (gpointer)name);
}

static void add_family(TlEnglishKin *kin, const char *name, const char *const *words) {
  guint n = g_strv_length((char **)words);
  char *own = g_strdup(name), **stems = g_new0(char *, n + 1);
  for (guint i = 0; i < n; i++) {
    stems[i] = stem_of(words[i]);
    join_family(kin, stems[i], own);
  }
  if (!strchr(name, ' ')) {
    g_autofree char *stem = stem_of(name);
    join_family(kin, stem, own);
  }
  g_hash_table_insert(kin->names, own, stems);
}

gboolean tl_english_kin_related(const TlEnglishKin *kin, const char *a, const char *b) {
  const GPtrArray *left = g_hash_table_lookup(kin->families, a), *right = g_hash_table_lookup(kin->families, b);
  for (guint i = 0; left && right && i < left->len; i++)
    for (guint k = 0; k < right->len; k++)
      if (left->pdata[i] == right->pdata[k])
        return TRUE;
  return FALSE;
}

const char *const *tl_english_kin_of(const TlEnglishKin *kin, const char *name) {
  return g_hash_table_lookup(kin->names, name);
}

/* -- the lists -------------------------------------------------------------------------------------------------- */

typedef struct Reading {
  TlEnglishKin *kin;
  const TlWordList *list;
} Reading;

static void read_irregular(const char *form, size_t length, gpointer user) {
  const Reading *reading = user;
  (void)length;
  for (const char *const *word = tl_word_list_get(reading->list, form); *word; word++)
    join(reading->kin, form, *word);
}

static void read_family(const char *name, size_t length, gpointer user) {
  const Reading *reading = user;
  (void)length;
  add_family(reading->kin, name, tl_word_list_get(reading->list, name));
}

TlEnglishKin *tl_english_kin_new(const TlWordLists *lists) {
  TlEnglishKin *kin = g_new(TlEnglishKin, 1);
  kin->parents = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  kin->families = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
  kin->names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_strfreev);
  if (lists) {
    tl_word_list_each(lists->irregulars, read_irregular, &(Reading){kin, lists->irregulars});
    tl_word_list_each(lists->families, read_family, &(Reading){kin, lists->families});
  }
  return kin;
}

void tl_english_kin_free(TlEnglishKin *kin) {
  g_hash_table_unref(kin->parents);
  g_hash_table_unref(kin->families);
  g_hash_table_unref(kin->names);
  g_free(kin);
}
