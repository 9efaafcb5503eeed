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

void tl_entry_edit_take_away(TlEntryEdit *e, const TlXmlNode *node) {
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

/* The last element of `parent` before its first child of a kind, or NULL. */
const TlXmlNode *tl_entry_edit_last_before(const TlEntryEdit *e, const TlXmlNode *parent, TlTbxKind kind) {
  const TlXmlNode *last = NULL;
  for (const TlXmlNode *child = parent->first; child; child = child->next) {
    if (child->kind == TL_XML_ELEMENT && tl_tbx_node_kind(e->names, child, e->core) == kind)
      break;
    last = child->kind == TL_XML_ELEMENT ? child : last;
  }
  return last;
}

/* Behind `before`, or first. */
gboolean tl_entry_edit_put_in_entry(TlEntryEdit *e, const TlXmlNode *before, const char *element, GError **error) {
  if (before)
    tl_entry_edit_put_after(e, before, element);
  else
    tl_entry_edit_put_first(e, e->entry, element);
  return tl_entry_edit_parse(e, error);
}

const char *tl_entry_edit_remark(const TlEntryEdit *e) {
  return e->remark;
}

const TlTbxManner *tl_entry_edit_manner(const TlEntryEdit *e) {
  return e->manner;
}

gboolean tl_entry_edit_settle(TlEntryEdit *e, guint *n, GError **error) {
  *n = tl_conflicts_remove(e->text);
  return tl_entry_edit_parse(e, error);
}

gboolean tl_entry_edit_stamp(TlEntryEdit *e, const TlTbxStamp *stamp, GError **error) {
  g_autoptr(GString) element = g_string_new(NULL);
  const TlXmlNode *before = tl_entry_edit_last_before(e, e->entry, TL_TBX_LANGUAGE);
  for (const TlXmlNode *child = e->entry->first; child; child = child->next)
    if (child->kind == TL_XML_ELEMENT && strcmp(child->local, "transacGrp") == 0)
      before = child;
  if (!tl_tbx_write_stamp(e->manner, stamp, 1, element, error))
    return FALSE;
  return tl_entry_edit_put_in_entry(e, before, element->str, error);
}
