/* Commands that have commands of their own: `tlumach term …`, `tlumach memory …`. */
#ifndef TL_COMMANDS_SUBCOMMANDS_H
#define TL_COMMANDS_SUBCOMMANDS_H

#include "commands/command.h"

typedef struct TlSubcommands {
  const char *name, *about;  /* of the command above them */
  const char *more;          /* what its help says behind the list */
  const TlCommand *commands; /* names in full: "term list" */
  guint n;
} TlSubcommands;

/* Runs the one that argv[1] names; its help, or an error with the nearest name. */
int tl_subcommand_run(const TlSubcommands *all, int argc, char **argv);

#endif
