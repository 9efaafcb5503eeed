#include "base/xml_scope.h"

#include <string.h>

#include "base/xml_limits.h"
#include "base/xml_tree.h"

struct TlXmlScope {
  const char *data;
  TlumachSpan open[TL_XML_DEPTH_MAX + 1];     /* start tags, by depth … */
  GHashTable *declared[TL_XML_DEPTH_MAX + 1]; /* … and what they declare, once it was asked: prefix to TlumachSpan */
  guint piece;                                /* depth of the piece's root; 0: there is none */
  size_t start;                               /* where the piece begins */
  gboolean prefixed;                          /* it uses a prefix */
  GHashTable *known;                          /* where the values stand that `declarations` has: a set of numbers */
  GString *declarations;                      /* as they are written, each with a space before it */
};

TlXmlScope *tl_xml_scope_new(const char *data) {
  TlXmlScope *scope = g_new0(TlXmlScope, 1);
  scope->data = data;
  scope->known = g_hash_table_new(NULL, NULL);
  scope->declarations = g_string_new(NULL);
  return scope;
}

void tl_xml_scope_free(TlXmlScope *scope) {
  if (!scope)
    return;
  for (guint depth = 0; depth <= TL_XML_DEPTH_MAX; depth++)
    g_clear_pointer(&scope->declared[depth], g_hash_table_unref);
  g_hash_table_unref(scope->known);
  g_string_free(scope->declarations, TRUE);
  g_free(scope);
}

static void take(TlXmlScope *scope, const char *prefix, TlumachSpan value) {
  if (!g_hash_table_add(scope->known, GSIZE_TO_POINTER(value.start)))
    return;
  g_string_append_printf(scope->declarations, " xmlns:%s=", prefix);
  g_string_append_len(scope->declarations, scope->data + value.start - 1, (gssize)(value.end - value.start + 2));
}

/* Read once, however many elements in it have a prefix. */
static GHashTable *declared_at(TlXmlScope *scope, guint depth) {
  static const char begin[] = "xmlns:";
  if (scope->declared[depth])
    return scope->declared[depth];
  GHashTable *declared = scope->declared[depth] = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  const char *data = scope->data;
  TlumachSpan name, value;
  for (size_t at = 0; tl_xml_tag_next(data, scope->open[depth], &at, &name, &value);)
    if (name.end - name.start > strlen(begin) && memcmp(data + name.start, begin, strlen(begin)) == 0)
      g_hash_table_insert(declared, g_strndup(data + name.start + strlen(begin), name.end - name.start - strlen(begin)),
                          g_memdup2(&value, sizeof value));
  return declared;
}

/* The nearest declaration counts; one inside the piece comes with it. */
static void use(TlXmlScope *scope, const char *prefix, guint depth) {
  if (!prefix || strcmp(prefix, "xml") == 0)
    return;
  scope->prefixed = TRUE;
  for (; depth > 0; depth--) {
    const TlumachSpan *value = g_hash_table_lookup(declared_at(scope, depth), prefix);
    if (value && depth < scope->piece)
      take(scope, prefix, *value);
    if (value)
      return;
  }
}

static void use_all(TlXmlScope *scope, const TlXmlElement *element) {
  use(scope, element->prefix, element->depth);
  for (guint i = 0; i < element->n_attributes; i++)
    use(scope, element->attributes[i].prefix, element->depth);
}

void tl_xml_scope_enter(TlXmlScope *scope, const TlXmlElement *element) {
  scope->open[element->depth] = element->tag;
  g_clear_pointer(&scope->declared[element->depth], g_hash_table_unref);
  if (element->depth <= scope->piece)
    scope->piece = 0;
  if (scope->piece > 0)
    use_all(scope, element);
}

void tl_xml_scope_begin(TlXmlScope *scope, const TlXmlElement *element) {
  scope->piece = element->depth;
  scope->start = element->tag.start;
  scope->prefixed = FALSE;
  g_hash_table_remove_all(scope->known);
  g_string_truncate(scope->declarations, 0);
  use_all(scope, element);
}

size_t tl_xml_scope_open(const TlXmlScope *scope, GString *into) {
  size_t n = strcspn(scope->data + scope->start, " \t\r\n/>");
  g_string_append_len(into, scope->data + scope->start, (gssize)n);
  g_string_append(into, scope->declarations->str);
  return scope->start + n;
}

gboolean tl_xml_scope_prefixed(const TlXmlScope *scope) {
  return scope->prefixed;
}
