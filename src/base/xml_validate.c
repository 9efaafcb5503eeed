/* RELAX NG, and only with grammars of our own: a grammar from elsewhere could ask for files. */
#include <libxml/parser.h>
#include <libxml/relaxng.h>
#include <string.h>

#include "base/error.h"
#include "base/xml_limits.h"
#include "base/xml_read.h"

static void keep_finding(void *user, xmlErrorPtr fault) {
  char *message = g_strdup(fault->message ? fault->message : "is not valid");
  g_ptr_array_add(user, g_strdup_printf("%d: %s", fault->line, g_strchomp(message)));
  g_free(message);
}

/* References to ids that nothing has come from another part of libxml2, which knows no handler but that of its thread.
 */
static int validate(xmlRelaxNGValidCtxtPtr validator, xmlDocPtr document, GPtrArray *findings) {
  xmlStructuredErrorFunc before = xmlStructuredError;
  void *context = xmlStructuredErrorContext;
  xmlSetStructuredErrorFunc(findings, keep_finding);
  int result = xmlRelaxNGValidateDoc(validator, document);
  xmlSetStructuredErrorFunc(context, before);
  return result;
}

static void be_quiet(void *user, xmlErrorPtr fault) {
  (void)user, (void)fault;
}

gboolean tl_xml_validate(const char *name, const char *data, size_t length, const char *grammar, GPtrArray *findings,
                         GError **error) {
  /* First through our own reader: limits, entities and well-formedness are settled before a tree is built. */
  static const TlXmlHandler nothing = {0};
  if (!tl_xml_parse(name, data, length, &nothing, NULL, error))
    return FALSE;
  xmlRelaxNGParserCtxtPtr reader = xmlRelaxNGNewMemParserCtxt(grammar, (int)strlen(grammar));
  xmlRelaxNGSetParserStructuredErrors(reader, be_quiet, NULL);
  xmlRelaxNGPtr schema = reader ? xmlRelaxNGParse(reader) : NULL;
  xmlRelaxNGValidCtxtPtr validator = schema ? xmlRelaxNGNewValidCtxt(schema) : NULL;
  xmlDocPtr document = xmlReadMemory(data, (int)length, NULL, "UTF-8",
                                     XML_PARSE_NONET | XML_PARSE_IGNORE_ENC | XML_PARSE_BIG_LINES | XML_PARSE_NOERROR |
                                         XML_PARSE_NOWARNING);
  gboolean done = validator && document;
  if (done) {
    xmlRelaxNGSetValidStructuredErrors(validator, keep_finding, findings);
    done = validate(validator, document, findings) >= 0;
  }
  if (!done)
    tl_error_at(error, TLUMACH_ERROR_FORMAT, name, 0, 0, "could not be validated");
  if (document)
    xmlFreeDoc(document);
  if (validator)
    xmlRelaxNGFreeValidCtxt(validator);
  if (schema)
    xmlRelaxNGFree(schema);
  if (reader)
    xmlRelaxNGFreeParserCtxt(reader);
  return done;
}
