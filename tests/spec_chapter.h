/* Chapters with examples, read: tests/README.md has the format. */
#ifndef TESTS_SPEC_CHAPTER_H
#define TESTS_SPEC_CHAPTER_H

#include <glib.h>

typedef enum Syntax { SYNTAX_TEXT, SYNTAX_MARKDOWN, SYNTAX_MAN } Syntax;

/* A file that is to be there, or a command with the lines [shown, end) of what it says. */
typedef struct Step {
  char *file;
  GString *text; /* of the file, or the command */
  guint line, shown, end;
  char *actual; /* what it said, when that is something else */
} Step;

typedef struct Section {
  const struct Chapter *chapter;
  GPtrArray *steps;
} Section;

typedef struct Chapter {
  const char *path;
  Syntax syntax;
  char **lines;
  guint n;
  GPtrArray *sections; /* the first is the introduction, whose files all sections have */
} Chapter;

Chapter *spec_chapter_read(const char *path);
/* What stands before the lines of a block. */
const char *spec_indent(const Chapter *chapter);
/* What the text shows a command to say. */
char *spec_shown(const Chapter *chapter, const Step *step);
_Noreturn void spec_die(const char *what, const char *path);

#endif
