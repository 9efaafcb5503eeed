#include "commands/config.h"

#include <ini.h>
#include <string.h>

#include "base/error.h"
#include "base/file.h"
#include "base/nearest.h"

#define CONFIG_MAX (1u << 20)
#define WAIT 2 /* seconds for another writer: somebody waits for us */

static const char *const keys[] = {"glossary",    "personal",     "memory",   "source",  "target",
                                   "dictionary",  "segmentation", "encoding", "newline", "column-unit",
                                   "orthography", "waive",        NULL};

/* The option that a key sets; NULL for glossary, personal, memory and waive, which are lists. */
static char **slot(TlOptions *options, const char *key) {
  char **const slots[] = {NULL,
                          NULL,
                          NULL,
                          &options->source,
                          &options->target,
                          &options->dictionary,
                          &options->segmentation,
                          &options->encoding,
                          &options->newline,
                          &options->column_unit,
                          &options->orthography,
                          NULL};
  for (guint i = 0; keys[i]; i++)
    if (strcmp(key, keys[i]) == 0)
      return slots[i];
  return NULL;
}

typedef struct Reader {
  TlOptions *options;
  const char *path;
  char *folder;
  GPtrArray *glossaries, *personal, *memories, *waivers;
  TlConfigFunc each;
  gpointer user;
  char *fault; /* of the first line that has one; inih says which line that is */
} Reader;

/* Paths in the file are relative to it. */
static char *value_of(const Reader *reader, const char *key, const char *value) {
  gboolean path = strcmp(key, "glossary") == 0 || strcmp(key, "personal") == 0 || strcmp(key, "segmentation") == 0 ||
                  (strcmp(key, "memory") == 0 && !strstr(value, "://")) ||
                  (strcmp(key, "dictionary") == 0 && strchr(value, '/'));
  return path && !g_path_is_absolute(value) ? g_build_filename(reader->folder, value, NULL) : g_strdup(value);
}

/* NULL: there is none. */
static char *fault_of_value(const char *key, const char *value) {
  g_autoptr(GError) error = NULL;
  const char *const *values = tl_options_values(key);
  if (values && !tl_options_choice(key, value, values, &error))
    return g_strdup(error->message + strlen("--"));
  return strcmp(key, "waive") == 0 && !tlumach_waiver_check(value, &error) ? g_strdup(error->message) : NULL;
}

static int take(void *user, const char *section, const char *name, const char *value) {
  Reader *reader = user;
  if (reader->fault)
    return 0;
  if (*section || !g_strv_contains(keys, name)) {
    g_autofree char *meant = tl_did_you_mean(name, keys, FALSE);
    reader->fault = *section ? g_strdup_printf("stands in a section [%s]; there are none, take its line away", section)
                             : g_strdup_printf("unknown key \"%s\"%s", name, meant);
    return 0;
  }
  reader->fault = fault_of_value(name, value);
  if (reader->fault)
    return 0;
  g_autofree char *own = value_of(reader, name, value);
  char **into = slot(reader->options, name);
  if (reader->each)
    reader->each(name, own, reader->path, reader->user);
  else if (!into)
    g_ptr_array_add(*name == 'g'   ? reader->glossaries
                    : *name == 'm' ? reader->memories
                    : *name == 'p' ? reader->personal
                                   : reader->waivers,
                    g_strdup(own));
  else if (!*into)
    *into = g_strdup(own);
  return 1;
}

/* "FILE", or NULL when there is none. */
static char *find_file(const TlOptions *options) {
  if (options->isolated)
    return NULL;
  if (options->config)
    return g_strdup(options->config);
  g_autofree char *folder = g_get_current_dir();
  for (;;) {
    g_autofree char *path = g_build_filename(folder, "tlumach.conf", NULL);
    g_autofree char *git = g_build_filename(folder, ".git", NULL);
    if (g_file_test(path, G_FILE_TEST_EXISTS))
      return g_steal_pointer(&path);
    char *above = g_path_get_dirname(folder);
    gboolean top = strcmp(above, folder) == 0 || g_file_test(git, G_FILE_TEST_EXISTS);
    g_free(folder);
    folder = above;
    if (top)
      break;
  }
  g_autofree char *configuration = tl_file_user_folder("XDG_CONFIG_HOME", ".config");
  g_autofree char *user = g_build_filename(configuration, "tlumach", "tlumach.conf", NULL);
  return g_file_test(user, G_FILE_TEST_EXISTS) ? g_steal_pointer(&user) : NULL;
}

static gboolean read_bytes(Reader *reader, const char *path, GBytes *bytes, GError **error) {
  g_autofree char *folder = g_path_get_dirname(path);
  g_autofree char *text = g_strndup(g_bytes_get_data(bytes, NULL), g_bytes_get_size(bytes));
  reader->path = path;
  reader->folder = folder;
  int line = ini_parse_string(text, take, reader);
  if (line != 0)
    tl_error_at(error, TLUMACH_ERROR_FORMAT, path, line > 0 ? (size_t)line : 0, 0, "%s",
                reader->fault ? reader->fault : "expected key = value");
  g_free(reader->fault);
  return line == 0;
}

static gboolean read_file(Reader *reader, const char *path, GError **error) {
  g_autoptr(GBytes) bytes = tl_file_read(path, CONFIG_MAX, error);
  return bytes && read_bytes(reader, path, bytes, error);
}

/* What the command line did not say. */
static void fill(char ***list, GPtrArray *values) {
  if (!*list && values->len > 0) {
    g_ptr_array_add(values, NULL);
    *list = g_strdupv((char **)values->pdata);
  }
}

gboolean tl_config_apply(TlOptions *options, GError **error) {
  g_autofree char *path = find_file(options);
  if (!path)
    return TRUE;
  g_autoptr(GPtrArray) glossaries = g_ptr_array_new_with_free_func(g_free);
  g_autoptr(GPtrArray) personal = g_ptr_array_new_with_free_func(g_free);
  g_autoptr(GPtrArray) memories = g_ptr_array_new_with_free_func(g_free);
  g_autoptr(GPtrArray) waivers = g_ptr_array_new_with_free_func(g_free);
  Reader reader = {
      .options = options, .glossaries = glossaries, .personal = personal, .memories = memories, .waivers = waivers};
  if (!read_file(&reader, path, error))
    return FALSE;
  fill(&options->glossaries, glossaries);
  fill(&options->personal, personal);
  fill(&options->memories, memories);
  fill(&options->waivers, waivers);
  return TRUE;
}

gboolean tl_config_each(const TlOptions *options, TlConfigFunc each, gpointer user, GError **error) {
  g_autofree char *path = find_file(options);
  Reader reader = {.options = (TlOptions *)options, .each = each, .user = user};
  return !path || read_file(&reader, path, error);
}

/* -- writing --------------------------------------------------------------------------------------------------- */

static void nothing(const char *key, const char *value, const char *origin, gpointer user) {
  (void)key, (void)value, (void)origin, (void)user;
}

static gboolean verify(GBytes *written, gpointer path, GError **error) {
  Reader reader = {.each = nothing};
  return read_bytes(&reader, path, written, error);
}

gboolean tl_config_add(const TlOptions *options, const char *key, const char *value, GError **error) {
  g_autofree char *path = find_file(options);
  if (!path) {
    tl_error_at(error, TLUMACH_ERROR_USAGE, NULL, 0, 0, "there is no tlumach.conf that \"%s = %s\" could stand in", key,
                value);
    return FALSE;
  }
  g_autoptr(TlFileLock) lock = tl_file_lock(path, WAIT, error);
  g_autoptr(GBytes) bytes = lock ? tl_file_read(path, CONFIG_MAX, error) : NULL;
  if (!bytes)
    return FALSE;
  g_autoptr(GString) text = g_string_new_len(g_bytes_get_data(bytes, NULL), (gssize)g_bytes_get_size(bytes));
  const char *newline = strstr(text->str, "\r\n") ? "\r\n" : "\n";
  if (text->len > 0 && text->str[text->len - 1] != '\n')
    g_string_append(text, newline);
  g_string_append_printf(text, "%s = %s%s", key, value, newline);
  g_autoptr(GBytes) longer = g_string_free_to_bytes(g_steal_pointer(&text));
  const TlFileSave how = {.backup = TRUE, .verify = verify, .user = path, .locked = TRUE};
  return tl_file_save(path, longer, &how, error);
}
