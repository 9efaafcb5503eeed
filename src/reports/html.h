/* The parts of the page that writer_html.c fills its template with. */
#ifndef TL_REPORTS_HTML_H
#define TL_REPORTS_HTML_H

#include "base/output.h"
#include "reports/summary.h"

/* The page on its way. */
typedef struct TlPage {
  const TlumachReport *report;
  const TlSummary *summary;
  TlOutput *output;
} TlPage;

/* All units, a section a file; English cells are to be written in. */
void tl_page_put_units(const TlPage *page);
/* A unit's translation, with marks where terms of the source are rendered and where something is wrong. */
void tl_page_put_target(const TlPage *page, const TlumachUnit *unit);
/* What is wrong with it; nothing where nothing is. */
void tl_page_put_findings(const TlPage *page, const TlumachUnit *unit);
/* The lists beside them: terms, names and misspellings of the whole, with counts. */
void tl_page_put_lists(const TlPage *page);

/* ` name="value"`, escaped. */
void tl_page_attribute(const TlPage *page, const char *name, const char *value);
/* An element with an attribute `lang` and text, escaped. `attributes` stands as it is: constant text. */
void tl_page_text(const TlPage *page, const char *element, const char *attributes, const char *language,
                  const char *text);
/* "'sha256-…'": what the page's policy calls its style or script by. */
void tl_page_hash(TlOutput *output, const guchar *data, size_t length);
/* "Ukrainian"; the tag itself for languages that the program is not for. */
const char *tl_page_language(const char *tag);
/* An equivalent: a button that puts it into the translation, or struck out when it must not be used. */
void tl_page_equivalent(const TlPage *page, const TlumachTerm *term);

/* Ids: "t3", "n1", "m2". */
#define TL_ID_TERM 't'
#define TL_ID_NAME 'n'
#define TL_ID_MISSPELLING 'm'

#endif
