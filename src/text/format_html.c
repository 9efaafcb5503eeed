/* HTML: text of the body and of <title>, in blocks by the elements that end a line on a page; alternative texts as
 * blocks of their own. */
#include <string.h>

#include "base/xml_html.h"
#include "base/xml_tree.h"
#include "text/formats.h"

typedef struct Reading {
  TlDocumentBuilder *builder;
  const char *text;
  guint skip; /* inside elements without text for a reader */
  TlumachBlockKind kind;
} Reading;

typedef struct Known {
  const char *name;
  TlumachBlockKind kind;
} Known;

static const Known block_elements[] = {{"p", TLUMACH_BLOCK_PARAGRAPH},
                                       {"div", TLUMACH_BLOCK_PARAGRAPH},
                                       {"h1", TLUMACH_BLOCK_HEADING},
                                       {"h2", TLUMACH_BLOCK_HEADING},
                                       {"h3", TLUMACH_BLOCK_HEADING},
                                       {"h4", TLUMACH_BLOCK_HEADING},
                                       {"h5", TLUMACH_BLOCK_HEADING},
                                       {"h6", TLUMACH_BLOCK_HEADING},
                                       {"title", TLUMACH_BLOCK_HEADING},
                                       {"li", TLUMACH_BLOCK_ITEM},
                                       {"dt", TLUMACH_BLOCK_ITEM},
                                       {"dd", TLUMACH_BLOCK_ITEM},
                                       {"td", TLUMACH_BLOCK_CELL},
                                       {"th", TLUMACH_BLOCK_CELL},
                                       {"caption", TLUMACH_BLOCK_PARAGRAPH},
                                       {"tr", TLUMACH_BLOCK_PARAGRAPH},
                                       {"table", TLUMACH_BLOCK_PARAGRAPH},
                                       {"ul", TLUMACH_BLOCK_PARAGRAPH},
                                       {"ol", TLUMACH_BLOCK_PARAGRAPH},
                                       {"dl", TLUMACH_BLOCK_PARAGRAPH},
                                       {"section", TLUMACH_BLOCK_PARAGRAPH},
                                       {"article", TLUMACH_BLOCK_PARAGRAPH},
                                       {"header", TLUMACH_BLOCK_PARAGRAPH},
                                       {"footer", TLUMACH_BLOCK_PARAGRAPH},
                                       {"main", TLUMACH_BLOCK_PARAGRAPH},
                                       {"nav", TLUMACH_BLOCK_PARAGRAPH},
                                       {"aside", TLUMACH_BLOCK_PARAGRAPH},
                                       {"blockquote", TLUMACH_BLOCK_PARAGRAPH},
                                       {"pre", TLUMACH_BLOCK_PARAGRAPH},
                                       {"figure", TLUMACH_BLOCK_PARAGRAPH},
                                       {"figcaption", TLUMACH_BLOCK_PARAGRAPH},
                                       {"hr", TLUMACH_BLOCK_PARAGRAPH},
                                       {"address", TLUMACH_BLOCK_PARAGRAPH},
                                       {"form", TLUMACH_BLOCK_PARAGRAPH},
                                       {"option", TLUMACH_BLOCK_ITEM},
                                       {"button", TLUMACH_BLOCK_PARAGRAPH},
                                       {"body", TLUMACH_BLOCK_PARAGRAPH},
                                       {"head", TLUMACH_BLOCK_PARAGRAPH},
                                       {"html", TLUMACH_BLOCK_PARAGRAPH},
                                       {"summary", TLUMACH_BLOCK_PARAGRAPH},
                                       {"details", TLUMACH_BLOCK_PARAGRAPH},
                                       {NULL, TLUMACH_BLOCK_PARAGRAPH}};

static const Known *block_element(const char *name) {
  for (const Known *known = block_elements; known->name; known++)
    if (strcmp(known->name, name) == 0)
      return known;
  return NULL;
}

static guint is_skipped(const char *name) {
  return strcmp(name, "script") == 0 || strcmp(name, "style") == 0 || strcmp(name, "template") == 0 ||
         strcmp(name, "noscript") == 0 || strcmp(name, "textarea") == 0;
}

/* Breaks the block when a block element begins or ends. */
static void boundary(Reading *reading, const Known *known, TlumachBlockKind next) {
  if (!known)
    return;
  tl_builder_end_block(reading->builder, reading->kind);
  reading->kind = next;
}

/* Where the value of the first attribute of this name stands, whatever its capitals; empty: nowhere, or without quotes,
 * where nothing could be put in. */
static TlumachSpan find_attribute(const char *text, TlumachSpan tag, const char *attribute) {
  size_t length = strlen(attribute);
  TlumachSpan name, value;
  for (size_t at = 0; tl_xml_tag_next(text, tag, &at, &name, &value);)
    if (name.end - name.start == length && g_ascii_strncasecmp(text + name.start, attribute, length) == 0)
      return strchr("\"'", text[value.start - 1]) ? value : (TlumachSpan){0, 0};
  return (TlumachSpan){0, 0};
}

static void add_attribute(Reading *reading, const TlXmlElement *e, const char *attribute) {
  const char *value = tl_xml_attribute(e, NULL, attribute);
  if (!value || !*value || e->tag.end <= e->tag.start)
    return;
  size_t length = strlen(value);
  TlumachSpan said = find_attribute(reading->text, e->tag, attribute);
  tl_builder_end_block(reading->builder, reading->kind);
  if (said.end - said.start == length && memcmp(reading->text + said.start, value, length) == 0)
    tl_builder_copy(reading->builder, said);
  else /* entities in it, or no quotes: it stands for the tag as a whole */
    tl_builder_replace(reading->builder, e->tag, value, length);
  tl_builder_end_block(reading->builder, TLUMACH_BLOCK_ATTRIBUTE);
}

static gboolean on_start(gpointer user, const TlXmlElement *e, GError **error) {
  Reading *reading = user;
  (void)error;
  const Known *known = block_element(e->local);
  boundary(reading, known, known ? known->kind : TLUMACH_BLOCK_PARAGRAPH);
  reading->skip += is_skipped(e->local);
  if (strcmp(e->local, "br") == 0)
    tl_builder_replace(reading->builder, e->tag, "\n", 1);
  if (strcmp(e->local, "img") == 0)
    add_attribute(reading, e, "alt");
  return TRUE;
}

static gboolean on_end(gpointer user, const TlXmlElement *e, GError **error) {
  Reading *reading = user;
  (void)error;
  boundary(reading, block_element(e->local), TLUMACH_BLOCK_PARAGRAPH);
  reading->skip -= is_skipped(e->local);
  return TRUE;
}

static gboolean on_text(gpointer user, const char *text, size_t length, TlumachSpan span, GError **error) {
  Reading *reading = user;
  (void)error;
  if (reading->skip)
    return TRUE;
  if (span.end - span.start == length && memcmp(reading->text + span.start, text, length) == 0)
    tl_builder_copy(reading->builder, span);
  else
    tl_builder_replace(reading->builder, span, text, length);
  return TRUE;
}

static gboolean read_html(TlDocumentBuilder *builder, const char *name, const char *text, size_t length,
                          TlumachNewline newline, GError **error) {
  static const TlXmlHandler handler = {.start = on_start, .end = on_end, .text = on_text};
  (void)newline;
  Reading reading = {.builder = builder, .text = text};
  gboolean done = tl_html_parse(name, text, length, &handler, &reading, error);
  tl_builder_end_block(builder, TLUMACH_BLOCK_PARAGRAPH);
  return done;
}

static gboolean recognise_html(const char *text, size_t length) {
  size_t at = 0;
  while (at < length && at < 200 && (g_ascii_isspace(text[at]) || (guchar)text[at] >= 0x80))
    at++;
  return length - at > 15 &&
         (g_ascii_strncasecmp(text + at, "<!doctype html", 14) == 0 || g_ascii_strncasecmp(text + at, "<html", 5) == 0);
}

const TlFormat tl_format_html = {
    .name = "html", .endings = ".html .htm .xhtml", .marked_up = TRUE, .recognise = recognise_html, .read = read_html};
