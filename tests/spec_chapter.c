#include "spec_chapter.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void spec_die(const char *what, const char *path) {
  fprintf(stderr, "spec_run: %s %s\n", what, path);
  exit(2);
}

const char *spec_indent(const Chapter *chapter) {
  return chapter->syntax == SYNTAX_TEXT ? "    " : "";
}

/* A line of a block, without the indent, or in a manual page without its escapes. */
static char *line_in(const Chapter *chapter, guint i) {
  const char *line = chapter->lines[i];
  GString *text =
      g_string_new(g_str_has_prefix(line, spec_indent(chapter)) ? line + strlen(spec_indent(chapter)) : line);
  if (chapter->syntax == SYNTAX_MAN) {
    g_string_replace(text, "\\-", "-", 0);
    g_string_replace(text, "\\&", "", 0);
    g_string_replace(text, "\\e", "\\", 0);
  }
  return g_string_free(text, FALSE);
}

/* The block that begins at line `i`, as [*first, end); none: an empty one. */
static guint block_at(const Chapter *chapter, guint i, guint *first) {
  const char *line = chapter->lines[i], *close = NULL;
  *first = i;
  if (chapter->syntax == SYNTAX_MARKDOWN && g_str_has_prefix(line, "```"))
    close = "```";
  else if (chapter->syntax == SYNTAX_MAN && (g_str_has_prefix(line, ".Bd -literal") || strcmp(line, ".EX") == 0))
    close = line[1] == 'B' ? ".Ed" : ".EE";
  if (close) {
    for (*first = ++i; i < chapter->n && strcmp(chapter->lines[i], close) != 0;)
      i++;
    return i;
  }
  guint end = i;
  if (chapter->syntax != SYNTAX_TEXT || !g_str_has_prefix(line, "    "))
    return end;
  for (; i < chapter->n && (!chapter->lines[i][0] || g_str_has_prefix(chapter->lines[i], "    ")); i++) {
    if (i > end && !g_str_has_prefix(line, "    $ ") && g_str_has_prefix(chapter->lines[i], "    $ "))
      break; /* behind a file and an empty line, the first command */
    end = chapter->lines[i][0] ? i + 1 : end;
  }
  return end;
}

/* The name in backquotes before the colon that the paragraph above ends with: …the term base `terms.tsv`: */
static char *file_above(const Chapter *chapter, guint i) {
  while (i > 0 && (!chapter->lines[i - 1][0] || g_str_has_prefix(chapter->lines[i - 1], "```")))
    i--;
  const char *line = i > 0 ? chapter->lines[i - 1] : "";
  const char *end = g_str_has_suffix(line, "`:") ? line + strlen(line) - 2 : NULL;
  const char *start = end ? g_strrstr_len(line, end - line, "`") : NULL;
  return start ? g_strndup(start + 1, (gsize)(end - start - 1)) : NULL;
}

static Step *add_step(Section *section, guint line, const char *text) {
  Step *step = g_new0(Step, 1);
  step->text = g_string_new(text);
  step->line = line + 1;
  g_ptr_array_add(section->steps, step);
  return step;
}

/* A block of commands, of a file's lines, or (no `$ `, no name above) only an illustration. */
static void read_block(const Chapter *chapter, Section *section, guint first, guint end) {
  gboolean commands = g_str_has_prefix(chapter->lines[first] + strlen(spec_indent(chapter)), "$ ");
  char *file = commands ? NULL : file_above(chapter, first);
  Step *step = file ? add_step(section, first, "") : NULL;
  if (step)
    step->file = file;
  for (guint i = first; i < end && (commands || file); i++) {
    g_autofree char *line = line_in(chapter, i);
    gboolean more = step && step->shown == i && g_str_has_prefix(line, "> ");
    if (file)
      g_string_append_printf(step->text, "%s\n", line);
    else if (g_str_has_prefix(line, "$ "))
      step = add_step(section, i, line + 2);
    else if (more)
      g_string_append_printf(step->text, "\n%s", line + 2);
    if (!file && (more || g_str_has_prefix(line, "$ ")))
      step->shown = step->end = i + 1;
    else if (!file && *line)
      step->end = i + 1;
  }
}

static Section *add_section(Chapter *chapter) {
  Section *section = g_new0(Section, 1);
  *section = (Section){chapter, g_ptr_array_new()};
  g_ptr_array_add(chapter->sections, section);
  return section;
}

Chapter *spec_chapter_read(const char *path) {
  g_autofree char *text = NULL;
  Chapter *chapter = g_new0(Chapter, 1);
  chapter->path = path;
  chapter->sections = g_ptr_array_new();
  chapter->syntax = g_str_has_suffix(path, ".txt")  ? SYNTAX_TEXT
                    : g_str_has_suffix(path, ".md") ? SYNTAX_MARKDOWN
                                                    : SYNTAX_MAN;
  if (!g_file_get_contents(path, &text, NULL, NULL))
    spec_die("cannot read", path);
  chapter->lines = g_strsplit(text, "\n", -1);
  chapter->n = g_strv_length(chapter->lines);
  Section *section = add_section(chapter);
  for (guint i = 0; i < chapter->n; i++) {
    guint first, end = block_at(chapter, i, &first);
    if (end > first) {
      read_block(chapter, section, first, end);
      i = chapter->syntax == SYNTAX_TEXT ? end - 1 : end;
    } else if (g_str_has_prefix(chapter->lines[i], chapter->syntax == SYNTAX_MAN ? ".Sh " : "## ")) {
      section = add_section(chapter);
    }
  }
  return chapter;
}

char *spec_shown(const Chapter *chapter, const Step *step) {
  GString *shown = g_string_new(NULL);
  for (guint i = step->shown; i < step->end; i++) {
    g_autofree char *line = line_in(chapter, i);
    g_string_append_printf(shown, "%s\n", line);
  }
  return g_string_free(shown, FALSE);
}
