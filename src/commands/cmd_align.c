/* tlumach align: two texts into pairs of sentences. */
#include <stdio.h>
#include <string.h>

#include "base/json.h"
#include "commands/check.h"

typedef struct Aligning {
  TlOptions options;
  TlumachAlignOptions how;
  gboolean review; /* doubtful beads alone */
  char *edit;      /* the edit file; NULL: none was named */
  const char *format;
} Aligning;

/* -- records ---------------------------------------------------------------------------------------------------- */

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

static void write_bead(TlOutput *output, const TlumachAlignment *alignment, const TlumachBead *bead, GString *text) {
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

static void write_records(const Aligning *it, TlOutput *output, const TlumachAlignment *alignment) {
  g_autoptr(GString) text = g_string_new(NULL);
  for (guint i = 0; i < alignment->n_beads; i++)
    if (!it->review || tlumach_bead_is_doubtful(&alignment->beads[i]))
      write_bead(output, alignment, &alignment->beads[i], text);
}

/* -- review ----------------------------------------------------------------------------------------------------- */

static void put_place(TlOutput *output, TlumachDocument *document, const TlumachSegment *segments, guint all,
                      guint first, guint n) {
  size_t length, line, column;
  const char *text = tlumach_document_text(document, &length);
  size_t at = first < all ? segments[first].span.start : length;
  tlumach_document_locate(document, at, TLUMACH_COLUMN_CHARACTER, &line, &column);
  tl_output_printf(output, "%s:%zu:%zu: ", tlumach_document_name(document), line, column);
  if (n)
    tl_output_safe(output, text + at, (gssize)(segments[first + n - 1].span.end - at));
  else
    tl_output_puts(output, "(nothing)");
  tl_output_putc(output, '\n');
}

/* Doubtful beads for a person: where both sides stand, and how probable it is that they belong together. */
static void write_review(TlOutput *output, const TlumachAlignment *alignment) {
  guint n = 0;
  for (guint i = 0; i < alignment->n_beads; i++) {
    const TlumachBead *bead = &alignment->beads[i];
    if (!tlumach_bead_is_doubtful(bead))
      continue;
    tl_output_printf(output, "%s%.0f %%\n", n++ ? "\n" : "", 100 * bead->score);
    put_place(output, alignment->source, alignment->source_segments, alignment->n_source, bead->source, bead->n_source);
    put_place(output, alignment->target, alignment->target_segments, alignment->n_target, bead->target, bead->n_target);
  }
}

/* -- bilingual files -------------------------------------------------------------------------------------------- */

/* A memory holds no sentence that stands against nothing in the source. */
static void tell_left_out(const Aligning *it, const TlumachBitext *bitext) {
  guint n = 0;
  for (guint i = 0; i < bitext->n_pairs; i++)
    n += bitext->pairs[i].span[TLUMACH_SOURCE].end == bitext->pairs[i].span[TLUMACH_SOURCE].start;
  if (n && !it->options.quiet && strcmp(it->format, "tmx") == 0)
    fprintf(stderr, "tlumach: %u place%s of the translation where the source has nothing: not in the TMX\n", n,
            n == 1 ? "" : "s");
}

/* The pairs as `prepare` writes them, both sides filled. */
static gboolean write_report(const Aligning *it, const TlumachSession *session, TlOutput *output,
                             const TlumachBitext *bitext, GError **error) {
  const TlumachPrepareInput input = {NULL, bitext};
  g_autoptr(TlumachReport) report = tlumach_prepare_inputs(session, &input, 1, error);
  g_autoptr(GString) out = g_string_new(NULL);
  if (!report || (strcmp(it->format, "html") == 0 && !tl_check_report(&it->options, session, report, error)) ||
      !tlumach_report_write(report, it->format, out, error))
    return FALSE;
  tell_left_out(it, bitext);
  tl_output_write(output, out->str, out->len);
  return TRUE;
}

/* -- the command ------------------------------------------------------------------------------------------------ */

/* By --format, by the ending of -o, else records; the doubtful ones as a list to read. */
static const char *choose_format(const Aligning *it, GError **error) {
  static const char *const all[] = {"jsonl", "tmx", "xliff", "xliff2", "tsv", "html", "md", "text", NULL},
                           *const of_review[] = {"text", "jsonl", NULL};
  const char *by_name = it->options.format || !it->options.output ? NULL : tlumach_report_format_of(it->options.output);
  const char *const *formats = it->review ? of_review : all;
  const char *named = by_name ? by_name : it->options.format;
  if (it->review && named && g_strv_contains(all, named) && !g_strv_contains(of_review, named)) {
    g_set_error(error, TLUMACH_ERROR, TLUMACH_ERROR_USAGE, "%s: --review writes text or jsonl, no %s",
                by_name ? it->options.output : "--format", named);
    return NULL;
  }
  return by_name ? tl_options_choice("format", by_name, formats, error)
                 : tl_options_format(&it->options, formats, error);
}

static guint count_doubtful(const TlumachAlignment *alignment) {
  guint n = 0;
  for (guint i = 0; i < alignment->n_beads; i++)
    n += tlumach_bead_is_doubtful(&alignment->beads[i]) ? 1 : 0;
  return n;
}

/* The file that a person mends: never over one that is there. */
static gboolean write_edit_file(const Aligning *it, const TlumachAlignment *alignment, GError **error) {
  g_autoptr(GString) text = g_string_new(NULL);
  tlumach_alignment_edit_text(alignment, text);
  TlOutput *output = tl_output_file(it->edit, error);
  if (!output)
    return FALSE;
  tl_output_write(output, text->str, text->len);
  guint doubtful = count_doubtful(alignment);
  if (!tl_output_close(output, error))
    return FALSE;
  if (!it->options.quiet)
    fprintf(stderr, "tlumach: %s: %u pairs, %u of them doubtful; mend it and run the same command again\n", it->edit,
            alignment->n_beads, doubtful);
  return TRUE;
}

/* Takes the alignment's documents over where they are needed longer than it. */
static gboolean write_out(const Aligning *it, const TlumachSession *session, const TlumachAlignment *alignment,
                          TlumachBitext **bitext, TlOutput *output, GError **error) {
  if (strcmp(it->format, "jsonl") == 0)
    write_records(it, output, alignment);
  else if (it->review)
    write_review(output, alignment);
  else {
    *bitext = tlumach_alignment_bitext(alignment);
    return write_report(it, session, output, *bitext, error);
  }
  return TRUE;
}

/* The pairs that were mended by hand, and the lists that words are learned from. */
static gboolean spares_all(const Aligning *it, GError **error) {
  gboolean spares = !it->edit || tl_options_spares(&it->options, it->edit, error);
  for (const char *const *list = it->how.lexicons; spares && list && *list; list++)
    spares = tl_options_spares(&it->options, *list, error);
  return spares;
}

static int run(Aligning *it, GError **error) {
  TlumachDocumentOptions document_options;
  if (!tl_options_document_options(&it->options, &document_options, error))
    return TL_EXIT_ERROR;
  if (it->how.segmented)
    document_options.format = "plain";
  g_autoptr(TlumachDocument) source = tl_options_document(&it->options, it->options.files[0], &document_options, error);
  g_autoptr(TlumachDocument) target =
      source ? tl_options_document(&it->options, it->options.files[1], &document_options, error) : NULL;
  g_autoptr(TlumachSession) session = target ? tl_options_session(&it->options, error) : NULL;
  g_autoptr(TlumachAlignment) alignment = session ? tlumach_align(session, source, target, &it->how, error) : NULL;
  if (!alignment || (it->edit && !it->how.edited && !write_edit_file(it, alignment, error)))
    return TL_EXIT_ERROR;
  if (it->edit && !it->how.edited && !it->options.output && !it->options.format && !it->review)
    return TL_EXIT_CLEAN; /* the edit file is what was asked for */
  TlOutput *output = spares_all(it, error) ? tl_options_report_output(&it->options, error) : NULL;
  if (!output)
    return TL_EXIT_ERROR;
  int code = it->review && count_doubtful(alignment) ? TL_EXIT_FINDINGS : TL_EXIT_CLEAN;
  g_autoptr(TlumachBitext) bitext = NULL;
  gboolean done = write_out(it, session, alignment, &bitext, output, error);
  if (bitext) {
    g_steal_pointer(&source);
    g_steal_pointer(&target);
  }
  return tl_finish(output, done ? code : TL_EXIT_ERROR);
}

static void aligning_clear(Aligning *it) {
  tl_options_clear(&it->options);
  g_free(it->edit);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Aligning, aligning_clear)

int tl_cmd_align(const TlCommand *command, int argc, char **argv) {
  g_auto(Aligning) it = {0};
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) lexicons = NULL;
  int code = TL_EXIT_CLEAN;
  const GOptionEntry own[] = {
      {"segmented", 0, 0, G_OPTION_ARG_NONE, &it.how.segmented, "Each line of the texts is a sentence", NULL},
      {"lexicon", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &lexicons,
       "Table of words and their translations; may be given again", "FILE"},
      {"review", 0, 0, G_OPTION_ARG_NONE, &it.review,
       "Only the pairs that may be wrong; exit code 1 when there are some", NULL},
      {"edit", 0, 0, G_OPTION_ARG_FILENAME, &it.edit,
       "A text file to mend the pairs in: written where there is none, else its pairs are taken", "FILE"},
      G_OPTION_ENTRY_NULL};
  if (!tl_options_parse(command, argc, argv, own, &it.options, &code))
    return code;
  if (!it.options.files || g_strv_length(it.options.files) != 2) {
    fputs("tlumach: name two files, a text and its translation: tlumach align article.uk.txt article.en.txt\n", stderr);
    return TL_EXIT_ERROR;
  }
  if (strcmp(it.options.files[0], "-") == 0 && strcmp(it.options.files[1], "-") == 0) {
    fputs("tlumach: only one of the two texts can be standard input\n", stderr);
    return TL_EXIT_ERROR;
  }
  it.options.any_language = TRUE;
  it.how.lexicons = (const char *const *)lexicons;
  it.how.edited = it.edit && g_file_test(it.edit, G_FILE_TEST_EXISTS) ? it.edit : NULL;
  it.format = choose_format(&it, &error);
  code = it.format ? run(&it, &error) : TL_EXIT_ERROR;
  return error ? tl_fail(error) : code;
}
