/* Looking for a dictionary by name. The order is hunspell(1)'s idea of it: the path that was written, $DICPATH, the
 * user, the system. */
#include "lang/dictionary_files.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/file.h"

enum { FOUND_MAX = 24 }; /* names in the message */

static gboolean is_there(const char *base, const char *ending) {
  g_autofree char *path = g_strconcat(base, ending, NULL);
  return g_file_test(path, G_FILE_TEST_EXISTS);
}

static GPtrArray *folders(void) {
  GPtrArray *list = g_ptr_array_new_with_free_func(g_free);
  const char *dicpath = g_getenv("DICPATH");
  if (dicpath) {
    g_auto(GStrv) parts = g_strsplit(dicpath, ":", -1);
    for (char **part = parts; *part; part++)
      if (**part)
        g_ptr_array_add(list, g_strdup(*part));
  }
  g_autofree char *data = tl_file_user_folder("XDG_DATA_HOME", ".local/share");
  g_ptr_array_add(list, g_build_filename(data, "hunspell", NULL));
  g_ptr_array_add(list, g_strdup("/usr/share/hunspell"));
  g_ptr_array_add(list, g_strdup("/usr/share/myspell/dicts"));
  g_ptr_array_add(list, g_strdup("/usr/share/myspell"));
  return list;
}

/* Debian's packages are named by language; these languages have one a country (apt-cache search --names-only
 * ^hunspell-). */
static char *package_for(const char *name) {
  static const char *const by_country[] = {"de", "en", "pt"};
  g_auto(GStrv) parts = g_strsplit_set(name, "_-.", 3);
  const char *language = parts[0];
  size_t length = strlen(language);
  if (length < 2 || length > 3 || strspn(language, "abcdefghijklmnopqrstuvwxyz") != length)
    return NULL;
  if (strcmp(language, "nb") == 0 || strcmp(language, "nn") == 0)
    language = "no";
  for (size_t i = 0; i < G_N_ELEMENTS(by_country); i++)
    if (strcmp(language, by_country[i]) == 0 && parts[1] && strlen(parts[1]) == 2) {
      g_autofree char *country = g_ascii_strdown(parts[1], -1);
      return g_strdup_printf("hunspell-%s-%s", language, country);
    }
  return g_strdup_printf("hunspell-%s", language);
}

static int by_name(const void *a, const void *b) {
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Name -> path of all that are there. */
static GHashTable *all_in(const GPtrArray *list) {
  GHashTable *seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < list->len; i++) {
    g_autoptr(GDir) dir = g_dir_open(list->pdata[i], 0, NULL);
    for (const char *entry; dir && (entry = g_dir_read_name(dir));) {
      if (!g_str_has_suffix(entry, ".dic"))
        continue;
      g_autofree char *name = g_strndup(entry, strlen(entry) - strlen(".dic"));
      g_autofree char *base = g_build_filename(list->pdata[i], name, NULL);
      if (is_there(base, ".aff") && !g_hash_table_contains(seen, name))
        g_hash_table_insert(seen, g_steal_pointer(&name), g_steal_pointer(&base));
    }
  }
  return seen;
}

char **tl_dictionary_all(void) {
  g_autoptr(GPtrArray) list = folders();
  g_autoptr(GHashTable) seen = all_in(list);
  guint n;
  g_autofree gpointer *names = g_hash_table_get_keys_as_array(seen, &n);
  char **paths = g_new0(char *, n + 1);
  qsort(names, n, sizeof *names, by_name);
  for (guint i = 0; i < n; i++)
    paths[i] = g_strdup(g_hash_table_lookup(seen, names[i]));
  return paths;
}

/* "en_US, uk_UA", or NULL when there is none. */
static char *names_in(const GPtrArray *list) {
  g_autoptr(GHashTable) seen = all_in(list);
  guint n;
  g_autofree gpointer *names = g_hash_table_get_keys_as_array(seen, &n);
  if (n == 0)
    return NULL;
  qsort(names, n, sizeof *names, by_name);
  g_autoptr(GString) text = g_string_new(NULL);
  for (guint i = 0; i < n && i < FOUND_MAX; i++)
    g_string_append_printf(text, "%s%s", i ? ", " : "", (const char *)names[i]);
  if (n > FOUND_MAX)
    g_string_append_printf(text, " and %u more", n - FOUND_MAX);
  return g_string_free(g_steal_pointer(&text), FALSE);
}

static void not_found(const char *name, const GPtrArray *list, const char *half, GError **error) {
  g_autoptr(GString) text = g_string_new(NULL);
  g_string_append_printf(text, "no dictionary %s in ", name);
  for (guint i = 0; i < list->len; i++)
    g_string_append_printf(text, "%s%s", i ? ", " : "", (const char *)list->pdata[i]);
  if (half)
    g_string_append_printf(text, "; %s.%s is there without its .%s", half, is_there(half, ".dic") ? "dic" : "aff",
                           is_there(half, ".dic") ? "aff" : "dic");
  g_autofree char *names = names_in(list);
  g_string_append_printf(text, "; found %s", names ? names : "none");
  g_autofree char *package = package_for(name);
  if (package)
    g_string_append_printf(text, "; try: apt install %s", package);
  tl_error_at(error, TLUMACH_ERROR_DICTIONARY, NULL, 0, 0, "%s", text->str);
}

gboolean tl_dictionary_find(const char *name, char **base, GError **error) {
  *base = NULL;
  if (!*name) {
    tl_error_at(error, TLUMACH_ERROR_USAGE, NULL, 0, 0, "a dictionary needs a name, like uk_UA");
    return FALSE;
  }
  if (strchr(name, '/')) { /* what is wrong with such a one, opening it will say */
    *base = g_strdup(name);
    return TRUE;
  }
  g_autoptr(GPtrArray) list = folders();
  g_autofree char *half = NULL;
  for (guint i = 0; i < list->len; i++) {
    g_autofree char *candidate = g_build_filename(list->pdata[i], name, NULL);
    gboolean aff = is_there(candidate, ".aff"), dic = is_there(candidate, ".dic");
    if (aff && dic) {
      *base = g_steal_pointer(&candidate);
      return TRUE;
    }
    if ((aff || dic) && !half)
      half = g_steal_pointer(&candidate);
  }
  not_found(name, list, half, error);
  return FALSE;
}
