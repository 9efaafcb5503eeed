/* A piece of XML as nodes that know their bytes: for what is to be changed in place, or told again in other words.
 *
 * Only for pieces that fit in memory many times over (an entry, a header); whole files go through base/xml_read.
 */
#ifndef TL_BASE_XML_TREE_H
#define TL_BASE_XML_TREE_H

#include "base/arena.h"
#include "base/xml_read.h"

typedef enum TlXmlNodeKind { TL_XML_ELEMENT, TL_XML_TEXT, TL_XML_COMMENT } TlXmlNodeKind;

typedef struct TlXmlNode TlXmlNode;
struct TlXmlNode {
  TlXmlNodeKind kind;
  TlXmlNode *parent, *previous, *next, *first, *last;
  const char *prefix, *local, *uri; /* of an element; prefix and uri may be NULL */
  const TlXmlAttribute *attributes;
  guint n_attributes;
  const char *text;    /* of text (decoded) and comments */
  TlumachSpan tag;     /* bytes of the start tag; of text, all of it; of a comment, unset */
  TlumachSpan end_tag; /* of the end tag; behind the start tag and empty for <x/> */
};

/* The root of `data`, all of it in `arena`. */
TlXmlNode *tl_xml_tree(const char *name, const char *data, size_t length, TlArena *arena, GError **error);

/* Calls `each` for every element that is `wanted`, as a tree whose spans are bytes of `data`, in file order; what is
 * inside one is not asked for. The tree is gone after the call. */
typedef gboolean (*TlXmlWanted)(gpointer user, const TlXmlElement *element);
typedef gboolean (*TlXmlEach)(gpointer user, TlXmlNode *root, GError **error);
gboolean tl_xml_trees(const char *name, const char *data, size_t length, TlXmlWanted wanted, TlXmlEach each,
                      gpointer user, GError **error);

/* The next attribute of a start tag of XML or HTML: its name, and its value as it is written, without quotes; empty and
 * behind the name where there is none. `at` is 0 at first. FALSE: there are no more. */
gboolean tl_xml_tag_next(const char *data, TlumachSpan tag, size_t *at, TlumachSpan *name, TlumachSpan *value);
/* Where the value of an attribute stands in a start tag, between its quotes. FALSE: the tag has none of this name (as
 * written, with its prefix). */
gboolean tl_xml_tag_attribute(const char *data, TlumachSpan tag, const char *name, TlumachSpan *value);
/* The value of an attribute (`prefix` NULL: of none), or NULL. */
const char *tl_xml_node_attribute(const TlXmlNode *node, const char *prefix, const char *local);
/* All bytes of an element, and those between its tags. */
static inline TlumachSpan tl_xml_node_span(const TlXmlNode *node) {
  return (TlumachSpan){node->tag.start, MAX(node->tag.end, node->end_tag.end)};
}
static inline TlumachSpan tl_xml_node_content(const TlXmlNode *node) {
  return (TlumachSpan){node->tag.end, MAX(node->tag.end, node->end_tag.start)};
}
/* Is it written <x/>? */
static inline gboolean tl_xml_node_empty(const TlXmlNode *node) {
  return node->end_tag.end <= node->tag.end;
}
/* The first child of this name, in whatever namespace, or NULL. */
TlXmlNode *tl_xml_node_child(const TlXmlNode *node, const char *local);
/* Appends the text of a node and all in it. */
void tl_xml_node_text(const TlXmlNode *node, GString *into);

#endif
