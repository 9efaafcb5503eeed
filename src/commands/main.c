/* tlumach: the command table, and its other names: tlumach-ispell, and those of the programs that it stands in for. */
#include <fcntl.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/nearest.h"
#include "commands/command.h"
#include "editors/ispell/personality.h"

static const TlCommand commands[] = {
    {"prepare", "FILE…", "Bilingual output of articles: terms, names, misspellings, segment by segment",
     tl_cmd_prepare},
    {"find", "[FILE…]", "Term occurrences, however inflected", tl_cmd_find},
    {"annotate", "[FILE…]", "The text with English equivalents after its terms", tl_cmd_annotate},
    {"spell", "[FILE…]", "Misspelt words", tl_cmd_spell},
    {"term", "COMMAND …", "Term bases: list, show, …", tl_cmd_term},
    {"memory", "COMMAND …", "Translation memories: import, search, …", tl_cmd_memory},
    {"align", "SOURCE TARGET", "Two texts into pairs of sentences", tl_cmd_align},
    {"check", "BILINGUAL… | SOURCE TARGET", "Faults of a translation: terms, numbers, names, letters, marks",
     tl_cmd_check},
    {"segment", "[FILE…]", "Sentences", tl_cmd_segment},
    {"lemma", "[FILE…]", "Words and their citation forms", tl_cmd_lemma},
    {"romanize", "[FILE…]", "Ukrainian in Latin letters, by the table of 2010", tl_cmd_romanize},
    {"lexicon", "build|stats NAME", "The frozen lexicon of a dictionary", tl_cmd_lexicon},
    {"lsp", "", "A language server for editors, on standard input and output", tl_cmd_lsp},
    {"eval", "TEXT", "Precision and recall where a person said which terms there are", tl_cmd_eval},
    {"config", "", "The configuration in force", tl_cmd_config},
};

static void print_help(FILE *to) {
  fputs("tlumach: terms, names and spelling for those who translate Ukrainian into English\n\nUsage: tlumach COMMAND "
        "[OPTION…] [FILE…]\n\n",
        to);
  for (guint i = 0; i < G_N_ELEMENTS(commands); i++)
    fprintf(to, "  %-9s %s\n", commands[i].name, commands[i].about);
  fputs("\nEach command has its --help; tlumach --version says which one this is.\n"
        "Files are plain text, Markdown or HTML; \"-\" is standard input.\n"
        "Exit codes: 0 clean, 1 findings, 2 could not do it.\n",
        to);
}

static int unknown_command(const char *name) {
  const char *names[G_N_ELEMENTS(commands) + 1] = {NULL};
  for (guint i = 0; i < G_N_ELEMENTS(commands); i++)
    names[i] = commands[i].name;
  g_autofree char *meant = tl_did_you_mean(name, names, FALSE);
  fprintf(stderr, "tlumach: unknown command \"%s\"%s\n", name, *meant ? meant : "; try: tlumach --help");
  return TL_EXIT_ERROR;
}

/* A standard stream that is closed gets its number back, opened the wrong way round: else the next file would be taken
 * for it, and be read as the text or written into. */
static void hold_standard_streams(void) {
  for (int fd = 0; fd < 3; fd++)
    if (fcntl(fd, F_GETFD) < 0)
      (void)!open("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY);
}

static const TlCommand *command_named(const char *name) {
  for (guint i = 0; i < G_N_ELEMENTS(commands); i++)
    if (strcmp(name, commands[i].name) == 0)
      return &commands[i];
  return NULL;
}

int main(int argc, char **argv) {
  hold_standard_streams();
  signal(SIGPIPE, SIG_IGN); /* a closed pipe is seen where it is written to */
  signal(SIGXFSZ, SIG_IGN);
  setlocale(LC_CTYPE, "C.UTF-8"); /* texts are UTF-8 whatever the locale */
  if (argc > 0 && tl_personality_of_program(argv[0]))
    return tl_ispell_main(argc, argv);
  if (argc < 2) {
    print_help(stderr);
    return TL_EXIT_ERROR;
  }
  if (argc > 2 && strcmp(argv[1], "help") == 0) { /* tlumach help find */
    if (!command_named(argv[2]))
      return unknown_command(argv[2]);
    argv[1] = argv[2];
    argv[2] = (char *)"--help";
  }
  if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0 || strcmp(argv[1], "help") == 0) {
    print_help(stdout);
    return tl_finish_stdout(TL_EXIT_CLEAN);
  }
  if (strcmp(argv[1], "--version") == 0) {
    printf("tlumach %s\n", TLUMACH_VERSION);
    return tl_finish_stdout(TL_EXIT_CLEAN);
  }
  const TlCommand *command = command_named(argv[1]);
  return command ? command->run(command, argc - 1, argv + 1) : unknown_command(argv[1]);
}
