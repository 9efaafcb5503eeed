#include "terms/tbx/nodes.h"

#include <string.h>

#include "terms/termbase_build.h"

TlTbxKind tl_tbx_node_kind(const TlTbxNames *names, const TlXmlNode *node, const char *core) {
  if (node->kind != TL_XML_ELEMENT)
    return TL_TBX_OTHER;
  return g_strcmp0(node->uri, core) == 0 ? tl_tbx_kind(names, node->local) : TL_TBX_DATA;
}

char *tl_tbx_node_category(const TlTbxNames *names, const TlXmlNode *node, const char *core) {
  TlTbxKind kind = tl_tbx_node_kind(names, node, core);
  if (kind == TL_TBX_META)
    return g_strdup(tl_xml_node_attribute(node, NULL, "type"));
  if (kind != TL_TBX_DATA)
    return NULL;
  if (g_strcmp0(node->uri, TL_TBX_OWN_NAMESPACE) == 0) {
    const char *type =
        tl_tbx_kind(names, node->local) == TL_TBX_META ? tl_xml_node_attribute(node, NULL, "type") : NULL;
    return type ? g_strdup(type) : g_strconcat("x-", node->local, NULL);
  }
  gboolean module = node->uri && g_str_has_prefix(node->uri, TL_TBX_MODULE_NAMESPACE);
  return module || g_strcmp0(node->uri, core) == 0 ? g_strdup(node->local) : NULL;
}

static gboolean tells_this(const TlTbxNames *names, const TlXmlNode *node, const char *core, TlTbxTells tells) {
  if (tl_tbx_node_kind(names, node, core) == TL_TBX_NOTE)
    return tells == TL_TELLS_NOTE;
  g_autofree char *name = tl_tbx_node_category(names, node, core);
  const TlTbxCategory *category = name ? tl_tbx_category(names, name) : NULL;
  return category && category->tells == tells;
}

void tl_tbx_nodes_telling(const TlTbxNames *names, const TlXmlNode *within, const char *core, TlTbxTells tells,
                          GPtrArray *found) {
  for (TlXmlNode *child = within->first; child; child = child->next) {
    if (child->kind != TL_XML_ELEMENT)
      continue;
    TlTbxKind kind = tl_tbx_node_kind(names, child, core);
    if (kind == TL_TBX_LANGUAGE || kind == TL_TBX_SECTION || kind == TL_TBX_ASIDE || kind == TL_TBX_TERM)
      continue;
    if (tells_this(names, child, core, tells))
      g_ptr_array_add(found, child);
    else if (kind == TL_TBX_OTHER || (kind == TL_TBX_GROUP && tells != TL_TELLS_NOTE))
      tl_tbx_nodes_telling(names, child, core, tells, found);
  }
}

void tl_tbx_nodes_of_kind(const TlTbxNames *names, const TlXmlNode *within, const char *core, TlTbxKind kind,
                          GPtrArray *found) {
  for (TlXmlNode *child = within->first; child; child = child->next)
    if (tl_tbx_node_kind(names, child, core) == kind)
      g_ptr_array_add(found, child);
}

TlXmlNode *tl_tbx_node_term(const TlTbxNames *names, const TlXmlNode *section, const char *core) {
  for (TlXmlNode *child = section->first; child; child = child->next) {
    TlTbxKind kind = tl_tbx_node_kind(names, child, core);
    if (kind == TL_TBX_TERM)
      return child;
    TlXmlNode *deeper =
        child->kind == TL_XML_ELEMENT && kind == TL_TBX_OTHER ? tl_tbx_node_term(names, child, core) : NULL;
    if (deeper)
      return deeper;
  }
  return NULL;
}

static void gather(const TlTbxNames *names, const TlXmlNode *node, const char *core, gboolean term, GString *into) {
  for (const TlXmlNode *child = node->first; child; child = child->next) {
    TlTbxKind kind = tl_tbx_node_kind(names, child, core);
    if (child->kind == TL_XML_TEXT)
      g_string_append(into, child->text);
    else if (child->kind == TL_XML_ELEMENT && kind != TL_TBX_CODE && !(term && kind == TL_TBX_NOTE)) {
      gather(names, child, core, term, into);
      if (kind == TL_TBX_NOTE_KEY)
        g_string_append(into, ": ");
    }
  }
}

char *tl_tbx_node_value(const TlTbxNames *names, const TlXmlNode *leaf, const char *core) {
  GString *text = g_string_new(NULL);
  gather(names, leaf, core, tl_tbx_node_kind(names, leaf, core) == TL_TBX_TERM, text);
  g_string_truncate(text, tl_collapse_space(text->str, text->len));
  return g_string_free(text, FALSE);
}
