/* What a command reads: texts, and the source sides of bilingual files. */
#include <stdio.h>
#include <string.h>

#include "base/position.h"
#include "commands/options.h"

/* Bytes of a file that are no UTF-8: where the first one is, and how many there are. */
typedef struct Odd {
  size_t line, column;
  guint8 byte;
  guint n;
} Odd;

static void note_odd(Odd *odd, TlumachDocument *document) {
  size_t length;
  const char *text = tlumach_document_text(document, &length);
  for (size_t at = 0; (at += tl_utf8_good(text + at, length - at)) < length; at++) {
    if (text[at] == '\0')
      continue;
    if (odd->n++ == 0) {
      tlumach_document_locate(document, at, TLUMACH_COLUMN_CHARACTER, &odd->line, &odd->column);
      odd->byte = (guint8)text[at];
    }
  }
}

static void tell_odd(const Odd *odd, const char *name) {
  if (odd->n == 0)
    return;
  fprintf(stderr, "tlumach: warning: %s:%zu:%zu: byte %02X is no UTF-8", name, odd->line, odd->column, odd->byte);
  if (odd->n > 1)
    fprintf(stderr, ", nor %s %u more", odd->n == 2 ? "is" : "are", odd->n - 1);
  fputs("; such bytes stay as they are (--encoding says another encoding)\n", stderr);
}

void tl_options_tell_odd(const TlOptions *options, TlumachDocument *document) {
  Odd odd = {0};
  if (!options->quiet)
    note_odd(&odd, document);
  tell_odd(&odd, tlumach_document_name(document));
}

TlumachDocument *tl_options_document(const TlOptions *options, const char *path, const TlumachDocumentOptions *how,
                                     GError **error) {
  TlumachDocument *document = tlumach_document_open(path, how, error);
  if (document)
    tl_options_tell_odd(options, document);
  return document;
}

const char *tl_options_bilingual(const TlOptions *options, const char *path) {
  if (!options->input_format)
    return tlumach_bitext_format_of(path);
  for (guint i = 0; tlumach_bitext_format(i); i++)
    if (strcmp(tlumach_bitext_format(i), options->input_format) == 0)
      return tlumach_bitext_format(i);
  return NULL;
}

TlumachBitext *tl_options_bitext(TlOptions *options, const char *path, GError **error) {
  const TlumachBitextOptions bitext_options = {options->source, options->target, options->input_format,
                                               options->encoding};
  TlumachBitext *bitext = tlumach_bitext_open(path, &bitext_options, error);
  if (!bitext)
    return NULL;
  tl_options_tell_odd(options, bitext->document[TLUMACH_SOURCE]);
  tl_options_tell_odd(options, bitext->document[TLUMACH_TARGET]);
  options->left_out |= tl_options_tell_skipped(options, bitext);
  return bitext;
}

/* A file may be in other languages for the most part. */
gboolean tl_options_tell_skipped(const TlOptions *options, const TlumachBitext *bitext) {
  static const guint most = 20;
  guint n = options->quiet ? 0 : bitext->n_skipped;
  for (guint i = 0; i < MIN(n, most); i++)
    fprintf(stderr, "tlumach: warning: %s\n", bitext->skipped[i]);
  if (n > 0)
    fprintf(stderr, "tlumach: %s: %u unit%s left out, %u taken\n",
            tlumach_document_name(bitext->document[TLUMACH_SOURCE]), n, n == 1 ? "" : "s", bitext->n_pairs);
  return bitext->n_skipped > 0;
}

int tl_options_finish(const TlOptions *options, TlOutput *output, int code) {
  return tl_finish(output, code == TL_EXIT_CLEAN && options->left_out ? TL_EXIT_FINDINGS : code);
}

/* A table may as well be a text with tabs in it. */
static gboolean is_pairs(const TlOptions *options, const char *path) {
  const char *format = tl_options_bilingual(options, path);
  return format && (options->input_format || strcmp(format, "tsv") != 0);
}

struct TlInputs {
  TlOptions *options;
  TlumachDocumentOptions how;
  gboolean in_parts;
  char *const *file;             /* the next one */
  TlumachDocumentReader *reader; /* of the one before it, or NULL */
  const char *path;              /* of that */
  Odd odd;                       /* in it */
};

TlInputs *tl_inputs_new(TlOptions *options, gboolean in_parts, GError **error) {
  static char *const standard_input[] = {(char *)"-", NULL};
  TlumachDocumentOptions how;
  if (!tl_options_document_options(options, &how, error))
    return NULL;
  TlInputs *inputs = g_new0(TlInputs, 1);
  inputs->options = options;
  inputs->how = how;
  inputs->in_parts = in_parts;
  inputs->file = options->files && *options->files ? options->files : standard_input;
  return inputs;
}

static void end_file(TlInputs *inputs) {
  g_clear_pointer(&inputs->reader, tlumach_document_reader_free);
  tell_odd(&inputs->odd, inputs->path);
  inputs->odd.n = 0;
}

void tl_inputs_free(TlInputs *inputs) {
  if (!inputs)
    return;
  end_file(inputs);
  g_free(inputs);
}

/* NULL without an error: the file is behind. */
static TlumachDocument *next_part(TlInputs *inputs, GError **error) {
  TlumachDocument *document = tlumach_document_reader_next(inputs->reader, error);
  if (document && !inputs->options->quiet)
    note_odd(&inputs->odd, document);
  if (!document)
    end_file(inputs);
  return document;
}

static TlumachDocument *source_side(TlInputs *inputs, GError **error) {
  g_autoptr(TlumachBitext) bitext = tl_options_bitext(inputs->options, inputs->path, error);
  return bitext ? g_steal_pointer(&bitext->document[TLUMACH_SOURCE]) : NULL;
}

TlumachDocument *tl_inputs_next(gpointer from, GError **error) {
  TlInputs *inputs = from;
  g_autoptr(GError) local = NULL;
  TlumachDocument *document = NULL;
  while (!document && !local) {
    if (inputs->reader) {
      document = next_part(inputs, &local);
      continue;
    }
    if (!*inputs->file)
      return NULL;
    inputs->path = *inputs->file++;
    if (is_pairs(inputs->options, inputs->path))
      document = source_side(inputs, &local);
    else if (inputs->in_parts)
      inputs->reader = tlumach_document_reader_new(inputs->path, &inputs->how, &local);
    else
      document = tl_options_document(inputs->options, inputs->path, &inputs->how, &local);
  }
  if (local)
    g_propagate_error(error, g_steal_pointer(&local));
  return document;
}

static gboolean each_input(TlOptions *options, gboolean in_parts, TlEachDocument each, gpointer user, GError **error) {
  g_autoptr(GError) local = NULL;
  g_autoptr(TlInputs) inputs = tl_inputs_new(options, in_parts, &local);
  gboolean more = inputs != NULL;
  for (TlumachDocument *document; more && (document = tl_inputs_next(inputs, &local));) {
    more = each(document, user, &local);
    tlumach_document_free(document);
  }
  if (!local)
    return TRUE;
  g_propagate_error(error, g_steal_pointer(&local));
  return FALSE;
}

gboolean tl_options_each(TlOptions *options, TlEachDocument each, gpointer user, GError **error) {
  return each_input(options, FALSE, each, user, error);
}

gboolean tl_options_each_part(TlOptions *options, TlEachDocument each, gpointer user, GError **error) {
  return each_input(options, TRUE, each, user, error);
}
