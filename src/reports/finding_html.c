/* The page of findings: source, translation, and in the margin what is said of them; each finding has a number that
 * stands at its place, too. One file, no script; a box that is ticked hides the segments without findings. */
#include <string.h>

#include "base/arena.h"
#include "base/xml_write.h"
#include "reports/findings.h"
#include "reports/html.h"
#include "reports/page_findings.h"
#include "reports/pieces.h"

/* A finding of the segment at hand, kept until its row is written. */
typedef struct Margin {
  TlumachSeverity severity;
  const char *id, *message;
  TlumachSpan span[2];
} Margin;

typedef struct Page {
  GString *rows;
  TlArena *arena;
  GArray *margin;              /* Margin, of pair `at` */
  const TlumachBitext *bitext; /* whose rows are being written */
  guint at;                    /* the next pair */
  guint pairs, files;
  char *title;
} Page;

static void begin(TlFindings *findings) {
  Page *page = g_new0(Page, 1);
  page->rows = g_string_new(NULL);
  page->arena = tl_arena_new();
  page->margin = g_array_new(FALSE, FALSE, sizeof(Margin));
  findings->state = page;
}

/* -- rows ------------------------------------------------------------------------------------------------------ */

static void put_plain(TlOutput *out, const char *text, TlumachSpan span) {
  g_autoptr(GString) line = g_string_new(NULL);
  tl_append_line(line, text, span);
  tl_xml_write_text(out, line->str, (gssize)line->len);
}

/* The first finding from `at` on: of several that begin there the longest. */
static const Margin *next_mark(const Page *page, guint side, size_t at, size_t end, guint *number) {
  const Margin *next = NULL;
  for (guint i = 0; i < page->margin->len; i++) {
    const Margin *one = &g_array_index(page->margin, Margin, i);
    TlumachSpan span = one->span[side];
    if (span.start < at || span.end > end || span.end <= span.start)
      continue;
    if (next && (span.start > next->span[side].start ||
                 (span.start == next->span[side].start && span.end <= next->span[side].end)))
      continue;
    next = one;
    *number = i + 1;
  }
  return next;
}

/* All findings whose place is this one: "1, 3". */
static char *numbers_of(const Page *page, guint side, TlumachSpan span) {
  GString *numbers = g_string_new(NULL);
  for (guint i = 0; i < page->margin->len; i++) {
    TlumachSpan own = g_array_index(page->margin, Margin, i).span[side];
    if (own.start == span.start && own.end == span.end)
      g_string_append_printf(numbers, "%s%u", numbers->len ? "," : "", i + 1);
  }
  return g_string_free(numbers, FALSE);
}

/* Where the last word begins: no line ends between it and its number. */
static size_t last_word(const char *text, TlumachSpan span) {
  size_t at = span.end;
  while (at > span.start && g_ascii_isspace(text[at - 1]))
    at--;
  while (at > span.start && !g_ascii_isspace(text[at - 1]))
    at--;
  return at;
}

static void put_mark(const Page *page, TlOutput *out, const char *text, TlumachSide side, const Margin *mark) {
  g_autofree char *numbers = numbers_of(page, side, mark->span[side]);
  size_t last = last_word(text, mark->span[side]);
  tl_output_printf(out, "<mark class=\"%s\" title=\"", tlumach_severity_name(mark->severity));
  tl_xml_write_attribute(out, mark->message, -1);
  tl_output_puts(out, "\">");
  put_plain(out, text, (TlumachSpan){mark->span[side].start, last});
  tl_output_printf(out, "<span data-number=\"%s\">", numbers);
  put_plain(out, text, (TlumachSpan){last, mark->span[side].end});
  tl_output_puts(out, "</span></mark>");
}

static void put_side(const Page *page, TlOutput *out, const TlumachPair *pair, TlumachSide side) {
  const char *text = tlumach_document_text(page->bitext->document[side], NULL);
  TlumachSpan whole = pair->span[side];
  size_t at = whole.start;
  guint number;
  tl_output_printf(out, "<p class=\"text%s\">", whole.end > whole.start ? "" : " empty");
  for (const Margin *mark; (mark = next_mark(page, side, at, whole.end, &number)); at = mark->span[side].end) {
    put_plain(out, text, (TlumachSpan){at, mark->span[side].start});
    put_mark(page, out, text, side, mark);
  }
  put_plain(out, text, (TlumachSpan){at, whole.end});
  tl_output_puts(out, whole.end > whole.start ? "</p>\n" : "nothing</p>\n");
}

static void put_margin(const Page *page, TlOutput *out) {
  tl_output_puts(out, "<ol class=\"findings\">\n");
  for (guint i = 0; i < page->margin->len; i++) {
    const Margin *one = &g_array_index(page->margin, Margin, i);
    tl_output_printf(out, "<li class=\"%s\"><b>%u</b> ", tlumach_severity_name(one->severity), i + 1);
    tl_xml_write_text(out, one->message, -1);
    tl_output_printf(out, "<span class=\"check\">%s · %s</span></li>\n", one->id, tlumach_severity_name(one->severity));
  }
  tl_output_puts(out, "</ol>\n");
}

static void put_row(Page *page) {
  const TlumachPair *pair = &page->bitext->pairs[page->at++];
  guint number = ++page->pairs;
  TlOutput *out = tl_output_memory(page->rows);
  tl_output_printf(out, "<li id=\"s%u\" class=\"unit%s\"><a class=\"number\" href=\"#s%u\">%u</a>\n", number,
                   page->margin->len ? " found" : "", number, number);
  for (guint side = 0; side < 2; side++)
    put_side(page, out, pair, (TlumachSide)side);
  put_margin(page, out);
  tl_output_puts(out, "</li>\n");
  tl_output_close(out, NULL); /* into memory: cannot fail */
  g_array_set_size(page->margin, 0);
}

static void close_bitext(Page *page) {
  if (!page->bitext)
    return;
  while (page->at < page->bitext->n_pairs)
    put_row(page);
  g_string_append(page->rows, "</ol>\n</section>\n");
  page->bitext = NULL;
}

static void next(TlFindings *findings) {
  Page *page = findings->state;
  close_bitext(page);
  page->bitext = findings->bitext;
  page->at = 0;
  const char *name = tlumach_document_name(page->bitext->document[TLUMACH_TARGET]);
  g_free(page->title);
  page->title = page->files++ ? g_strdup_printf("%u files", page->files) : g_path_get_basename(name);
  TlOutput *out = tl_output_memory(page->rows);
  tl_output_puts(out, "<section class=\"file\">\n<h2>");
  tl_xml_write_text(out, name, -1);
  tl_output_puts(out, "</h2>\n<ol class=\"units\">\n");
  tl_output_close(out, NULL);
}

static void put(TlFindings *findings, const TlumachFinding *finding) {
  Page *page = findings->state;
  while (page->at < finding->pair)
    put_row(page);
  g_autofree char *message = tlumach_finding_message(finding);
  g_autofree char *valid = g_utf8_make_valid(message, -1);
  Margin margin = {finding->severity,
                   finding->check->id,
                   tl_arena_strdup(page->arena, valid),
                   {finding->span[TLUMACH_SOURCE], finding->span[TLUMACH_TARGET]}};
  g_array_append_val(page->margin, margin);
}

/* -- the whole -------------------------------------------------------------------------------------------------- */

static void put_head(TlOutput *out, const Page *page, guint count) {
  g_autofree char *title = g_strdup(page->title ? page->title : "nothing");
  const guchar *style = page_findings;
  size_t length = sizeof page_findings - 1; /* without the NUL that the build puts at the end */
  tl_output_puts(out, "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src ");
  tl_page_hash(out, style, length);
  tl_output_puts(out, "; base-uri 'none'; form-action 'none'\">\n"
                      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                      "<meta name=\"color-scheme\" content=\"light dark\">\n"
                      "<meta name=\"generator\" content=\"tlumach " TLUMACH_VERSION "\">\n<title>Findings: ");
  tl_xml_write_text(out, title, -1);
  tl_output_puts(out, "</title>\n<style>");
  tl_output_write(out, (const char *)style, length);
  tl_output_puts(out, "</style>\n</head>\n<body>\n<header class=\"top\">\n<h1>");
  tl_xml_write_text(out, title, -1);
  tl_output_printf(out, "</h1>\n<p class=\"facts\">%u segment%s · %u finding%s</p>\n</header>\n", page->pairs,
                   page->pairs == 1 ? "" : "s", count, count == 1 ? "" : "s");
  tl_output_puts(out, "<section class=\"tools\" aria-label=\"Tools\"><label><input type=\"checkbox\" id=\"only\"> "
                      "only segments with findings</label></section>\n<main>\n"
                      "<p class=\"columns\" aria-hidden=\"true\"><span>Source</span><span>Translation</span>"
                      "<span>Findings</span></p>\n");
}

static void end(TlFindings *findings) {
  Page *page = findings->state;
  TlOutput *out = findings->output;
  close_bitext(page);
  put_head(out, page, findings->count);
  tl_output_write(out, page->rows->str, page->rows->len);
  tl_output_puts(out, "</main>\n<footer><p>Made by tlumach " TLUMACH_VERSION ".</p></footer>\n</body>\n</html>\n");
  g_string_free(page->rows, TRUE);
  g_array_unref(page->margin);
  tl_arena_free(page->arena);
  g_free(page->title);
  g_free(page);
}

const TlFindingFormat tl_finding_html = {
    "html", "a page: source and translation, with findings in the margin", begin, next, put, end};
