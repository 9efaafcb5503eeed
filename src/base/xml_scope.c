#include "base/xml_scope.h"

#include <string.h>

#include "base/xml_limits.h"
#include "base/xml_tree.h"

struct TlXmlScope {
  const char *data;
  TlumachSpan open[TL_XML_DEPTH_MAX + 1]; /* start tags, by depth */
  guint piece;                            /* depth of the piece's root; 0: there is none */
  size_t start;                           /* where the piece begins */
  gboolean prefixed;                      /* it uses a prefix */
  GArray *known;                          /* size_t: where the values stand that `declarations` has */
  GString *declarations;                  /* as they are written, each with a space before it */
};

TlXmlScope *tl_xml_scope_new(const char *data) {
  TlXmlScope *scope = g_new0(TlXmlScope, 1);
  scope->data = data;
  scope->known = g_array_new(FALSE, FALSE, sizeof(size_t));
  scope->declarations = g_string_new(NULL);
  return scope;
}

void tl_xml_scope_free(TlXmlScope *scope) {
  if (!scope)
    return;
  g_array_unref(scope->known);
  g_string_free(scope->declarations, TRUE);
  g_free(scope);
}

static void take(TlXmlScope *scope, const char *name, TlumachSpan value) {
  for (guint i = 0; i < scope->known->len; i++)
    if (g_array_index(scope->known, size_t, i) == value.start)
      return;
  g_array_append_val(scope->known, value.start);
  g_string_append_printf(scope->declarations, " %s=", name);
  g_string_append_len(scope->declarations, scope->data + value.start - 1, (gssize)(value.end - value.start + 2));
}

/* The nearest declaration counts; one inside the piece comes with it. */
static void use(TlXmlScope *scope, const char *prefix, guint depth) {
  if (!prefix || strcmp(prefix, "xml") == 0)
    return;
  scope->prefixed = TRUE;
  g_autofree char *name = g_strconcat("xmlns:", prefix, NULL);
  for (TlumachSpan value; depth > 0; depth--)
    if (tl_xml_tag_attribute(scope->data, scope->open[depth], name, &value)) {
      if (depth < scope->piece)
        take(scope, name, value);
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
  if (element->depth <= scope->piece)
    scope->piece = 0;
  if (scope->piece > 0)
    use_all(scope, element);
}

void tl_xml_scope_begin(TlXmlScope *scope, const TlXmlElement *element) {
  scope->piece = element->depth;
  scope->start = element->tag.start;
  scope->prefixed = FALSE;
  g_array_set_size(scope->known, 0);
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
