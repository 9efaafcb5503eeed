#include "commands/records.h"

#include "base/json.h"

void tl_record_place(const TlRecords *records, TlumachSpan span) {
  size_t line, column, length;
  gboolean markup = FALSE;
  tlumach_document_locate(records->document, span.start, records->unit, &line, &column);
  TlumachSpan raw = tlumach_document_raw_span(records->document, span, &markup);
  const char *slice = tlumach_document_slice(records->document, span, &length);
  tl_json_string(records->output, "file", tlumach_document_name(records->document), -1);
  tl_json_uint(records->output, "line", line);
  tl_json_uint(records->output, "column", column);
  tl_json_uint(records->output, "start", raw.start);
  tl_json_uint(records->output, "end", raw.end);
  tl_json_string(records->output, "text", slice, (gssize)length);
  if (markup)
    tl_json_bool(records->output, "markup", TRUE);
}

void tl_record_prefix(const TlRecords *records, TlumachSpan span) {
  size_t line, column;
  tlumach_document_locate(records->document, span.start, records->unit, &line, &column);
  tl_output_puts(records->output, tlumach_document_name(records->document));
  tl_output_putc(records->output, ':');
  tl_output_uint(records->output, line);
  tl_output_putc(records->output, ':');
  tl_output_uint(records->output, column);
  tl_output_puts(records->output, ": ");
}

void tl_record_text(const TlRecords *records, TlumachSpan span) {
  size_t length;
  const char *slice = tlumach_document_slice(records->document, span, &length);
  tl_output_safe(records->output, slice, (gssize)length);
}
