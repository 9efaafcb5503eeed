/* A command is a file cmd_*.c with one function and a row in the table of main.c. To add one: write the file
 * (cmd_segment.c is a short example), declare it here, add the row, and an example in tests/spec/.
 */
#ifndef TL_COMMANDS_COMMAND_H
#define TL_COMMANDS_COMMAND_H

#include "base/output.h"
#include "tlumach.h"

/* Exit codes, the same for every command. */
enum { TL_EXIT_CLEAN = 0, TL_EXIT_FINDINGS = 1, TL_EXIT_ERROR = 2 };

typedef struct TlCommand {
  const char *name;
  const char *synopsis;                                               /* "[FILE…]" */
  const char *about;                                                  /* one line */
  int (*run)(const struct TlCommand *command, int argc, char **argv); /* argv[0] is the command's name */
} TlCommand;

int tl_cmd_align(const TlCommand *command, int argc, char **argv);
int tl_cmd_annotate(const TlCommand *command, int argc, char **argv);
int tl_cmd_check(const TlCommand *command, int argc, char **argv);
int tl_cmd_config(const TlCommand *command, int argc, char **argv);
int tl_cmd_eval(const TlCommand *command, int argc, char **argv);
int tl_cmd_find(const TlCommand *command, int argc, char **argv);
int tl_cmd_lsp(const TlCommand *command, int argc, char **argv);
int tl_cmd_lemma(const TlCommand *command, int argc, char **argv);
int tl_cmd_lexicon(const TlCommand *command, int argc, char **argv);
int tl_cmd_memory(const TlCommand *command, int argc, char **argv);
int tl_cmd_prepare(const TlCommand *command, int argc, char **argv);
int tl_cmd_romanize(const TlCommand *command, int argc, char **argv);
int tl_cmd_segment(const TlCommand *command, int argc, char **argv);
int tl_cmd_spell(const TlCommand *command, int argc, char **argv);
int tl_cmd_term(const TlCommand *command, int argc, char **argv);

/* The program under its other name, tlumach-ispell. */
int tl_ispell_main(int argc, char **argv);

/* Prints "tlumach: message" to stderr and returns TL_EXIT_ERROR. */
int tl_fail(const GError *error);
/* Closes the output; what failed there is said and turns any exit code into TL_EXIT_ERROR. */
int tl_finish(TlOutput *output, int code);
/* The same for what was printed with stdio. */
int tl_finish_stdout(int code);
/* For a text filter that cannot begin: passes standard input on, unless a person is typing. An editor puts what a
 * filter writes in the place of the text, whatever its exit code. */
int tl_pass_on(int code);

#endif
