/* XML in: libxml2's SAX2 interface over memory that we decoded, behind our own limits.
 *
 * No entity is expanded or lost silently: a DOCTYPE is kept and never loaded, entity declarations and
 * undefined entities are refused by name. No file, no network, no catalog is touched. Start tags over 32 KiB, depth
 * over 64, files over 1 GiB are refused (docs/limits.md). Errors name file, line and column.
 */
#ifndef TL_BASE_XML_READ_H
#define TL_BASE_XML_READ_H

#include "base/charset.h"
#include "base/position.h"

typedef struct TlXmlAttribute {
  const char *prefix, *local, *uri; /* prefix and uri may be NULL */
  const char *value;                /* decoded, NUL-terminated */
} TlXmlAttribute;

/* What a handler sees; valid during the call. Offsets are bytes of the decoded UTF-8 data. */
typedef struct TlXmlElement {
  const char *prefix, *local, *uri;
  const TlXmlAttribute *attributes;
  guint n_attributes;
  guint depth;            /* the root has 1 */
  TlPositions *positions; /* for tl_xml_place */
  size_t line;            /* of a start tag, for tl_xml_line; 0: to be counted */
  TlumachSpan tag;        /* the bytes of the start tag (start) or of the end tag (end; empty for <x/>) */
} TlXmlElement;

typedef struct TlXmlHandler {
  gboolean (*start)(gpointer user, const TlXmlElement *element, GError **error);
  gboolean (*end)(gpointer user, const TlXmlElement *element, GError **error);
  /* Character data, CDATA included, entities decoded; may come in pieces. `span`: its bytes in the data. */
  gboolean (*text)(gpointer user, const char *text, size_t length, TlumachSpan span, GError **error);
  void (*comment)(gpointer user, const char *text);
  /* A processing instruction: <?target text?>. Of `place` only target (as `local`), place and `tag` are set. */
  void (*instruction)(gpointer user, const TlXmlElement *place, const char *text);
} TlXmlHandler; /* members may be NULL */

/* `data` is UTF-8 (an XML declaration naming another encoding is ignored: it was true of the file). */
gboolean tl_xml_parse(const char *name, const char *data, size_t length, const TlXmlHandler *handler, gpointer user,
                      GError **error);
/* How the bytes of a file are to be decoded (BOM, declaration, else UTF-8): a name, in `buffer` or constant, or NULL
 * where the bytes say it. */
gboolean tl_xml_encoding(const char *name, GBytes *raw, char buffer[64], const char **encoding, GError **error);
/* Decodes the bytes of a file so. */
TlDecoded *tl_xml_decode(const char *name, GBytes *raw, GError **error);
/* Decodes and parses them. */
gboolean tl_xml_parse_bytes(const char *name, GBytes *raw, const TlXmlHandler *handler, gpointer user, GError **error);
/* Reads a file, then the same. */
gboolean tl_xml_parse_file(const char *path, const TlXmlHandler *handler, gpointer user, GError **error);

/* Where the tag's '<' stands, in characters. Counted when it is asked: of most elements nobody wants to know. */
void tl_xml_place(const TlXmlElement *element, size_t *line, size_t *column);
/* The line alone, which mostly costs nothing. */
size_t tl_xml_line(const TlXmlElement *element);
/* The value of an attribute by local name and prefix (NULL: none), or NULL. `xml:lang` is ("xml", "lang"). */
const char *tl_xml_attribute(const TlXmlElement *element, const char *prefix, const char *local);
/* "file:line:column: <element>: message" for a handler that refuses what it sees. */
void tl_xml_error(GError **error, const char *name, const TlXmlElement *element, const char *format, ...)
    G_GNUC_PRINTF(4, 5);

/* Validates against one of our own RELAX NG grammars (text of the grammar given). Findings are appended to
 * `findings` as strings "line: message"; FALSE only when the validation could not be done. */
gboolean tl_xml_validate(const char *name, const char *data, size_t length, const char *grammar, GPtrArray *findings,
                         GError **error);

#endif
