/* What is of no namespace of TBX goes over as it is. Prefixes are declared where they are not known yet; one that means
 * something else there gets another name (Namespaces in XML 1.0 §2.1: names are namespace and local part). */
#include <string.h>

#include "base/xml_write.h"
#include "terms/tbx/convert_private.h"

typedef struct Binding {
  char *prefix, *uri; /* "" where there is none */
} Binding;

static void binding_clear(gpointer data) {
  Binding *binding = data;
  g_free(binding->prefix);
  g_free(binding->uri);
}

static void bind(GArray *bindings, const char *prefix, const char *uri) {
  Binding binding = {g_strdup(prefix), g_strdup(uri)};
  g_array_append_val(bindings, binding);
}

/* "min:" → "min". */
static void bind_known(GArray *bindings, const char *prefix, const char *uri) {
  g_autofree char *plain = prefix ? g_strndup(prefix, strcspn(prefix, ":")) : NULL;
  if (plain)
    bind(bindings, plain, uri);
}

GArray *tl_convert_bindings(TlTbxStyle to, const TlTbxManner *into) {
  const gboolean whole = !into, modules = whole && to == TL_TBX_DCT;
  GArray *bindings = g_array_new(FALSE, FALSE, sizeof(Binding));
  g_array_set_clear_func(bindings, binding_clear);
  bind_known(bindings, whole ? "" : into->core, to == TL_TBX_DCT || to == TL_TBX_DCA ? TL_TBX_CORE_NAMESPACE : "");
  bind_known(bindings, whole ? (modules ? "min" : NULL) : into->min, TL_TBX_MODULE_NAMESPACE "min");
  bind_known(bindings, whole ? (modules ? "basic" : NULL) : into->basic, TL_TBX_MODULE_NAMESPACE "basic");
  bind_known(bindings, whole ? (modules ? "ling" : NULL) : into->linguist, TL_TBX_MODULE_NAMESPACE "linguist");
  bind_known(bindings, whole ? (modules ? "xtlumach" : NULL) : into->own, TL_TBX_OWN_NAMESPACE);
  return bindings;
}

/* NULL: it means nothing here. */
static const char *meaning(const TlConvert *c, const char *prefix) {
  for (guint i = c->bindings->len; i-- > 0;)
    if (strcmp(g_array_index(c->bindings, Binding, i).prefix, prefix) == 0)
      return g_array_index(c->bindings, Binding, i).uri;
  return NULL;
}

/* The name with a prefix that means `uri` here; `declaration` gets what it takes. */
static char *name_here(TlConvert *c, const char *prefix, const char *uri, const char *local, GString *declaration) {
  g_autofree char *own = g_strdup(prefix ? prefix : "");
  uri = uri ? uri : "";
  for (const char *other; *own && (other = meaning(c, own)) && strcmp(other, uri) != 0;) {
    char *longer = g_strconcat("x", own, NULL);
    g_free(own);
    own = longer;
  }
  if (g_strcmp0(meaning(c, own), uri) != 0) {
    bind(c->bindings, own, uri);
    g_autofree char *value = g_markup_escape_text(uri, -1);
    g_string_append_printf(declaration, " xmlns%s%s=\"%s\"", *own ? ":" : "", own, value);
    g_string_replace(declaration, "&amp;#38;", "&amp;", 0); /* libxml2 leaves "&#38;" in a namespace */
  }
  return *own ? g_strconcat(own, ":", local, NULL) : g_strdup(local);
}

static gboolean is_of_tbx(const char *uri) {
  return uri && (g_str_has_prefix(uri, TL_TBX_MODULE_NAMESPACE) || strcmp(uri, TL_TBX_OWN_NAMESPACE) == 0);
}

gboolean tl_convert_is_foreign(const TlConvert *c, const TlXmlNode *node) {
  return g_strcmp0(node->uri, c->core) != 0 && !is_of_tbx(node->uri);
}

void tl_convert_foreign_attribute(TlConvert *c, const TlXmlAttribute *attribute) {
  g_autoptr(GString) declaration = g_string_new(NULL);
  g_autofree char *name = name_here(c, attribute->prefix, attribute->uri, attribute->local, declaration);
  tl_output_printf(c->output, "%s %s=\"", declaration->str, name);
  tl_xml_write_attribute(c->output, attribute->value, -1);
  tl_output_putc(c->output, '"');
}

void tl_convert_foreign(TlConvert *c, const TlXmlNode *node) {
  guint scope = c->bindings->len;
  g_autoptr(GString) declaration = g_string_new(NULL);
  g_autofree char *name = name_here(c, node->prefix, node->uri, node->local, declaration);
  tl_output_printf(c->output, "<%s%s", name, declaration->str);
  tl_convert_attributes(c, node, TRUE);
  tl_output_puts(c->output, node->first ? ">" : "/>");
  for (const TlXmlNode *child = node->first; child; child = child->next)
    (child->kind == TL_XML_ELEMENT ? tl_convert_foreign : tl_convert_node)(c, child);
  if (node->first)
    tl_output_printf(c->output, "</%s>", name);
  g_array_set_size(c->bindings, scope);
}
