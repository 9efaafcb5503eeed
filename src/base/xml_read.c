/* SAX2 over one buffer, which is handed over in pieces: libxml2 would copy the whole. Where a tag stands is read off
 * the parser's own place in the input: when a start tag is reported it stands at its `>` or `/>`, when an end tag is,
 * behind it; no tag can have a `<` inside, so its start is the nearest one before. */
#include "base/xml_read.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <string.h>

#include "base/charset.h"
#include "base/error.h"
#include "base/file.h"
#include "base/position.h"
#include "base/xml_limits.h"

typedef struct Reader {
  const char *name, *data;
  size_t length;
  const TlXmlHandler *handler;
  gpointer user;
  xmlParserCtxtPtr context;
  GError *error;
  guint depth;
  size_t last;      /* end of what was reported last */
  gboolean lines;   /* libxml2's line numbers are ours: no line ends at a CR alone */
  size_t start_end; /* end of the last start tag: an end tag that ends there too is that of <x/> */
  GArray *attributes;
  GString *values;
  TlPositions *positions;
} Reader;

/* What of the data libxml2 has not asked for yet. */
typedef struct Feed {
  const char *at;
  size_t left;
} Feed;

static int feed(void *user, char *buffer, int length) {
  Feed *f = user;
  size_t n = MIN(f->left, (size_t)length);
  memcpy(buffer, f->at, n);
  f->at += n;
  f->left -= n;
  return (int)n;
}

static size_t place(const Reader *r) {
  xmlParserInputPtr input = r->context->input;
  size_t at = input ? (size_t)input->consumed + (size_t)(input->cur - input->base) : r->length;
  return MIN(at, r->length);
}

static void stop(Reader *r) {
  xmlStopParser(r->context);
}

static void refuse(Reader *r, TlumachError code, const char *format, ...) G_GNUC_PRINTF(3, 4);
static void refuse(Reader *r, TlumachError code, const char *format, ...) {
  if (r->error)
    return;
  va_list arguments;
  va_start(arguments, format);
  g_autofree char *what = g_strdup_vprintf(format, arguments);
  va_end(arguments);
  size_t line, column;
  tl_locate(r->data, r->length, place(r), &line, &column);
  tl_error_at(&r->error, code, r->name, line, column, "%s", what);
  stop(r);
}

static size_t open_bracket(const Reader *r, size_t before) {
  const char *at = before > 0 ? memrchr(r->data, '<', before) : NULL;
  return at ? (size_t)(at - r->data) : 0;
}

static size_t line_ends(const char *data, TlumachSpan span) {
  size_t n = 0;
  for (const char *at = data + span.start; (at = memchr(at, '\n', span.end - (size_t)(at - data))); at++)
    n++;
  return n;
}

static gboolean has_lone_cr(const char *data, size_t length) {
  const char *at = data, *end = data + length;
  while ((at = memchr(at, '\r', (size_t)(end - at))) && at + 1 < end && at[1] == '\n')
    at++;
  return at != NULL;
}

static TlXmlElement element_at(const Reader *r, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri,
                               TlumachSpan tag) {
  return (TlXmlElement){.prefix = (const char *)prefix,
                        .local = (const char *)local,
                        .uri = (const char *)uri,
                        .depth = r->depth,
                        .positions = r->positions,
                        .tag = tag};
}

/* libxml2 leaves an ampersand in a value as "&#38;", for a tree that we do not build. */
static void take_value(Reader *r, const char *value, const char *end) {
  if (memchr(value, '&', (size_t)(end - value)))
    for (const char *and; (and = memmem(value, (size_t)(end - value), "&#38;", 5)); value = and+5)
      g_string_append_len(r->values, value, and+1 - value);
  g_string_append_len(r->values, value, end - value);
  g_string_append_c(r->values, '\0');
}

/* libxml2's attributes are five pointers each, values not terminated. */
static void take_attributes(Reader *r, int n, const xmlChar **attributes) {
  g_array_set_size(r->attributes, 0);
  g_string_set_size(r->values, 0);
  for (int i = 0; i < n; i++)
    take_value(r, (const char *)attributes[5 * i + 3], (const char *)attributes[5 * i + 4]);
  const char *value = r->values->str;
  for (int i = 0; i < n; i++) {
    TlXmlAttribute attribute = {(const char *)attributes[5 * i + 1], (const char *)attributes[5 * i],
                                (const char *)attributes[5 * i + 2], value};
    g_array_append_val(r->attributes, attribute);
    value += strlen(value) + 1;
  }
}

static void on_start(void *user, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri, int n_namespaces,
                     const xmlChar **namespaces, int n_attributes, int n_defaulted, const xmlChar **attributes) {
  Reader *r = user;
  (void)n_namespaces, (void)namespaces, (void)n_defaulted;
  if (r->error)
    return;
  if (++r->depth > TL_XML_DEPTH_MAX) {
    refuse(r, TLUMACH_ERROR_LIMIT, "elements are nested more than %u deep", TL_XML_DEPTH_MAX);
    return;
  }
  size_t at = place(r);
  size_t end = at < r->length && r->data[at] == '/' ? at + 2 : at + 1;
  TlumachSpan tag = {open_bracket(r, at), MIN(end, r->length)};
  r->last = r->start_end = tag.end;
  if (!r->handler->start)
    return;
  take_attributes(r, n_attributes, attributes);
  TlXmlElement element = element_at(r, local, prefix, uri, tag);
  element.line = r->lines ? (size_t)r->context->input->line - line_ends(r->data, tag) : 0;
  element.attributes = (const TlXmlAttribute *)(const void *)r->attributes->data;
  element.n_attributes = r->attributes->len;
  if (!r->handler->start(r->user, &element, &r->error))
    stop(r);
}

static void on_end(void *user, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri) {
  Reader *r = user;
  if (r->error)
    return;
  size_t at = place(r);
  TlumachSpan tag = {at, at};
  if (at != r->start_end)
    tag.start = open_bracket(r, at);
  r->last = at;
  if (r->handler->end) {
    TlXmlElement element = element_at(r, local, prefix, uri, tag);
    if (!r->handler->end(r->user, &element, &r->error))
      stop(r);
  }
  r->depth--;
}

/* Where text that began at `start` ends. The parser reports references and sections when it stands behind them (they
 * are longer than what they stand for), other text also before: that is followed through the data, where line ends may
 * be CR LF (XML 1.0 §2.11). */
static size_t text_end(const Reader *r, size_t start, const char *text, size_t length, size_t now) {
  size_t at = start + length;
  if (at <= r->length && !memchr(r->data + start, '\r', length))
    return MAX(at, now);
  at = start;
  for (size_t i = 0; i < length && at < r->length; i++)
    at += text[i] == '\n' && r->data[at] == '\r' && at + 1 < r->length && r->data[at + 1] == '\n' ? 2 : 1;
  return MAX(at, now);
}

static void on_text(void *user, const xmlChar *text, int length) {
  Reader *r = user;
  size_t now = place(r), start = MIN(r->last, now);
  TlumachSpan span = {start, text_end(r, start, (const char *)text, (size_t)length, now)};
  r->last = span.end;
  if (!r->error && r->handler->text && !r->handler->text(r->user, (const char *)text, (size_t)length, span, &r->error))
    stop(r);
}

static void on_comment(void *user, const xmlChar *text) {
  Reader *r = user;
  r->last = place(r);
  if (!r->error && r->handler->comment)
    r->handler->comment(r->user, (const char *)text);
}

static void on_instruction(void *user, const xmlChar *target, const xmlChar *text) {
  Reader *r = user;
  size_t at = place(r), start = at - MIN(at, strlen("?>"));
  r->last = at;
  if (r->error || !r->handler->instruction)
    return;
  while (start > 0 && !(r->data[start] == '<' && r->data[start + 1] == '?'))
    start--;
  TlXmlElement element = element_at(r, target, NULL, NULL, (TlumachSpan){start, at});
  r->handler->instruction(r->user, &element, text ? (const char *)text : "");
}

static xmlEntityPtr on_entity(void *user, const xmlChar *name) {
  xmlEntityPtr own = xmlGetPredefinedEntity(name);
  if (!own)
    refuse(user, TLUMACH_ERROR_FORMAT, "the entity &%s; is not defined: write the character itself",
           (const char *)name);
  return own;
}

static void on_reference(void *user, const xmlChar *name) {
  refuse(user, TLUMACH_ERROR_FORMAT, "the entity &%s; is not defined: write the character itself", (const char *)name);
}

/* Some faults come only here, with the parse going on; and some warnings are faults (an undeclared entity behind a
 * DOCTYPE). */
static void on_error(void *user, xmlErrorPtr fault) {
  Reader *r = user;
  if (r->error || (fault->level == XML_ERR_WARNING && fault->code != XML_WAR_UNDECLARED_ENTITY))
    return;
  gboolean bare = fault->message && strstr(fault->message, "xmlParseEntityRef: no name");
  g_autofree char *message = g_strdup(bare             ? "\"&\" begins no reference: for the character write &amp;"
                                      : fault->message ? fault->message
                                                       : "not well-formed");
  g_strchomp(message);
  size_t line, column;
  tl_locate(r->data, r->length, place(r), &line, &column);
  tl_error_at(&r->error, TLUMACH_ERROR_FORMAT, r->name, line, column, "%s", message);
  stop(r);
}

gboolean tl_xml_parse(const char *name, const char *data, size_t length, const TlXmlHandler *handler, gpointer user,
                      GError **error) {
  size_t bom = tl_bom_length(data, length);
  if (!tl_xml_check_limits(name, data, length, error))
    return FALSE;
  if (length == bom || length > (1u << 30)) {
    tl_error_at(error, TLUMACH_ERROR_FORMAT, name, 0, 0, length == bom ? "is empty" : "is larger than 1 GiB");
    return FALSE;
  }
  size_t good = tl_utf8_good(data, length);
  if (good < length) {
    size_t line, column;
    tl_locate(data, length, good, &line, &column);
    tl_error_at(error, TLUMACH_ERROR_FORMAT, name, line, column,
                "byte %zu is not UTF-8; if the file is in another encoding, its XML declaration must say so", good);
    return FALSE;
  }
  xmlInitParser();
  Reader r = {.name = name, .data = data, .length = length, .handler = handler, .user = user};
  Feed all = {data, length};
  r.context = xmlCreateIOParserCtxt(NULL, NULL, feed, NULL, &all, XML_CHAR_ENCODING_NONE);
  if (!r.context) {
    tl_error_at(error, TLUMACH_ERROR_FORMAT, name, 0, 0, "cannot be parsed");
    return FALSE;
  }
  xmlSAXHandler sax = {.initialized = XML_SAX2_MAGIC,
                       .startElementNs = on_start,
                       .endElementNs = on_end,
                       .characters = on_text,
                       .ignorableWhitespace = on_text,
                       .cdataBlock = on_text,
                       .comment = on_comment,
                       .processingInstruction = on_instruction,
                       .getEntity = on_entity,
                       .reference = on_reference,
                       .serror = on_error};
  *r.context->sax = sax;
  r.context->userData = &r;
  /* NONET: no file, no network; IGNORE_ENC: the data is UTF-8 now, whatever the declaration says of the file. */
  xmlCtxtUseOptions(r.context, XML_PARSE_NONET | XML_PARSE_IGNORE_ENC | XML_PARSE_BIG_LINES | XML_PARSE_NOCDATA);
  r.attributes = g_array_new(FALSE, FALSE, sizeof(TlXmlAttribute));
  r.values = g_string_new(NULL);
  r.positions = tl_positions_new(data, length);
  r.lines = !has_lone_cr(data, length);
  xmlParseDocument(r.context);
  if (!r.error && !r.context->wellFormed)
    tl_error_at(&r.error, TLUMACH_ERROR_FORMAT, name, 0, 0, "is not well-formed XML");
  if (r.context->myDoc)
    xmlFreeDoc(r.context->myDoc);
  xmlFreeParserCtxt(r.context);
  g_array_unref(r.attributes);
  g_string_free(r.values, TRUE);
  tl_positions_free(r.positions);
  if (!r.error)
    return TRUE;
  g_propagate_error(error, r.error);
  return FALSE;
}

/* The encoding that the XML declaration names, in `buffer`; NULL: none. */
static const char *declared_encoding(const char *bytes, gsize size, char buffer[64]) {
  gsize bom = tl_bom_length(bytes, size);
  const char *end =
      size > bom + 5 && memcmp(bytes + bom, "<?xml", 5) == 0 ? memmem(bytes, MIN(size, 1024), "?>", 2) : NULL;
  const char *at = end ? memmem(bytes, (gsize)(end - bytes), "encoding", 8) : NULL;
  if (!at)
    return NULL;
  at += strspn(at + 8, " \t\r\n=") + 8;
  const char *close = *at == '"' || *at == '\'' ? memchr(at + 1, *at, (gsize)(end - at)) : NULL;
  gsize n = close ? (gsize)(close - at) - 1 : 0;
  if (!close || n >= 64)
    return NULL;
  memcpy(buffer, at + 1, n);
  buffer[n] = '\0';
  return buffer;
}

gboolean tl_xml_encoding(const char *name, GBytes *raw, char buffer[64], const char **encoding, GError **error) {
  gsize size;
  const char *bytes = g_bytes_get_data(raw, &size);
  const char *said = declared_encoding(bytes, size, buffer);
  gboolean wide = size >= 2 && ((guint8)bytes[0] >= 0xFE || bytes[0] == '\0' || bytes[1] == '\0');
  if (said && !wide && g_ascii_strncasecmp(said, "UTF-16", 6) == 0) {
    tl_error_at(error, TLUMACH_ERROR_FORMAT, name, 1, 0, "declares %s, but its bytes are not", said);
    return FALSE;
  }
  *encoding = wide ? NULL : said ? said : "UTF-8";
  return TRUE;
}

TlDecoded *tl_xml_decode(const char *name, GBytes *raw, GError **error) {
  char buffer[64];
  const char *encoding;
  return tl_xml_encoding(name, raw, buffer, &encoding, error) ? tl_decode(name, raw, encoding, error) : NULL;
}

gboolean tl_xml_parse_bytes(const char *name, GBytes *raw, const TlXmlHandler *handler, gpointer user, GError **error) {
  gsize length;
  g_autoptr(TlDecoded) decoded = tl_xml_decode(name, raw, error);
  if (!decoded)
    return FALSE;
  const char *text = tl_decoded_text(decoded, &length);
  return tl_xml_parse(name, text, length, handler, user, error);
}

gboolean tl_xml_parse_file(const char *path, const TlXmlHandler *handler, gpointer user, GError **error) {
  g_autoptr(GBytes) raw = tl_file_read(path, 0, error);
  return raw && tl_xml_parse_bytes(path, raw, handler, user, error);
}

void tl_xml_place(const TlXmlElement *element, size_t *line, size_t *column) {
  tl_positions_locate(element->positions, element->tag.start, TLUMACH_COLUMN_CHARACTER, line, column);
}

size_t tl_xml_line(const TlXmlElement *element) {
  size_t line = element->line, column;
  if (line == 0)
    tl_xml_place(element, &line, &column);
  return line;
}

const char *tl_xml_attribute(const TlXmlElement *element, const char *prefix, const char *local) {
  for (guint i = 0; i < element->n_attributes; i++)
    if (strcmp(element->attributes[i].local, local) == 0 && g_strcmp0(element->attributes[i].prefix, prefix) == 0)
      return element->attributes[i].value;
  return NULL;
}

void tl_xml_error(GError **error, const char *name, const TlXmlElement *element, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  g_autofree char *what = g_strdup_vprintf(format, arguments);
  va_end(arguments);
  size_t line, column;
  tl_xml_place(element, &line, &column);
  tl_error_at(error, TLUMACH_ERROR_FORMAT, name, line, column, "<%s>: %s", element->local, what);
}
