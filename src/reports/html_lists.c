/* The lists beside the text. An entry has all that the page knows of a term, name or misspelling; cards are copies of
 * entries, and `data-line` is what notes of other formats say (notes.h). */
#include "base/xml_write.h"
#include "reports/html.h"
#include "reports/notes.h"
#include "reports/pieces.h"

/* The link of the count leads to the first unit. */
static void open_entry(const TlPage *page, const TlEntry *entry, char kind, const GString *line, const char *head) {
  TlOutput *out = page->output;
  tl_output_printf(out, "<li id=\"%c%u\"", kind, entry->number);
  tl_page_attribute(page, "data-line", line->str);
  tl_output_puts(out, "><p class=\"head\">");
  tl_page_text(page, "b", "", page->report->source_language, head);
  tl_output_printf(out, " <a class=\"count\" href=\"#s%u\" title=\"Go to its places\">%u</a></p>\n", entry->unit,
                   entry->count);
}

static void put_paragraph(const TlPage *page, const char *class_name, const char *text) {
  if (!text || !*text)
    return;
  tl_output_printf(page->output, "<p class=\"%s\">", class_name);
  tl_xml_write_text(page->output, text, -1);
  tl_output_puts(page->output, "</p>\n");
}

static void put_target(const TlPage *page, const TlumachTerm *target) {
  const char *status = tlumach_status_name(target->status);
  tl_output_puts(page->output, "<li>");
  tl_page_equivalent(page, target);
  if (status)
    tl_output_printf(page->output, " <i class=\"status %s\">%s</i>", status, status);
  if (target->note) {
    tl_output_puts(page->output, " <span class=\"note\">");
    tl_xml_write_text(page->output, target->note, -1);
    tl_output_puts(page->output, "</span>");
  }
  tl_output_puts(page->output, "</li>\n");
}

/* The subject and the file that it comes from. */
static void put_origin(const TlPage *page, const TlumachTermUse *use) {
  const char *subject = use->hit.term->concept->subject;
  g_autofree char *base = use->origin ? g_path_get_basename(use->origin) : NULL;
  g_autofree char *line = base && subject ? g_strconcat(subject, " · ", base, NULL) : g_strdup(base ? base : subject);
  put_paragraph(page, "origin", line);
}

static void put_term(const TlPage *page, const TlEntry *entry) {
  const TlumachTermUse *use = entry->first.term;
  const TlumachTerm *term = use->hit.term;
  g_autoptr(GString) line = g_string_new(NULL);
  tl_append_term(line, use);
  open_entry(page, entry, TL_ID_TERM, line, term->text);
  if (tl_status_is_bad(term->status))
    put_paragraph(page, "status deprecated", tlumach_status_name(term->status));
  tl_output_puts(page->output, "<ul class=\"equivalents\">\n");
  for (guint i = 0; use->targets[i]; i++)
    put_target(page, use->targets[i]);
  if (!use->targets[0])
    tl_output_puts(page->output, "<li><i>no equivalent</i></li>\n");
  tl_output_puts(page->output, "</ul>\n");
  put_paragraph(page, "definition", term->concept->definition);
  put_paragraph(page, "note", term->note);
  put_paragraph(page, "note", term->concept->note);
  put_origin(page, use);
  tl_output_puts(page->output, "</li>\n");
}

static void put_name(const TlPage *page, const TlEntry *entry) {
  const TlumachName *name = entry->first.name;
  g_autoptr(GString) line = g_string_new(NULL);
  tl_append_name(line, name);
  open_entry(page, entry, TL_ID_NAME, line, name->citation);
  tl_output_puts(page->output, "<ul class=\"equivalents\"><li>");
  tl_page_text(page, "button", " type=\"button\" class=\"put\" tabindex=\"-1\"", page->report->target_language,
               name->romanized);
  tl_output_puts(page->output, "</li></ul></li>\n");
}

static void put_misspelling(const TlPage *page, const TlEntry *entry) {
  const TlumachMisspelling *wrong = entry->first.misspelling;
  g_autoptr(GString) line = g_string_new(NULL), word = g_string_new(NULL);
  tl_append_misspelling(line, wrong, entry->text);
  tl_append_line(word, entry->text, wrong->span);
  open_entry(page, entry, TL_ID_MISSPELLING, line, word->str);
  tl_output_puts(page->output, "<ul class=\"suggestions\">\n");
  for (guint i = 0; wrong->suggestions[i]; i++)
    tl_page_text(page, "li", "", page->report->source_language, wrong->suggestions[i]);
  if (!wrong->suggestions[0])
    tl_output_puts(page->output, "<li><i>no suggestion</i></li>");
  tl_output_puts(page->output, "</ul></li>\n");
}

static void put_list(const TlPage *page, const char *id, const char *title, const GPtrArray *entries,
                     void (*put)(const TlPage *page, const TlEntry *entry)) {
  g_autoptr(GPtrArray) sorted = tl_summary_by_count(entries);
  if (entries->len == 0)
    return;
  tl_output_printf(page->output, "<section class=\"list\" id=\"%s\"><h2>%s</h2>\n<ul class=\"entries\">\n", id, title);
  for (guint i = 0; i < sorted->len; i++)
    put(page, sorted->pdata[i]);
  tl_output_puts(page->output, "</ul></section>\n");
}

void tl_page_put_lists(const TlPage *page) {
  put_list(page, "terms", "Terms", page->summary->terms, put_term);
  put_list(page, "names", "Names", page->summary->names, put_name);
  put_list(page, "misspellings", "Misspellings", page->summary->misspellings, put_misspelling);
}
