/* Data categories and sections of terms in another style. */
#include <string.h>

#include "base/xml_write.h"
#include "terms/concept.h"
#include "terms/tbx/convert_private.h"
#include "terms/tbx/nodes.h"

/* The meta element that a private category stands for: <xtlumach:descrip type="relatedConcept">. */
static const char *kept_meta(const TlConvert *c, const TlXmlNode *node) {
  gboolean private = g_strcmp0(node->uri, TL_TBX_OWN_NAMESPACE) == 0;
  return private && tl_tbx_kind(c->names, node->local) == TL_TBX_META ? node->local : NULL;
}

char *tl_convert_category(const TlConvert *c, const TlXmlNode *node, const char **meta) {
  const char *kept = kept_meta(c, node);
  gboolean own =
      g_strcmp0(node->uri, c->core) == 0; /* an element of the core that is no meta element: data in TBX-Min 2 only */
  if (own && c->from != TL_TBX_MIN2 && tl_tbx_node_kind(c->names, node, c->core) == TL_TBX_DATA)
    return NULL;
  char *name = tl_tbx_node_category(c->names, node, c->core);
  if (!name)
    return NULL;
  if (c->from == TL_TBX_MIN2 && own) {
    static const char *const others[][2] = {{"termStatus", "administrativeStatus"}, {"customer", "customerSubset"}};
    for (guint i = 0; i < G_N_ELEMENTS(others); i++)
      if (strcmp(name, others[i][0]) == 0) {
        g_free(name);
        name = g_strdup(others[i][1]);
      }
    if (!tl_tbx_category(c->names, name)) { /* dateCreated and the like: no data category */
      g_free(name);
      return NULL;
    }
  }
  const TlTbxCategory *category = tl_tbx_category(c->names, name);
  gboolean is_meta = tl_tbx_node_kind(c->names, node, c->core) == TL_TBX_META;
  *meta = kept                            ? kept
          : is_meta                       ? node->local
          : category && category->element ? category->element
          : c->level == TL_LEVEL_TERM     ? "termNote"
                                          : "descrip";
  return name;
}

static const char *module_of(const TlTbxCategory *category) {
  if (!category)
    return NULL;
  return category->dialect == TL_DIALECT_MIN        ? "min"
         : category->dialect == TL_DIALECT_BASIC    ? "basic"
         : category->dialect == TL_DIALECT_LINGUIST ? "ling"
                                                    : NULL;
}

static const struct {
  const char *name, *uri;
} modules[] = {{"min", TL_TBX_MODULE_NAMESPACE "min"},
               {"basic", TL_TBX_MODULE_NAMESPACE "basic"},
               {"ling", TL_TBX_MODULE_NAMESPACE "linguist"},
               {"xtlumach", TL_TBX_OWN_NAMESPACE}};

char *tl_convert_qualified(const TlConvert *c, const char *module, const char *local, char **declaration) {
  guint i = 0;
  while (i + 1 < G_N_ELEMENTS(modules) && strcmp(modules[i].name, module) != 0)
    i++;
  const char *const known[] = {c->into ? c->into->min : NULL, c->into ? c->into->basic : NULL,
                               c->into ? c->into->linguist : NULL, c->into ? c->into->own : NULL};
  *declaration = c->into && !known[i] ? g_strdup_printf(" xmlns:%s=\"%s\"", module, modules[i].uri) : g_strdup("");
  return known[i] ? g_strconcat(known[i], local, NULL) : g_strdup_printf("%s:%s", module, local);
}

static void write_start(TlConvert *c, const TlXmlNode *node, const char *tag, const char *type,
                        const char *declaration) {
  tl_output_printf(c->output, "<%s%s", tag, declaration);
  if (type) {
    tl_output_puts(c->output, " type=\"");
    tl_xml_write_attribute(c->output, type, -1);
    tl_output_putc(c->output, '"');
  }
  tl_convert_attributes(c, node, FALSE);
  tl_output_putc(c->output, '>');
}

/* The tag of a category, and its type where the tag does not say it. Free tag and declaration with g_free. */
static char *tag_of(TlConvert *c, const char *name, const char *meta, const char **type, char **declaration) {
  const char *module = module_of(tl_tbx_category(c->names, name));
  gboolean ours = strcmp(name, "x-words") == 0 || strcmp(name, "x-status") == 0;
  *type = NULL;
  if (c->to == TL_TBX_DCT && (module || ours))
    return tl_convert_qualified(c, module ? module : "xtlumach", ours ? name + 2 : name, declaration);
  *type = name;
  if (c->to == TL_TBX_DCT) {
    tl_convert_tell(c, name);
    return tl_convert_qualified(c, "xtlumach", meta, declaration);
  }
  *declaration = g_strdup("");
  return g_strconcat(c->into ? c->into->core : "", meta, NULL);
}

void tl_convert_datum(TlConvert *c, const TlXmlNode *node) {
  const char *meta, *type;
  g_autofree char *declaration = NULL;
  g_autofree char *name = tl_convert_category(c, node, &meta), *tag = tag_of(c, name, meta, &type, &declaration);
  write_start(c, node, tag, type, declaration);
  TlumachStatus status;
  g_autofree char *value = c->from == TL_TBX_MIN2 ? tl_tbx_node_value(c->names, node, c->core) : NULL;
  if (value && strcmp(name, "administrativeStatus") == 0 && tl_status_from_name(value, &status) &&
      tl_status_tbx_name(status))
    tl_output_puts(c->output, tl_status_tbx_name(status));
  else
    tl_convert_children(c, node);
  tl_output_printf(c->output, "</%s>", tag);
}

/* -- sections -- */

/* A part of a section with the white space and comments before it. */
typedef struct Part {
  const TlXmlNode *from,
      *node;                /* the first node of what stands before it, and the element; NULL: the end of the section */
  const TlXmlNode *instead; /* white space to write for what stands before it: it stood deeper, in a group; or NULL */
  guint order;              /* 0 the term, 1 notes about it as a term, 2 all else */
} Part;

static guint order_of(const TlConvert *c, const TlXmlNode *node) {
  const char *meta = NULL;
  if (tl_tbx_node_kind(c->names, node, c->core) == TL_TBX_TERM)
    return 0;
  g_autofree char *name = tl_convert_category(c, node, &meta);
  return strcmp(node->local, "termNoteGrp") == 0 || strcmp(node->local, "termCompList") == 0 ||
                 (name && strcmp(meta, "termNote") == 0)
             ? 1
             : 2;
}

static void gather(const TlConvert *c, const TlXmlNode *within, const TlXmlNode *instead, GArray *parts) {
  const TlXmlNode *from = NULL;
  for (const TlXmlNode *child = within->first; child; child = child->next) {
    from = from ? from : child;
    if (child->kind != TL_XML_ELEMENT)
      continue;
    if (strcmp(child->local, "termGrp") == 0 && child->first)
      gather(c, child, from->kind == TL_XML_TEXT ? from : NULL, parts);
    else {
      Part part = {from, child, instead, order_of(c, child)};
      g_array_append_val(parts, part);
    }
    from = NULL;
  }
}

/* Version 3 has no parts of a term: they are kept in a line, "митний | війна". */
static void write_components(TlConvert *c, const TlXmlNode *list) {
  const char *type, *before = "";
  g_autofree char *declaration = NULL, *tag = tag_of(c, "x-termCompList", "termNote", &type, &declaration);
  tl_output_printf(c->output, "<%s type=\"%s\"%s>", tag, type, declaration);
  for (const TlXmlNode *part = list->first; part; part = part->next) {
    if (part->kind != TL_XML_ELEMENT)
      continue;
    g_autofree char *text = tl_tbx_node_value(c->names, part, c->core);
    tl_output_puts(c->output, before);
    tl_xml_write_text(c->output, text, -1);
    before = " | ";
  }
  tl_output_printf(c->output, "</%s>", tag);
}

static void write_part(TlConvert *c, const Part *part) {
  if (part->instead)
    tl_convert_node(c, part->instead);
  for (const TlXmlNode *node = part->from; node; node = node->next) {
    if (node == part->node && strcmp(node->local, "termCompList") == 0 && c->to != TL_TBX_V2)
      write_components(c, node);
    else if (!(part->instead && node->kind == TL_XML_TEXT))
      tl_convert_node(c, node);
    if (node == part->node)
      break;
  }
}

static void write_parts(TlConvert *c, const GArray *parts, guint from, guint to) {
  for (guint order = from; order <= to; order++)
    for (guint i = 0; i < parts->len; i++)
      if (g_array_index(parts, Part, i).order == order)
        write_part(c, &g_array_index(parts, Part, i));
}

static gboolean has_group(const GArray *parts) {
  for (guint i = 0; i < parts->len; i++) {
    const char *local = g_array_index(parts, Part, i).node->local;
    if (strcmp(local, "termNoteGrp") == 0 || strcmp(local, "termCompList") == 0)
      return TRUE;
  }
  return FALSE;
}

/* Version 2 wants the term, its notes, then all else; and a group around the first two where there is more than plain
 * notes. */
void tl_convert_section(TlConvert *c, const TlXmlNode *section) {
  g_autoptr(GArray) parts = g_array_new(FALSE, FALSE, sizeof(Part));
  guint level = c->level;
  c->level = TL_LEVEL_TERM;
  gather(c, section, NULL, parts);
  const char *core = c->into ? c->into->core : "";
  gboolean nested = c->to == TL_TBX_V2 && (has_group(parts) || (c->into && c->into->group));
  g_autofree char *name = g_strconcat(core, c->to != TL_TBX_V2 ? "termSec" : nested ? "ntig" : "tig", NULL);
  tl_output_printf(c->output, "<%s", name);
  tl_convert_attributes(c, section, TRUE);
  tl_output_putc(c->output, '>');
  if (nested)
    tl_output_printf(c->output, "<%stermGrp>", core);
  write_parts(c, parts, 0, 1);
  if (nested)
    tl_output_printf(c->output, "</%stermGrp>", core);
  write_parts(c, parts, 2, 2);
  const TlXmlNode *last = section->last;
  if (last && last->kind == TL_XML_TEXT)
    tl_xml_write_text(c->output, last->text, -1);
  tl_output_printf(c->output, "</%s>", name);
  c->level = level;
}
