/* "file:line:column: warning: message [check]", as gcc and clang write it, so that editors jump there; where source and
 * target are two files, a note leads to the other one. */
#include <string.h>

#include "reports/findings.h"

static void put_place(TlFindings *findings, const TlFindingPlace *place) {
  tl_output_puts(findings->output, tlumach_document_name(place->document));
  tl_output_printf(findings->output, ":%zu:%zu: ", place->line, place->column);
}

static void put(TlFindings *findings, const TlumachFinding *finding) {
  TlumachSide side = tl_finding_side(findings, finding);
  TlFindingPlace place = tl_finding_place(findings, finding, side),
                 other = tl_finding_place(findings, finding, 1 - side);
  g_autofree char *message = tlumach_finding_message(finding);
  put_place(findings, &place);
  tl_output_printf(findings->output, "%s: ", tlumach_severity_name(finding->severity));
  tl_output_safe(findings->output, message, -1);
  tl_output_printf(findings->output, " [%s]\n", finding->check->id);
  if (strcmp(tlumach_document_name(place.document), tlumach_document_name(other.document)) != 0) {
    put_place(findings, &other);
    tl_output_printf(findings->output, "note: the %s is here\n", side == TLUMACH_TARGET ? "source" : "target");
  }
}

const TlFindingFormat tl_finding_gcc = {"gcc", "a line a finding, as compilers speak", NULL, NULL, put, NULL};
