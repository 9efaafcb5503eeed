/* Terms of an entry put in, taken out, written otherwise. */
#include <string.h>

#include "base/error.h"
#include "terms/concept.h"
#include "terms/tbx/edit_private.h"
#include "terms/tbx/nodes.h"
#include "terms/termbase_build.h"

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
                                     tl_entry_edit_set_content(e, term, plain, error) && tl_entry_edit_parse(e, error));
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
  return languages->len > 0 ? g_ptr_array_index(languages, languages->len - 1)
                            : tl_entry_edit_last_before(e, e->entry, TL_TBX_LANGUAGE);
}

/* How many terms the reader counts before byte `offset`. */
static guint terms_before(const TlEntryEdit *e, size_t offset) {
  guint n = 0;
  for (const TlXmlNode *section; (section = tl_entry_edit_section(e, n, NULL)) && section->tag.start < offset;)
    n++;
  return n;
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
  return tl_entry_edit_put_in_entry(e, before, element->str, error);
}

gboolean tl_entry_edit_add_term(TlEntryEdit *e, const TlumachTerm *term, guint *at, GError **error) {
  g_autoptr(GString) section = g_string_new(NULL);
  g_autofree char *plain = g_strdup(term->text);
  plain[tl_collapse_space(plain, strlen(plain))] = '\0';
  return check_is_new(e, term->language, plain, NULL, error) && tl_tbx_write_section(e->manner, term, section, error) &&
         tl_entry_edit_add_section(e, term->language, section->str, at, error);
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
  tl_entry_edit_take_away(e, last ? language : section);
  return tl_entry_edit_parse(e, error);
}
