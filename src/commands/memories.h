/* tlumach memory: a table of commands of its own in cmd_memory.c, one file cmd_memory_*.c each; and memories as the
 * options name them. */
#ifndef TL_COMMANDS_MEMORIES_H
#define TL_COMMANDS_MEMORIES_H

#include "commands/options.h"
#include "commands/progress.h"

int tl_cmd_memory_export(const TlCommand *command, int argc, char **argv);
int tl_cmd_memory_import(const TlCommand *command, int argc, char **argv);
int tl_cmd_memory_remove(const TlCommand *command, int argc, char **argv);
int tl_cmd_memory_search(const TlCommand *command, int argc, char **argv);
int tl_cmd_memory_stats(const TlCommand *command, int argc, char **argv);

/* Memories that are open, and what is taken off the scores of each: "-m old.tmx@10". */
typedef struct TlMemories {
  GPtrArray *open;   /* TlumachMemory */
  GArray *penalties; /* guint */
  TlProgress progress;
} TlMemories;

/* Those of --memory, else of the configuration. What a TMX file has that cannot be used is told of. */
gboolean tl_memories_open(const TlOptions *options, TlMemories *memories, GError **error);
void tl_memories_clear(TlMemories *memories);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(TlMemories, tl_memories_clear)
/* FALSE with *error: a memory that was named is a file, and not there. */
gboolean tl_memories_are_there(const TlOptions *options, GError **error);
/* FALSE with *error: files are named, for a command that reads none. */
gboolean tl_memories_no_files(const TlOptions *options, GError **error);
/* The one that is written into: the one that is no TMX file, or the only one; its name, or itself, made when it is not
 * there; `progress` is told of its imports. NULL with *error: none is named, or several are. */
char *tl_memories_own_name(const TlOptions *options, GError **error);
TlumachMemory *tl_memories_open_own(const TlOptions *options, TlProgress *progress, GError **error);
TlumachSearch *tl_memories_search(const TlMemories *memories, const TlumachSession *session,
                                  const TlumachSearchOptions *options);

#endif
