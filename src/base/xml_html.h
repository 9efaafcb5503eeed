/* HTML in, by libxml2's forgiving parser, with the same handler as XML. */
#ifndef TL_BASE_XML_HTML_H
#define TL_BASE_XML_HTML_H

#include "base/xml_read.h"

/* `data` is UTF-8. Names come in lower case; void and forgotten end tags are made up; entities are decoded. Only what
 * makes reading impossible fails: faulty markup is read as browsers do. */
gboolean tl_html_parse(const char *name, const char *data, size_t length, const TlXmlHandler *handler, gpointer user,
                       GError **error);

/* `&amp;`, `&#1110;`, `&#x456;` as UTF-8: bytes written, 0 when it is none. */
size_t tl_html_entity(const char *reference, size_t length, char utf8[8]);

#endif
