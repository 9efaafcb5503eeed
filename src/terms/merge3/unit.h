/* Pieces of a TBX file that merging moves as they are: an element with what stands before it, back to its neighbour:
 * white space, comments. */
#ifndef TL_TERMS_MERGE3_UNIT_H
#define TL_TERMS_MERGE3_UNIT_H

#include "base/xml_tree.h"
#include "terms/tbx/names.h"

typedef struct TlUnit {
  const char *lead; /* not NUL-terminated, as `text` is not */
  size_t lead_length;
  const char *text;
  size_t length;
  const TlXmlNode *node; /* NULL: an entry that is not taken apart */
  const char *source;    /* the spans of `node` are of it */
  char *key;             /* what it is, among its neighbours; NULL of an entry */
  gboolean many;         /* may stand there several times with different contents: a note, a transaction */
} TlUnit;

/* The children of `node` (elements). `*rest`: what stands behind the last one. Free with g_array_unref. */
GArray *tl_units_of(const TlTbxNames *names, const TlXmlNode *node, const char *source, const char *core,
                    TlumachSpan *rest);
/* Does it hold what can be merged by itself: languages, terms, data? */
gboolean tl_unit_is_container(const TlTbxNames *names, const TlUnit *unit, const char *core);

/* The same but for white space where it says nothing: around tags, at line ends. */
gboolean tl_same_xml(const char *a, size_t n, const char *b, size_t m);
/* Of the elements, without their leads. */
gboolean tl_units_same(const TlUnit *a, const TlUnit *b);

/* For each of `a` its partner in `b`, or TL_NOBODY. `taken_a`, `taken_b` (may be NULL): have one already. `alike`: one
 * of those that may stand several times is the same only when its contents are. Free with g_free. */
guint *tl_match_units(const GArray *a, const GArray *b, const gboolean *taken_a, const gboolean *taken_b,
                      gboolean alike);

#endif
