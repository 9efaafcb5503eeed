/* What of a line is markup. That addresses are no words, the library knows. */
#ifndef TL_EDITORS_MASK_H
#define TL_EDITORS_MASK_H

#include <glib.h>
#include <stddef.h>

typedef enum TlMarkup { TL_MARKUP_NONE, TL_MARKUP_HTML, TL_MARKUP_TEX, TL_MARKUP_NROFF, TL_MARKUP_MARKDOWN } TlMarkup;

/* "html", "sgml", "xml"; "tex", "latex"; "nroff", "troff", "man"; "markdown": anything else is TL_MARKUP_NONE. `length`
 * -1: NUL-terminated. */
TlMarkup tl_markup_named(const char *name, gssize length);

/* Puts spaces in the place of what is no text, byte for byte, so that offsets stay. `*open` is TRUE while a tag or a
 * comment goes on from one line to the next; the caller keeps it, or sets it to FALSE before each line. */
void tl_mask(char *line, size_t length, TlMarkup markup, gboolean *open);

#endif
