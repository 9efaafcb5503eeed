/* The root, and the three levels: entries, languages, sections of a term. */
#include <string.h>

#include "terms/tbx/read_private.h"

static gboolean refuse_root(TlTbxReader *reader, const TlXmlElement *root, GError **error) {
  static const struct {
    const char *local, *what;
  } others[] = {{"tmx", "a translation memory (TMX)"},
                {"xliff", "a bilingual file (XLIFF)"},
                {"html", "a web page"},
                {"mtf", "a MultiTerm export: export TBX instead"},
                {"srx", "segmentation rules (SRX)"}};
  const char *what = "no TBX";
  for (size_t i = 0; i < G_N_ELEMENTS(others); i++)
    if (g_ascii_strcasecmp(root->local, others[i].local) == 0)
      what = others[i].what;
  tl_xml_error(error, reader->name, root, "this is %s; a term base begins with <tbx> or <martif>", what);
  return FALSE;
}

gboolean tl_tbx_open_root(TlTbxReader *reader, const TlXmlElement *root, GError **error) {
  const char *dialect = tl_xml_attribute(root, NULL, "type");
  reader->core = g_strdup(root->uri);
  if (strcmp(root->local, "tbx") == 0) {
    if (g_strcmp0(root->uri, TL_TBX_CORE_NAMESPACE) != 0) {
      tl_xml_error(error, reader->name, root, "%s%s%s; TBX 3 needs xmlns=\"%s\"",
                   root->uri == NULL ? "has no namespace" : "is in the namespace \"",
                   root->uri == NULL ? "" : root->uri, root->uri == NULL ? "" : "\"", TL_TBX_CORE_NAMESPACE);
      return FALSE;
    }
    reader->dialect = dialect == NULL ? TL_DIALECT_OPEN : tl_tbx_dialect(dialect);
    if (reader->dialect == TL_DIALECT_OPEN)
      tl_termbase_warn(reader->base, tl_tbx_place(root), "%s%s is not a dialect that is known; its core is read",
                       dialect == NULL ? "a file without a type" : "type ", dialect == NULL ? "" : dialect);
    return TRUE;
  }
  /* Version 2 leaves its categories to an XCS file, so there is no dialect to hold it to. */
  reader->dialect = TL_DIALECT_OPEN;
  reader->direct = strcmp(root->local, "TBX") == 0;
  return reader->direct || strcmp(root->local, "martif") == 0 || refuse_root(reader, root, error);
}

/* The three levels. */

static gboolean misplaced(TlTbxReader *reader, const TlXmlElement *element, const char *where, GError **error) {
  tl_xml_error(error, reader->name, element, "stands %s", where);
  return FALSE;
}

gboolean tl_tbx_open_entry(TlTbxReader *reader, const TlXmlElement *element, GError **error) {
  if (reader->level != 0)
    return misplaced(reader, element, "inside another entry", error);
  const char *id = tl_xml_attribute(element, NULL, "id");
  if (id == NULL)
    id = tl_xml_attribute(element, "xml", "id");
  reader->level = TL_LEVEL_ENTRY;
  reader->concept = (TlumachConcept){.file_span = element->tag, .line = tl_xml_line(element)};
  reader->definition_level = G_MAXUINT;
  g_string_assign(reader->id, id == NULL ? "" : id);
  g_string_truncate(reader->subject, 0);
  g_string_truncate(reader->concept_note, 0);
  g_array_set_size(reader->terms, 0);
  return TRUE;
}

void tl_tbx_close_entry(TlTbxReader *reader, const TlXmlElement *element) {
  TlumachConcept *concept = &reader->concept;
  concept->id = reader->id->len == 0 ? NULL : reader->id->str;
  concept->subject = tl_termbase_intern(reader->base, reader->subject->str, reader->subject->len);
  concept->note = tl_termbase_string(reader->base, reader->concept_note->str, reader->concept_note->len);
  /* The end of <x/> has no bytes of its own. */
  concept->file_span.end = MAX(concept->file_span.end, element->tag.end);
  tl_termbase_add(reader->base, concept, (const TlumachTerm *)(gconstpointer)reader->terms->data, reader->terms->len);
  reader->level = 0;
  if (!reader->forgets || tl_termbase_n_added(reader->base) < 1000)
    return;
  reader->forgotten += tl_termbase_n_added(reader->base);
  tlumach_termbase_free(reader->base);
  reader->base = tl_termbase_new(reader->name);
}

gboolean tl_tbx_open_language(TlTbxReader *reader, const TlXmlElement *element, GError **error) {
  if (reader->level != TL_LEVEL_ENTRY)
    return misplaced(reader, element, reader->level == 0 ? "outside of an entry" : "inside another language", error);
  reader->level = TL_LEVEL_LANGUAGE;
  const char *tag = tl_xml_attribute(element, "xml", "lang");
  if (tag == NULL && (tag = tl_xml_attribute(element, NULL, "lang")) != NULL)
    tl_termbase_warn_once(reader->base, tl_tbx_place(element), "<%s> has lang where it should have xml:lang",
                          element->local);
  if (tag == NULL || *tag == '\0') {
    tl_termbase_warn(reader->base, tl_tbx_place(element),
                     "<%s> without xml:lang: its terms are kept but not looked for", element->local);
    reader->language = "";
  } else
    reader->language = tl_termbase_language(reader->base, tag, tl_tbx_place(element));
  return TRUE;
}

gboolean tl_tbx_open_section(TlTbxReader *reader, const TlXmlElement *element, GError **error) {
  if (reader->level != TL_LEVEL_LANGUAGE)
    return misplaced(reader, element,
                     reader->level == TL_LEVEL_TERM ? "inside another section of a term" : "outside of a language",
                     error);
  const char *id = tl_xml_attribute(element, NULL, "id");
  reader->level = TL_LEVEL_TERM;
  reader->section = tl_tbx_place(element);
  reader->status_rank = 0;
  reader->term = (TlumachTerm){.language = reader->language};
  if (id != NULL)
    reader->term.id = tl_termbase_string(reader->base, id, strlen(id));
  g_string_truncate(reader->term_note, 0);
  return TRUE;
}

void tl_tbx_close_section(TlTbxReader *reader) {
  reader->level = TL_LEVEL_LANGUAGE;
  if (reader->term.language == NULL) /* its term was left out, and that was said */
    return;
  if (reader->term.text == NULL) {
    tl_termbase_warn(reader->base, reader->section, "a section without <term> is left out");
    return;
  }
  reader->term.note = tl_termbase_string(reader->base, reader->term_note->str, reader->term_note->len);
  g_array_append_val(reader->terms, reader->term);
}
