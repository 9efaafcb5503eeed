/* How a format reader fills a document. */
#ifndef TL_TEXT_DOCUMENT_H
#define TL_TEXT_DOCUMENT_H

#include "tlumach/document.h"

/* Takes the text of a marked-up file apart: pieces of text in file order, blocks around them. A plain reader
 * adds blocks alone: its text is the file's. Spans named `source` are bytes of the decoded file. */
typedef struct TlDocumentBuilder TlDocumentBuilder;

/* Text that stands in the file as it is: `source` bytes of it. */
void tl_builder_copy(TlDocumentBuilder *builder, TlumachSpan source);
/* Text that stands for `source` as a whole: an entity, a line break of markup. */
void tl_builder_replace(TlDocumentBuilder *builder, TlumachSpan source, const char *text, size_t length);
/* Ends the block that is open, which becomes one of `kind` when it has more than white space, and opens the next. */
void tl_builder_end_block(TlDocumentBuilder *builder, TlumachBlockKind kind);
/* For a reader whose text is the file's: a block of it. */
void tl_builder_plain_block(TlDocumentBuilder *builder, TlumachSpan span);

/* Calls `each` for the whole decoded file, stretch by stretch: what is text for a reader, an entity by itself with the
 * text it stands for, and, with `text` NULL, what is not. Of a plain file all is text. */
typedef void (*TlStretchFunc)(const char *source, size_t length, const char *text, size_t text_length, gpointer user);
void tl_document_each_stretch(const TlumachDocument *document, TlStretchFunc each, gpointer user);

/* The document is a part of its file, behind `bytes` bytes and `lines` lines of it. */
void tl_document_set_place(TlumachDocument *document, size_t bytes, size_t lines);

/* A document whose reader fills it itself, for files that no reader of the table reads: a bilingual file is two
 * documents, one a language. `format` is a constant. The decoded file is the builder's; so is the text so far, valid
 * until the next addition. */
TlDocumentBuilder *tl_builder_new(const char *name, const char *format, GBytes *raw, const char *encoding,
                                  GError **error);
const char *tl_builder_source(const TlDocumentBuilder *builder, size_t *length);
const char *tl_builder_text(const TlDocumentBuilder *builder);
size_t tl_builder_length(const TlDocumentBuilder *builder);
TlumachDocument *tl_builder_finish(TlDocumentBuilder *builder); /* frees the builder */
void tl_builder_free(TlDocumentBuilder *builder);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TlDocumentBuilder, tl_builder_free)

#endif
