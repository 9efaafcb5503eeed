/* What a command reads: texts, and the source sides of bilingual files. */
#include <stdio.h>
#include <string.h>

#include "base/position.h"
#include "commands/options.h"

/* The first one, and how many there are. */
static gboolean find_odd(const char *text, size_t length, size_t *first, guint *n) {
  *n = 0;
  for (size_t at = 0; (at += tl_utf8_good(text + at, length - at)) < length; at++) {
    *first = *n == 0 ? at : *first;
    *n += text[at] != '\0';
  }
  return *n > 0;
}

void tl_options_tell_odd(const TlOptions *options, TlumachDocument *document) {
  size_t length, first = 0, line, column;
  guint n;
  const char *text = tlumach_document_text(document, &length);
  if (options->quiet || !find_odd(text, length, &first, &n))
    return;
  tlumach_document_locate(document, first, TLUMACH_COLUMN_CHARACTER, &line, &column);
  fprintf(stderr, "tlumach: warning: %s:%zu:%zu: byte %02X is no UTF-8", tlumach_document_name(document), line, column,
          (guint)(guint8)text[first]);
  if (n > 1)
    fprintf(stderr, ", nor %s %u more", n == 2 ? "is" : "are", n - 1);
  fputs("; such bytes stay as they are (--encoding says another encoding)\n", stderr);
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

TlumachBitext *tl_options_bitext(const TlOptions *options, const char *path, GError **error) {
  const TlumachBitextOptions bitext_options = {options->source, options->target, options->input_format,
                                               options->encoding};
  TlumachBitext *bitext = tlumach_bitext_open(path, &bitext_options, error);
  if (!bitext)
    return NULL;
  tl_options_tell_odd(options, bitext->document[TLUMACH_SOURCE]);
  tl_options_tell_odd(options, bitext->document[TLUMACH_TARGET]);
  tl_options_tell_skipped(options, bitext);
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

/* A table may as well be a text with tabs in it. */
static gboolean is_pairs(const TlOptions *options, const char *path) {
  const char *format = tl_options_bilingual(options, path);
  return format && (options->input_format || strcmp(format, "tsv") != 0);
}

static gboolean each_file(const TlOptions *options, const char *path, const TlumachDocumentOptions *document_options,
                          TlEachDocument each, gpointer user, GError **error) {
  if (is_pairs(options, path)) {
    g_autoptr(TlumachBitext) bitext = tl_options_bitext(options, path, error);
    return bitext && each(bitext->document[TLUMACH_SOURCE], user, error);
  }
  g_autoptr(TlumachDocument) document = tl_options_document(options, path, document_options, error);
  return document && each(document, user, error);
}

gboolean tl_options_each(const TlOptions *options, TlEachDocument each, gpointer user, GError **error) {
  static char *const standard_input[] = {(char *)"-", NULL};
  TlumachDocumentOptions document_options;
  if (!tl_options_document_options(options, &document_options, error))
    return FALSE;
  for (char *const *file = options->files && *options->files ? options->files : standard_input; *file; file++)
    if (!each_file(options, *file, &document_options, each, user, error))
      return FALSE;
  return TRUE;
}
