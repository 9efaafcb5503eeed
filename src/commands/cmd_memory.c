/* tlumach memory: what was translated before. */
#include <stdio.h>
#include <string.h>

#include "base/nearest.h"
#include "commands/memories.h"

static const TlCommand commands[] = {
    {"memory import", "FILE…", "Bring TMX, XLIFF, PO files and tables into a memory", tl_cmd_memory_import},
    {"memory search", "[FILE…]", "Earlier translations of what resembles each segment", tl_cmd_memory_search},
    {"memory export", "", "A memory as TMX, table or records", tl_cmd_memory_export},
    {"memory stats", "", "How much there is, and where it came from", tl_cmd_memory_stats},
};

static const char *own_name(guint i) {
  return strchr(commands[i].name, ' ') + 1;
}

static void print_help(FILE *to) {
  fputs("tlumach memory: translation memories filled, asked and given out\n\nUsage: tlumach memory COMMAND [OPTION…] "
        "…\n\n",
        to);
  for (guint i = 0; i < G_N_ELEMENTS(commands); i++)
    fprintf(to, "  %-9s %s\n", own_name(i), commands[i].about);
  fputs("\nEach command has its --help. A memory (-m) is a file of tlumach's, a TMX file used as it is, or "
        "postgresql://… on a server.\n"
        "Exit codes: 0 clean, 1 units left out, 2 could not do it.\n",
        to);
}

static int unknown_command(const char *name) {
  const char *names[G_N_ELEMENTS(commands) + 1] = {NULL};
  for (guint i = 0; i < G_N_ELEMENTS(commands); i++)
    names[i] = own_name(i);
  const char *near = tl_nearest(name, names);
  fprintf(stderr, "tlumach: unknown command \"memory %s\"%s%s%s\n", name, near ? "; did you mean \"memory " : "",
          near ? near : "", near ? "\"?" : "; try: tlumach memory --help");
  return TL_EXIT_ERROR;
}

int tl_cmd_memory(const TlCommand *command, int argc, char **argv) {
  (void)command;
  if (argc < 2) {
    print_help(stderr);
    return TL_EXIT_ERROR;
  }
  if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0) {
    print_help(stdout);
    return tl_finish_stdout(TL_EXIT_CLEAN);
  }
  for (guint i = 0; i < G_N_ELEMENTS(commands); i++)
    if (strcmp(argv[1], own_name(i)) == 0)
      return commands[i].run(&commands[i], argc - 1, argv + 1);
  return unknown_command(argv[1]);
}
