/* What the commands that change a term base have in common: which file, what becomes of it. */
#ifndef TL_COMMANDS_TERM_EDIT_H
#define TL_COMMANDS_TERM_EDIT_H

#include "commands/term.h"

typedef struct TlTermEdit {
  char *by, *date; /* recorded in the entry; `by` NULL: nothing is */
  gboolean dry_run, no_backup;
  int wait; /* seconds; 0: 10 */
  TlumachTermFile *file;
} TlTermEdit;

/* Rows of a table of options. */
#define TL_TERM_EDIT_OPTIONS(edit)                                                                                       \
  {"by", 0, 0, G_OPTION_ARG_FILENAME, &(edit).by, "Record in the entry who changed it, and when", "NAME"},               \
      {"date", 0, 0, G_OPTION_ARG_STRING, &(edit).date, "… when, if it was not today", "DATE"},                          \
      {"dry-run", 'n', 0, G_OPTION_ARG_NONE, &(edit).dry_run, "Show the lines that would change, change nothing", NULL}, \
      {"no-backup", 0, 0, G_OPTION_ARG_NONE, &(edit).no_backup, "Keep no NAME~", NULL}, {                                \
    "wait", 0, 0, G_OPTION_ARG_INT, &(edit).wait, "Wait for another writer so long (10)", "SECONDS"                      \
  }

gboolean tl_term_is_date(const char *date);
/* Opens the one term base that --glossary or the configuration names. */
gboolean tl_term_edit_open(TlTermEdit *edit, const TlOptions *options, GError **error);
/* Saves it; or writes it to --output, or to standard output where it came from standard input; or says what would
 * change. `told`: for standard output when it was saved, or NULL. The exit code. */
int tl_term_edit_finish(TlTermEdit *edit, const TlOptions *options, const char *told);
void tl_term_edit_clear(TlTermEdit *edit);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(TlTermEdit, tl_term_edit_clear)

/* The one concept that `name` means, by id or term; an error when there is none or several. */
const TlumachConcept *tl_term_edit_concept(const TlTermEdit *edit, const char *name, GError **error);
/* The one term of the concept with this text (in this language, if `language` is given). */
const TlumachTerm *tl_term_edit_term(const TlumachConcept *concept, const char *text, const char *language,
                                     GError **error);
/* "de:Sicherheitsrat" into language and text (both within `argument`, which is cut); an error when there is no
 * language before it. */
gboolean tl_term_edit_split(char *argument, const char **language, const char **text, GError **error);

#endif
