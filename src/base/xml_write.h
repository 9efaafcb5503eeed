/* XML out: escaping for text and attributes, nothing more. */
#ifndef TL_BASE_XML_WRITE_H
#define TL_BASE_XML_WRITE_H

#include "base/output.h"

/* Can XML 1.0 hold the character (§2.2)? */
gboolean tl_xml_can_hold(guint32 c);

/* Control characters that XML 1.0 cannot hold (§2.2) become U+FFFD, as do invalid bytes. `length` -1: NUL-terminated.
 */
void tl_xml_write_text(TlOutput *output, const char *text, gssize length);
/* For use between double quotes: also quotes, tab, CR and LF as references (§3.3.3). */
void tl_xml_write_attribute(TlOutput *output, const char *text, gssize length);
/* ' name="value"'. */
void tl_xml_put_attribute(TlOutput *output, const char *name, const char *value);

#endif
