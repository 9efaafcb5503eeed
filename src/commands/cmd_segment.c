/* tlumach segment: a segment a line, or a record; --why: the rule at each place where one spoke. */
#include <string.h>

#include "base/json.h"
#include "commands/options.h"
#include "commands/records.h"

typedef struct Segmenting {
  TlRecords records;
  const TlumachSession *session;
  gboolean jsonl, why;
} Segmenting;

static void write_segment(const Segmenting *s, const TlumachSegment *segment) {
  TlOutput *out = s->records.output;
  if (!s->jsonl) {
    const char *text = tlumach_document_text(s->records.document, NULL);
    tl_output_safe(out, text + segment->span.start, (gssize)(segment->span.end - segment->span.start));
    tl_output_putc(out, '\n');
    return;
  }
  tl_json_begin(out);
  tl_record_place(&s->records, segment->span);
  tl_json_end(out);
}

static void write_place(const Segmenting *s, const TlumachBreak *place) {
  TlOutput *out = s->records.output;
  tl_record_prefix(&s->records, (TlumachSpan){place->offset, place->offset});
  tl_output_puts(out, place->breaks ? "break" : "no break");
  tl_output_printf(out, ": rule of line %zu", place->line);
  if (place->comment) {
    tl_output_puts(out, ", ");
    tl_output_safe(out, place->comment, -1);
  }
  tl_output_puts(out, ": ");
  tl_output_safe(out, place->rule, -1);
  tl_output_putc(out, '\n');
}

static gboolean segment_one(TlumachDocument *document, gpointer user, GError **error) {
  Segmenting *s = user;
  s->records.document = document;
  g_autoptr(GArray) list =
      s->why ? tlumach_segment_why(s->session, document, error) : tlumach_segment(s->session, document, error);
  for (guint i = 0; list && i < list->len; i++)
    if (s->why)
      write_place(s, &g_array_index(list, TlumachBreak, i));
    else
      write_segment(s, &g_array_index(list, TlumachSegment, i));
  return list != NULL && !tl_output_broken(s->records.output);
}

int tl_cmd_segment(const TlCommand *command, int argc, char **argv) {
  g_auto(TlOptions) options = {0};
  g_autoptr(GError) error = NULL;
  Segmenting s = {.why = FALSE};
  int code = TL_EXIT_CLEAN;
  const GOptionEntry own[] = {
      {"why", 0, 0, G_OPTION_ARG_NONE, &s.why, "Name the rule that broke or held at each place", NULL},
      G_OPTION_ENTRY_NULL};
  if (!tl_options_parse(command, argc, argv, own, &options, &code))
    return code;
  static const char *const formats[] = {"text", "jsonl", NULL};
  const char *format = tl_options_format(&options, formats, &error);
  if (!format || !tl_options_column(&options, &s.records.unit, &error))
    return tl_fail(error);
  s.jsonl = format == formats[1];
  if (!options.glossaries) /* none is needed */
    options.glossaries = g_new0(char *, 1);
  g_autoptr(TlumachSession) session = tl_options_session(&options, &error);
  s.session = session;
  s.records.output = session ? tl_options_report_output(&options, &error) : NULL;
  if (!s.records.output)
    return tl_fail(error);
  if (!tl_options_each_part(&options, segment_one, &s, &error))
    code = tl_fail(error);
  return tl_options_finish(&options, s.records.output, code);
}
