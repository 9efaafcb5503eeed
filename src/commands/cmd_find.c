/* tlumach find: a record a hit. */
#include "commands/hit_record.h"
#include "commands/options.h"
#include "commands/rendering.h"

typedef struct Finder Finder;
typedef void (*HitWriter)(const Finder *finder, const TlRecords *to, const TlumachHit *hit);

typedef struct Find {
  TlRecords records;
  const TlumachSession *session;
  TlumachOverlaps overlaps;
  HitWriter write;
  gboolean why;
  const char *why_not;
  guint64 count;
} Find;

/* What one thread finds with. */
struct Finder {
  const Find *find;
  TlumachFinder *own;
  TlHitRecords *hits;
  const TlRecords *to;
  guint64 count;
};

static void write_jsonl(const Finder *finder, const TlRecords *to, const TlumachHit *hit) {
  tl_hit_records_write(finder->hits, to, hit);
}

/* `before` the first, if there is one. */
static void write_equivalents(const Finder *finder, TlOutput *out, const TlumachHit *hit, const char *before) {
  g_autoptr(GPtrArray) targets = tlumach_equivalents(finder->find->session, hit->term);
  for (guint i = 0; i < targets->len; i++) {
    const TlumachTerm *target = g_ptr_array_index(targets, i);
    tl_output_puts(out, i ? "; " : before);
    tl_output_safe(out, target->text, -1);
    if (target->status == TLUMACH_STATUS_DEPRECATED || target->status == TLUMACH_STATUS_SUPERSEDED)
      tl_output_printf(out, " (%s)", tlumach_status_name(target->status));
  }
}

/* "file:line:column: note: …": what compilers say, so that editors jump there. */
static void write_gcc(const Finder *finder, const TlRecords *to, const TlumachHit *hit) {
  TlOutput *out = to->output;
  tl_record_prefix(to, hit->span);
  tl_output_puts(out, "note: ");
  tl_record_text(to, hit->span);
  write_equivalents(finder, out, hit, " = ");
  tl_output_putc(out, '\n');
}

static void write_text(const Finder *finder, const TlRecords *to, const TlumachHit *hit) {
  TlOutput *out = to->output;
  tl_record_prefix(to, hit->span);
  tl_record_text(to, hit->span);
  write_equivalents(finder, out, hit, " = ");
  tl_output_puts(out, "  [");
  tl_output_safe(out, hit->term->text, -1);
  tl_output_printf(out, ", %s]\n", tlumach_match_name(hit->match));
  if (finder->find->why) {
    tl_output_puts(out, "    ");
    tl_output_safe(out, tlumach_finder_explain(finder->own, to->document, hit), -1);
    tl_output_putc(out, '\n');
  }
}

static void write_tsv(const Finder *finder, const TlRecords *to, const TlumachHit *hit) {
  TlOutput *out = to->output;
  size_t line, column;
  tlumach_document_locate(to->document, hit->span.start, to->unit, &line, &column);
  tl_output_printf(out, "%s\t%zu\t%zu\t", tlumach_document_name(to->document), line, column);
  tl_record_text(to, hit->span);
  tl_output_putc(out, '\t');
  tl_output_safe(out, hit->term->text, -1);
  tl_output_printf(out, "\t%s\t%s\t", hit->term->concept->id ? hit->term->concept->id : "",
                   tlumach_match_name(hit->match));
  write_equivalents(finder, out, hit, "");
  tl_output_putc(out, '\n');
}

static void found(const TlumachHit *hit, gpointer user) {
  const Finder *finder = user;
  finder->find->write(finder, finder->to, hit);
}

static gpointer start_finder(gpointer user) {
  const Find *find = user;
  Finder *finder = g_new0(Finder, 1);
  finder->find = find;
  finder->own = tlumach_finder_new(find->session, find->overlaps);
  finder->hits = tl_hit_records_new(find->session, finder->own);
  return finder;
}

static void render_hits(gpointer worker, const TlRecords *to, guint first, guint end) {
  Finder *finder = worker;
  finder->to = to;
  tlumach_finder_find(finder->own, to->document, first, end, found, finder);
}

static void count_hits(gpointer worker, const TlRecords *to, guint first, guint end) {
  Finder *finder = worker;
  finder->count += tlumach_finder_count(finder->own, to->document, first, end);
}

static void finish_finder(gpointer worker, gpointer user) {
  Finder *finder = worker;
  ((Find *)user)->count += finder->count;
  tl_hit_records_free(finder->hits);
  tlumach_finder_free(finder->own);
  g_free(finder);
}

static gboolean find_all(Find *find, TlOptions *options, gboolean count, GError **error) {
  const TlRenderer how = {start_finder, count ? count_hits : render_hits, finish_finder};
  return tl_render_files(find->session, &how, &find->records, find, options, error);
}

static gboolean tell_why_not(TlumachDocument *document, gpointer user, GError **error) {
  const Find *find = user;
  g_autofree char *why = tlumach_why_not(find->session, document, find->why_not, error);
  if (why)
    tl_output_puts(find->records.output, why);
  return why != NULL;
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
  g_autoptr(TlumachSession) session = tl_options_term_session(&options, &error);
  find.session = session;
  find.records.output = session ? tl_options_report_output(&options, &error) : NULL;
  if (!find.records.output)
    return tl_fail(error);
  if (!(why_not ? tl_options_each(&options, tell_why_not, &find, &error) : find_all(&find, &options, count, &error)))
    code = tl_fail(error);
  else if (count && !why_not)
    tl_output_printf(find.records.output, "%" G_GUINT64_FORMAT "\n", find.count);
  return tl_options_finish(&options, find.records.output, code);
}
