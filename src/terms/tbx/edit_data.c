/* What is said of a concept, of it in one of its languages, or of a term: read as the reader does, and set. */
#include <string.h>

#include "base/error.h"
#include "terms/concept.h"
#include "terms/tbx/edit_private.h"
#include "terms/tbx/nodes.h"
#include "terms/termbase_build.h"

static void languages_telling(const TlEntryEdit *e, TlTbxTells tells, GPtrArray *found) {
  g_autoptr(GPtrArray) languages = g_ptr_array_new();
  tl_tbx_nodes_of_kind(e->names, e->entry, e->core, TL_TBX_LANGUAGE, languages);
  for (guint i = 0; i < languages->len; i++)
    tl_tbx_nodes_telling(e->names, g_ptr_array_index(languages, i), e->core, tells, found);
}

/* As the reader takes a concept: one definition, that of the entry before that of a language; notes of both. The first
 * `*own` are not those of a language. */
static GPtrArray *nodes_telling(const TlEntryEdit *e, const TlXmlNode *within, TlTbxTells tells, guint *own) {
  GPtrArray *found = g_ptr_array_new();
  guint most = tells == TL_TELLS_DEFINITION ? 1 : G_MAXUINT;
  tl_tbx_nodes_telling(e->names, within ? within : e->entry, e->core, tells, found);
  *own = MIN(found->len, most);
  if (!within)
    languages_telling(e, tells, found);
  if (found->len > most)
    g_ptr_array_set_size(found, 1);
  return found;
}

static gboolean is_same(const TlEntryEdit *e, const GPtrArray *nodes, TlTbxTells tells, const char *value) {
  g_autoptr(GString) joined = g_string_new(NULL);
  for (guint i = 0; i < nodes->len; i++) {
    g_autofree char *text = tl_tbx_node_value(e->names, g_ptr_array_index(nodes, i), e->core);
    g_string_append_printf(joined, "%s%s", joined->len > 0 && *text ? "; " : "", text);
  }
  const char *a = tells == TL_TELLS_POS ? tl_pos_from_name(joined->str) : NULL,
             *b = tells == TL_TELLS_POS ? tl_pos_from_name(value) : NULL;
  return a && b ? a == b : strcmp(joined->str, value) == 0; /* "Noun" is read as "noun" */
}

/* -- changing what there is -- */

gboolean tl_entry_edit_set_content(TlEntryEdit *e, const TlXmlNode *node, const char *value, GError **error) {
  g_autoptr(GString) escaped = g_string_new(NULL);
  TlumachSpan span = tl_xml_node_content(node);
  if (tl_xml_node_empty(node)) {
    span = (TlumachSpan){node->tag.end - 2, node->tag.end};
    g_string_append_c(escaped, '>');
  }
  if (!tl_tbx_write_text(value, escaped, error))
    return FALSE;
  if (tl_xml_node_empty(node))
    g_string_append_printf(escaped, "</%s%s%s>", node->prefix ? node->prefix : "", node->prefix ? ":" : "",
                           node->local);
  tl_entry_edit_splice(e, span, escaped->str);
  return TRUE;
}

/* TBX-Min 2: <note><noteKey>key</noteKey><noteValue>value</noteValue></note> is read as "key: value". What does not
 * begin so has no key. */
static gboolean set_note(TlEntryEdit *e, const TlXmlNode *note, const char *text, GError **error) {
  const TlXmlNode *value = tl_xml_node_child(note, "noteValue"), *key = tl_xml_node_child(note, "noteKey");
  if (!value || !key)
    return tl_entry_edit_set_content(e, value ? value : note, text, error);
  g_autofree char *name = tl_tbx_node_value(e->names, key, e->core), *prefix = g_strconcat(name, ": ", NULL);
  gboolean keyed = g_str_has_prefix(text, prefix);
  if (!tl_entry_edit_set_content(e, value, keyed ? text + strlen(prefix) : text, error))
    return FALSE;
  if (!keyed)
    tl_entry_edit_splice(e, tl_xml_node_span(key), ""); /* stands before the value, so its bytes are where they were */
  return TRUE;
}

/* A definition takes the group with it that holds its source and notes; a note of TBX-Min 2, its group. */
static const TlXmlNode *whole_of(const TlEntryEdit *e, const TlXmlNode *node) {
  const TlXmlNode *parent = node->parent;
  gboolean grouped =
      tl_tbx_node_kind(e->names, parent, e->core) == TL_TBX_GROUP || strcmp(parent->local, "noteGrp") == 0;
  for (const TlXmlNode *before = node->previous; before; before = before->previous)
    grouped = grouped && before->kind != TL_XML_ELEMENT; /* it is what the group is about */
  return grouped ? parent : node;
}

/* From the last to the first, so that spans stay true. */
static gboolean replace_nodes(TlEntryEdit *e, const GPtrArray *nodes, const char *value, GError **error) {
  guint keep = *value ? 1 : 0;
  for (guint i = nodes->len; i > keep; i--)
    tl_entry_edit_take_away(e, whole_of(e, g_ptr_array_index(nodes, i - 1)));
  return keep == 0 || set_note(e, g_ptr_array_index(nodes, 0), value, error);
}

/* The child of `parent` that holds `node`. */
static const TlXmlNode *child_holding(const TlXmlNode *parent, const TlXmlNode *node) {
  while (node && node->parent != parent)
    node = node->parent;
  return node;
}

/* -- where a new datum goes -- */

static const TlTbxTells concept_order[] = {TL_TELLS_SUBJECT, TL_TELLS_DEFINITION},
                        term_order[] = {TL_TELLS_POS, TL_TELLS_STATUS, TL_TELLS_TYPE, TL_TELLS_WORDS};

/* The last child of `parent` that must stand before `tells`, or NULL. */
static const TlXmlNode *predecessor(const TlEntryEdit *e, const TlXmlNode *parent, const TlTbxTells *order, guint n,
                                    TlTbxTells tells) {
  const TlXmlNode *last = NULL;
  for (guint o = 0; o < n && order[o] != tells; o++) {
    g_autoptr(GPtrArray) found = g_ptr_array_new();
    tl_tbx_nodes_telling(e->names, parent, e->core, order[o], found);
    for (guint i = 0; i < found->len; i++) {
      const TlXmlNode *child = child_holding(parent, g_ptr_array_index(found, i));
      if (child && (!last || child->tag.start > last->tag.start))
        last = child;
    }
  }
  return last;
}

static gboolean is_section(const TlEntryEdit *e, const TlXmlNode *within) {
  return within && tl_tbx_node_kind(e->names, within, e->core) == TL_TBX_SECTION;
}

/* In an entry or a language: before what it has of the next level, definitions before notes. */
static void put_above_terms(TlEntryEdit *e, const TlXmlNode *within, TlTbxTells tells, const char *element) {
  const TlXmlNode *before =
      tells == TL_TELLS_NOTE
          ? tl_entry_edit_last_before(e, within, within == e->entry ? TL_TBX_LANGUAGE : TL_TBX_SECTION)
          : predecessor(e, within, concept_order, G_N_ELEMENTS(concept_order), tells);
  if (before)
    tl_entry_edit_put_after(e, before, element);
  else
    tl_entry_edit_put_first(e, within, element);
}

void tl_entry_edit_put_datum(TlEntryEdit *e, const TlXmlNode *within, TlTbxTells tells, const char *element) {
  if (!is_section(e, within)) {
    put_above_terms(e, within ? within : e->entry, tells, element);
    return;
  }
  const TlXmlNode *term = tl_tbx_node_term(e->names, within, e->core), *parent = term->parent;
  const TlXmlNode *before = term;
  if (tells == TL_TELLS_NOTE)
    for (const TlXmlNode *child = within->first; child; child = child->next)
      before = child->kind == TL_XML_ELEMENT ? child : before;
  else {
    const TlXmlNode *datum = predecessor(e, parent, term_order, G_N_ELEMENTS(term_order), tells);
    before = datum && datum->tag.start > term->tag.start ? datum : term;
  }
  tl_entry_edit_put_after(e, before, element);
}

static const char *category_for(TlTbxTells tells) {
  static const char *const names[] = {
      [TL_TELLS_SUBJECT] = "subjectField", [TL_TELLS_DEFINITION] = "definition", [TL_TELLS_NOTE] = "note",
      [TL_TELLS_POS] = "partOfSpeech",     [TL_TELLS_TYPE] = "termType",         [TL_TELLS_WORDS] = "x-words"};
  return names[tells];
}

/* A definition that is another now, in a group that says where the old one is from. */
static void remark_source(TlEntryEdit *e, const TlXmlNode *node, const char *what) {
  const TlXmlNode *group = whole_of(e, node);
  for (const TlXmlNode *child = group == node ? NULL : group->first; child; child = child->next) {
    g_autofree char *name = tl_tbx_node_category(e->names, child, e->core);
    if (g_strcmp0(name, "source") != 0)
      continue;
    g_autofree char *source = tl_tbx_node_value(e->names, child, e->core);
    g_free(e->remark);
    e->remark = g_strdup_printf("the source of the old %s stands beside the new one: \"%s\"", what, source);
  }
}

/* What is said in a language is for who reads the language: it is not taken away with the concept's. */
static gboolean refuse_language(const TlEntryEdit *e, const TlXmlNode *node, const char *what, GError **error) {
  while (tl_tbx_node_kind(e->names, node, e->core) != TL_TBX_LANGUAGE)
    node = node->parent;
  const char *tag = tl_xml_node_attribute(node, "xml", "lang");
  tl_error_at(error, TLUMACH_ERROR_USAGE, e->file->path, 0, 0,
              "the concept itself has no %s, its language %s has one: name the language", what, tag ? tag : "(none)");
  return FALSE;
}

/* `within`: a language, a section; NULL: the entry itself. */
static gboolean set(TlEntryEdit *e, const TlXmlNode *within, TlTbxTells tells, const char *value, GError **error) {
  g_autofree char *plain = g_strdup(value);
  plain[tl_collapse_space(plain, strlen(plain))] = '\0';
  guint own;
  g_autoptr(GPtrArray) nodes = nodes_telling(e, within, tells, &own);
  if (is_same(e, nodes, tells, plain) || (nodes->len == 0 && !*plain))
    return TRUE;
  if (own == 0 && !*plain)
    return refuse_language(e, g_ptr_array_index(nodes, 0), category_for(tells), error);
  g_ptr_array_set_size(nodes, (gint)own);
  if (nodes->len > 0 && *plain)
    remark_source(e, g_ptr_array_index(nodes, 0), category_for(tells));
  if (nodes->len > 0)
    return replace_nodes(e, nodes, plain, error) && tl_entry_edit_parse(e, error);
  if (e->manner->style == TL_TBX_MIN2 && !is_section(e, within) && tells == TL_TELLS_NOTE) {
    tl_error_at(error, TLUMACH_ERROR_USAGE, NULL, 0, 0, "TBX-Min 2 has no note of a concept, only of a term");
    return FALSE;
  }
  g_autoptr(GString) element = g_string_new(NULL);
  if (!tl_tbx_write_datum(e->manner, category_for(tells), plain, element, error))
    return FALSE;
  tl_entry_edit_put_datum(e, within, tells, element->str);
  return tl_entry_edit_parse(e, error);
}

gboolean tl_entry_edit_set(TlEntryEdit *e, guint i, TlTbxTells tells, const char *value, GError **error) {
  const TlXmlNode *section = i == TL_OF_CONCEPT ? NULL : tl_entry_edit_section(e, i, error);
  return (section || i == TL_OF_CONCEPT) && set(e, section, tells, value, error);
}

gboolean tl_entry_edit_set_in(TlEntryEdit *e, const char *language, TlTbxTells tells, const char *value,
                              GError **error) {
  g_autoptr(GPtrArray) languages = g_ptr_array_new();
  tl_tbx_nodes_of_kind(e->names, e->entry, e->core, TL_TBX_LANGUAGE, languages);
  for (guint i = 0; i < languages->len; i++) {
    const char *tag = tl_xml_node_attribute(g_ptr_array_index(languages, i), "xml", "lang");
    if (tag && tlumach_language_matches(tag, language))
      return set(e, g_ptr_array_index(languages, i), tells, value, error);
  }
  tl_error_at(error, TLUMACH_ERROR_USAGE, e->file->path, 0, 0, "the concept has no terms in %s", language);
  return FALSE;
}
