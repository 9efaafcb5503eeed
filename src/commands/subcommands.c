#include "commands/subcommands.h"

#include <stdio.h>
#include <string.h>

#include "base/nearest.h"

static const char *own_name(const TlCommand *command) {
  return strchr(command->name, ' ') + 1;
}

static void print_help(const TlSubcommands *all, FILE *to) {
  fprintf(to, "tlumach %s: %s\n\nUsage: tlumach %s COMMAND [OPTION…] …\n\n", all->name, all->about, all->name);
  for (guint i = 0; i < all->n; i++)
    fprintf(to, "  %-9s %s\n", own_name(&all->commands[i]), all->commands[i].about);
  fprintf(to, "\nEach command has its --help. %s", all->more);
}

static int unknown_command(const TlSubcommands *all, const char *name) {
  g_autoptr(GPtrArray) names = g_ptr_array_new();
  for (guint i = 0; i < all->n; i++)
    g_ptr_array_add(names, (gpointer)own_name(&all->commands[i]));
  g_ptr_array_add(names, NULL);
  g_autofree char *meant = tl_did_you_mean(name, (const char *const *)names->pdata, FALSE);
  g_autofree char *help = g_strdup_printf("; try: tlumach %s --help", all->name);
  fprintf(stderr, "tlumach: unknown command \"%s %s\"%s\n", all->name, name, *meant ? meant : help);
  return TL_EXIT_ERROR;
}

int tl_subcommand_run(const TlSubcommands *all, int argc, char **argv) {
  if (argc < 2) {
    print_help(all, stderr);
    return TL_EXIT_ERROR;
  }
  if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0) {
    print_help(all, stdout);
    return tl_finish_stdout(TL_EXIT_CLEAN);
  }
  for (guint i = 0; i < all->n; i++)
    if (strcmp(argv[1], own_name(&all->commands[i])) == 0)
      return all->commands[i].run(&all->commands[i], argc - 1, argv + 1);
  return unknown_command(all, argv[1]);
}
