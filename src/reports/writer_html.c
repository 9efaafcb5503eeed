/* The page: everything in one file, nothing from outside. Its frame, style and script are files of page/, brought in
 * by the build; what comes from texts and term bases is escaped (tl_xml_write_text also serves HTML) and is never
 * script: the page's policy names its one script and its one style by their hashes (CSP 3, §2.3.1) and allows nothing
 * else. */
#include <string.h>

#include "base/xml_write.h"
#include "reports/html.h"
#include "reports/notes.h"
#include "reports/page_css.h"
#include "reports/page_html.h"
#include "reports/page_js.h"
#include "reports/report.h"

void tl_page_attribute(const TlPage *page, const char *name, const char *value) {
  tl_output_printf(page->output, " %s=\"", name);
  tl_xml_write_attribute(page->output, value, -1);
  tl_output_putc(page->output, '"');
}

void tl_page_text(const TlPage *page, const char *element, const char *attributes, const char *language,
                  const char *text) {
  tl_output_printf(page->output, "<%s%s", element, attributes);
  tl_page_attribute(page, "lang", language);
  tl_output_putc(page->output, '>');
  tl_xml_write_text(page->output, text, -1);
  tl_output_printf(page->output, "</%s>", element);
}

void tl_page_equivalent(const TlPage *page, const TlumachTerm *term) {
  if (tl_status_is_bad(term->status))
    tl_page_text(page, "s", "", term->language, term->text);
  else
    tl_page_text(page, "button", " type=\"button\" class=\"put\" tabindex=\"-1\"", term->language, term->text);
}

/* The languages that the program is for; others go by their tags. */
const char *tl_page_language(const char *tag) {
  return strcmp(tag, "uk") == 0 ? "Ukrainian" : strcmp(tag, "en") == 0 ? "English" : tag;
}

static void put_source(const TlPage *page) {
  tl_xml_write_attribute(page->output, page->report->source_language, -1);
}

static void put_target(const TlPage *page) {
  tl_xml_write_attribute(page->output, page->report->target_language, -1);
}

static void put_source_name(const TlPage *page) {
  tl_xml_write_text(page->output, tl_page_language(page->report->source_language), -1);
}

static void put_target_name(const TlPage *page) {
  tl_xml_write_text(page->output, tl_page_language(page->report->target_language), -1);
}

/* The name of the one text, or how many they are. */
static void put_title(const TlPage *page) {
  if (page->report->n_files == 1) {
    g_autofree char *name = g_path_get_basename(tlumach_document_name(page->report->files[0].document));
    tl_xml_write_text(page->output, name, -1);
  } else {
    tl_output_printf(page->output, "%u texts", page->report->n_files);
  }
}

static void put_fact(const TlPage *page, const char *before, guint n, const char *noun) {
  tl_output_printf(page->output, "%s%u %s%s", before, n, noun, n == 1 ? "" : "s");
}

static void put_facts(const TlPage *page) {
  put_fact(page, "", page->summary->n_units, "segment");
  put_fact(page, " · ", page->summary->terms->len, "term");
  put_fact(page, " · ", page->summary->names->len, "name");
  put_fact(page, " · ", page->summary->misspellings->len, "misspelling");
}

/* Names the texts by their content: work kept in the browser is found again for the same texts only. */
static void put_key(const TlPage *page) {
  g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);
  for (guint i = 0; i < page->report->n_files; i++) {
    size_t length;
    const char *name = tlumach_document_name(page->report->files[i].document);
    const char *text = tlumach_document_text(page->report->files[i].document, &length);
    g_checksum_update(sum, (const guchar *)name, (gssize)strlen(name) + 1);
    g_checksum_update(sum, (const guchar *)text, (gssize)length);
  }
  tl_output_write(page->output, g_checksum_get_string(sum), 32);
}

void tl_page_hash(TlOutput *output, const guchar *data, size_t length) {
  guint8 digest[32];
  gsize size = sizeof digest;
  g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);
  g_checksum_update(sum, data, (gssize)length);
  g_checksum_get_digest(sum, digest, &size);
  g_autofree char *text = g_base64_encode(digest, size);
  tl_output_printf(output, "'sha256-%s'", text);
}

/* Without the NUL that the build puts at the end. */
#define SIZE(array) (sizeof(array) - 1)

static void put_style_hash(const TlPage *page) {
  tl_page_hash(page->output, page_css, SIZE(page_css));
}

static void put_script_hash(const TlPage *page) {
  tl_page_hash(page->output, page_js, SIZE(page_js));
}

static void put_style(const TlPage *page) {
  tl_output_write(page->output, (const char *)page_css, SIZE(page_css));
}

static void put_script(const TlPage *page) {
  tl_output_write(page->output, (const char *)page_js, SIZE(page_js));
}

static void put_version(const TlPage *page) {
  tl_output_puts(page->output, TLUMACH_VERSION);
}

/* What "{{name}}" in page.html stands for. */
static const struct {
  const char *name;
  void (*put)(const TlPage *page);
} parts[] = {{"title", put_title},
             {"facts", put_facts},
             {"key", put_key},
             {"version", put_version},
             {"source", put_source},
             {"target", put_target},
             {"source-name", put_source_name},
             {"target-name", put_target_name},
             {"style-hash", put_style_hash},
             {"script-hash", put_script_hash},
             {"style", put_style},
             {"script", put_script},
             {"units", tl_page_put_units},
             {"lists", tl_page_put_lists}};

static void put_part(const TlPage *page, const char *name, size_t length) {
  for (guint i = 0; i < G_N_ELEMENTS(parts); i++)
    if (strlen(parts[i].name) == length && strncmp(parts[i].name, name, length) == 0) {
      parts[i].put(page);
      return;
    }
  g_assert_not_reached(); /* page.html names a part that is not in the table */
}

gboolean tl_write_html(const TlumachReport *report, TlOutput *output, GError **error G_GNUC_UNUSED) {
  g_autoptr(TlSummary) summary = tl_summary_new(report);
  const TlPage page = {report, summary, output};
  const char *at = (const char *)page_html;
  for (const char *open; (open = strstr(at, "{{")) != NULL;) {
    const char *close = strstr(open, "}}");
    tl_output_write(output, at, (size_t)(open - at));
    put_part(&page, open + 2, (size_t)(close - open) - 2);
    at = close + 2;
  }
  tl_output_puts(output, at);
  return TRUE;
}
