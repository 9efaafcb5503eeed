/* Each change is a splice of the entry's text; then the entry is parsed anew, so that the next change sees what is
 * there. */
#include "terms/tbx/edit.h"

#include <string.h>

#include "base/error.h"
#include "base/splice.h"
#include "terms/concept.h"
#include "terms/tbx/conflict.h"
#include "terms/tbx/edit_private.h"
#include "terms/tbx/nodes.h"
#include "terms/termbase_build.h"

/* -- the entry and its text -- */

gboolean tl_entry_edit_parse(TlEntryEdit *e, GError **error) {
  tl_arena_reset(e->arena);
  e->entry = tl_tbx_file_tree(e->file, e->text->str, e->text->len, e->arena, error);
  if (e->entry)
    e->core = e->entry->uri;
  return e->entry != NULL;
}

TlEntryEdit *tl_entry_edit_new(const TlTbxFile *file, guint i, GError **error) {
  guint n;
  TlumachSpan span = tlumach_termbase_concepts(file->base, &n)[i].file_span;
  TlEntryEdit *e = g_new0(TlEntryEdit, 1);
  e->file = file;
  e->names = tl_tbx_names_new();
  e->arena = tl_arena_new();
  e->kept = tl_arena_new();
  e->manner = tl_tbx_manner(file, i, e->kept);
  e->text = g_string_new_len(file->text + span.start, (gssize)(span.end - span.start));
  if (tl_entry_edit_parse(e, error))
    return e;
  tl_entry_edit_free(e);
  return NULL;
}

void tl_entry_edit_free(TlEntryEdit *e) {
  if (!e)
    return;
  tl_tbx_names_free(e->names);
  tl_arena_free(e->arena);
  tl_arena_free(e->kept);
  g_free(e->remark);
  g_string_free(e->text, TRUE);
  g_free(e);
}

const GString *tl_entry_edit_text(const TlEntryEdit *e) {
  return e->text;
}

void tl_entry_edit_splice(TlEntryEdit *e, TlumachSpan span, const char *with) {
  g_string_erase(e->text, (gssize)span.start, (gssize)(span.end - span.start));
  g_string_insert(e->text, (gssize)span.start, with);
}

static void take_away(TlEntryEdit *e, const TlXmlNode *node) {
  TlumachSpan span = tl_xml_node_span(node);
  span.start = tl_removal_start(e->text->str, span.start);
  tl_entry_edit_splice(e, span, "");
}

/* -- putting something in -- */

/* On a line of its own when its neighbour has one, as far in. */
static void put(TlEntryEdit *e, size_t at, const TlXmlNode *like, const char *element) {
  size_t length = 0;
  const char *indent = like ? tl_indent_before(e->text->str, like->tag.start, &length) : NULL;
  g_autofree char *whole =
      indent ? g_strdup_printf("%s%.*s%s", e->manner->newline, (int)length, indent, element) : g_strdup(element);
  tl_entry_edit_splice(e, (TlumachSpan){at, at}, whole);
}

void tl_entry_edit_put_after(TlEntryEdit *e, const TlXmlNode *node, const char *element) {
  put(e, tl_xml_node_span(node).end, node, element);
}

void tl_entry_edit_put_first(TlEntryEdit *e, const TlXmlNode *parent, const char *element) {
  const TlXmlNode *like = parent->first;
  while (like && like->kind != TL_XML_ELEMENT)
    like = like->next;
  put(e, parent->tag.end, like, element);
}

/* The child of `parent` that holds `node`. */
static const TlXmlNode *child_holding(const TlXmlNode *parent, const TlXmlNode *node) {
  while (node && node->parent != parent)
    node = node->parent;
  return node;
}

/* -- what there is -- */

static GPtrArray *sections_of(const TlEntryEdit *e) {
  g_autoptr(GPtrArray) languages = g_ptr_array_new();
  GPtrArray *sections = g_ptr_array_new();
  tl_tbx_nodes_of_kind(e->names, e->entry, e->core, TL_TBX_LANGUAGE, languages);
  for (guint i = 0; i < languages->len; i++)
    tl_tbx_nodes_of_kind(e->names, g_ptr_array_index(languages, i), e->core, TL_TBX_SECTION, sections);
  return sections;
}

/* The section of the term that the reader counts as `i`: one whose term has no text is none to it. */
TlXmlNode *tl_entry_edit_section(const TlEntryEdit *e, guint i, GError **error) {
  g_autoptr(GPtrArray) sections = sections_of(e);
  for (guint s = 0; s < sections->len; s++) {
    TlXmlNode *section = g_ptr_array_index(sections, s), *term = tl_tbx_node_term(e->names, section, e->core);
    g_autofree char *text = term ? tl_tbx_node_value(e->names, term, e->core) : NULL;
    if (text && *text && strlen(text) <= TL_TERM_STORED_MAX && i-- == 0)
      return section;
  }
  tl_error_at(error, TLUMACH_ERROR_USAGE, e->file->path, 0, 0, "the entry has no such term");
  return NULL;
}

static void languages_telling(const TlEntryEdit *e, TlTbxTells tells, GPtrArray *found) {
  g_autoptr(GPtrArray) languages = g_ptr_array_new();
  tl_tbx_nodes_of_kind(e->names, e->entry, e->core, TL_TBX_LANGUAGE, languages);
  for (guint i = 0; i < languages->len; i++)
    tl_tbx_nodes_telling(e->names, g_ptr_array_index(languages, i), e->core, tells, found);
}

/* As the reader takes a concept: one definition, that of the entry before that of a language; notes of both. The first
 * `*own` are not those of a language. */
static GPtrArray *nodes_telling(const TlEntryEdit *e, const TlXmlNode *section, TlTbxTells tells, guint *own) {
  GPtrArray *found = g_ptr_array_new();
  guint most = tells == TL_TELLS_DEFINITION ? 1 : G_MAXUINT;
  tl_tbx_nodes_telling(e->names, section ? section : e->entry, e->core, tells, found);
  *own = MIN(found->len, most);
  if (!section)
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

static gboolean set_content(TlEntryEdit *e, const TlXmlNode *node, const char *value, GError **error) {
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
    return set_content(e, value ? value : note, text, error);
  g_autofree char *name = tl_tbx_node_value(e->names, key, e->core), *prefix = g_strconcat(name, ": ", NULL);
  gboolean keyed = g_str_has_prefix(text, prefix);
  if (!set_content(e, value, keyed ? text + strlen(prefix) : text, error))
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
    take_away(e, whole_of(e, g_ptr_array_index(nodes, i - 1)));
  return keep == 0 || set_note(e, g_ptr_array_index(nodes, 0), value, error);
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

/* The last element before the languages of an entry, or NULL. */
static const TlXmlNode *last_before_languages(const TlEntryEdit *e) {
  const TlXmlNode *last = NULL;
  for (const TlXmlNode *child = e->entry->first; child; child = child->next) {
    if (child->kind == TL_XML_ELEMENT && tl_tbx_node_kind(e->names, child, e->core) == TL_TBX_LANGUAGE)
      break;
    last = child->kind == TL_XML_ELEMENT ? child : last;
  }
  return last;
}

void tl_entry_edit_put_datum(TlEntryEdit *e, const TlXmlNode *section, TlTbxTells tells, const char *element) {
  if (!section) {
    const TlXmlNode *before = tells == TL_TELLS_NOTE
                                  ? last_before_languages(e)
                                  : predecessor(e, e->entry, concept_order, G_N_ELEMENTS(concept_order), tells);
    if (before)
      tl_entry_edit_put_after(e, before, element);
    else
      tl_entry_edit_put_first(e, e->entry, element);
    return;
  }
  const TlXmlNode *term = tl_tbx_node_term(e->names, section, e->core), *parent = term->parent;
  const TlXmlNode *before = term;
  if (tells == TL_TELLS_NOTE)
    for (const TlXmlNode *child = section->first; child; child = child->next)
      before = child->kind == TL_XML_ELEMENT ? child : before;
  else {
    const TlXmlNode *datum = predecessor(e, parent, term_order, G_N_ELEMENTS(term_order), tells);
    before = datum && datum->tag.start > term->tag.start ? datum : term;
  }
  tl_entry_edit_put_after(e, before, element);
}

/* -- the changes -- */

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

/* What is said in a language is for who reads the language: it is not taken from the concept. */
static gboolean refuse_language(const TlEntryEdit *e, const TlXmlNode *node, const char *what, GError **error) {
  while (tl_tbx_node_kind(e->names, node, e->core) != TL_TBX_LANGUAGE)
    node = node->parent;
  const char *tag = tl_xml_node_attribute(node, "xml", "lang");
  tl_error_at(error, TLUMACH_ERROR_USAGE, e->file->path, 0, 0,
              "the concept itself has no %s; the one of its language %s is not taken away", what, tag ? tag : "(none)");
  return FALSE;
}

gboolean tl_entry_edit_set(TlEntryEdit *e, guint i, TlTbxTells tells, const char *value, GError **error) {
  const TlXmlNode *section = i == TL_OF_CONCEPT ? NULL : tl_entry_edit_section(e, i, error);
  if (!section && i != TL_OF_CONCEPT)
    return FALSE;
  g_autofree char *plain = g_strdup(value);
  plain[tl_collapse_space(plain, strlen(plain))] = '\0';
  guint own;
  g_autoptr(GPtrArray) nodes = nodes_telling(e, section, tells, &own);
  if (is_same(e, nodes, tells, plain) || (nodes->len == 0 && !*plain))
    return TRUE;
  if (own == 0 && !*plain)
    return refuse_language(e, g_ptr_array_index(nodes, 0), category_for(tells), error);
  g_ptr_array_set_size(nodes, (gint)own);
  if (nodes->len > 0 && *plain)
    remark_source(e, g_ptr_array_index(nodes, 0), category_for(tells));
  if (nodes->len > 0)
    return replace_nodes(e, nodes, plain, error) && tl_entry_edit_parse(e, error);
  if (e->manner->style == TL_TBX_MIN2 && !section && tells == TL_TELLS_NOTE) {
    tl_error_at(error, TLUMACH_ERROR_USAGE, NULL, 0, 0, "TBX-Min 2 has no note of a concept, only of a term");
    return FALSE;
  }
  g_autoptr(GString) element = g_string_new(NULL);
  if (!tl_tbx_write_datum(e->manner, category_for(tells), plain, element, error))
    return FALSE;
  tl_entry_edit_put_datum(e, section, tells, element->str);
  return tl_entry_edit_parse(e, error);
}

/* Another section of the language must not have the text: nobody could say which of the two he means. */
static gboolean check_is_new(const TlEntryEdit *e, const char *tag, const char *text, const TlXmlNode *but,
                             GError **error) {
  const TlXmlNode *section;
  for (guint i = 0; (section = tl_entry_edit_section(e, i, NULL)); i++) {
    const char *own = tl_xml_node_attribute(section->parent, "xml", "lang");
    const TlXmlNode *term = tl_tbx_node_term(e->names, section, e->core);
    g_autofree char *value = term ? tl_tbx_node_value(e->names, term, e->core) : NULL;
    gboolean same = own && tag && g_ascii_strcasecmp(own, tag) == 0 && g_strcmp0(value, text) == 0;
    if (!same || (but && section == but))
      continue;
    tl_error_at(error, TLUMACH_ERROR_USAGE, e->file->path, 0, 0, "the concept has the term \"%s\" in %s already", text,
                own);
    return FALSE;
  }
  return TRUE;
}

gboolean tl_entry_edit_set_text(TlEntryEdit *e, guint i, const char *text, GError **error) {
  const TlXmlNode *section = tl_entry_edit_section(e, i, error);
  if (!section)
    return FALSE;
  const TlXmlNode *term = tl_tbx_node_term(e->names, section, e->core);
  g_autofree char *old = tl_tbx_node_value(e->names, term, e->core), *plain = g_strdup(text);
  plain[tl_collapse_space(plain, strlen(plain))] = '\0';
  if (!*plain) {
    tl_error_at(error, TLUMACH_ERROR_USAGE, NULL, 0, 0, "a term cannot be empty; to take it away, remove it");
    return FALSE;
  }
  const char *tag = tl_xml_node_attribute(section->parent, "xml", "lang");
  return strcmp(old, plain) == 0 || (check_is_new(e, tag, plain, section, error) &&
                                     set_content(e, term, plain, error) && tl_entry_edit_parse(e, error));
}

/* What a new term goes behind: a section of its language, or the last language, or what stands before the languages. */
static const TlXmlNode *place_for(const TlEntryEdit *e, const char *tag, gboolean *in_language) {
  g_autoptr(GPtrArray) languages = g_ptr_array_new(), sections = g_ptr_array_new();
  tl_tbx_nodes_of_kind(e->names, e->entry, e->core, TL_TBX_LANGUAGE, languages);
  for (guint i = 0; i < languages->len; i++) {
    const TlXmlNode *language = g_ptr_array_index(languages, i);
    const char *own = tl_xml_node_attribute(language, "xml", "lang");
    if (own && g_ascii_strcasecmp(own, tag) == 0)
      tl_tbx_nodes_of_kind(e->names, language, e->core, TL_TBX_SECTION, sections);
  }
  *in_language = sections->len > 0;
  if (*in_language)
    return g_ptr_array_index(sections, sections->len - 1);
  return languages->len > 0 ? g_ptr_array_index(languages, languages->len - 1) : last_before_languages(e);
}

/* How many terms the reader counts before byte `offset`. */
static guint terms_before(const TlEntryEdit *e, size_t offset) {
  guint n = 0;
  for (const TlXmlNode *section; (section = tl_entry_edit_section(e, n, NULL)) && section->tag.start < offset;)
    n++;
  return n;
}

/* Behind `before`, or first. */
static gboolean put_in_entry(TlEntryEdit *e, const TlXmlNode *before, const char *element, GError **error) {
  if (before)
    tl_entry_edit_put_after(e, before, element);
  else
    tl_entry_edit_put_first(e, e->entry, element);
  return tl_entry_edit_parse(e, error);
}

gboolean tl_entry_edit_add_section(TlEntryEdit *e, const char *language, const char *section, guint *at,
                                   GError **error) {
  gboolean in_language;
  const TlXmlNode *before = place_for(e, language, &in_language);
  g_autoptr(GString) element = g_string_new(NULL);
  if (in_language)
    g_string_append(element, section);
  else if (!tl_tbx_write_language_around(e->manner, language, section, element, error))
    return FALSE;
  *at = before ? terms_before(e, tl_xml_node_span(before).end) : 0;
  return put_in_entry(e, before, element->str, error);
}

gboolean tl_entry_edit_add_term(TlEntryEdit *e, const TlumachTerm *term, guint *at, GError **error) {
  g_autoptr(GString) section = g_string_new(NULL);
  g_autofree char *plain = g_strdup(term->text);
  plain[tl_collapse_space(plain, strlen(plain))] = '\0';
  return check_is_new(e, term->language, plain, NULL, error) && tl_tbx_write_section(e->manner, term, section, error) &&
         tl_entry_edit_add_section(e, term->language, section->str, at, error);
}

const char *tl_entry_edit_remark(const TlEntryEdit *e) {
  return e->remark;
}

const TlTbxManner *tl_entry_edit_manner(const TlEntryEdit *e) {
  return e->manner;
}

static guint count_kind(const TlEntryEdit *e, const TlXmlNode *within, TlTbxKind kind) {
  g_autoptr(GPtrArray) found = g_ptr_array_new();
  tl_tbx_nodes_of_kind(e->names, within, e->core, kind, found);
  return found->len;
}

gboolean tl_entry_edit_remove_term(TlEntryEdit *e, guint i, GError **error) {
  const TlXmlNode *section = tl_entry_edit_section(e, i, error);
  if (!section)
    return FALSE;
  const TlXmlNode *language = section->parent;
  gboolean last = count_kind(e, language, TL_TBX_SECTION) == 1;
  if (last && count_kind(e, e->entry, TL_TBX_LANGUAGE) == 1) {
    tl_error_at(error, TLUMACH_ERROR_USAGE, NULL, 0, 0,
                "this is the only term of the concept; to take it away, remove the concept");
    return FALSE;
  }
  take_away(e, last ? language : section);
  return tl_entry_edit_parse(e, error);
}

gboolean tl_entry_edit_settle(TlEntryEdit *e, guint *n, GError **error) {
  *n = tl_conflicts_remove(e->text);
  return tl_entry_edit_parse(e, error);
}

gboolean tl_entry_edit_stamp(TlEntryEdit *e, const TlTbxStamp *stamp, GError **error) {
  g_autoptr(GString) element = g_string_new(NULL);
  const TlXmlNode *before = last_before_languages(e);
  for (const TlXmlNode *child = e->entry->first; child; child = child->next)
    if (child->kind == TL_XML_ELEMENT && strcmp(child->local, "transacGrp") == 0)
      before = child;
  if (!tl_tbx_write_stamp(e->manner, stamp, 1, element, error))
    return FALSE;
  return put_in_entry(e, before, element->str, error);
}
