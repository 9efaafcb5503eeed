/* What an XML file must not have, looked for before libxml2 sees it: a pass at the speed of memchr. */
#ifndef TL_BASE_XML_LIMITS_H
#define TL_BASE_XML_LIMITS_H

#include "tlumach/base.h"

#define TL_XML_TAG_MAX 32768u /* bytes of a start tag: libxml2 2.9 takes time quadratic in its attributes */
#define TL_XML_DEPTH_MAX 64u

gboolean tl_xml_check_limits(const char *name, const char *data, size_t length, GError **error);

#endif
