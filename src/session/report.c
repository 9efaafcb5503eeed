/* Reports out: the public door of the table of writers. */
#include "reports/report.h"
#include "base/error.h"
#include "tlumach/session.h"

gboolean tlumach_report_write(const TlumachReport *report, const char *format, GString *out, GError **error) {
  const TlWriter *writer = tl_writer_named(format);
  if (!writer) {
    tl_error_at(error, TLUMACH_ERROR_USAGE, NULL, 0, 0, "no format is called \"%s\": see tlumach_report_formats",
                format);
    return FALSE;
  }
  TlOutput *output = tl_output_memory(out);
  gboolean written = writer->write(report, output, error);
  if (!written) {
    tl_output_discard(output);
    return FALSE;
  }
  return tl_output_close(output, error);
}

const char *const *tlumach_report_formats(void) {
  return tl_writer_list;
}

const char *tlumach_report_format_of(const char *path) {
  const TlWriter *writer = tl_writer_for_file(path);
  return writer ? writer->name : NULL;
}
