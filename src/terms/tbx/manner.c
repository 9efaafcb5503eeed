#include "terms/tbx/manner.h"

#include <string.h>

#include "base/splice.h"

static const char *newline_of(const char *text, size_t length) {
  const char *lf = memchr(text, '\n', length), *cr = memchr(text, '\r', length);
  if (cr && (!lf || cr < lf))
    return cr + 1 < text + length && cr[1] == '\n' ? "\r\n" : "\r";
  return "\n";
}

TlTbxManner tl_tbx_manner_usual(TlTbxStyle style, TlTbxDialect dialect) {
  gboolean new = style == TL_TBX_DCT || style == TL_TBX_DCA, modules = style == TL_TBX_DCT;
  return (TlTbxManner){.style = style,
                       .dialect = new ? dialect : TL_DIALECT_OPEN,
                       .core = "",
                       .min = modules ? "min:" : NULL,
                       .basic = modules &&dialect >= TL_DIALECT_BASIC ? "basic:" : NULL,
                       .linguist = modules &&dialect >= TL_DIALECT_LINGUIST ? "ling:" : NULL,
                       .entry = new ? "conceptEntry" : "termEntry",
                       .language = new ? "langSec" : "langSet",
                       .section = new ? "termSec" : "tig",
                       .newline = "\n",
                       .step = "  ",
                       .indent = "      ",
                       .in_entry = TRUE,
                       .in_language = TRUE,
                       .in_section = TRUE};
}

static TlXmlNode *first_of_kind(const TlTbxNames *names, const TlXmlNode *in, TlTbxKind kind) {
  for (TlXmlNode *child = in->first; child; child = child->next)
    if (child->kind == TL_XML_ELEMENT && tl_tbx_kind(names, child->local) == kind)
      return child;
  return NULL;
}

/* Does the first child begin a line? `text` is what spans are of. */
static gboolean broken(const char *text, const TlXmlNode *node, const TlXmlNode **child, size_t *indent) {
  *child = node->first;
  while (*child && (*child)->kind != TL_XML_ELEMENT)
    *child = (*child)->next;
  return *child && tl_indent_before(text, (*child)->tag.start, indent);
}

static const TlXmlNode *next_element(const TlXmlNode *node) {
  while ((node = node->next) && node->kind != TL_XML_ELEMENT)
    ;
  return node;
}

/* What the children of an entry have before them, and the entry has not. */
static void take_step(TlTbxManner *manner, TlArena *arena, const char *indent, size_t length) {
  size_t own = manner->indent ? strlen(manner->indent) : 0;
  if (length > own && (own == 0 || memcmp(indent, manner->indent, own) == 0))
    manner->step = tl_arena_strndup(arena, indent + own, length - own);
  else if (length > 0)
    manner->step = memchr(indent, '\t', length) ? "\t" : "  ";
}

static void learn_from(TlTbxManner *manner, TlArena *arena, const TlTbxNames *names, const char *text,
                       const TlXmlNode *entry) {
  const TlXmlNode *child;
  size_t length = 0;
  manner->core = entry->prefix ? tl_arena_strdup(arena, entry->prefix) : "";
  manner->entry = entry->local;
  manner->in_entry = broken(text, entry, &child, &length);
  if (manner->in_entry)
    take_step(manner, arena, text + child->tag.start - length, length);
  const TlXmlNode *language = first_of_kind(names, entry, TL_TBX_LANGUAGE);
  if (!language)
    return;
  manner->language = language->local;
  manner->in_language = broken(text, language, &child, &length);
  const TlXmlNode *section = first_of_kind(names, language, TL_TBX_SECTION);
  if (!section)
    return;
  manner->section = section->local;
  manner->in_section = broken(text, section, &child, &length);
  manner->short_sections = !manner->in_section && manner->in_language && child && !next_element(child);
  manner->in_section = manner->in_section || manner->short_sections;
  if (tl_xml_node_child(section, "termGrp"))
    manner->group = "termGrp";
}

static const char *prefix_in(const TlTbxFile *file, TlArena *arena, const char *uri) {
  g_autofree char *prefix = tl_tbx_file_prefix(file, uri);
  return tl_arena_strdup(arena, prefix);
}

/* The root decides, as it does for the reader. */
static void take_style(TlTbxManner *manner, const TlTbxFile *file, TlArena *arena) {
  g_autofree char *whole = g_strconcat(file->before->str, file->after->str, NULL);
  const TlXmlNode *root = tl_xml_tree(file->path, whole, strlen(whole), arena, NULL);
  const char *type = tl_xml_node_attribute(root, NULL, "type");
  gboolean tags = g_strcmp0(tl_xml_node_attribute(root, NULL, "style"), "dct") == 0;
  TlTbxStyle style = strcmp(root->local, "tbx") == 0   ? (tags ? TL_TBX_DCT : TL_TBX_DCA)
                     : strcmp(root->local, "TBX") == 0 ? TL_TBX_MIN2
                                                       : TL_TBX_V2;
  *manner = tl_tbx_manner_usual(style, TL_DIALECT_OPEN);
  if (style == TL_TBX_DCT || style == TL_TBX_DCA)
    manner->dialect = type ? tl_tbx_dialect(type) : TL_DIALECT_OPEN;
  if (root->prefix)
    manner->core = tl_arena_strdup(arena, root->prefix);
  manner->min = prefix_in(file, arena, TL_TBX_MODULE_NAMESPACE "min");
  manner->basic = prefix_in(file, arena, TL_TBX_MODULE_NAMESPACE "basic");
  manner->linguist = prefix_in(file, arena, TL_TBX_MODULE_NAMESPACE "linguist");
  manner->own = prefix_in(file, arena, TL_TBX_OWN_NAMESPACE);
}

/* The indentation of an entry that would be the first. */
static void guess_indent(TlTbxManner *manner, const TlTbxFile *file, TlArena *arena) {
  size_t length = 0;
  const char *indent = tl_indent_before(file->text, file->body.start, &length);
  if (indent && length > 0)
    manner->step = *indent == '\t' ? "\t" : "  ";
  manner->indent = indent ? tl_arena_strndup(arena, indent, length) : NULL;
  if (indent) {
    g_autofree char *deeper = g_strconcat(manner->indent, manner->step, NULL);
    manner->indent = tl_arena_strdup(arena, deeper);
  }
}

TlTbxManner *tl_tbx_manner(const TlTbxFile *file, guint i, TlArena *arena) {
  TlTbxManner *manner = tl_arena_new0(arena, TlTbxManner, 1);
  g_autoptr(TlTbxNames) names = tl_tbx_names_new();
  guint n;
  const TlumachConcept *concepts = tlumach_termbase_concepts(file->base, &n);
  take_style(manner, file, arena);
  manner->newline = newline_of(file->text, file->length);
  if (n == 0)
    guess_indent(manner, file, arena);
  else {
    i = MIN(i, n - 1);
    TlumachSpan span = concepts[i].file_span;
    size_t length = 0;
    const char *indent = tl_indent_before(file->text, span.start, &length);
    manner->indent = indent ? tl_arena_strndup(arena, indent, length) : NULL;
    const TlXmlNode *entry = tl_tbx_file_entry(file, i, arena, NULL);
    if (entry)
      learn_from(manner, arena, names, file->text + span.start, entry);
  }
  if (*manner->core) {
    g_autofree char *colon = g_strconcat(manner->core, ":", NULL);
    manner->core = tl_arena_strdup(arena, colon);
  }
  return manner;
}

char *tl_tbx_open_body(const TlTbxFile *file, const char *entries, const char *newline) {
  const char *body = file->text + file->body.start;
  size_t length = 0, name = strcspn(body + 1, " \t\r\n/>");
  const char *indent = tl_indent_before(file->text, file->body.start, &length);
  return g_strdup_printf(">%s%s%.*s</%.*s>", entries, indent ? newline : "", (int)length, indent ? indent : "",
                         (int)name, body + 1);
}
