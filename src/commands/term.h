/* tlumach term: a table of commands of its own in cmd_term.c, one file cmd_term_*.c each, and what these have in
 * common. */
#ifndef TL_COMMANDS_TERM_H
#define TL_COMMANDS_TERM_H

#include "commands/options.h"
#include "tlumach/termbase.h"

int tl_cmd_term_add(const TlCommand *command, int argc, char **argv);
int tl_cmd_term_convert(const TlCommand *command, int argc, char **argv);
int tl_cmd_term_coverage(const TlCommand *command, int argc, char **argv);
int tl_cmd_term_diff(const TlCommand *command, int argc, char **argv);
int tl_cmd_term_extract(const TlCommand *command, int argc, char **argv);
int tl_cmd_term_edit(const TlCommand *command, int argc, char **argv);
int tl_cmd_term_remove(const TlCommand *command, int argc, char **argv);
int tl_cmd_term_import(const TlCommand *command, int argc, char **argv);
int tl_cmd_term_lint(const TlCommand *command, int argc, char **argv);
int tl_cmd_term_log(const TlCommand *command, int argc, char **argv);
int tl_cmd_term_merge(const TlCommand *command, int argc, char **argv);
int tl_cmd_term_merge3(const TlCommand *command, int argc, char **argv);
int tl_cmd_term_list(const TlCommand *command, int argc, char **argv);
int tl_cmd_term_show(const TlCommand *command, int argc, char **argv);
int tl_cmd_term_stats(const TlCommand *command, int argc, char **argv);

/* The term bases that a command is about: its files, else those of --glossary and the configuration, else those that
 * come along. NULL-terminated; free with g_strfreev. `files` FALSE: what is left of the command line are no files. */
char **tl_term_paths(const TlOptions *options, gboolean files);
/* The one term base that --glossary or the configuration names; NULL with an error. */
const char *tl_term_only_path(const TlOptions *options, GError **error);
/* All of them opened (TlumachTermbase), their warnings told. NULL with an error; free with g_ptr_array_unref. */
GPtrArray *tl_term_open_all(const TlOptions *options, gboolean files, GError **error);
/* A session that knows words, and no term base. */
TlumachSession *tl_term_session(TlOptions *options, GError **error);
/* The format that --format, or the ending of --output, asks for; `usual` without either. NULL with an error. */
const char *tl_term_format(const TlOptions *options, const char *usual, GError **error);
/* The same for a command that knows these only, the first where an ending tells nothing: a text may be called .txt. */
const char *tl_term_choice(const TlOptions *options, const char *const *formats, GError **error);
/* Writes `text`, which tells of term bases, to --output and ends with `code`. */
int tl_term_write(const TlOptions *options, const GString *text, int code);

#endif
