/* An object a finding (docs/man/tlumach.1, Records). */
#include "base/json.h"
#include "reports/findings.h"

static void put_place(TlFindings *findings, const TlFindingPlace *place) {
  TlOutput *out = findings->output;
  TlumachSpan raw = tlumach_document_raw_span(place->document, place->span, NULL);
  tl_json_string(out, "file", tlumach_document_name(place->document), -1);
  tl_json_uint(out, "line", place->line);
  tl_json_uint(out, "column", place->column);
  tl_json_uint(out, "start", raw.start);
  tl_json_uint(out, "end", raw.end);
  const char *text = tlumach_document_text(place->document, NULL);
  tl_json_string(out, "text", text + place->span.start, (gssize)(place->span.end - place->span.start));
}

static void put_text(TlFindings *findings, const TlumachFinding *finding, TlumachSide side, const char *key) {
  size_t length;
  const char *text = tlumach_pair_text(findings->bitext, tl_finding_pair(findings, finding), side, &length);
  tl_json_string(findings->output, key, text, (gssize)length);
}

static void put(TlFindings *findings, const TlumachFinding *finding) {
  TlOutput *out = findings->output;
  TlumachSide side = tl_finding_side(findings, finding);
  TlFindingPlace place = tl_finding_place(findings, finding, side);
  tl_json_begin(out);
  put_place(findings, &place);
  tl_json_string(out, "id", finding->check->id, -1);
  tl_json_string(out, "severity", tlumach_severity_name(finding->severity), -1);
  tl_json_string(out, "message", finding->message, -1);
  tl_json_string(out, "segment", tl_finding_pair(findings, finding)->id, -1);
  put_text(findings, finding, TLUMACH_SOURCE, "source_text");
  put_text(findings, finding, TLUMACH_TARGET, "target_text");
  for (guint i = 0; i < 2; i++) {
    TlFindingPlace one = tl_finding_place(findings, finding, (TlumachSide)i);
    tl_json_object(out, i == TLUMACH_SOURCE ? "source" : "target");
    put_place(findings, &one);
    tl_json_object_end(out);
  }
  tl_json_array(out, "suggestions");
  for (guint i = 0; finding->suggestions[i]; i++)
    tl_json_string(out, NULL, finding->suggestions[i], -1);
  tl_json_array_end(out);
  tl_json_end(out);
}

const TlFindingFormat tl_finding_jsonl = {"jsonl", "an object a finding, for programs", NULL, NULL, put, NULL};
