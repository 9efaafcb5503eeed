/* A document: the bytes of a file, its UTF-8 text, and the way back from text to bytes.
 *
 * Always true: the text never changes; every span that the library hands out is bytes of that text;
 * blocks stand in text order and do not overlap; a segment lies inside one block. For plain UTF-8 input
 * text and file are the same bytes, odd bytes included: nothing is copied or mended.
 */
#ifndef TLUMACH_DOCUMENT_H
#define TLUMACH_DOCUMENT_H

#include "tlumach/base.h"

typedef struct TlumachDocument TlumachDocument;

typedef enum TlumachNewline {
  TLUMACH_NEWLINE_AUTO,      /* wrap only when the text looks hard-wrapped */
  TLUMACH_NEWLINE_PARAGRAPH, /* every line end ends a block */
  TLUMACH_NEWLINE_WRAP       /* a single line end is a space, a blank line ends a block */
} TlumachNewline;

typedef struct TlumachDocumentOptions {
  const char *format;   /* "plain", "markdown", "html"; NULL: from the name's ending, then the content */
  const char *encoding; /* "UTF-8", "windows-1251", "KOI8-U" and the like; NULL: found */
  TlumachNewline newline;
} TlumachDocumentOptions;

typedef enum TlumachBlockKind {
  TLUMACH_BLOCK_PARAGRAPH,
  TLUMACH_BLOCK_HEADING,
  TLUMACH_BLOCK_ITEM,
  TLUMACH_BLOCK_CELL,
  TLUMACH_BLOCK_ATTRIBUTE /* what an image shows to who cannot see it: alt */
} TlumachBlockKind;

/* A paragraph, heading, list item, table cell or attribute: what segmentation never crosses. */
typedef struct TlumachBlock {
  TlumachSpan span;
  TlumachBlockKind kind;
} TlumachBlock;

/* A sentence, or what stands for one. White space between segments belongs to none. */
typedef struct TlumachSegment {
  TlumachSpan span;
  guint block; /* index of its block */
} TlumachSegment;

/* Reads `raw` (kept by reference). `name` is for messages and for guessing the format. Here and below `options` may be
 * NULL. */
TLUMACH_API TlumachDocument *tlumach_document_new(const char *name, GBytes *raw, const TlumachDocumentOptions *options,
                                                  GError **error);
/* The same from a path, "-" being standard input. */
TLUMACH_API TlumachDocument *tlumach_document_open(const char *path, const TlumachDocumentOptions *options,
                                                   GError **error);

/* A file part by part, for what needs no more of a text than a paragraph: the memory that it takes does not grow with
 * the file. Plain text in UTF-8 comes in parts of whole paragraphs, about half a megabyte each, whose lines, columns
 * and bytes are those of the file. How it is read, its beginning shows. Any other file is one part. */
typedef struct TlumachDocumentReader TlumachDocumentReader;
/* Borrows the strings of `options`. */
TLUMACH_API TlumachDocumentReader *tlumach_document_reader_new(const char *path, const TlumachDocumentOptions *options,
                                                               GError **error);
/* The next part, the caller's; NULL: there is none, or, with an error, it cannot be read. An empty file has one. */
TLUMACH_API TlumachDocument *tlumach_document_reader_next(TlumachDocumentReader *reader, GError **error);
TLUMACH_API void tlumach_document_reader_free(TlumachDocumentReader *reader);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TlumachDocumentReader, tlumach_document_reader_free)

/* The same document for another thread, which looks for lines and columns of its own; to be freed before it. */
TLUMACH_API TlumachDocument *tlumach_document_view(const TlumachDocument *document);
TLUMACH_API void tlumach_document_free(TlumachDocument *document);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TlumachDocument, tlumach_document_free)

TLUMACH_API const char *tlumach_document_name(const TlumachDocument *document);
TLUMACH_API const char *tlumach_document_format(const TlumachDocument *document);
TLUMACH_API const char *tlumach_document_encoding(const TlumachDocument *document);
/* The UTF-8 text; `*length` in bytes. Not NUL-terminated in general, may hold NUL and odd bytes. Owned by
 * the document. */
TLUMACH_API const char *tlumach_document_text(const TlumachDocument *document, size_t *length);
TLUMACH_API const TlumachBlock *tlumach_document_blocks(const TlumachDocument *document, guint *count);
/* Text span to bytes of the file. `*covers_markup` (may be NULL): the file has markup inside the span. */
TLUMACH_API TlumachSpan tlumach_document_raw_span(const TlumachDocument *document, TlumachSpan span,
                                                  gboolean *covers_markup);
/* The bytes of the file, decoded to UTF-8, that stand under a text span: the raw slice of records.
 * Borrowed from the document. */
TLUMACH_API const char *tlumach_document_slice(const TlumachDocument *document, TlumachSpan span, size_t *length);
/* Line and column, in the file, of an offset of the text. Lines end at LF, CRLF or CR. Cheap when asked in
 * rising order. */
TLUMACH_API void tlumach_document_locate(TlumachDocument *document, size_t offset, TlumachColumnUnit unit, size_t *line,
                                         size_t *column);

#endif
