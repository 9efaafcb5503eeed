/* tlumach term diff: two term bases, concept by concept. Exit 1 when they are not the same, as diff(1) does. */
#include <stdio.h>

#include "base/json.h"
#include "commands/term.h"
#include "commands/term_change.h"

typedef struct Diff {
  TlOutput *output;
  TlumachConceptFormat format;
  gboolean jsonl;
  guint count;
} Diff;

/* -- for people -- */

static void write_head(Diff *diff, char mark, const TlumachConcept *concept) {
  g_autoptr(GPtrArray) one = g_ptr_array_new();
  g_autoptr(GString) line = g_string_new(NULL);
  g_ptr_array_add(one, (gpointer) concept);
  tlumach_concepts_write(one, "text", &diff->format, line, NULL);
  tl_output_printf(diff->output, "%c %s", mark, line->str);
}

static void write_text(Diff *diff, const TlumachConceptChange *change) {
  write_head(diff, !change->before ? '+' : !change->after ? '-' : '~', change->after ? change->after : change->before);
  tl_term_change_write(diff->output, change);
}

/* -- for programs -- */

static void write_jsonl(Diff *diff, const TlumachConceptChange *change) {
  TlOutput *out = diff->output;
  tl_json_begin(out);
  tl_json_string(out, "change", !change->before ? "added" : !change->after ? "removed" : "changed", -1);
  tl_json_string(out, "before", change->before ? change->before->id : NULL, -1);
  tl_json_string(out, "after", change->after ? change->after->id : NULL, -1);
  tl_json_uint(out, "before_line", change->before ? change->before->line : 0);
  tl_json_uint(out, "after_line", change->after ? change->after->line : 0);
  tl_term_change_json(out, change);
  tl_json_end(out);
}

static void found(const TlumachConceptChange *change, gpointer user) {
  Diff *diff = user;
  diff->count++;
  (diff->jsonl ? write_jsonl : write_text)(diff, change);
}

int tl_cmd_term_diff(const TlCommand *command, int argc, char **argv) {
  static const char *const formats[] = {"text", "jsonl", NULL};
  g_auto(TlOptions) options = {0};
  g_autoptr(GError) error = NULL;
  gboolean lemmas = FALSE;
  int code = TL_EXIT_CLEAN;
  const GOptionEntry own[] = {{"lemmas", 0, 0, G_OPTION_ARG_NONE, &lemmas,
                               "Concepts are the same, too, when their terms have the same lemmas", NULL},
                              G_OPTION_ENTRY_NULL};
  if (!tl_options_parse(command, argc, argv, own, &options, &code))
    return code;
  if (!options.files || g_strv_length(options.files) != 2) {
    fputs("tlumach: name two term bases: tlumach term diff OLD NEW\n", stderr);
    return TL_EXIT_ERROR;
  }
  const char *format = tl_term_choice(&options, formats, &error);
  g_autoptr(TlumachSession) session = format && lemmas ? tl_term_session(&options, &error) : NULL;
  g_autoptr(GString) text = g_string_new(NULL);
  Diff diff = {.output = tl_output_memory(text),
               .format = {.source = options.source, .target = options.target},
               .jsonl = format == formats[1]};
  gboolean done = !error && tlumach_term_diff(session, options.files[0], options.files[1], options.source,
                                              options.target, found, &diff, &error);
  tl_output_close(diff.output, NULL);
  return done ? tl_term_write(&options, text, diff.count > 0 ? TL_EXIT_FINDINGS : TL_EXIT_CLEAN) : tl_fail(error);
}
