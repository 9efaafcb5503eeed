/* Pieces of a file exchanged while every other byte stays: for what is changed in place. */
#ifndef TL_BASE_SPLICE_H
#define TL_BASE_SPLICE_H

#include "base/charset.h"

/* What stands at `span` of the decoded text becomes `with`. */
typedef struct TlSplice {
  TlumachSpan span;
  const char *with;
  size_t length;
} TlSplice;

/* Changes that gather, in any order. */
typedef struct TlSplices TlSplices;
TlSplices *tl_splices_new(void);
void tl_splices_free(TlSplices *splices);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TlSplices, tl_splices_free)
/* No two may overlap; what goes into one place goes in as it was added. Takes `with`. */
void tl_splices_add(TlSplices *splices, TlumachSpan span, char *with);
/* Those so far, in the order of their places. */
const TlSplice *tl_splices_all(TlSplices *splices, guint *n);

/* The file's bytes with these exchanged. What the encoding of the file cannot hold becomes a character reference in
 * XML; elsewhere it is an error. */
GBytes *tl_splices_apply(TlSplices *splices, const TlDecoded *decoded, gboolean xml, GError **error);

/* The white space from the last line end before `offset` to it; NULL when anything else stands there. Length in
 * `*length`. */
const char *tl_indent_before(const char *text, size_t offset, size_t *length);
/* Where something that is taken away begins: at the line end before it, where it begins a line. */
size_t tl_removal_start(const char *text, size_t start);
/* `with` as a neighbour of what begins at `neighbour`: on a line of its own when that has one, as far in. Free with
 * g_free. */
char *tl_like_neighbour(const char *text, size_t neighbour, const char *with);

#endif
