/* Checkstyle's XML (version 4.3), which many CI servers read: an element a file, one a finding. */
#include <string.h>

#include "base/xml_write.h"
#include "reports/findings.h"

static void begin(TlFindings *findings) {
  tl_output_puts(findings->output, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"4.3\">\n");
}

/* A finding is in the file of its side: what was open is closed when that changes. */
static void open_file(TlFindings *findings, const char *name) {
  const char *open = findings->state;
  if (open && strcmp(open, name) == 0)
    return;
  tl_output_puts(findings->output, open ? "</file>\n<file" : "<file");
  tl_xml_put_attribute(findings->output, "name", name);
  tl_output_puts(findings->output, ">\n");
  findings->state = (gpointer)name;
}

static void put(TlFindings *findings, const TlumachFinding *finding) {
  static const char *const severities[] = {"info", "warning", "error"};
  TlFindingPlace place = tl_finding_place(findings, finding, tl_finding_side(findings, finding));
  g_autofree char *message = tlumach_finding_message(finding),
                  *source = g_strconcat("tlumach.", finding->check->id, NULL);
  open_file(findings, tlumach_document_name(place.document));
  tl_output_printf(findings->output, "<error line=\"%zu\" column=\"%zu\" severity=\"%s\"", place.line, place.column,
                   severities[finding->severity]);
  tl_xml_put_attribute(findings->output, "message", message);
  tl_xml_put_attribute(findings->output, "source", source);
  tl_output_puts(findings->output, "/>\n");
}

static void end(TlFindings *findings) {
  tl_output_puts(findings->output, findings->state ? "</file>\n</checkstyle>\n" : "</checkstyle>\n");
}

const TlFindingFormat tl_finding_checkstyle = {"checkstyle", "Checkstyle's XML, for CI servers", begin, NULL, put, end};
