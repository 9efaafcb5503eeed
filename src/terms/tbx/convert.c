/* Entry by entry, so that a large file takes no more memory than a small one. What stands between entries (white space,
 * comments) is copied; the rest of the file is a small tree, with one element in the place of all entries. */
#include <string.h>

#include "base/error.h"
#include "base/xml_write.h"
#include "terms/tbx/convert_private.h"
#include "terms/tbx/nodes.h"
#include "terms/tbx/write.h"

#define ENTRIES "tlumach-entries"

static gboolean is_new(TlTbxStyle style) {
  return style == TL_TBX_DCT || style == TL_TBX_DCA;
}

void tl_convert_tell(TlConvert *c, const char *what) {
  guint n = GPOINTER_TO_UINT(g_hash_table_lookup(c->told, what));
  g_hash_table_insert(c->told, g_strdup(what), GUINT_TO_POINTER(n + 1));
}

/* -- names of elements -- */

static const struct {
  const char *two, *three;
} renamed[] = {{"martifHeader", "tbxHeader"},
               {"termEntry", "conceptEntry"},
               {"langSet", "langSec"},
               {"refObjectList", "refObjectSec"},
               {"bpt", "sc"},
               {"ept", "ec"},
               {"ph", "ph"}};

/* TBX-Min 2 has names of its own. */
static const char *usual_name(const char *local) {
  static const char *const own[][2] = {
      {"entry", "termEntry"}, {"langGroup", "langSet"}, {"termGroup", "tig"}, {"it", "ph"}, {"ut", "ph"}};
  for (guint i = 0; i < G_N_ELEMENTS(own); i++)
    if (strcmp(local, own[i][0]) == 0)
      return own[i][1];
  return local;
}

static const char *new_name(const TlConvert *c, const char *local) {
  const char *name = is_new(c->from) == is_new(c->to) && c->from != TL_TBX_MIN2 ? local : usual_name(local);
  for (guint i = 0; i < G_N_ELEMENTS(renamed); i++)
    if (strcmp(name, is_new(c->to) ? renamed[i].two : renamed[i].three) == 0)
      return is_new(c->to) ? renamed[i].three : renamed[i].two;
  return name;
}

/* -- nodes -- */

void tl_convert_attributes(TlConvert *c, const TlXmlNode *node, gboolean type) {
  for (guint i = 0; i < node->n_attributes; i++) {
    const TlXmlAttribute *a = &node->attributes[i];
    gboolean of_xml = g_strcmp0(a->prefix, "xml") == 0;
    if (!type && !a->prefix && strcmp(a->local, "type") == 0)
      continue;
    if (a->prefix && !of_xml) {
      tl_convert_foreign_attribute(c, a);
      continue;
    }
    tl_output_printf(c->output, " %s%s=\"", of_xml ? "xml:" : "", a->local);
    tl_xml_write_attribute(c->output, a->value, -1);
    tl_output_putc(c->output, '"');
  }
}

void tl_convert_children(TlConvert *c, const TlXmlNode *node) {
  for (const TlXmlNode *child = node->first; child; child = child->next)
    tl_convert_node(c, child);
}

static void write_element(TlConvert *c, const TlXmlNode *node, const char *local) {
  g_autofree char *name = g_strconcat(c->into ? c->into->core : "", local, NULL);
  tl_output_printf(c->output, "<%s", name);
  tl_convert_attributes(c, node, TRUE);
  if (!node->first) {
    tl_output_puts(c->output, "/>");
    return;
  }
  tl_output_putc(c->output, '>');
  tl_convert_children(c, node);
  tl_output_printf(c->output, "</%s>", name);
}

/* <noteGrp><note><noteKey>k</noteKey><noteValue>v</noteValue></note></noteGrp> of TBX-Min 2. */
static void write_min2_notes(TlConvert *c, const TlXmlNode *group) {
  gboolean first = TRUE;
  const char *core = c->into ? c->into->core : "";
  for (const TlXmlNode *note = group->first; note; note = note->next) {
    if (note->kind != TL_XML_ELEMENT)
      continue;
    g_autofree char *text = tl_tbx_node_value(c->names, note, c->core);
    tl_output_printf(c->output, "%s<%snote>", first ? "" : " ", core);
    tl_xml_write_text(c->output, text, -1);
    tl_output_printf(c->output, "</%snote>", core);
    first = FALSE;
  }
}

/* What is known of a TBX-Min 2 file, as a source description. */
static void write_min2_header(TlConvert *c, const TlXmlNode *header) {
  const char *name = is_new(c->to) ? "tbxHeader" : "martifHeader";
  tl_output_printf(c->output, "<%s><fileDesc><sourceDesc>", name);
  for (const TlXmlNode *child = header->first; child; child = child->next) {
    if (child->kind != TL_XML_ELEMENT)
      continue;
    g_autofree char *text = tl_tbx_node_value(c->names, child, c->core);
    tl_output_printf(c->output, "<p>%s: ", child->local);
    tl_xml_write_text(c->output, text, -1);
    for (guint i = 0; i < child->n_attributes; i++) {
      tl_output_printf(c->output, "%s%s ", i ? ", " : "", child->attributes[i].local);
      tl_xml_write_text(c->output, child->attributes[i].value, -1);
    }
    tl_output_puts(c->output, "</p>");
  }
  tl_output_printf(c->output, "</sourceDesc></fileDesc></%s>", name);
}

static void write_entries(TlConvert *c);

static void convert_element(TlConvert *c, const TlXmlNode *node) {
  TlTbxKind kind = tl_tbx_node_kind(c->names, node, c->core);
  guint level = c->level, scope = c->bindings->len;
  const char *meta;
  g_autofree char *category = level > 0 ? tl_convert_category(c, node, &meta) : NULL;
  if (strcmp(node->local, ENTRIES) == 0)
    write_entries(c);
  else if (tl_convert_is_foreign(c, node))
    tl_convert_foreign(c, node);
  else if (category)
    tl_convert_datum(c, node);
  else if (kind == TL_TBX_SECTION && level == TL_LEVEL_LANGUAGE)
    tl_convert_section(c, node);
  else if (c->from == TL_TBX_MIN2 && strcmp(node->local, "noteGrp") == 0)
    write_min2_notes(c, node);
  else if (c->from == TL_TBX_MIN2 && strcmp(node->local, "header") == 0)
    write_min2_header(c, node);
  else {
    c->level = kind == TL_TBX_ENTRY ? TL_LEVEL_ENTRY : kind == TL_TBX_LANGUAGE ? TL_LEVEL_LANGUAGE : level;
    write_element(c, node, new_name(c, node->local));
  }
  c->level = level;
  g_array_set_size(c->bindings, scope);
}

void tl_convert_node(TlConvert *c, const TlXmlNode *node) {
  if (node->kind == TL_XML_TEXT)
    tl_xml_write_text(c->output, node->text, -1);
  else if (node->kind == TL_XML_COMMENT)
    tl_output_printf(c->output, "<!--%s-->", node->text);
  else
    convert_element(c, node);
}

/* -- the file -- */

static void write_entries(TlConvert *c) {
  guint n;
  const TlumachConcept *concepts = tlumach_termbase_concepts(c->file->base, &n);
  g_autoptr(TlArena) arena = tl_arena_new();
  for (guint i = 0; i < n; i++) {
    size_t from = i > 0 ? concepts[i - 1].file_span.end : concepts[0].file_span.start;
    tl_output_write(c->output, c->file->text + from, concepts[i].file_span.start - from);
    const TlXmlNode *entry = tl_tbx_file_entry(c->file, i, arena, NULL);
    if (entry)
      tl_convert_node(c, entry);
    tl_arena_reset(arena);
  }
}

static void write_root(TlConvert *c, const TlXmlNode *root) {
  const char *language = tl_xml_node_attribute(root, "xml", "lang"), *type = tl_xml_node_attribute(root, NULL, "type");
  const char *own = tl_tbx_dialect_name(c->dialect);
  tl_output_puts(c->output, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  if (is_new(c->to))
    tl_output_printf(c->output, "<tbx type=\"%s\" style=\"%s\"",
                     own    ? own
                     : type ? type
                            : "TBX-Basic",
                     c->to == TL_TBX_DCT ? "dct" : "dca");
  else
    tl_output_printf(c->output, "<martif type=\"%s\"", own ? own : type ? type : "TBX");
  tl_output_puts(c->output, " xml:lang=\"");
  tl_xml_write_attribute(c->output, language ? language : "en", -1);
  tl_output_puts(c->output, "\"");
  if (is_new(c->to))
    tl_output_puts(c->output, " xmlns=\"" TL_TBX_CORE_NAMESPACE "\"");
  if (c->to == TL_TBX_DCT)
    tl_output_puts(c->output, "\n     xmlns:min=\"" TL_TBX_MODULE_NAMESPACE
                              "min\" xmlns:basic=\"" TL_TBX_MODULE_NAMESPACE "basic\""
                              "\n     xmlns:ling=\"" TL_TBX_MODULE_NAMESPACE
                              "linguist\" xmlns:xtlumach=\"" TL_TBX_OWN_NAMESPACE "\"");
  tl_output_putc(c->output, '>');
  /* TBX-Min 2 has no <text> around its body. */
  gboolean wrap = c->from == TL_TBX_MIN2;
  for (const TlXmlNode *child = root->first; child; child = child->next) {
    gboolean body = wrap && child->kind == TL_XML_ELEMENT && strcmp(child->local, "body") == 0;
    tl_output_puts(c->output, body ? "<text>" : "");
    tl_convert_node(c, child);
    tl_output_puts(c->output, body ? "</text>" : "");
  }
  tl_output_puts(c->output, is_new(c->to) ? "</tbx>\n" : "</martif>\n");
}

/* The file without its entries, which one element stands for. */
static TlXmlNode *skeleton(const TlTbxFile *file, TlArena *arena, GError **error) {
  guint n;
  const TlumachConcept *concepts = tlumach_termbase_concepts(file->base, &n);
  size_t from = n > 0 ? concepts[0].file_span.start : file->length,
         to = n > 0 ? concepts[n - 1].file_span.end : file->length;
  g_autoptr(GString) text = g_string_new_len(file->text, (gssize)from);
  if (n > 0)
    g_string_append(text, "<" ENTRIES "/>");
  g_string_append_len(text, file->text + to, (gssize)(file->length - to));
  return tl_xml_tree(file->path, text->str, text->len, arena, error);
}

/* -- which dialect -- */

static void look_for_dialect(const TlTbxNames *names, const TlXmlNode *node, const char *core, TlTbxDialect *dialect) {
  for (const TlXmlNode *child = node->first; child; child = child->next) {
    if (child->kind != TL_XML_ELEMENT)
      continue;
    g_autofree char *name = tl_tbx_node_category(names, child, core);
    const TlTbxCategory *category = name ? tl_tbx_category(names, name) : NULL;
    if (category && category->dialect != TL_DIALECT_OPEN && category->dialect > *dialect)
      *dialect = category->dialect;
    look_for_dialect(names, child, core, dialect);
  }
}

/* The smallest that has the categories of the file. */
static TlTbxDialect smallest_dialect(const TlConvert *c) {
  TlTbxDialect dialect = TL_DIALECT_CORE;
  g_autoptr(TlArena) arena = tl_arena_new();
  guint n;
  tlumach_termbase_concepts(c->file->base, &n);
  for (guint i = 0; i < n && dialect < TL_DIALECT_LINGUIST; i++) {
    const TlXmlNode *entry = tl_tbx_file_entry(c->file, i, arena, NULL);
    if (entry)
      look_for_dialect(c->names, entry, entry->uri, &dialect);
    tl_arena_reset(arena);
  }
  return dialect;
}

static void choose_dialect(TlConvert *c, const TlTbxManner *manner, TlTbxDialect wanted) {
  c->dialect = wanted != TL_DIALECT_OPEN ? wanted : manner->dialect;
  if (c->dialect == TL_DIALECT_OPEN && !is_new(c->from))
    c->dialect = is_new(c->to) ? smallest_dialect(c) : TL_DIALECT_OPEN;
}

static void report_told(const TlConvert *c, GPtrArray *told) {
  g_autoptr(GList) kinds = g_list_sort(g_hash_table_get_keys(c->told), (GCompareFunc)strcmp);
  for (GList *kind = kinds; kind; kind = kind->next)
    g_ptr_array_add(told,
                    g_strdup_printf("%s: kept as a private category: %s (%u)", c->file->path, (const char *)kind->data,
                                    GPOINTER_TO_UINT(g_hash_table_lookup(c->told, kind->data))));
}

/* -- a piece -- */

/* What a line is indented more than its piece, in steps of this file's instead of the other's. */
static void append_depth(const char *more, size_t length, const char *step, const TlTbxManner *into, GString *out) {
  size_t one = strlen(step);
  for (; one > 0 && length >= one && memcmp(more, step, one) == 0; more += one, length -= one)
    g_string_append(out, into->step);
  g_string_append_len(out, more, (gssize)length);
}

/* Lines begin with the new indentation, and what they had more than the piece's own. */
static void indent_anew(const char *text, const char *step, const TlTbxManner *into, guint steps, GString *out) {
  const char *end = strrchr(text, '\n'); /* before the end tag stands the piece's own indentation */
  size_t own = end ? strspn(end + 1, " \t") : 0;
  for (; *text; text++) {
    if (*text != '\n') {
      g_string_append_c(out, *text);
      continue;
    }
    size_t has = strspn(text + 1, " \t"), less = MIN(own, has);
    tl_tbx_write_break(into, TRUE, steps, out);
    append_depth(text + 1 + less, has - less, step, into, out);
    text += has;
  }
}

void tl_tbx_convert_piece(const TlTbxFile *file, const TlXmlNode *node, const TlTbxManner *into, guint steps,
                          GString *out) {
  g_autoptr(TlArena) arena = tl_arena_new();
  g_autoptr(GString) text = g_string_new(NULL);
  const TlTbxManner *theirs = tl_tbx_manner(file, G_MAXUINT, arena);
  TlConvert c = {.file = file, .from = theirs->style, .to = into->style, .into = into, .core = node->uri, .out = text};
  c.names = tl_tbx_names_new();
  c.told = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  c.output = tl_output_memory(text);
  c.bindings = tl_convert_bindings(c.to, into);
  c.level = tl_tbx_node_kind(c.names, node, c.core) == TL_TBX_SECTION ? TL_LEVEL_LANGUAGE : 0;
  tl_convert_node(&c, node);
  tl_output_close(c.output, NULL);
  indent_anew(text->str, theirs->step, into, steps, out);
  g_hash_table_unref(c.told);
  g_array_unref(c.bindings);
  tl_tbx_names_free(c.names);
}

gboolean tl_tbx_convert(const TlTbxFile *file, TlTbxStyle style, TlTbxDialect dialect, GString *out, GPtrArray *told,
                        GError **error) {
  g_autoptr(TlArena) arena = tl_arena_new();
  const TlTbxManner *manner = tl_tbx_manner(file, G_MAXUINT, arena);
  const TlXmlNode *root = skeleton(file, arena, error);
  if (!root)
    return FALSE;
  g_assert(style != TL_TBX_MIN2);
  TlConvert c = {
      .file = file, .from = manner->style, .to = style, .core = root->uri, .out = out, .names = tl_tbx_names_new()};
  c.told = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  c.output = tl_output_memory(out);
  c.bindings = tl_convert_bindings(c.to, NULL);
  choose_dialect(&c, manner, dialect);
  write_root(&c, root);
  tl_output_close(c.output, NULL); /* into memory: cannot fail */
  report_told(&c, told);
  g_hash_table_unref(c.told);
  g_array_unref(c.bindings);
  tl_tbx_names_free(c.names);
  return TRUE;
}
