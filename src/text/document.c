/* Text, decoded file, bytes of the file: three layers, with a run for each stretch of text that stands somewhere in the
 * decoded file. Plain text has no runs: its text is the decoded file. */
#include "text/document.h"

#include "base/binary.h"
#include "base/charset.h"
#include "base/error.h"
#include "base/file.h"
#include "base/position.h"
#include "text/chars.h"
#include "text/formats.h"

typedef struct Run {
  size_t text;        /* where it begins in the text */
  TlumachSpan source; /* in the decoded file */
  gboolean whole;     /* stands for its source as a whole, not byte for byte */
} Run;

struct TlumachDocument {
  char *name;
  const char *format; /* its name: a constant */
  TlDecoded *decoded;
  const char *source; /* the decoded file */
  size_t source_length;
  GString *text; /* of marked-up files; NULL: the source is the text */
  GArray *runs;  /* Run, by `text` */
  GArray *blocks;
  size_t bytes_before, lines_before; /* of the file, when this is a part of it */
  TlPositions *positions;
  gboolean view; /* of another document: only its positions are its own */
};

struct TlDocumentBuilder {
  TlumachDocument *document;
  size_t block_start;
};

static gboolean blank(const char *text, TlumachSpan span) {
  for (size_t at = span.start; at < span.end;) {
    guint32 c;
    at += tl_utf8_next(text + at, span.end - at, &c);
    if (!(tl_chars_class(c) & (TL_CHAR_SPACE | TL_CHAR_MARK)))
      return FALSE;
  }
  return TRUE;
}

static void add_run(TlDocumentBuilder *builder, TlumachSpan source, gboolean whole) {
  Run run = {builder->document->text->len, source, whole};
  g_array_append_val(builder->document->runs, run);
}

void tl_builder_copy(TlDocumentBuilder *builder, TlumachSpan source) {
  if (source.start == source.end)
    return;
  add_run(builder, source, FALSE);
  g_string_append_len(builder->document->text, builder->document->source + source.start,
                      (gssize)(source.end - source.start));
}

void tl_builder_replace(TlDocumentBuilder *builder, TlumachSpan source, const char *text, size_t length) {
  if (length == 0)
    return;
  add_run(builder, source, TRUE);
  g_string_append_len(builder->document->text, text, (gssize)length);
}

void tl_builder_end_block(TlDocumentBuilder *builder, TlumachBlockKind kind) {
  GString *text = builder->document->text;
  TlumachBlock block = {{builder->block_start, text->len}, kind};
  if (!blank(text->str, block.span))
    g_array_append_val(builder->document->blocks, block);
  builder->block_start = text->len;
}

void tl_builder_plain_block(TlDocumentBuilder *builder, TlumachSpan span) {
  TlumachBlock block = {span, TLUMACH_BLOCK_PARAGRAPH};
  if (!blank(builder->document->source, span))
    g_array_append_val(builder->document->blocks, block);
}

/* Takes `decoded` over. */
static TlumachDocument *document_of(const char *name, TlDecoded *decoded) {
  TlumachDocument *document = g_new0(TlumachDocument, 1);
  document->name = g_strdup(name);
  document->decoded = decoded;
  document->source = tl_decoded_text(decoded, &document->source_length);
  document->positions = tl_positions_new(document->source, document->source_length);
  document->blocks = g_array_new(FALSE, FALSE, sizeof(TlumachBlock));
  return document;
}

static void mark_up(TlumachDocument *document) {
  document->text = g_string_sized_new(document->source_length);
  document->runs = g_array_new(FALSE, FALSE, sizeof(Run));
}

TlumachDocument *tlumach_document_new(const char *name, GBytes *raw, const TlumachDocumentOptions *options,
                                      GError **error) {
  static const TlumachDocumentOptions usual = {0};
  options = options ? options : &usual;
  const TlFormat *format = options->format ? tl_format_named(options->format, error) : NULL;
  if (options->format && !format)
    return NULL;
  g_autoptr(TlDecoded) decoded = tl_decode(name, raw, options->encoding, error);
  if (!decoded)
    return NULL;
  g_autoptr(TlumachDocument) document = document_of(name, g_steal_pointer(&decoded));
  if (!format)
    format = tl_format_guess(name, document->source, document->source_length);
  document->format = format->name;
  if (format->marked_up)
    mark_up(document);
  TlDocumentBuilder builder = {.document = document};
  if (!format->read(&builder, name, document->source, document->source_length, options->newline, error))
    return NULL;
  return g_steal_pointer(&document);
}

TlDocumentBuilder *tl_builder_new(const char *name, const char *format, GBytes *raw, const char *encoding,
                                  GError **error) {
  TlDecoded *decoded = tl_decode(name, raw, encoding, error);
  if (!decoded)
    return NULL;
  TlDocumentBuilder *builder = g_new0(TlDocumentBuilder, 1);
  builder->document = document_of(name, decoded);
  builder->document->format = format;
  mark_up(builder->document);
  return builder;
}

const char *tl_builder_source(const TlDocumentBuilder *builder, size_t *length) {
  *length = builder->document->source_length;
  return builder->document->source;
}

size_t tl_builder_length(const TlDocumentBuilder *builder) {
  return builder->document->text->len;
}

const char *tl_builder_text(const TlDocumentBuilder *builder) {
  return builder->document->text->str;
}

TlumachDocument *tl_builder_finish(TlDocumentBuilder *builder) {
  TlumachDocument *document = builder->document;
  g_free(builder);
  return document;
}

void tl_builder_free(TlDocumentBuilder *builder) {
  if (builder)
    tlumach_document_free(tl_builder_finish(builder));
}

TlumachDocument *tlumach_document_open(const char *path, const TlumachDocumentOptions *options, GError **error) {
  g_autoptr(GBytes) raw = tl_file_read(path, 0, error);
  return raw && tl_is_text(path, raw, options ? options->encoding : NULL, error)
             ? tlumach_document_new(path, raw, options, error)
             : NULL;
}

TlumachDocument *tlumach_document_view(const TlumachDocument *document) {
  TlumachDocument *view = g_memdup2(document, sizeof *document);
  view->positions = tl_positions_new_behind(view->source, view->source_length, view->lines_before);
  view->view = TRUE;
  return view;
}

void tl_document_set_place(TlumachDocument *document, size_t bytes, size_t lines) {
  document->bytes_before = bytes;
  document->lines_before = lines;
  tl_positions_free(document->positions);
  document->positions = tl_positions_new_behind(document->source, document->source_length, lines);
}

static void free_own(TlumachDocument *document) {
  g_free(document->name);
  tl_decoded_free(document->decoded);
  if (document->text)
    g_string_free(document->text, TRUE);
  if (document->runs)
    g_array_unref(document->runs);
  g_array_unref(document->blocks);
}

void tlumach_document_free(TlumachDocument *document) {
  if (!document)
    return;
  tl_positions_free(document->positions);
  if (!document->view)
    free_own(document);
  g_free(document);
}

const char *tlumach_document_name(const TlumachDocument *document) {
  return document->name;
}

const char *tlumach_document_format(const TlumachDocument *document) {
  return document->format;
}

const char *tlumach_document_encoding(const TlumachDocument *document) {
  return tl_decoded_encoding(document->decoded);
}

const char *tlumach_document_text(const TlumachDocument *document, size_t *length) {
  if (length)
    *length = document->text ? document->text->len : document->source_length;
  return document->text ? document->text->str : document->source;
}

const TlumachBlock *tlumach_document_blocks(const TlumachDocument *document, guint *count) {
  *count = document->blocks->len;
  return (const TlumachBlock *)(const void *)document->blocks->data;
}

/* Index of the run that holds the byte `offset` of the text. */
static guint run_of(const TlumachDocument *document, size_t offset) {
  guint low = 0, high = document->runs->len;
  while (high - low > 1) {
    guint middle = low + (high - low) / 2;
    if (g_array_index(document->runs, Run, middle).text <= offset)
      low = middle;
    else
      high = middle;
  }
  return low;
}

/* Where the byte `offset` of the text begins (or, `end`, where the byte before it ends) in the decoded file. */
static size_t source_offset(const TlumachDocument *document, size_t offset, gboolean end) {
  if (!document->text)
    return offset;
  if (document->runs->len == 0)
    return 0;
  size_t byte = end && offset > 0 ? offset - 1 : offset;
  const Run *run = &g_array_index(document->runs, Run, run_of(document, byte));
  if (run->whole)
    return end ? run->source.end : run->source.start;
  return MIN(run->source.start + (offset - run->text), run->source.end);
}

static TlumachSpan source_span(const TlumachDocument *document, TlumachSpan span) {
  size_t start = source_offset(document, span.start, FALSE);
  return (TlumachSpan){start, span.end > span.start ? source_offset(document, span.end, TRUE) : start};
}

static gboolean has_markup(const TlumachDocument *document, TlumachSpan span) {
  if (!document->text || span.end <= span.start || document->runs->len == 0)
    return FALSE;
  for (guint i = run_of(document, span.start), last = run_of(document, span.end - 1); i <= last; i++) {
    const Run *run = &g_array_index(document->runs, Run, i);
    if (run->whole || (i < last && run->source.end != run[1].source.start))
      return TRUE;
  }
  return FALSE;
}

TlumachSpan tlumach_document_raw_span(const TlumachDocument *document, TlumachSpan span, gboolean *covers_markup) {
  TlumachSpan source = source_span(document, span);
  if (covers_markup)
    *covers_markup = has_markup(document, span);
  return (TlumachSpan){document->bytes_before + tl_decoded_raw_offset(document->decoded, source.start),
                       document->bytes_before + tl_decoded_raw_offset(document->decoded, source.end)};
}

const char *tlumach_document_slice(const TlumachDocument *document, TlumachSpan span, size_t *length) {
  TlumachSpan source = source_span(document, span);
  *length = source.end > source.start ? source.end - source.start : 0;
  return document->source + source.start;
}

void tl_document_each_stretch(const TlumachDocument *document, TlStretchFunc each, gpointer user) {
  const char *source = document->source;
  size_t at = 0, end = document->source_length;
  if (!document->text)
    each(source, end, source, end, user);
  for (guint i = 0; document->text && i < document->runs->len; i++) {
    const Run *run = &g_array_index(document->runs, Run, i);
    if (run->source.start < at || (run->whole && source[run->source.start] != '&'))
      continue;
    if (run->source.start > at)
      each(source + at, run->source.start - at, NULL, 0, user);
    at = run->source.end;
    size_t next = i + 1 < document->runs->len ? run[1].text : document->text->len;
    each(source + run->source.start, at - run->source.start, document->text->str + run->text, next - run->text, user);
  }
  if (document->text && at < end)
    each(source + at, end - at, NULL, 0, user);
}

void tlumach_document_locate(TlumachDocument *document, size_t offset, TlumachColumnUnit unit, size_t *line,
                             size_t *column) {
  tl_positions_locate(document->positions, source_offset(document, offset, FALSE), unit, line, column);
}
