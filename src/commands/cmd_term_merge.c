/* tlumach term merge: brings other term bases into the one of --glossary. Exit 1 when there were conflicts. */
#include <stdio.h>
#include <string.h>

#include "base/json.h"
#include "commands/term_edit.h"

typedef struct Merge {
  TlOutput *output;
  gboolean jsonl, theirs;
  guint count[TLUMACH_MERGED_LEFT + 1];
} Merge;

static void write_jsonl(TlOutput *out, const TlumachMergeNote *note) {
  const TlumachTermDifference *d = &note->difference;
  tl_json_begin(out);
  tl_json_string(out, "what", tlumach_merged_name(note->what), -1);
  tl_json_string(out, "concept", note->id, -1);
  tl_json_string(out, "file", tlumach_termbase_path(note->other->base), -1);
  tl_json_uint(out, "line", note->other->line);
  tl_json_string(out, "language", d->language, -1);
  tl_json_string(out, "term", d->term, -1);
  tl_json_string(out, "field", d->field, -1);
  tl_json_string(out, "ours", d->before, -1);
  tl_json_string(out, "theirs", d->after, -1);
  tl_json_end(out);
}

/* "c1: en: Security Council: status: preferred stays, admitted was said". */
static void write_line(const Merge *merge, const TlumachMergeNote *note) {
  TlOutput *out = merge->output;
  const TlumachTermDifference *d = &note->difference;
  tl_output_printf(out, "%s:%zu: %s: %s: ", tlumach_termbase_path(note->other->base), note->other->line,
                   tlumach_merged_name(note->what), note->id);
  if (note->what == TLUMACH_MERGED_CONCEPT) {
    tl_output_safe(out, note->other->terms[0].text, -1);
    tl_output_putc(out, '\n');
    return;
  }
  if (d->language)
    tl_output_printf(out, "%s: ", d->language);
  if (d->term && strcmp(d->field, "term") != 0) {
    tl_output_safe(out, d->term, -1);
    tl_output_puts(out, ": ");
  }
  if (strcmp(d->field, "term") != 0)
    tl_output_printf(out, "%s: ", d->field);
  if (d->before) {
    tl_output_safe(out, merge->theirs ? d->after : d->before, -1);
    tl_output_puts(out, ", not ");
  }
  tl_output_safe(out, d->before && merge->theirs ? d->before : d->after, -1);
  tl_output_putc(out, '\n');
}

static void told(const TlumachMergeNote *note, gpointer user) {
  Merge *merge = user;
  merge->count[note->what]++;
  if (merge->jsonl)
    write_jsonl(merge->output, note);
  else
    write_line(merge, note);
}

static int merge_all(TlTermEdit *edit, TlOptions *options, Merge *merge, gboolean lemmas, GString *text) {
  g_autoptr(GError) error = NULL;
  g_autoptr(TlumachSession) session = lemmas ? tl_term_session(options, &error) : NULL;
  gboolean done = !error && tl_term_edit_open(edit, options, &error);
  for (char **path = options->files; done && *path; path++)
    done = tlumach_term_merge(session, edit->file, *path, options->source, options->target, merge->theirs, told, merge,
                              &error);
  tl_output_close(merge->output, NULL);
  if (!done)
    return tl_fail(error);
  int code = tl_term_edit_finish(edit, options, NULL);
  /* Where the result goes to standard output, what was done is told beside it. */
  gboolean beside =
      edit->dry_run || (options->output ? strcmp(options->output, "-") == 0 : strcmp(options->glossaries[0], "-") == 0);
  if (code == TL_EXIT_CLEAN && !options->quiet)
    fputs(text->str, beside ? stderr : stdout);
  return code == TL_EXIT_CLEAN && merge->count[TLUMACH_MERGED_CONFLICT] > 0 ? TL_EXIT_FINDINGS : code;
}

int tl_cmd_term_merge(const TlCommand *command, int argc, char **argv) {
  static const char *const formats[] = {"text", "jsonl", NULL};
  g_auto(TlOptions) options = {0};
  g_auto(TlTermEdit) edit = {0};
  g_autoptr(GError) error = NULL;
  g_autoptr(GString) text = g_string_new(NULL);
  gboolean lemmas = FALSE;
  Merge merge = {.jsonl = FALSE};
  int code = TL_EXIT_CLEAN;
  const GOptionEntry own[] = {
      {"theirs", 0, 0, G_OPTION_ARG_NONE, &merge.theirs, "Where both say something, take what the others say", NULL},
      {"lemmas", 0, 0, G_OPTION_ARG_NONE, &lemmas, "Concepts are the same, too, when their terms have the same lemmas",
       NULL},
      TL_TERM_EDIT_OPTIONS(edit),
      G_OPTION_ENTRY_NULL};
  if (!tl_options_parse(command, argc, argv, own, &options, &code))
    return code;
  if (!options.files) {
    fputs("tlumach: name the term bases to bring in: tlumach term merge -g mine.tbx other.tbx\n", stderr);
    return TL_EXIT_ERROR;
  }
  const char *format = tl_options_choice("format", options.format, formats, &error);
  if (!format)
    return tl_fail(error);
  merge.jsonl = format == formats[1];
  merge.output = tl_output_memory(text);
  return merge_all(&edit, &options, &merge, lemmas, text);
}
