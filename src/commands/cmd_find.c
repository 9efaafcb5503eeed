/* tlumach find: a record a hit. */
#include "commands/hit_record.h"
#include "commands/options.h"

typedef struct Find Find;
typedef void (*HitWriter)(Find *find, const TlumachHit *hit);

struct Find {
  TlRecords records;
  const TlumachSession *session;
  TlumachOverlaps overlaps;
  HitWriter write;
  gboolean why;
  const char *why_not;
  guint64 count;
  TlumachExplainer *explainer;
  TlHitRecords *hits;
};

static void write_jsonl(Find *find, const TlumachHit *hit) {
  tl_hit_records_write(find->hits, &find->records, hit);
}

/* `before` the first, if there is one. */
static void write_equivalents(Find *find, const TlumachHit *hit, const char *before) {
  TlOutput *out = find->records.output;
  g_autoptr(GPtrArray) targets = tlumach_equivalents(find->session, hit->term);
  for (guint i = 0; i < targets->len; i++) {
    const TlumachTerm *target = g_ptr_array_index(targets, i);
    tl_output_puts(out, i ? "; " : before);
    tl_output_safe(out, target->text, -1);
    if (target->status == TLUMACH_STATUS_DEPRECATED || target->status == TLUMACH_STATUS_SUPERSEDED)
      tl_output_printf(out, " (%s)", tlumach_status_name(target->status));
  }
}

/* "file:line:column: note: …": what compilers say, so that editors jump there. */
static void write_gcc(Find *find, const TlumachHit *hit) {
  TlOutput *out = find->records.output;
  tl_record_prefix(&find->records, hit->span);
  tl_output_puts(out, "note: ");
  tl_record_text(&find->records, hit->span);
  write_equivalents(find, hit, " = ");
  tl_output_putc(out, '\n');
}

static void write_text(Find *find, const TlumachHit *hit) {
  TlOutput *out = find->records.output;
  tl_record_prefix(&find->records, hit->span);
  tl_record_text(&find->records, hit->span);
  write_equivalents(find, hit, " = ");
  tl_output_puts(out, "  [");
  tl_output_safe(out, hit->term->text, -1);
  tl_output_printf(out, ", %s]\n", tlumach_match_name(hit->match));
  if (find->why) {
    tl_output_puts(out, "    ");
    tl_output_safe(out, tlumach_explain(find->explainer, find->records.document, hit), -1);
    tl_output_putc(out, '\n');
  }
}

static void write_tsv(Find *find, const TlumachHit *hit) {
  TlOutput *out = find->records.output;
  size_t line, column;
  tlumach_document_locate(find->records.document, hit->span.start, find->records.unit, &line, &column);
  tl_output_printf(out, "%s\t%zu\t%zu\t", tlumach_document_name(find->records.document), line, column);
  tl_record_text(&find->records, hit->span);
  tl_output_putc(out, '\t');
  tl_output_safe(out, hit->term->text, -1);
  tl_output_printf(out, "\t%s\t%s\t", hit->term->concept->id ? hit->term->concept->id : "",
                   tlumach_match_name(hit->match));
  write_equivalents(find, hit, "");
  tl_output_putc(out, '\n');
}

static void found(const TlumachHit *hit, gpointer user) {
  Find *find = user;
  find->write(find, hit);
}

static gboolean count_in(TlumachDocument *document, gpointer user, GError **error) {
  Find *find = user;
  (void)error;
  find->count += tlumach_count(find->session, document, find->overlaps);
  return TRUE;
}

static gboolean find_in(TlumachDocument *document, gpointer user, GError **error) {
  Find *find = user;
  find->records.document = document;
  if (find->why_not) {
    g_autofree char *why = tlumach_why_not(find->session, document, find->why_not, error);
    if (why)
      tl_output_puts(find->records.output, why);
    return why != NULL;
  }
  tlumach_find(find->session, document, find->overlaps, found, find);
  return TRUE;
}

int tl_cmd_find(const TlCommand *command, int argc, char **argv) {
  g_auto(TlOptions) options = {0};
  g_autoptr(GError) error = NULL;
  g_autofree char *overlaps = NULL, *why_not = NULL;
  gboolean why = FALSE, count = FALSE;
  int code = TL_EXIT_CLEAN;
  const GOptionEntry own[] = {
      {"overlaps", 0, 0, G_OPTION_ARG_STRING, &overlaps, "longest (default) or all", "WHICH"},
      {"why", 0, 0, G_OPTION_ARG_NONE, &why, "Say why each place matches", NULL},
      {"why-not", 0, 0, G_OPTION_ARG_FILENAME, &why_not, "Say why this term is not found", "TERM"},
      {"count", 0, 0, G_OPTION_ARG_NONE, &count, "Print the number of hits only", NULL},
      G_OPTION_ENTRY_NULL};
  if (!tl_options_parse(command, argc, argv, own, &options, &code))
    return code;
  static const char *const formats[] = {"text", "jsonl", "gcc", "tsv", NULL};
  static const HitWriter writers[] = {write_text, write_jsonl, write_gcc, write_tsv};
  Find find = {.why = why, .why_not = why_not};
  const char *format = tl_options_format(&options, formats, &error);
  if (!format || !tl_options_overlaps(overlaps, &find.overlaps, &error) ||
      !tl_options_column(&options, &find.records.unit, &error))
    return tl_fail(error);
  for (guint i = 0; formats[i]; i++)
    if (formats[i] == format)
      find.write = writers[i];
  g_autoptr(TlumachSession) session = tl_options_session(&options, &error);
  g_autoptr(TlumachExplainer) explainer = session ? tlumach_explainer_new(session) : NULL;
  g_autoptr(TlHitRecords) hits = session ? tl_hit_records_new(session, explainer) : NULL;
  find.session = session;
  find.explainer = explainer;
  find.hits = hits;
  find.records.output = session ? tl_options_report_output(&options, &error) : NULL;
  if (!find.records.output)
    return tl_fail(error);
  if (!tl_options_each(&options, count && !why_not ? count_in : find_in, &find, &error))
    code = tl_fail(error);
  else if (count)
    tl_output_printf(find.records.output, "%" G_GUINT64_FORMAT "\n", find.count);
  return tl_finish(find.records.output, code);
}
