/* tlumach: the command table, and its other names: tlumach-ispell, and those of the programs that it stands in for. */
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

#include "base/nearest.h"
#include "commands/command.h"
#include "editors/personality.h"

static const TlCommand commands[] = {
    {"prepare", "FILE…", "Bilingual output of articles: terms, names, misspellings, segment by segment", tl_cmd_prepare},
    {"find", "[FILE…]", "Term occurrences, however inflected", tl_cmd_find},
    {"annotate", "[FILE…]", "The text with English equivalents after its terms", tl_cmd_annotate},
    {"spell", "[FILE…]", "Misspelt words", tl_cmd_spell},
    {"term", "COMMAND …", "Term bases: list, show, …", tl_cmd_term},
    {"align", "SOURCE TARGET", "Two texts into pairs of sentences", tl_cmd_align},
    {"check", "BILINGUAL… | SOURCE TARGET", "Faults of a translation: terms, numbers, names, letters, marks", tl_cmd_check},
    {"segment", "[FILE…]", "Sentences", tl_cmd_segment},
    {"lemma", "[FILE…]", "Words and their citation forms", tl_cmd_lemma},
    {"romanize", "[FILE…]", "Ukrainian in Latin letters, by the table of 2010", tl_cmd_romanize},
    {"lexicon", "build|stats NAME", "The frozen lexicon of a dictionary", tl_cmd_lexicon},
    {"eval", "TEXT", "Precision and recall on a text with [[marked]] terms", tl_cmd_eval},
    {"config", "", "The configuration in force", tl_cmd_config},
};

static void print_help(FILE *to) {
  fputs("tlumach: terms, names and spelling for those who translate Ukrainian into English\n\nUsage: tlumach COMMAND [OPTION…] [FILE…]\n\n", to);
  for (guint i = 0; i < G_N_ELEMENTS(commands); i++)
    fprintf(to, "  %-9s %s\n", commands[i].name, commands[i].about);
  fputs("\nEach command has its --help. Files are plain text, Markdown or HTML; \"-\" is standard input.\n"
        "Exit codes: 0 clean, 1 findings, 2 could not do it.\n", to);
}

static int unknown_command(const char *name) {
  const char *names[G_N_ELEMENTS(commands) + 1] = {NULL};
  for (guint i = 0; i < G_N_ELEMENTS(commands); i++)
    names[i] = commands[i].name;
  const char *near = tl_nearest(name, names);
  fprintf(stderr, "tlumach: unknown command \"%s\"%s%s%s\n", name, near ? "; did you mean \"" : "", near ? near : "", near ? "\"?" : "");
  return TL_EXIT_ERROR;
}

int main(int argc, char **argv) {
  signal(SIGPIPE, SIG_IGN); /* a closed pipe is seen where it is written to */
  signal(SIGXFSZ, SIG_IGN);
  setlocale(LC_CTYPE, "C.UTF-8"); /* texts are UTF-8 whatever the locale */
  if (argc > 0 && tl_personality_of_program(argv[0]))
    return tl_ispell_main(argc, argv);
  if (argc < 2) {
    print_help(stderr);
    return TL_EXIT_ERROR;
  }
  if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0 || strcmp(argv[1], "help") == 0) {
    print_help(stdout);
    return tl_finish_stdout(TL_EXIT_CLEAN);
  }
  if (strcmp(argv[1], "--version") == 0) {
    printf("tlumach %s\n", TLUMACH_VERSION);
    return tl_finish_stdout(TL_EXIT_CLEAN);
  }
  for (guint i = 0; i < G_N_ELEMENTS(commands); i++)
    if (strcmp(argv[1], commands[i].name) == 0)
      return commands[i].run(&commands[i], argc - 1, argv + 1);
  return unknown_command(argv[1]);
}
