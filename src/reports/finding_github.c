/* Workflow commands of GitHub Actions: "::warning file=…,line=…,col=…,title=…::message" marks the line in a pull
 * request. In a value %, CR, LF are escaped; in a property : and , too (actions/toolkit, command.ts). */
#include <string.h>

#include "reports/findings.h"

static void put_escaped(TlOutput *out, const char *text, const char *special) {
  g_autofree char *valid = g_utf8_make_valid(text, -1);
  for (const char *at = valid; *at; at++) {
    if (strchr(special, *at))
      tl_output_printf(out, "%%%02X", (guint)(guchar)*at);
    else
      tl_output_putc(out, *at);
  }
}

static void put(TlFindings *findings, const TlumachFinding *finding) {
  static const char *const commands[] = {"notice", "warning", "error"};
  TlFindingPlace place = tl_finding_place(findings, finding, tl_finding_side(findings, finding));
  g_autofree char *message = tlumach_finding_message(finding);
  TlOutput *out = findings->output;
  tl_output_printf(out, "::%s file=", commands[finding->severity]);
  put_escaped(out, tlumach_document_name(place.document), "%\r\n:,");
  tl_output_printf(out, ",line=%zu,col=%zu,endLine=%zu,endColumn=%zu,title=%s::", place.line, place.column,
                   place.end_line, place.end_column, finding->check->id);
  put_escaped(out, message, "%\r\n");
  tl_output_putc(out, '\n');
}

const TlFindingFormat tl_finding_github = {"github", "annotations of GitHub Actions", NULL, NULL, put, NULL};
