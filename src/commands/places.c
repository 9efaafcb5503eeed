#include "commands/places.h"

#include <string.h>

#include "base/file.h"
#include "tlumach.h"

char *tl_cache_folder(void) {
  g_autofree char *folder = tl_file_user_folder("XDG_CACHE_HOME", ".cache");
  return g_build_filename(folder, "tlumach", NULL);
}

/* $TLUMACH_DATA, then where `make install` puts it beside the program, then the source tree that the program was built
 * in (build/tlumach, dictionaries/), then the place that was configured. */
char *tl_data_folder(const char *kind) {
  g_autofree char *program = g_file_read_link("/proc/self/exe", NULL);
  g_autofree char *folder = program ? g_path_get_dirname(program) : g_strdup(".");
  const char *asked = g_getenv("TLUMACH_DATA");
  g_autofree char *source = g_build_filename(folder, "..", kind, NULL);
  g_autofree char *installed = g_build_filename(folder, "..", "share", "tlumach", kind, NULL);
  g_autofree char *own = asked ? g_build_filename(asked, kind, NULL) : NULL;
  g_autofree char *configured = g_build_filename(TLUMACH_DATADIR, kind, NULL);
  const char *const places[] = {own, installed, source, configured};
  for (guint i = 0; i < G_N_ELEMENTS(places); i++)
    if (places[i] && g_file_test(places[i], G_FILE_TEST_IS_DIR))
      return g_canonicalize_filename(places[i], NULL);
  return NULL;
}

/* Beside the program in its build, or where `make install` puts them. */
char *tl_module_folder(void) {
  g_autofree char *program = g_file_read_link("/proc/self/exe", NULL);
  g_autofree char *folder = program ? g_path_get_dirname(program) : g_strdup(".");
  g_autofree char *installed = g_build_filename(folder, "..", "lib", "tlumach", NULL);
  g_autofree char *built = g_build_filename(folder, "modules", NULL);
  const char *const places[] = {built, installed};
  for (guint i = 0; i < G_N_ELEMENTS(places); i++)
    if (g_file_test(places[i], G_FILE_TEST_IS_DIR))
      return g_canonicalize_filename(places[i], NULL);
  return NULL;
}

static gint by_name(gconstpointer a, gconstpointer b) {
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

char **tl_own_glossaries(void) {
  g_autoptr(GPtrArray) found = g_ptr_array_new();
  g_autofree char *folder = tl_data_folder("glossaries");
  g_autoptr(GDir) dir = folder ? g_dir_open(folder, 0, NULL) : NULL;
  for (const char *name; dir && (name = g_dir_read_name(dir));)
    if (g_str_has_suffix(name, ".tbx"))
      g_ptr_array_add(found, g_build_filename(folder, name, NULL));
  g_ptr_array_sort(found, by_name);
  g_ptr_array_add(found, NULL);
  return (char **)g_ptr_array_free(g_steal_pointer(&found), FALSE);
}

char *tl_own_word_list(const char *path, const char *language) {
  g_autofree char *name = g_path_get_basename(path);
  g_autofree char *data = tl_data_folder("dictionaries");
  g_autofree char *file = g_strdup_printf("%s-%.2s.txt", name, language);
  g_autofree char *list = data ? g_build_filename(data, file, NULL) : NULL;
  return list && !g_file_test(path, G_FILE_TEST_EXISTS) && g_file_test(list, G_FILE_TEST_EXISTS)
             ? g_steal_pointer(&list)
             : NULL;
}

/* Those of ours that a name stands for, added; FALSE: none. */
static gboolean add_own_glossaries(const char *name, GPtrArray *into) {
  guint before = into->len;
  g_auto(GStrv) own = tl_own_glossaries();
  g_autofree char *file = g_strconcat(name, ".tbx", NULL);
  for (char **path = own; *path; path++) {
    g_autofree char *base = g_path_get_basename(*path);
    if (strcmp(name, TL_USUAL_GLOSSARIES) == 0 || strcmp(base, file) == 0)
      g_ptr_array_add(into, g_strdup(*path));
  }
  return into->len > before;
}

char **tl_glossary_paths(char **named) {
  g_autoptr(GPtrArray) paths = g_ptr_array_new();
  for (; *named; named++) {
    g_autofree char *name = g_path_get_basename(*named);
    if (g_file_test(*named, G_FILE_TEST_EXISTS) || !add_own_glossaries(name, paths))
      g_ptr_array_add(paths, g_strdup(*named));
  }
  g_ptr_array_add(paths, NULL);
  return (char **)g_ptr_array_free(g_steal_pointer(&paths), FALSE);
}
