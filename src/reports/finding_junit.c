/* JUnit's XML as CI servers read it: a suite a file, a failed case a finding; a file without any is one case that
 * passed. Its counts stand at the head, so a suite is written when it is complete. */
#include <string.h>

#include "base/xml_write.h"
#include "reports/findings.h"

typedef struct Suite {
  GString *cases; /* of the suite at hand */
  GString *done;  /* suites */
  char *name;     /* NULL: none yet */
  guint failures, all, cases_all;
} Suite;

static void begin(TlFindings *findings) {
  Suite *suite = g_new0(Suite, 1);
  suite->cases = g_string_new(NULL);
  suite->done = g_string_new(NULL);
  findings->state = suite;
}

static void close_suite(Suite *suite) {
  if (!suite->name)
    return;
  TlOutput *out = tl_output_memory(suite->done);
  guint cases = MAX(suite->failures, 1);
  tl_output_puts(out, "<testsuite");
  tl_xml_put_attribute(out, "name", suite->name);
  tl_output_printf(out, " tests=\"%u\" failures=\"%u\" errors=\"0\">\n", cases, suite->failures);
  if (suite->failures == 0) {
    tl_output_puts(out, "<testcase");
    tl_xml_put_attribute(out, "name", suite->name);
    tl_output_puts(out, " classname=\"tlumach\"/>\n");
  }
  tl_output_write(out, suite->cases->str, suite->cases->len);
  tl_output_puts(out, "</testsuite>\n");
  tl_output_close(out, NULL);
  suite->all += suite->failures;
  suite->cases_all += cases;
  suite->failures = 0;
  g_string_truncate(suite->cases, 0);
  g_clear_pointer(&suite->name, g_free);
}

static void next(TlFindings *findings) {
  Suite *suite = findings->state;
  close_suite(suite);
  suite->name = g_strdup(tlumach_document_name(findings->bitext->document[TLUMACH_TARGET]));
}

static void put(TlFindings *findings, const TlumachFinding *finding) {
  Suite *suite = findings->state;
  TlFindingPlace place = tl_finding_place(findings, finding, tl_finding_side(findings, finding));
  g_autofree char *message = tlumach_finding_message(finding),
                  *class_name = g_strconcat("tlumach.", finding->check->id, NULL);
  g_autofree char *name =
      g_strdup_printf("%s:%zu:%zu", tlumach_document_name(place.document), place.line, place.column);
  TlOutput *out = tl_output_memory(suite->cases);
  tl_output_puts(out, "<testcase");
  tl_xml_put_attribute(out, "name", name);
  tl_xml_put_attribute(out, "classname", class_name);
  tl_output_puts(out, "><failure");
  tl_xml_put_attribute(out, "type", tlumach_severity_name(finding->severity));
  tl_xml_put_attribute(out, "message", message);
  tl_output_puts(out, "/></testcase>\n");
  tl_output_close(out, NULL);
  suite->failures++;
}

static void end(TlFindings *findings) {
  Suite *suite = findings->state;
  close_suite(suite);
  tl_output_printf(
      findings->output,
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites tests=\"%u\" failures=\"%u\" errors=\"0\">\n",
      suite->cases_all, suite->all);
  tl_output_write(findings->output, suite->done->str, suite->done->len);
  tl_output_puts(findings->output, "</testsuites>\n");
  g_string_free(suite->cases, TRUE);
  g_string_free(suite->done, TRUE);
  g_free(suite);
}

const TlFindingFormat tl_finding_junit = {"junit", "JUnit's XML, for CI servers", begin, next, put, end};
