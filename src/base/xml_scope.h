/* What a piece that is cut out of an XML file needs to stand alone: of the prefixes that it uses the declarations
 * (Namespaces in XML 1.0 §3) that stand around it. */
#ifndef TL_BASE_XML_SCOPE_H
#define TL_BASE_XML_SCOPE_H

#include "base/xml_read.h"

typedef struct TlXmlScope TlXmlScope;

TlXmlScope *tl_xml_scope_new(const char *data);
void tl_xml_scope_free(TlXmlScope *scope);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TlXmlScope, tl_xml_scope_free)

/* For each start tag of the file. */
void tl_xml_scope_enter(TlXmlScope *scope, const TlXmlElement *element);
/* The element that was entered last is a piece; it ends with its end tag, or where a piece in it begins. */
void tl_xml_scope_begin(TlXmlScope *scope, const TlXmlElement *element);
/* Appends the piece's "<name" and the declarations. Where the file goes on behind that name. */
size_t tl_xml_scope_open(const TlXmlScope *scope, GString *into);
/* Does the piece, as far as it was read, use a prefix other than xml, wherever that is declared? */
gboolean tl_xml_scope_prefixed(const TlXmlScope *scope);

#endif
