/* The rows of the page: a segment, what is in it, and the cell for its translation. Marks are links to the lists
 * beside, so that the page also works without its script. */
#include "base/xml_write.h"
#include "reports/html.h"
#include "reports/notes.h"
#include "reports/pieces.h"

#define GLOSS_TARGETS 3u

/* A unit on its way. */
typedef struct Row {
  const TlPage *page;
  const TlumachUnit *unit;
  const char *text;
  guint number;
} Row;

/* `href` to the first entry; the others, and why each one is here, are for the script. */
static void open_term(const Row *row, const TlPiece *piece) {
  TlOutput *out = row->page->output;
  const TlumachTermUse *uses = row->unit->terms + piece->first;
  g_autoptr(GString) why = g_string_new(NULL);
  tl_output_printf(out, "<a class=\"term %s\" href=\"#%c%u\"", tlumach_match_name(uses->hit.match), TL_ID_TERM,
                   tl_summary_term(row->page->summary, uses)->number);
  if (piece->count > 1)
    tl_output_puts(out, " data-more=\"");
  for (guint i = 0; i < piece->count; i++) {
    if (i > 0)
      tl_output_printf(out, "%s%c%u", i > 1 ? " " : "", TL_ID_TERM,
                       tl_summary_term(row->page->summary, uses + i)->number);
    g_string_append_printf(why, "%s%s", i ? "\n" : "", uses[i].why);
  }
  if (piece->count > 1)
    tl_output_putc(out, '"');
  tl_page_attribute(row->page, "data-why", why->str);
  tl_output_putc(out, '>');
}

static void open_mark(const Row *row, const TlPiece *piece) {
  TlOutput *out = row->page->output;
  const TlSummary *summary = row->page->summary;
  if (piece->kind == TL_PIECE_TERM) {
    open_term(row, piece);
  } else if (piece->kind == TL_PIECE_NAME) {
    const TlumachName *name = &row->unit->names[piece->first];
    tl_output_printf(out, "<a class=\"name\" href=\"#%c%u\"", TL_ID_NAME, tl_summary_name(summary, name)->number);
    tl_page_attribute(row->page, "data-why", name->why);
    tl_output_putc(out, '>');
  } else {
    const TlumachMisspelling *wrong = &row->unit->misspellings[piece->first];
    tl_output_printf(out, "<a class=\"misspelt\" href=\"#%c%u\">", TL_ID_MISSPELLING,
                     tl_summary_misspelling(summary, wrong, row->text)->number);
  }
}

static void put_source(const Row *row) {
  TlOutput *out = row->page->output;
  g_autoptr(GArray) pieces = tl_unit_pieces(row->unit);
  g_autoptr(GString) line = g_string_new(NULL);
  tl_output_puts(out, "<p class=\"text\"");
  tl_page_attribute(row->page, "lang", row->page->report->source_language);
  tl_output_putc(out, '>');
  for (guint i = 0; i < pieces->len; i++) {
    const TlPiece *piece = &g_array_index(pieces, TlPiece, i);
    if (piece->kind != TL_PIECE_TEXT)
      open_mark(row, piece);
    g_string_truncate(line, 0);
    tl_append_line(line, row->text, piece->span);
    tl_xml_write_text(out, line->str, (gssize)line->len);
    if (piece->kind != TL_PIECE_TEXT)
      tl_output_puts(out, "</a>");
  }
  tl_output_puts(out, "</p>\n");
}

/* The first equivalents that may be used, and how many more the card has. */
static void put_term_gloss(const Row *row, const TlumachTermUse *use) {
  const TlPage *page = row->page;
  guint n = 0;
  tl_output_puts(page->output, "<li>");
  tl_page_text(page, "b", "", use->hit.term->language, use->hit.term->text);
  for (guint i = 0; use->targets[i]; i++)
    if (!tl_status_is_bad(use->targets[i]->status) && n++ < GLOSS_TARGETS) {
      tl_output_putc(page->output, ' ');
      tl_page_equivalent(page, use->targets[i]);
    }
  if (n > GLOSS_TARGETS)
    tl_output_printf(page->output, " <i>+%u</i>", n - GLOSS_TARGETS);
  tl_output_puts(page->output, n ? "</li>\n" : " <i>no equivalent</i></li>\n");
}

static void put_name_gloss(const Row *row, const TlumachName *name) {
  const TlPage *page = row->page;
  tl_output_puts(page->output, "<li>");
  tl_page_text(page, "b", "", page->report->source_language, name->citation);
  tl_output_putc(page->output, ' ');
  tl_page_text(page, "button", " type=\"button\" class=\"put\" tabindex=\"-1\"", page->report->target_language,
               name->romanized);
  tl_output_puts(page->output, "</li>\n");
}

/* Each term and name of the unit once, with what may be written for it. */
static void put_glosses(const Row *row) {
  const TlumachUnit *unit = row->unit;
  g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
  if (unit->n_terms + unit->n_names == 0)
    return;
  tl_output_puts(row->page->output, "<ul class=\"gloss\">\n");
  for (guint i = 0; i < unit->n_terms; i++)
    if (g_hash_table_add(seen, (gpointer)unit->terms[i].hit.term))
      put_term_gloss(row, &unit->terms[i]);
  for (guint i = 0; i < unit->n_names; i++)
    if (g_hash_table_add(seen, (gpointer)tl_summary_name(row->page->summary, &unit->names[i])))
      put_name_gloss(row, &unit->names[i]);
  tl_output_puts(row->page->output, "</ul>\n");
}

static void put_memory(const Row *row) {
  TlOutput *out = row->page->output;
  if (row->unit->n_suggestions == 0)
    return;
  tl_output_puts(out, "<ul class=\"memory\">\n");
  for (guint i = 0; i < row->unit->n_suggestions; i++) {
    const TlumachSuggestion *match = &row->unit->suggestions[i];
    tl_output_printf(out, "<li><i>%u %%</i> ", match->score);
    tl_page_text(row->page, "button", " type=\"button\" class=\"put\" tabindex=\"-1\"",
                 row->page->report->target_language, match->target);
    g_autofree char *origin = tl_suggestion_origin(match);
    if (origin) {
      tl_output_puts(out, " <cite>");
      tl_xml_write_text(out, origin, -1);
      tl_output_puts(out, "</cite>");
    }
    g_autoptr(GString) remarks = g_string_new(NULL);
    tl_append_remarks(remarks, match);
    if (remarks->len) {
      tl_output_puts(out, " <small>");
      tl_xml_write_text(out, remarks->str, (gssize)remarks->len);
      tl_output_puts(out, "</small>");
    }
    tl_output_puts(out, "</li>\n");
  }
  tl_output_puts(out, "</ul>\n");
}

static void put_cell(const Row *row) {
  TlOutput *out = row->page->output;
  tl_output_puts(out,
                 "<div class=\"target\"><div class=\"text edit\" contenteditable=\"plaintext-only\" role=\"textbox\" "
                 "aria-multiline=\"true\" spellcheck=\"true\"");
  tl_page_attribute(row->page, "lang", row->page->report->target_language);
  tl_output_printf(out, " aria-label=\"Translation of segment %u\">", row->number);
  if (row->unit->target)
    tl_page_put_target(row->page, row->unit);
  tl_output_puts(out, "</div>\n");
  tl_page_put_findings(row->page, row->unit);
  put_memory(row);
  tl_output_puts(out, "</div>");
}

/* `first`: it begins a paragraph. */
static void put_row(const Row *row, TlumachDocument *document, TlumachBlockKind kind, gboolean first) {
  TlOutput *out = row->page->output;
  size_t line, column;
  tlumach_document_locate(document, row->unit->segment.span.start, TLUMACH_COLUMN_CHARACTER, &line, &column);
  tl_output_printf(out,
                   "<li id=\"s%u\" class=\"unit%s%s%s\" data-line=\"%zu\"><a class=\"number\" href=\"#s%u\">%u</a>\n",
                   row->number, first ? " first" : "", kind == TLUMACH_BLOCK_HEADING ? " heading" : "",
                   tl_unit_is_doubtful(row->unit) ? " doubtful" : "", line, row->number, row->number);
  tl_output_puts(out, "<div class=\"source\">");
  put_source(row);
  put_glosses(row);
  tl_output_puts(out, "</div>\n");
  put_cell(row);
  tl_output_puts(out, "</li>\n");
}

static guint put_file(const TlPage *page, const TlumachReportFile *file, guint number) {
  guint n_blocks;
  const TlumachBlock *blocks = tlumach_document_blocks(file->document, &n_blocks);
  tl_output_puts(page->output, "<section class=\"file\"");
  tl_page_attribute(page, "data-name", tlumach_document_name(file->document));
  tl_page_attribute(page, "data-format", tlumach_document_format(file->document));
  tl_output_puts(page->output, ">\n");
  if (page->report->n_files > 1) {
    tl_output_puts(page->output, "<h2>");
    tl_xml_write_text(page->output, tlumach_document_name(file->document), -1);
    tl_output_puts(page->output, "</h2>\n");
  }
  tl_output_puts(page->output, "<ol class=\"units\">\n");
  for (guint i = 0; i < file->n_units; i++) {
    const TlumachSegment *segment = &file->units[i].segment;
    const Row row = {page, &file->units[i], tlumach_document_text(file->document, NULL), ++number};
    gboolean first = i == 0 || file->units[i - 1].segment.block != segment->block;
    TlumachBlockKind kind = segment->block < n_blocks ? blocks[segment->block].kind : TLUMACH_BLOCK_PARAGRAPH;
    put_row(&row, file->document, kind, first);
  }
  tl_output_puts(page->output, "</ol>\n</section>\n");
  return number;
}

void tl_page_put_units(const TlPage *page) {
  guint number = 0;
  for (guint i = 0; i < page->report->n_files; i++)
    number = put_file(page, &page->report->files[i], number);
}
