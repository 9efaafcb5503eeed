/* SARIF 2.1.0 (OASIS, 2020): one run; a rule a check (§3.49), a result a finding (§3.27) with its place, the source's
 * as a related one. Columns count in the unit that was asked for, and SARIF knows two: code points and UTF-16
 * (§3.14.17). */
#include <string.h>

#include "base/json.h"
#include "reports/findings.h"

static void begin(TlFindings *findings) {
  TlOutput *out = findings->output;
  tl_json_begin(out);
  tl_json_string(out, "$schema", "https://json.schemastore.org/sarif-2.1.0.json", -1);
  tl_json_string(out, "version", "2.1.0", -1);
  tl_json_array(out, "runs");
  tl_json_object(out, NULL);
  tl_json_object(out, "tool");
  tl_json_object(out, "driver");
  tl_json_string(out, "name", "tlumach", -1);
  tl_json_string(out, "version", TLUMACH_VERSION, -1);
  tl_json_array(out, "rules");
  const TlumachCheckInfo *info;
  for (guint i = 0; (info = tlumach_checks(i)); i++) {
    tl_json_object(out, NULL);
    tl_json_string(out, "id", info->id, -1);
    tl_json_object(out, "shortDescription");
    tl_json_string(out, "text", info->about, -1);
    tl_json_object_end(out);
    tl_json_object(out, "defaultConfiguration");
    tl_json_bool(out, "enabled", info->usual);
    tl_json_string(out, "level", tlumach_severity_name(info->severity), -1);
    tl_json_object_end(out);
    tl_json_object_end(out);
  }
  tl_json_array_end(out);
  tl_json_object_end(out);
  tl_json_object_end(out);
  tl_json_string(out, "columnKind", findings->unit == TLUMACH_COLUMN_UTF16 ? "utf16CodeUnits" : "unicodeCodePoints",
                 -1);
  tl_json_array(out, "results");
}

/* A path of the file system as a relative reference (§3.4.4): what RFC 3986 does not allow there is escaped. */
static void put_uri(TlOutput *out, const char *path) {
  g_autofree char *uri =
      g_path_is_absolute(path) ? g_filename_to_uri(path, NULL, NULL) : g_uri_escape_string(path, "/", FALSE);
  tl_json_string(out, "uri", uri, -1);
}

static void put_location(TlFindings *findings, const TlFindingPlace *place) {
  TlOutput *out = findings->output;
  tl_json_object(out, "physicalLocation");
  tl_json_object(out, "artifactLocation");
  put_uri(out, tlumach_document_name(place->document));
  tl_json_object_end(out);
  tl_json_object(out, "region");
  tl_json_uint(out, "startLine", place->line);
  tl_json_uint(out, "startColumn", place->column);
  tl_json_uint(out, "endLine", place->end_line);
  tl_json_uint(out, "endColumn", place->end_column);
  tl_json_object_end(out);
  tl_json_object_end(out);
}

static void put_text(TlOutput *out, const char *key, const char *text) {
  tl_json_object(out, key);
  tl_json_string(out, "text", text, -1);
  tl_json_object_end(out);
}

/* What was looked at and stands (SARIF 2.1.0, §3.35). */
static void put_suppression(TlOutput *out, const TlumachFinding *finding) {
  tl_json_array(out, "suppressions");
  tl_json_object(out, NULL);
  tl_json_string(out, "kind", "external", -1);
  tl_json_string(out, "justification", finding->waived, -1);
  tl_json_object_end(out);
  tl_json_array_end(out);
}

static void put(TlFindings *findings, const TlumachFinding *finding) {
  TlOutput *out = findings->output;
  TlumachSide side = tl_finding_side(findings, finding);
  TlFindingPlace place = tl_finding_place(findings, finding, side),
                 other = tl_finding_place(findings, finding, 1 - side);
  g_autofree char *message = tlumach_finding_message(finding);
  guint rule = 0;
  while (tlumach_checks(rule) != finding->check)
    rule++;
  tl_json_object(out, NULL);
  tl_json_string(out, "ruleId", finding->check->id, -1);
  tl_json_uint(out, "ruleIndex", rule);
  tl_json_string(out, "level", tlumach_severity_name(finding->severity), -1);
  put_text(out, "message", message);
  tl_json_array(out, "locations");
  tl_json_object(out, NULL);
  put_location(findings, &place);
  tl_json_object_end(out);
  tl_json_array_end(out);
  tl_json_array(out, "relatedLocations");
  tl_json_object(out, NULL);
  put_location(findings, &other);
  put_text(out, "message", side == TLUMACH_TARGET ? "the source" : "the target");
  tl_json_object_end(out);
  tl_json_array_end(out);
  if (finding->waived)
    put_suppression(out, finding);
  tl_json_object_end(out);
}

static void end(TlFindings *findings) {
  TlOutput *out = findings->output;
  tl_json_array_end(out);
  tl_json_object_end(out);
  tl_json_array_end(out);
  tl_json_end(out);
}

const TlFindingFormat tl_finding_sarif = {"sarif", "SARIF 2.1.0, for code scanning", begin, NULL, put, end};
