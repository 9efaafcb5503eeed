/* The formats a document may have: one struct a format, in the table of formats.c. To add one: write format_NAME.c with
 * a reader, declare its struct here, add it to the table. */
#ifndef TL_TEXT_FORMATS_H
#define TL_TEXT_FORMATS_H

#include "text/document.h"

typedef struct TlFormat {
  const char *name;
  const char *endings; /* of file names, separated by spaces */
  gboolean marked_up;  /* the text is taken out of the file; else it is the file's */
  /* Does content that came without a name look like this? May be NULL. */
  gboolean (*recognise)(const char *text, size_t length);
  gboolean (*read)(TlDocumentBuilder *builder, const char *name, const char *text, size_t length,
                   TlumachNewline newline, GError **error);
} TlFormat;

extern const TlFormat tl_format_plain, tl_format_markdown, tl_format_html;

const TlFormat *tl_format_named(const char *name, GError **error);
/* From the ending of the name, then the content; never NULL. */
const TlFormat *tl_format_guess(const char *name, const char *text, size_t length);

/* Of plain text: is a single line end a space in it, and up to where it is whole paragraphs whatever follows (0: none
 * surely ends in it). */
gboolean tl_plain_wraps(const char *text, size_t length, TlumachNewline newline);
size_t tl_plain_cut(const char *text, size_t length, gboolean wraps);

#endif
