/* tlumach memory: what was translated before. */
#include "commands/memories.h"
#include "commands/subcommands.h"

static const TlCommand commands[] = {
    {"memory import", "FILE…", "Bring TMX, XLIFF, PO files and tables into a memory", tl_cmd_memory_import},
    {"memory search", "[FILE…]", "Earlier translations of what resembles each segment", tl_cmd_memory_search},
    {"memory export", "", "A memory as TMX, table or records", tl_cmd_memory_export},
    {"memory remove", "", "Units taken out of a memory", tl_cmd_memory_remove},
    {"memory stats", "", "How much there is, and where it came from", tl_cmd_memory_stats},
};

int tl_cmd_memory(const TlCommand *command, int argc, char **argv) {
  static const TlSubcommands all = {
      "memory", "translation memories filled, asked and given out",
      "A memory (-m) is a file of tlumach's, a TMX file used as it is, or postgresql://… on a server.\n"
      "Exit codes: 0 clean, 1 units left out, 2 could not do it.\n",
      commands, G_N_ELEMENTS(commands)};
  (void)command;
  return tl_subcommand_run(&all, argc, argv);
}
