/* The file is OmegaT's (4 and later, and those before): <omegat><project> with an element a setting. "__DEFAULT__"
 * stands for a folder of the usual name; other paths are relative to the project. */
#include "commands/project.h"

#include <string.h>

#include "base/error.h"
#include "base/file.h"
#include "base/xml_tree.h"
#include "tlumach/pairs.h"

#define DEPTH_MAX 32u

static char *settings_path(const char *folder) {
  return g_build_filename(folder, "omegat.project", NULL);
}

gboolean tl_is_project(const char *path) {
  g_autofree char *settings = settings_path(path);
  return g_file_test(path, G_FILE_TEST_IS_DIR) && g_file_test(settings, G_FILE_TEST_IS_REGULAR);
}

void tl_project_free(TlProject *project) {
  if (!project)
    return;
  char **lists[] = {project->texts, project->unread, project->glossaries, project->memories};
  for (guint i = 0; i < G_N_ELEMENTS(lists); i++)
    g_strfreev(lists[i]);
  g_free(project->folder);
  g_free(project->source);
  g_free(project->target);
  g_free(project->saved);
  g_free(project);
}

/* -- settings --------------------------------------------------------------------------------------------------- */

/* The text of a setting; NULL: it is not there, or empty. Free with g_free. */
static char *setting(const TlXmlNode *settings, const char *name) {
  const TlXmlNode *node = tl_xml_node_child(settings, name);
  g_autoptr(GString) text = g_string_new(NULL);
  if (node)
    tl_xml_node_text(node, text);
  g_strstrip(text->str);
  return *text->str ? g_strdup(text->str) : NULL;
}

static char *folder_of(const TlProject *project, const TlXmlNode *settings, const char *name, const char *usual) {
  g_autofree char *said = setting(settings, name);
  if (!said || strcmp(said, "__DEFAULT__") == 0)
    return g_build_filename(project->folder, usual, NULL);
  return g_path_is_absolute(said) ? g_strdup(said) : g_build_filename(project->folder, said, NULL);
}

/* -- files ------------------------------------------------------------------------------------------------------ */

static gint by_name(gconstpointer a, gconstpointer b) {
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static gboolean has_ending(const char *path, const char *const *endings) {
  g_autofree char *lower = g_ascii_strdown(path, -1);
  for (; *endings; endings++)
    if (g_str_has_suffix(lower, *endings))
      return TRUE;
  return FALSE;
}

/* All files of a folder and those below, hidden ones aside: what has one of the endings, and the rest. */
static void gather(const char *folder, const char *const *endings, guint depth, GPtrArray *found, GPtrArray *others) {
  g_autoptr(GDir) dir = depth < DEPTH_MAX ? g_dir_open(folder, 0, NULL) : NULL;
  for (const char *name; dir && (name = g_dir_read_name(dir));) {
    g_autofree char *path = g_build_filename(folder, name, NULL);
    if (*name == '.')
      continue;
    if (g_file_test(path, G_FILE_TEST_IS_DIR) && !g_file_test(path, G_FILE_TEST_IS_SYMLINK))
      gather(path, endings, depth + 1, found, others);
    else if (has_ending(name, endings))
      g_ptr_array_add(found, g_steal_pointer(&path));
    else if (others && !g_file_test(path, G_FILE_TEST_IS_DIR))
      g_ptr_array_add(others, g_steal_pointer(&path));
  }
}

static char **sorted(GPtrArray *paths) {
  g_ptr_array_sort(paths, by_name);
  g_ptr_array_add(paths, NULL);
  return (char **)g_ptr_array_free(paths, FALSE);
}

static char **files_of(const char *folder, const char *const *endings) {
  GPtrArray *found = g_ptr_array_new();
  gather(folder, endings, 0, found, NULL);
  return sorted(found);
}

static void find_files(TlProject *project, const TlXmlNode *settings) {
  static const char *const texts[] = {".txt", ".text", ".md",   ".markdown", ".mkd",    ".html", ".htm", ".xhtml",
                                      ".xlf", ".po",   ".xlf2", ".xliff",    ".xliff2", ".pot",  NULL},
                           *const glossaries[] = {".txt", ".tab", ".utf8", ".tsv", ".csv", ".tbx", NULL},
                           *const memories[] = {".tmx", NULL};
  g_autofree char *source = folder_of(project, settings, "source_dir", "source"),
                  *glossary = folder_of(project, settings, "glossary_dir", "glossary"),
                  *memory = folder_of(project, settings, "tm_dir", "tm"),
                  *saved = g_build_filename(project->folder, "omegat", "project_save.tmx", NULL);
  GPtrArray *found = g_ptr_array_new(), *others = g_ptr_array_new();
  gather(source, texts, 0, found, others);
  project->texts = sorted(found);
  project->unread = sorted(others);
  project->glossaries = files_of(glossary, glossaries);
  project->memories = files_of(memory, memories);
  project->saved = g_file_test(saved, G_FILE_TEST_IS_REGULAR) ? g_steal_pointer(&saved) : NULL;
}

TlProject *tl_project_open(const char *folder, GError **error) {
  g_autoptr(TlArena) arena = tl_arena_new();
  g_autofree char *path = settings_path(folder);
  g_autoptr(GBytes) raw = tl_file_read(path, 1u << 20, error);
  g_autoptr(TlDecoded) decoded = raw ? tl_xml_decode(path, raw, error) : NULL;
  size_t length;
  const char *text = decoded ? tl_decoded_text(decoded, &length) : NULL;
  const TlXmlNode *root = text ? tl_xml_tree(path, text, length, arena, error) : NULL;
  const TlXmlNode *settings = root ? tl_xml_node_child(root, "project") : NULL;
  if (!settings) {
    if (root)
      tl_error_at(error, TLUMACH_ERROR_FORMAT, path, 0, 0, "is no project of OmegaT: there is no <project> in it");
    return NULL;
  }
  TlProject *project = g_new0(TlProject, 1);
  project->folder = g_strdup(folder);
  project->source = setting(settings, "source_lang");
  project->target = setting(settings, "target_lang");
  find_files(project, settings);
  return project;
}
