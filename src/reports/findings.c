#include "reports/findings.h"

#include <string.h>

#include "base/error.h"

static const TlFindingFormat *const formats[] = {&tl_finding_text,  &tl_finding_gcc,    &tl_finding_jsonl,
                                                 &tl_finding_sarif, &tl_finding_github, &tl_finding_checkstyle,
                                                 &tl_finding_junit, &tl_finding_html};

struct TlumachFindingWriter {
  TlFindings findings; /* first */
  const TlFindingFormat *format;
};

TlumachFindingWriter *tlumach_finding_writer_new(const char *format, TlumachColumnUnit unit, GString *out,
                                                 GError **error) {
  const TlFindingFormat *found = NULL;
  for (guint i = 0; i < G_N_ELEMENTS(formats) && !found; i++)
    found = strcmp(formats[i]->name, format) == 0 ? formats[i] : NULL;
  if (!found) {
    tl_error_at(error, TLUMACH_ERROR_USAGE, NULL, 0, 0,
                "no format of findings is called \"%s\": see tlumach_finding_format", format);
    return NULL;
  }
  TlumachFindingWriter *writer = g_new0(TlumachFindingWriter, 1);
  writer->format = found;
  writer->findings.output = tl_output_memory(out);
  writer->findings.unit = unit;
  if (found->begin)
    found->begin(&writer->findings);
  return writer;
}

void tlumach_finding_writer_bitext(TlumachFindingWriter *writer, const TlumachBitext *bitext) {
  writer->findings.bitext = bitext;
  if (writer->format->bitext)
    writer->format->bitext(&writer->findings);
}

void tlumach_finding_writer_put(TlumachFindingWriter *writer, const TlumachFinding *finding) {
  writer->format->put(&writer->findings, finding);
  writer->findings.count++;
}

void tlumach_finding_writer_end(TlumachFindingWriter *writer) {
  if (writer->format->end)
    writer->format->end(&writer->findings);
  tl_output_close(writer->findings.output, NULL); /* into memory: cannot fail */
  g_free(writer);
}

const char *tlumach_finding_format(guint i, const char **about) {
  if (i >= G_N_ELEMENTS(formats))
    return NULL;
  if (about)
    *about = formats[i]->about;
  return formats[i]->name;
}

const TlumachPair *tl_finding_pair(const TlFindings *findings, const TlumachFinding *finding) {
  return &findings->bitext->pairs[finding->pair];
}

static gboolean is_empty(TlumachSpan span) {
  return span.end <= span.start;
}

TlumachSide tl_finding_side(const TlFindings *findings, const TlumachFinding *finding) {
  return is_empty(tl_finding_pair(findings, finding)->span[TLUMACH_TARGET]) ? TLUMACH_SOURCE : TLUMACH_TARGET;
}

TlFindingPlace tl_finding_place(const TlFindings *findings, const TlumachFinding *finding, TlumachSide side) {
  TlFindingPlace place = {.document = findings->bitext->document[side], .span = finding->span[side]};
  if (is_empty(place.span)) {
    const TlumachPair *pair = tl_finding_pair(findings, finding);
    size_t at = is_empty(pair->span[side]) ? pair->place[side] : pair->span[side].start;
    place.span = (TlumachSpan){at, at};
  }
  tlumach_document_locate(place.document, place.span.start, findings->unit, &place.line, &place.column);
  tlumach_document_locate(place.document, place.span.end, findings->unit, &place.end_line, &place.end_column);
  return place;
}

char *tlumach_finding_message(const TlumachFinding *finding) {
  GString *message = g_string_new(finding->message);
  const char *const *suggestion = finding->suggestions;
  for (guint i = 0; suggestion[i]; i++)
    g_string_append_printf(message, "%s“%s”",
                           i == 0              ? "; expected "
                           : suggestion[i + 1] ? ", "
                                               : " or ",
                           suggestion[i]);
  return g_string_free(message, FALSE);
}
