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

static gboolean whole_file(TlOptions *options, const char *path, const TlumachDocumentOptions *how, TlEachDocument each,
                           gpointer user, GError **error) {
  g_autoptr(TlumachDocument) document = tl_options_document(options, path, how, error);
  return document && each(document, user, error);
}

/* Several threads have sixteen pieces of work each to a part (session/parts), and wait for the last one. */
static gboolean file_in_parts(TlOptions *options, const char *path, const TlumachDocumentOptions *how,
                              TlEachDocument each, gpointer user, GError **error) {
  guint jobs = tl_options_jobs(options);
  size_t part = jobs > 1 ? (size_t)jobs << 20 : 0;
  g_autoptr(TlumachDocumentReader) reader = tlumach_document_reader_new(path, how, part, error);
  g_autoptr(GError) local = NULL;
  Odd odd = {0};
  gboolean good = reader != NULL;
  for (TlumachDocument *document; good && (document = tlumach_document_reader_next(reader, &local));) {
    if (!options->quiet)
      note_odd(&odd, document);
    good = each(document, user, error);
    tlumach_document_free(document);
  }
  tell_odd(&odd, path);
  if (!local)
    return good;
  g_propagate_error(error, g_steal_pointer(&local));
  return FALSE;
}

typedef gboolean (*EachFile)(TlOptions *options, const char *path, const TlumachDocumentOptions *how,
                             TlEachDocument each, gpointer user, GError **error);

static gboolean bilingual_file(TlOptions *options, const char *path, TlEachDocument each, gpointer user,
                               GError **error) {
  g_autoptr(TlumachBitext) bitext = tl_options_bitext(options, path, error);
  return bitext && each(bitext->document[TLUMACH_SOURCE], user, error);
}

static gboolean each_file(TlOptions *options, EachFile text_file, TlEachDocument each, gpointer user, GError **error) {
  static char *const standard_input[] = {(char *)"-", NULL};
  TlumachDocumentOptions how;
  if (!tl_options_document_options(options, &how, error))
    return FALSE;
  g_autoptr(GError) local = NULL;
  for (char *const *file = options->files && *options->files ? options->files : standard_input; *file; file++)
    if (!(is_pairs(options, *file) ? bilingual_file(options, *file, each, user, &local)
                                   : text_file(options, *file, &how, each, user, &local)))
      break;
  if (!local)
    return TRUE;
  g_propagate_error(error, g_steal_pointer(&local));
  return FALSE;
}

gboolean tl_options_each(TlOptions *options, TlEachDocument each, gpointer user, GError **error) {
  return each_file(options, whole_file, each, user, error);
}

gboolean tl_options_each_part(TlOptions *options, TlEachDocument each, gpointer user, GError **error) {
  return each_file(options, file_in_parts, each, user, error);
}
