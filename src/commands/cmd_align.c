/* tlumach align: two texts into pairs of sentences. */
#include <stdio.h>
#include <string.h>

#include "base/json.h"
#include "commands/options.h"

/* A run of segments as one text: their raw slices with a space between. */
static void append_side(GString *out, const TlumachDocument *document, const TlumachSegment *segments, guint first,
                        guint n) {
  g_string_truncate(out, 0);
  for (guint i = first; i < first + n; i++) {
    size_t length;
    const char *slice = tlumach_document_slice(document, segments[i].span, &length);
    if (i > first)
      g_string_append_c(out, ' ');
    g_string_append_len(out, slice, (gssize)length);
  }
}

static void put_numbers(TlOutput *output, const char *key, guint first, guint n) {
  tl_json_array(output, key);
  for (guint i = first; i < first + n; i++)
    tl_json_uint(output, NULL, i);
  tl_json_array_end(output);
}

static void write_beads(TlOutput *output, const TlumachAlignment *alignment) {
  g_autoptr(GString) text = g_string_new(NULL);
  for (guint i = 0; i < alignment->n_beads; i++) {
    const TlumachBead *bead = &alignment->beads[i];
    tl_json_begin(output);
    put_numbers(output, "source", bead->source, bead->n_source);
    put_numbers(output, "target", bead->target, bead->n_target);
    tl_json_double(output, "score", bead->score);
    append_side(text, alignment->source, alignment->source_segments, bead->source, bead->n_source);
    tl_json_string(output, "source_text", text->str, (gssize)text->len);
    append_side(text, alignment->target, alignment->target_segments, bead->target, bead->n_target);
    tl_json_string(output, "target_text", text->str, (gssize)text->len);
    tl_json_end(output);
  }
}

int tl_cmd_align(const TlCommand *command, int argc, char **argv) {
  g_auto(TlOptions) options = {0};
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) lexicons = NULL;
  TlumachAlignOptions how = {.segmented = FALSE};
  int code = TL_EXIT_CLEAN;
  const GOptionEntry own[] = {
      {"segmented", 0, 0, G_OPTION_ARG_NONE, &how.segmented, "Each line of the texts is a sentence", NULL},
      {"lexicon", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &lexicons,
       "Table of words and their translations; may be given again", "FILE"},
      G_OPTION_ENTRY_NULL};
  if (!tl_options_parse(command, argc, argv, own, &options, &code))
    return code;
  if (!options.files || g_strv_length(options.files) != 2) {
    fputs("tlumach: name two files, a text and its translation: tlumach align article.uk.txt article.en.txt\n", stderr);
    return TL_EXIT_ERROR;
  }
  options.any_language = TRUE;
  how.lexicons = (const char *const *)lexicons;
  TlumachDocumentOptions document_options;
  if (!tl_options_document_options(&options, &document_options, &error))
    return tl_fail(error);
  if (how.segmented)
    document_options.format = "plain";
  g_autoptr(TlumachDocument) source = tlumach_document_open(options.files[0], &document_options, &error);
  g_autoptr(TlumachDocument) target =
      source ? tlumach_document_open(options.files[1], &document_options, &error) : NULL;
  g_autoptr(TlumachSession) session = target ? tl_options_session(&options, &error) : NULL;
  g_autoptr(TlumachAlignment) alignment = session ? tlumach_align(session, source, target, &how, &error) : NULL;
  TlOutput *output = alignment ? tl_options_output(&options, &error) : NULL;
  if (!output)
    return tl_fail(error);
  write_beads(output, alignment);
  return tl_finish(output, TL_EXIT_CLEAN);
}
