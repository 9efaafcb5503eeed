#include "base/xml_tree.h"

#include <string.h>

typedef struct Builder {
  TlArena *arena;
  TlXmlNode *root, *open; /* `open`: the element that children go to */
  GString *text;          /* what was read since the last tag */
  TlumachSpan text_span;
  TlXmlWanted wanted; /* NULL: the root */
  TlXmlEach each;
  gpointer user;
} Builder;

static TlXmlNode *append(Builder *b, TlXmlNodeKind kind) {
  TlXmlNode *node = tl_arena_new0(b->arena, TlXmlNode, 1);
  node->kind = kind;
  node->parent = b->open;
  if (!b->open) {
    if (!b->root && kind == TL_XML_ELEMENT)
      b->root = node;
    return node;
  }
  node->previous = b->open->last;
  if (b->open->last)
    b->open->last->next = node;
  else
    b->open->first = node;
  b->open->last = node;
  return node;
}

static void flush_text(Builder *b) {
  if (b->text->len == 0)
    return;
  TlXmlNode *node = append(b, TL_XML_TEXT);
  node->text = tl_arena_strndup(b->arena, b->text->str, b->text->len);
  node->tag = b->text_span;
  g_string_truncate(b->text, 0);
}

static const TlXmlAttribute *copy_attributes(Builder *b, const TlXmlElement *element) {
  TlXmlAttribute *copy = tl_arena_new0(b->arena, TlXmlAttribute, MAX(element->n_attributes, 1));
  for (guint i = 0; i < element->n_attributes; i++) {
    const TlXmlAttribute *from = &element->attributes[i];
    copy[i] = (TlXmlAttribute){tl_arena_strdup(b->arena, from->prefix), tl_arena_strdup(b->arena, from->local),
                               tl_arena_strdup(b->arena, from->uri), tl_arena_strdup(b->arena, from->value)};
  }
  return copy;
}

static gboolean on_start(gpointer user, const TlXmlElement *element, GError **error) {
  (void)error;
  Builder *b = user;
  if (!b->open && b->wanted && !b->wanted(b->user, element))
    return TRUE;
  flush_text(b);
  TlXmlNode *node = append(b, TL_XML_ELEMENT);
  node->prefix = tl_arena_strdup(b->arena, element->prefix);
  node->local = tl_arena_strdup(b->arena, element->local);
  node->uri = tl_arena_strdup(b->arena, element->uri);
  node->attributes = copy_attributes(b, element);
  node->n_attributes = element->n_attributes;
  node->tag = element->tag;
  b->open = node;
  return TRUE;
}

/* One of several trees is whole: the next one takes its memory. */
static gboolean hand_over(Builder *b, GError **error) {
  gboolean good = b->each(b->user, b->root, error);
  b->root = NULL;
  tl_arena_reset(b->arena);
  return good;
}

static gboolean on_end(gpointer user, const TlXmlElement *element, GError **error) {
  Builder *b = user;
  if (!b->open)
    return TRUE;
  flush_text(b);
  b->open->end_tag = element->tag;
  b->open = b->open->parent;
  return b->open || !b->each || hand_over(b, error);
}

static gboolean on_text(gpointer user, const char *text, size_t length, TlumachSpan span, GError **error) {
  (void)error;
  Builder *b = user;
  if (!b->open)
    return TRUE;
  if (b->text->len == 0)
    b->text_span = span;
  b->text_span.end = span.end;
  g_string_append_len(b->text, text, (gssize)length);
  return TRUE;
}

static void on_comment(gpointer user, const char *text) {
  Builder *b = user;
  if (!b->open)
    return;
  flush_text(b);
  append(b, TL_XML_COMMENT)->text = tl_arena_strdup(b->arena, text);
}

TlXmlNode *tl_xml_tree(const char *name, const char *data, size_t length, TlArena *arena, GError **error) {
  static const TlXmlHandler handler = {.start = on_start, .end = on_end, .text = on_text, .comment = on_comment};
  Builder b = {.arena = arena, .text = g_string_new(NULL)};
  gboolean done = tl_xml_parse(name, data, length, &handler, &b, error);
  g_string_free(b.text, TRUE);
  return done ? b.root : NULL;
}

gboolean tl_xml_trees(const char *name, const char *data, size_t length, TlXmlWanted wanted, TlXmlEach each,
                      gpointer user, GError **error) {
  static const TlXmlHandler handler = {.start = on_start, .end = on_end, .text = on_text, .comment = on_comment};
  g_autoptr(TlArena) arena = tl_arena_new();
  g_autoptr(GString) text = g_string_new(NULL);
  Builder b = {.arena = arena, .text = text, .wanted = wanted, .each = each, .user = user};
  return tl_xml_parse(name, data, length, &handler, &b, error);
}

static size_t skip(const char *data, size_t at, size_t end, const char *of) {
  while (at < end && data[at] && strchr(of, data[at]))
    at++;
  return at;
}

static size_t skip_to(const char *data, size_t at, size_t end, const char *of) {
  while (at < end && !(data[at] && strchr(of, data[at])))
    at++;
  return at;
}

gboolean tl_xml_tag_next(const char *data, TlumachSpan tag, size_t *at, TlumachSpan *name, TlumachSpan *value) {
  static const char space[] = " \t\r\n\f";
  size_t end = tag.end;
  size_t i = *at > tag.start ? *at : skip_to(data, tag.start + 1, end, " \t\r\n\f/>");
  i = skip(data, i, end, " \t\r\n\f/");
  if (i >= end || data[i] == '>')
    return FALSE;
  name->start = i;
  i = name->end = skip_to(data, i + 1, end, " \t\r\n\f/>="); /* a "=" that comes first is the name's, in HTML */
  *value = (TlumachSpan){i, i};
  size_t equals = skip(data, i, end, space);
  if (equals < end && data[equals] == '=') {
    i = skip(data, equals + 1, end, space);
    size_t quoted = i < end && (data[i] == '"' || data[i] == '\'');
    value->start = i + quoted;
    value->end = skip_to(data, value->start, end, quoted ? (char[]){data[i], '\0'} : " \t\r\n\f>");
    i = value->end + quoted;
  }
  *at = i;
  return TRUE;
}

gboolean tl_xml_tag_attribute(const char *data, TlumachSpan tag, const char *name, TlumachSpan *value) {
  TlumachSpan found;
  for (size_t at = 0; tl_xml_tag_next(data, tag, &at, &found, value);)
    if (found.end - found.start == strlen(name) && memcmp(data + found.start, name, strlen(name)) == 0)
      return TRUE;
  return FALSE;
}

const char *tl_xml_node_attribute(const TlXmlNode *node, const char *prefix, const char *local) {
  for (guint i = 0; i < node->n_attributes; i++)
    if (strcmp(node->attributes[i].local, local) == 0 && g_strcmp0(node->attributes[i].prefix, prefix) == 0)
      return node->attributes[i].value;
  return NULL;
}

TlXmlNode *tl_xml_node_child(const TlXmlNode *node, const char *local) {
  for (TlXmlNode *child = node->first; child; child = child->next)
    if (child->kind == TL_XML_ELEMENT && strcmp(child->local, local) == 0)
      return child;
  return NULL;
}

void tl_xml_node_text(const TlXmlNode *node, GString *into) {
  if (node->kind == TL_XML_TEXT)
    g_string_append(into, node->text);
  for (const TlXmlNode *child = node->first; child; child = child->next)
    tl_xml_node_text(child, into);
}
