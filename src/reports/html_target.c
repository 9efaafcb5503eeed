/* The translation of a row of the page: where it renders terms of the source, and where something is wrong with it. */
#include <string.h>

#include "base/xml_write.h"
#include "reports/html.h"

/* The next finding with a place from `at` on: of several that begin there the longest. */
static const TlumachUnitFinding *next_finding(const TlumachUnit *unit, size_t at) {
  const TlumachUnitFinding *next = NULL;
  for (guint i = 0; i < unit->n_findings; i++) {
    const TlumachUnitFinding *one = &unit->findings[i];
    if (one->span.start < at || one->span.end <= one->span.start)
      continue;
    if (!next || one->span.start < next->span.start ||
        (one->span.start == next->span.start && one->span.end > next->span.end))
      next = one;
  }
  return next;
}

/* The next place of a term that begins from `at` on and ends before `limit`. */
static const TlumachRendering *next_rendering(const TlumachUnit *unit, size_t at, size_t limit) {
  for (guint i = 0; i < unit->n_renderings; i++)
    if (unit->renderings[i].span.start >= at)
      return unit->renderings[i].span.end <= limit ? &unit->renderings[i] : NULL;
  return NULL;
}

static void put_text(const TlPage *page, const TlumachUnit *unit, size_t from, size_t to) {
  tl_xml_write_text(page->output, unit->target + from, (gssize)(to - from));
}

/* Terms of the part between two findings. */
static void put_between(const TlPage *page, const TlumachUnit *unit, size_t at, size_t end) {
  for (const TlumachRendering *one; (one = next_rendering(unit, at, end)); at = one->span.end) {
    put_text(page, unit, at, one->span.start);
    tl_output_puts(page->output, "<mark");
    tl_page_attribute(page, "title", unit->terms[one->term].hit.term->text);
    tl_output_putc(page->output, '>');
    put_text(page, unit, one->span.start, one->span.end);
    tl_output_puts(page->output, "</mark>");
  }
  put_text(page, unit, at, end);
}

void tl_page_put_target(const TlPage *page, const TlumachUnit *unit) {
  size_t at = 0;
  for (const TlumachUnitFinding *one; (one = next_finding(unit, at)); at = one->span.end) {
    put_between(page, unit, at, one->span.start);
    tl_output_printf(page->output, "<mark class=\"%s\"", tlumach_severity_name(one->severity));
    tl_page_attribute(page, "title", one->message);
    tl_output_putc(page->output, '>');
    put_text(page, unit, one->span.start, one->span.end);
    tl_output_puts(page->output, "</mark>");
  }
  put_between(page, unit, at, strlen(unit->target));
}

void tl_page_put_findings(const TlPage *page, const TlumachUnit *unit) {
  if (unit->n_findings == 0)
    return;
  tl_output_puts(page->output, "<ol class=\"findings\">\n");
  for (guint i = 0; i < unit->n_findings; i++) {
    const TlumachUnitFinding *one = &unit->findings[i];
    tl_output_printf(page->output, "<li class=\"%s\">", tlumach_severity_name(one->severity));
    tl_xml_write_text(page->output, one->message, -1);
    tl_output_printf(page->output, "<span class=\"check\">%s · %s</span></li>\n", one->id,
                     tlumach_severity_name(one->severity));
  }
  tl_output_puts(page->output, "</ol>\n");
}
