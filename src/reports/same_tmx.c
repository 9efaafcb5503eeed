/* TMX 1.4b (LISA OSCAR, 2005) written back: translations into the tuv of their language, what is known into notes that
 * are not there yet (a note has nothing to know it by). */
#include <string.h>

#include "bitext/bitext.h"
#include "reports/notes.h"
#include "reports/same.h"

static gboolean is(const TlXmlNode *node, const char *local) {
  return node->kind == TL_XML_ELEMENT && strcmp(node->local, local) == 0;
}

static GHashTable *notes_of(const TlXmlNode *tu) {
  GHashTable *notes = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (const TlXmlNode *child = tu->first; child; child = child->next)
    if (is(child, "note")) {
      GString *text = g_string_new(NULL);
      tl_xml_node_text(child, text);
      g_hash_table_add(notes, g_string_free(text, FALSE));
    }
  return notes;
}

static void add_notes(const TlXmlNode *tu, const char *kind, const GPtrArray *lines, GHashTable *known,
                      GPtrArray *elements) {
  g_autofree char *note = tl_same_tag(tu, "note");
  for (guint i = 0; i < lines->len; i++) {
    g_autofree char *line = g_strdup_printf("%s: %s", kind, (const char *)lines->pdata[i]);
    g_autofree char *text = g_hash_table_contains(known, line) ? NULL : tl_same_text(line);
    if (text)
      g_ptr_array_add(elements, g_strdup_printf("<%s>%s</%s>", note, text, note));
  }
}

/* Content of a tu: notes and properties, then tuvs. */
static void put_notes(TlSame *same, const TlXmlNode *tu, const TlumachUnit *unit) {
  GPtrArray *elements = g_ptr_array_new_with_free_func(g_free);
  g_autoptr(GHashTable) known = notes_of(tu);
  g_auto(TlNotes) notes;
  tl_notes_init(&notes, unit, tlumach_document_text(same->file->document, NULL));
  add_notes(tu, "term", notes.terms, known, elements);
  add_notes(tu, "name", notes.names, known, elements);
  add_notes(tu, "misspelt", notes.misspellings, known, elements);
  add_notes(tu, "memory", notes.memory, known, elements);
  const TlXmlNode *first = tu->first;
  while (first->kind != TL_XML_ELEMENT)
    first = first->next;
  for (guint i = 0; i < elements->len; i++)
    tl_splices_add(same->splices, (TlumachSpan){tu->tag.end, tu->tag.end},
                   tl_like_neighbour(same->data, first->tag.start, elements->pdata[i]));
  g_ptr_array_unref(elements);
}

/* The <seg> whose content begins at this byte. */
static const TlXmlNode *segment_at(const TlXmlNode *tu, size_t at) {
  for (const TlXmlNode *tuv = tu->first; tuv; tuv = tuv->next) {
    const TlXmlNode *seg = is(tuv, "tuv") ? tl_xml_node_child(tuv, "seg") : NULL;
    if (seg && seg->tag.end == at)
      return seg;
  }
  return NULL;
}

static void fill(TlSame *same, const TlXmlNode *tu, const TlXmlNode *source, const TlumachUnit *unit) {
  const char *translation = tl_same_translation(same, unit);
  g_autofree char *content = translation ? tl_same_content(same, source, translation) : NULL;
  size_t at = tl_bitext_place(same->file->bitext, unit->pair, TLUMACH_TARGET);
  const TlXmlNode *target = at != source->tag.end ? segment_at(tu, at) : NULL;
  if (!content)
    return;
  if (target) {
    tl_same_set_content(same, target, content);
    return;
  }
  const char *language = tl_xml_node_attribute(source->parent, "xml", "lang") ? "xml:lang" : "lang";
  g_autofree char *said = tl_same_attribute(same->report->target_language), *tuv = tl_same_tag(tu, "tuv"),
                  *seg = tl_same_tag(tu, "seg");
  GPtrArray *elements = g_ptr_array_new_with_free_func(g_free);
  g_ptr_array_add(elements,
                  g_strdup_printf("<%s %s=\"%s\"><%s>%s</%s></%s>", tuv, language, said, seg, content, seg, tuv));
  tl_same_put_behind(same, source->parent, elements);
}

static gboolean is_unit(gpointer user, const TlXmlElement *element) {
  (void)user;
  return strcmp(element->local, "tu") == 0;
}

static gboolean each_unit(gpointer user, TlXmlNode *tu, GError **error) {
  (void)error;
  TlSame *same = user;
  for (const TlXmlNode *tuv = tu->first; tuv; tuv = tuv->next) {
    const TlXmlNode *seg = is(tuv, "tuv") ? tl_xml_node_child(tuv, "seg") : NULL;
    const TlumachUnit *unit = seg ? tl_same_unit(same, seg->tag.end) : NULL;
    if (!unit)
      continue;
    put_notes(same, tu, unit);
    fill(same, tu, seg, unit);
    break;
  }
  return TRUE;
}

gboolean tl_same_tmx(TlSame *same, GError **error) {
  return tl_xml_trees(tlumach_document_name(same->file->document), same->data, same->length, is_unit, each_unit, same,
                      error);
}
