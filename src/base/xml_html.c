/* libxml2 says what it has read, not where it stood. Where a piece of text stands is found from behind: it ends where
 * the parser is now, give or take what it has looked ahead, and is the same bytes, or else one reference that ends
 * there. */
#include "base/xml_html.h"

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>
#include <string.h>

#include "base/charset.h"
#include "base/error.h"
#include "base/position.h"

#define LOOKAHEAD 8u /* bytes that the parser may be ahead of what it reports */

typedef struct Html {
  const char *data;     /* as the parser sees it */
  const char *original; /* the same length */
  size_t length, last;  /* behind the last piece of text, or the last tag */
  size_t looked;        /* the bytes before this have been looked through, … */
  const char *open;     /* … and this is the last `<` of them */
  const TlXmlHandler *handler;
  gpointer user;
  htmlParserCtxtPtr context;
  GArray *attributes;
  GError *error;
  guint depth;
} Html;

static size_t place(const Html *html) {
  xmlParserInputPtr input = html->context->input;
  size_t at = input ? (size_t)input->consumed + (size_t)(input->cur - input->base) : html->length;
  return MIN(at, html->length);
}

/* The nearest `<` before `at`. No byte is looked at twice as the parser goes on: it may make up many a tag far behind
 * the last one. */
static const char *open_bracket(Html *html, size_t at) {
  size_t from = html->looked <= at ? html->looked : 0;
  const char *open = memrchr(html->data + from, '<', at - from);
  if (open || from == 0)
    html->open = open;
  html->looked = at;
  return html->open;
}

/* The tag that the parser is in or has just left; empty for one that it made up. */
static TlumachSpan tag_of(Html *html, const char *name, gboolean is_end) {
  size_t at = MIN(place(html) + 1, html->length), size = strlen(name);
  const char *open = open_bracket(html, at);
  if (!open)
    return (TlumachSpan){at, at};
  const char *said = open + 1 + is_end, *limit = html->data + html->length;
  if (said + size > limit || (is_end && open[1] != '/') || g_ascii_strncasecmp(said, name, size) != 0)
    return (TlumachSpan){at, at};
  if (!is_end && said + size > html->data + place(html)) /* not read yet: a forgotten <p> before text that a <p> ends */
    return (TlumachSpan){at, at};
  const char *close = memchr(html->data + MAX(place(html), 1) - 1, '>', html->length - MAX(place(html), 1) + 1);
  return (TlumachSpan){(size_t)(open - html->data), close ? (size_t)(close + 1 - html->data) : html->length};
}

static void call(Html *html, gboolean (*handle)(gpointer, const TlXmlElement *, GError **), const char *name,
                 gboolean is_end) {
  TlXmlElement element = {.local = name, .depth = html->depth, .tag = tag_of(html, name, is_end)};
  element.attributes = (const TlXmlAttribute *)(const void *)html->attributes->data;
  element.n_attributes = is_end ? 0 : html->attributes->len;
  if (element.tag.end > element.tag.start)
    html->last = MAX(html->last, element.tag.end);
  if (handle && !html->error && !handle(html->user, &element, &html->error))
    xmlStopParser(html->context);
}

static void on_start(void *user, const xmlChar *name, const xmlChar **attributes) {
  Html *html = user;
  html->depth++;
  g_array_set_size(html->attributes, 0);
  for (; attributes && attributes[0]; attributes += 2) {
    TlXmlAttribute attribute = {.local = (const char *)attributes[0],
                                .value = attributes[1] ? (const char *)attributes[1] : ""};
    g_array_append_val(html->attributes, attribute);
  }
  call(html, html->handler->start, (const char *)name, FALSE);
}

static void on_end(void *user, const xmlChar *name) {
  Html *html = user;
  call(html, html->handler->end, (const char *)name, TRUE);
  html->depth--;
}

static gboolean same_bytes(const Html *html, size_t end, const char *text, size_t length) {
  return end >= length && end <= html->length && end - length >= html->last &&
         memcmp(html->data + end - length, text, length) == 0;
}

static TlumachSpan source_of(const Html *html, const char *text, size_t length) {
  size_t now = place(html);
  if (same_bytes(html, html->last + length, text, length)) /* right behind the last piece, as a rule */
    return (TlumachSpan){html->last, html->last + length};
  for (size_t shift = 0; shift <= LOOKAHEAD; shift++) {
    if (now >= shift && same_bytes(html, now - shift, text, length))
      return (TlumachSpan){now - shift - length, now - shift};
    if (now + shift <= html->length && same_bytes(html, now + shift, text, length))
      return (TlumachSpan){now + shift - length, now + shift};
  }
  const char *and = now > html->last ? memrchr(html->data + html->last, '&', now - html->last) : NULL;
  return (TlumachSpan){and? (size_t)(and-html->data) : html->last, MAX(html->last, now)};
}

static void on_text(void *user, const xmlChar *text, int length) {
  Html *html = user;
  if (html->error || !html->handler->text)
    return;
  TlumachSpan span = source_of(html, (const char *)text, (size_t)length);
  html->last = span.end;
  if (span.end - span.start == (size_t)length && memcmp(html->data + span.start, text, (size_t)length) == 0)
    text = (const xmlChar *)html->original + span.start;
  if (!html->handler->text(html->user, (const char *)text, (size_t)length, span, &html->error))
    xmlStopParser(html->context);
}

/* At an odd byte libxml2 takes the rest for Latin-1, at a NUL for nothing; so it sees a full stop in the place of each.
 * NULL: there are none. */
static char *mend(const char *data, size_t length) {
  if (g_utf8_validate_len(data, length, NULL))
    return NULL;
  char *mended = g_memdup2(data, length);
  size_t n;
  for (size_t i = 0; i < length; i += n) {
    guint32 c;
    n = tl_utf8_next(data + i, length - i, &c);
    if (c == 0 || (c == 0xFFFD && n == 1))
      mended[i] = '.';
  }
  return mended;
}

gboolean tl_html_parse(const char *name, const char *data, size_t length, const TlXmlHandler *handler, gpointer user,
                       GError **error) {
  size_t bom = tl_bom_length(data, length);
  if (length > (1u << 30)) {
    tl_error_at(error, TLUMACH_ERROR_LIMIT, name, 0, 0, "is larger than 1 GiB");
    return FALSE;
  }
  if (length <= bom)
    return TRUE;
  xmlInitParser();
  g_autofree char *mended = mend(data, length);
  Html html = {.data = mended ? mended : data,
               .original = data,
               .length = length,
               .last = bom,
               .handler = handler,
               .user = user};
  html.context = htmlCreateMemoryParserCtxt(html.data, (int)length);
  if (!html.context) {
    tl_error_at(error, TLUMACH_ERROR_FORMAT, name, 0, 0, "cannot be parsed");
    return FALSE;
  }
  html.attributes = g_array_new(FALSE, FALSE, sizeof(TlXmlAttribute));
  htmlSAXHandler sax = {.initialized = 1,
                        .startElement = on_start,
                        .endElement = on_end,
                        .characters = on_text,
                        .ignorableWhitespace = on_text};
  *html.context->sax = sax;
  html.context->userData = &html;
  /* IGNORE_ENC: the data is UTF-8 now, whatever a <meta> says of the file. */
  htmlCtxtUseOptions(html.context,
                     HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING);
  xmlSwitchEncoding(html.context, XML_CHAR_ENCODING_UTF8);
  htmlParseDocument(html.context);
  if (html.context->myDoc)
    xmlFreeDoc(html.context->myDoc);
  htmlFreeParserCtxt(html.context);
  g_array_unref(html.attributes);
  if (!html.error)
    return TRUE;
  g_propagate_error(error, html.error);
  return FALSE;
}

size_t tl_html_entity(const char *reference, size_t length, char utf8[8]) {
  char name[40];
  if (length < 3 || length >= sizeof name || reference[0] != '&' || reference[length - 1] != ';')
    return 0;
  memcpy(name, reference + 1, length - 2);
  name[length - 2] = '\0';
  guint64 code = 0;
  if (name[0] == '#') {
    gboolean hex = name[1] == 'x' || name[1] == 'X';
    if (!g_ascii_string_to_unsigned(name + (hex ? 2 : 1), hex ? 16 : 10, 1, 0x10FFFF, &code, NULL))
      return 0;
  } else {
    const htmlEntityDesc *entity = htmlEntityLookup((const xmlChar *)name);
    code = entity ? entity->value : 0;
  }
  return code && g_unichar_validate((gunichar)code) ? (size_t)g_unichar_to_utf8((gunichar)code, utf8) : 0;
}
