/* Runs the examples of texts that people read: the chapters of tests/spec, README.md, the manual pages.
 *
 *     spec_run [--update] [-j N] -b BUILD FILE…
 *
 * tests/README.md has the format. A section (its files, then its commands in turn) has a fresh folder; sections run
 * side by side. A command is right when all that it says, laid out as the text would show it, is what the text shows.
 */
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "spec_chapter.h"

static char *root, *scratch, *program, **environment;

/* -- running ----------------------------------------------------------------------------------------------------- */

/* A line as the text shows it: control characters as their pictures (U+2400…), odd bytes in hexadecimal, a space at the
 * end as ␠. */
static void show_line(const char *line, gsize length, const char *mark, GString *shown) {
  g_string_append(shown, mark);
  if (!*mark && (*line == '\\' || (length > 1 && line[1] == ' ' && strchr("$>!?", *line))))
    g_string_append_c(shown, '\\');
  for (const char *p = line, *end = line + length; p < end;) {
    gunichar c = g_utf8_get_char_validated(p, end - p);
    gboolean valid = *p == '\0' || c < (gunichar)-2;
    c = *p == '\0' ? 0 : c;
    if (!valid)
      g_string_append_printf(shown, "<%02X>", (guchar)*p);
    else if (c == ' ' && p + 1 == end)
      g_string_append(shown, "␠");
    else
      g_string_append_unichar(shown, (c < 0x20 && c != '\t') ? 0x2400 + c : c == 0x7F ? 0x2421 : c);
    p += valid && c ? g_utf8_next_char(p) - p : 1;
  }
}

static void show(const char *logs, const char *name, const char *mark, GString *shown) {
  g_autofree char *path = g_build_filename(logs, name, NULL), *text = NULL;
  gsize size = 0;
  g_file_get_contents(path, &text, &size, NULL);
  for (gsize at = 0; at < size;) {
    const char *line = text + at, *end = memchr(line, '\n', size - at);
    gsize length = end ? (gsize)(end - line) : size - at;
    show_line(line, length, mark, shown);
    g_string_append(shown, !end ? "␄\n" : at + 1 == size && length == 0 ? "␤\n" : "\n");
    at += length + 1;
  }
}

/* All that a command says: its output, lines of "! " for stderr, "? " and the exit code unless that is 0. */
static char *run_command(const char *command, const char *folder, const char *logs) {
  g_autofree char *line = g_strdup_printf("exec >'%s/out' 2>'%s/err' </dev/null; %s", logs, logs, command);
  char *argv[] = {(char *)"timeout", (char *)"120", (char *)"sh", (char *)"-c", line, NULL};
  int status = -1;
  GString *shown = g_string_new(NULL);
  g_spawn_sync(folder, argv, environment, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status, NULL);
  show(logs, "out", "", shown);
  show(logs, "err", "! ", shown);
  if (status != 0)
    g_string_append_printf(shown, "? %d\n", WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status));
  return g_string_free(shown, FALSE);
}

static void make_files(const Section *section, const char *folder) {
  for (guint i = 0; i < section->steps->len; i++) {
    const Step *step = g_ptr_array_index(section->steps, i);
    g_autofree char *path = step->file ? g_build_filename(folder, step->file, NULL) : NULL;
    g_autofree char *parent = path ? g_path_get_dirname(path) : NULL;
    if (path && (g_mkdir_with_parents(parent, 0700) != 0 || !g_file_set_contents(path, step->text->str, -1, NULL)))
      spec_die("cannot write", path);
  }
}

static void link_to(const char *target, const char *folder, const char *name) {
  g_autofree char *link = g_build_filename(folder, name, NULL);
  if (symlink(target, link) != 0)
    spec_die("cannot link", link);
}

static void link_programs(const char *folder) {
  link_to(program, folder, "tlumach");
  link_to(program, folder, "tlumach-ispell");
}

/* README and the manual speak from the root of the source tree, with the programs in it. */
static void link_tree(const char *folder) {
  g_autoptr(GDir) dir = g_dir_open(root, 0, NULL);
  for (const char *name; dir && (name = g_dir_read_name(dir));) {
    g_autofree char *from = g_build_filename(root, name, NULL);
    if (*name != '.' && !g_str_has_prefix(name, "build") && !g_str_has_prefix(name, "tlumach"))
      link_to(from, folder, name);
  }
  link_programs(folder);
}

static void run_section(gpointer data, gpointer user G_GNUC_UNUSED) {
  Section *section = data;
  g_autofree char *logs = g_mkdtemp(g_build_filename(scratch, "XXXXXX", NULL));
  g_autofree char *folder = g_build_filename(logs, "here", NULL);
  g_mkdir(folder, 0700);
  if (section->chapter->syntax != SYNTAX_TEXT)
    link_tree(folder);
  make_files(g_ptr_array_index(section->chapter->sections, 0), folder);
  make_files(section, folder);
  for (guint i = 0; i < section->steps->len; i++) {
    Step *step = g_ptr_array_index(section->steps, i);
    g_autofree char *expected = step->file ? NULL : spec_shown(section->chapter, step);
    g_autofree char *actual = step->file ? NULL : run_command(step->text->str, folder, logs);
    if (g_strcmp0(expected, actual) != 0)
      step->actual = g_steal_pointer(&actual);
  }
}

/* -- telling ----------------------------------------------------------------------------------------------------- */

/* Puts what the commands said in the place of what the text shows, from the last to the first. */
static void update(Chapter *chapter) {
  GPtrArray *lines = g_ptr_array_new();
  for (guint i = 0; i < chapter->n; i++)
    g_ptr_array_add(lines, chapter->lines[i]);
  g_ptr_array_add(lines, NULL);
  for (guint s = chapter->sections->len; s-- > 0;) {
    const Section *section = g_ptr_array_index(chapter->sections, s);
    for (guint i = section->steps->len; i-- > 0;) {
      const Step *step = g_ptr_array_index(section->steps, i);
      g_auto(GStrv) said = step->actual ? g_strsplit(step->actual, "\n", -1) : NULL;
      if (said && step->end > step->shown)
        g_ptr_array_remove_range(lines, step->shown, step->end - step->shown);
      for (guint k = 0; said && said[k] && said[k + 1]; k++) {
        GString *line = g_string_new(said[k]);
        if (chapter->syntax == SYNTAX_MAN) {
          g_string_replace(line, "\\", "\\e", 0);
          g_string_prepend(line, strchr(".'", *line->str) ? "\\&" : "");
        }
        g_string_prepend(line, line->len ? spec_indent(chapter) : "");
        g_ptr_array_insert(lines, (gint)(step->shown + k), g_string_free(line, FALSE));
      }
    }
  }
  g_autofree char *text = g_strjoinv("\n", (char **)lines->pdata);
  if (!g_file_set_contents(chapter->path, text, -1, NULL))
    spec_die("cannot write", chapter->path);
}

/* Counts, and shows what went wrong. */
static void tell(const Chapter *chapter, guint *passed, guint *failed) {
  for (guint s = 0; s < chapter->sections->len; s++) {
    const Section *section = g_ptr_array_index(chapter->sections, s);
    for (guint i = 0; i < section->steps->len; i++) {
      const Step *step = g_ptr_array_index(section->steps, i);
      *passed += !step->file && !step->actual;
      *failed += step->actual != NULL;
      g_autofree char *expected = step->actual ? spec_shown(chapter, step) : NULL;
      if (expected)
        printf("%s:%u: $ %s\n--- expected\n%s--- said\n%s---\n", chapter->path, step->line, step->text->str, expected,
               step->actual);
    }
  }
}

static void set(const char *name, const char *first, const char *rest) {
  environment = g_environ_setenv(environment, name, rest ? g_build_filename(first, rest, NULL) : first, TRUE);
}

static void prepare(const char *build) {
  root = g_get_current_dir();
  scratch = g_dir_make_tmp("tlumach-spec-XXXXXX", NULL);
  g_autofree char *bin = g_build_filename(scratch, "bin", NULL);
  program = g_build_filename(build, "tlumach", NULL);
  g_mkdir(bin, 0700);
  link_programs(bin);
  environment = g_environ_unsetenv(g_get_environ(), "NO_COLOR");
  set("PATH", g_strdup_printf("%s:%s", bin, g_getenv("PATH")), NULL);
  set("HOME", scratch, "home");
  set("XDG_CONFIG_HOME", scratch, "home/.config");
  set("XDG_DATA_HOME", scratch, "home/.local/share");
  set("XDG_CACHE_HOME", build, "cache"); /* with the lexicon in it */
  set("SOURCE", root, NULL);
  set("LC_ALL", "C.UTF-8", NULL);
  set("TZ", "UTC", NULL);
}

int main(int argc, char **argv) {
  gboolean updates = FALSE;
  gint jobs = (gint)g_get_num_processors();
  char *build = NULL, **files = NULL;
  guint passed = 0, failed = 0;
  const GOptionEntry entries[] = {
      {"update", 'u', 0, G_OPTION_ARG_NONE, &updates, "Write into the files what the commands say now", NULL},
      {"jobs", 'j', 0, G_OPTION_ARG_INT, &jobs, "Sections at a time", "N"},
      {"build", 'b', 0, G_OPTION_ARG_FILENAME, &build, "Where the programs are (build)", "FOLDER"},
      {G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &files, NULL, "FILE…"},
      G_OPTION_ENTRY_NULL};
  GOptionContext *context = g_option_context_new(NULL);
  g_option_context_add_main_entries(context, entries, NULL);
  if (!g_option_context_parse(context, &argc, &argv, NULL) || !files) {
    fputs("spec_run [--update] [-j N] [-b BUILD] FILE…\n", stderr);
    return 2;
  }
  prepare(g_canonicalize_filename(build ? build : "build", NULL));
  GPtrArray *chapters = g_ptr_array_new();
  GThreadPool *pool = g_thread_pool_new(run_section, NULL, MAX(jobs, 1), TRUE, NULL);
  for (char **file = files; *file; file++) {
    Chapter *chapter = spec_chapter_read(*file);
    g_ptr_array_add(chapters, chapter);
    for (guint i = 0; i < chapter->sections->len; i++)
      g_thread_pool_push(pool, g_ptr_array_index(chapter->sections, i), NULL);
  }
  g_thread_pool_free(pool, FALSE, TRUE);
  for (guint i = 0; i < chapters->len; i++) {
    tell(g_ptr_array_index(chapters, i), &passed, &failed);
    if (updates)
      update(g_ptr_array_index(chapters, i));
  }
  const char *rm[] = {"rm", "-rf", scratch, NULL};
  g_spawn_sync(NULL, (char **)rm, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
  printf("spec: %u passed, %u failed\n", passed, failed);
  return failed > 0 && !updates;
}
