/* Options with one meaning in every command, and what they open. */
#ifndef TL_COMMANDS_OPTIONS_H
#define TL_COMMANDS_OPTIONS_H

#include "commands/command.h"
#include "commands/project.h"

/* What the user asked for: the command line over the configuration file over the defaults. Freed by tl_options_clear.
 */
typedef struct TlOptions {
  char **glossaries, **personal, **memories, **waivers; /* waivers: of the configuration alone */
  char *source, *target, *format, *output, *config, *input_format, *encoding, *column_unit, *newline, *color,
      *dictionary, *segmentation, *orthography;
  int jobs;
  gboolean isolated, quiet;
  gboolean any_language; /* set by a command that can go without a dictionary */
  gboolean makes_memory; /* set by a command that makes a memory which is not there */
  gboolean left_out;     /* a bilingual file that was opened had something that could not be taken */
  char **files;          /* what is left of the command line; of a project, its texts */
  TlProject *project;    /* the folder that was named instead of files; NULL: none was */
} TlOptions;

/* Parses `argv` with the command's own entries (may be NULL); handles --help. FALSE: stop with *code. */
gboolean tl_options_parse(const TlCommand *command, int argc, char **argv, const GOptionEntry *own, TlOptions *options,
                          int *code);
/* The same without the configuration and the usual languages. */
gboolean tl_options_parse_line(const TlCommand *command, int argc, char **argv, const GOptionEntry *own,
                               TlOptions *options, int *code);
/* What is done to them once all are there: the usual languages, term bases of ours that are named without a path. */
void tl_options_settle(TlOptions *options);
void tl_options_clear(TlOptions *options);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(TlOptions, tl_options_clear)

/* Threads to work with. */
guint tl_options_jobs(const TlOptions *options);
/* The session that the options ask for; its warnings go to stderr unless --quiet. */
TlumachSession *tl_options_session(const TlOptions *options, GError **error);
/* The same for a command that shows equivalents: that there are none in the target language is a warning. */
TlumachSession *tl_options_term_session(const TlOptions *options, GError **error);
gboolean tl_options_document_options(const TlOptions *options, TlumachDocumentOptions *document, GError **error);
gboolean tl_options_column(const TlOptions *options, TlumachColumnUnit *unit, GError **error);
gboolean tl_options_orthography(const TlOptions *options, gboolean *any, GError **error);
/* What an option of these may be, NULL-terminated, or NULL when it may be anything. */
const char *const *tl_options_values(const char *option);
/* Where --output says. An error when that is a memory, a list of words, rules or a configuration that is read, which
 * the result would destroy. */
TlOutput *tl_options_output(const TlOptions *options, GError **error);
/* The same for another version of a text that is read: when it takes its place, the old one stays as NAME~. No term
 * base is written over. */
TlOutput *tl_options_text_output(const TlOptions *options, GError **error);
/* The same for what is no version of a text or term base but tells of it: none that is read is written over. */
TlOutput *tl_options_report_output(const TlOptions *options, GError **error);
/* For one more file that is read, NULL for none: FALSE when --output would write over it. */
gboolean tl_options_spares(const TlOptions *options, const char *path, GError **error);
/* One of `names` (NULL-terminated), the first when the option was not given; an error that names the nearest otherwise.
 */
const char *tl_options_choice(const char *option, const char *value, const char *const *names, GError **error);
/* One of `formats` (NULL-terminated) by --format, else by the ending of -o, else the first; an error when the ending is
 * none of theirs. */
const char *tl_options_format(const TlOptions *options, const char *const *formats, GError **error);
/* When the file of -o has an ending, which none of `formats` (NULL-terminated) is known by: an error. */
gboolean tl_options_refuse_ending(const TlOptions *options, const char *const *formats, GError **error);
/* Of --overlaps. */
gboolean tl_options_overlaps(const char *value, TlumachOverlaps *overlaps, GError **error);
/* For a command that has no other format: FALSE when one was asked for. */
gboolean tl_options_only_text(const TlOptions *options, GError **error);

/* Opens a text; bytes in it that are no UTF-8 are told of. */
TlumachDocument *tl_options_document(const TlOptions *options, const char *path, const TlumachDocumentOptions *how,
                                     GError **error);
/* For a text that was opened otherwise: tells of such bytes, where the first is and how many there are, unless --quiet.
 */
void tl_options_tell_odd(const TlOptions *options, TlumachDocument *document);

/* The bilingual format of a file, by --input-format, or by its ending without one; NULL: it is a text. */
const char *tl_options_bilingual(const TlOptions *options, const char *path);
/* Opens such a file; what could not be taken is told, and noted in `left_out`. */
TlumachBitext *tl_options_bitext(TlOptions *options, const char *path, GError **error);
/* What a bilingual file has that could not be taken goes to stderr unless --quiet. TRUE: there was something. */
gboolean tl_options_tell_skipped(const TlOptions *options, const TlumachBitext *bitext);
/* tl_finish for a command that opens such files: its result is not of the whole, which is a finding. */
int tl_options_finish(const TlOptions *options, TlOutput *output, int code);

/* The texts of a command: every file named (standard input when there is none), of an XLIFF, PO or TMX file its source
 * side. `in_parts`, for what needs no more of a text than a paragraph: a large file comes as several documents, one
 * after the other, whose places are those of the file. */
typedef struct TlInputs TlInputs;
TlInputs *tl_inputs_new(TlOptions *options, gboolean in_parts, GError **error);
/* The next one, the caller's; NULL: there is none, or, with an error, it cannot be read. A TlumachNextDocument. */
TlumachDocument *tl_inputs_next(gpointer inputs, GError **error);
void tl_inputs_free(TlInputs *inputs);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TlInputs, tl_inputs_free)

/* Calls `each` for them until one fails or, FALSE without an error, has had enough. */
typedef gboolean (*TlEachDocument)(TlumachDocument *document, gpointer user, GError **error);
gboolean tl_options_each(TlOptions *options, TlEachDocument each, gpointer user, GError **error);
gboolean tl_options_each_part(TlOptions *options, TlEachDocument each, gpointer user, GError **error);

#endif
