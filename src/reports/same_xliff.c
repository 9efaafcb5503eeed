/* XLIFF 1.2 (OASIS, 2008) written back: translations into <target>, what is known into <note>, earlier translations
 * into <alt-trans>. What is ours is known by from="tlumach" and origin="tlumach…". */
#include <string.h>

#include "reports/notes.h"
#include "reports/same.h"

#define OURS "tlumach"

static gboolean is(const TlXmlNode *node, const char *local) {
  return node->kind == TL_XML_ELEMENT && strcmp(node->local, local) == 0;
}

/* Do its attributes say that we wrote it? */
static gboolean is_ours(const TlXmlNode *node) {
  const char *said = is(node, "note")        ? tl_xml_node_attribute(node, NULL, "from")
                     : is(node, "alt-trans") ? tl_xml_node_attribute(node, NULL, "origin")
                                             : NULL;
  return said && g_str_has_prefix(said, OURS);
}

/* -- elements --------------------------------------------------------------------------------------------------- */

static void add_notes(const TlXmlNode *unit, const char *kind, const GPtrArray *lines, GHashTable *seen,
                      GPtrArray *elements) {
  g_autofree char *note = tl_same_tag(unit, "note");
  for (guint i = 0; i < lines->len; i++) {
    g_autofree char *text = tl_same_text(lines->pdata[i]);
    g_autofree char *element =
        g_strdup_printf("<%s from=\"" OURS "\" annotates=\"source\">%s: %s</%s>", note, kind, text, note);
    if (g_hash_table_contains(seen, element))
      continue;
    g_hash_table_add(seen, element);
    g_ptr_array_add(elements, g_steal_pointer(&element));
  }
}

/* What is different, as a note; "": nothing. */
static char *remark(const TlXmlNode *unit, const TlumachSuggestion *match) {
  g_autofree char *note = tl_same_tag(unit, "note");
  g_autoptr(GString) remarks = g_string_new(NULL);
  tl_append_remarks(remarks, match);
  g_autofree char *text = tl_same_text(remarks->str);
  return remarks->len ? g_strdup_printf("<%s>%s</%s>", note, text, note) : g_strdup("");
}

/* `mid`: of the segment that it is for, or NULL. */
static char *candidate(const TlXmlNode *unit, const TlumachSuggestion *match, const char *mid) {
  g_autofree char *element = tl_same_tag(unit, "alt-trans"), *source_tag = tl_same_tag(unit, "source"),
                  *target_tag = tl_same_tag(unit, "target");
  g_autofree char *where = tl_suggestion_origin(match), *origin = tl_same_attribute(where ? where : "memory");
  g_autofree char *source = tl_same_text(match->source), *target = tl_same_text(match->target);
  g_autofree char *id = mid ? tl_same_attribute(mid) : NULL, *note = remark(unit, match);
  return g_strdup_printf("<%s%s%s%s match-quality=\"%u%%\" origin=\"" OURS ": %s\"><%s>%s</%s><%s>%s</%s>%s</%s>",
                         element, id ? " mid=\"" : "", id ? id : "", id ? "\"" : "", match->score, origin, source_tag,
                         source, source_tag, target_tag, target, target_tag, note, element);
}

static void add_known(const TlSame *same, const TlXmlNode *unit, const TlumachUnit *known, const char *mid,
                      GHashTable *seen, GPtrArray *elements) {
  g_auto(TlNotes) notes;
  tl_notes_init(&notes, known, tlumach_document_text(same->file->document, NULL));
  add_notes(unit, "term", notes.terms, seen, elements);
  add_notes(unit, "name", notes.names, seen, elements);
  add_notes(unit, "misspelt", notes.misspellings, seen, elements);
  for (guint i = 0; i < known->n_suggestions; i++)
    g_ptr_array_add(elements, candidate(unit, &known->suggestions[i], mid));
}

/* -- the target ------------------------------------------------------------------------------------------------- */

static TlXmlNode *mark_of(const TlXmlNode *field, const char *mid) {
  for (TlXmlNode *child = field->first; child; child = child->next) {
    const char *type = is(child, "mrk") ? tl_xml_node_attribute(child, NULL, "mtype") : NULL;
    if (type && strcmp(type, "seg") == 0 && g_strcmp0(tl_xml_node_attribute(child, NULL, "mid"), mid) == 0)
      return child;
    TlXmlNode *deeper = child->kind == TL_XML_ELEMENT ? mark_of(child, mid) : NULL;
    if (deeper)
      return deeper;
  }
  return NULL;
}

/* "new", "needs-translation" and the like are no longer true. */
static void tell_state(TlSame *same, const TlXmlNode *target) {
  if (tl_xml_node_attribute(target, NULL, "state"))
    tl_same_set_attribute(same, target->tag, "state", "translated");
}

/* A translation that the file has no place for is offered beside it. */
static void offer(const TlSame *same, const TlXmlNode *unit, const TlumachUnit *known, const char *translation,
                  const char *mid, GPtrArray *elements) {
  const char *text = tlumach_document_text(same->file->document, NULL);
  TlumachSpan span = known->segment.span;
  g_autofree char *source = g_strndup(text + span.start, span.end - span.start);
  const TlumachSuggestion whole = {
      .source = source, .target = translation, .origin = "translated before", .score = 100};
  g_ptr_array_add(elements, candidate(unit, &whole, mid));
}

/* `source` is the whole <source>, or with `mid` a mark of segmentation in it. */
static void fill(TlSame *same, const TlXmlNode *unit, const TlXmlNode *source, const char *mid,
                 const TlumachUnit *known, GPtrArray *before, GPtrArray *elements) {
  const char *translation = tl_same_translation(same, known);
  if (!translation)
    return;
  g_autofree char *content = tl_same_content(same, source, translation);
  const TlXmlNode *target = tl_xml_node_child(unit, "target");
  const TlXmlNode *place = target && mid ? mark_of(target, mid) : target;
  if (!content || (mid && !place)) {
    offer(same, unit, known, translation, mid, elements);
  } else if (place) {
    tl_same_set_content(same, place, content);
    tell_state(same, target);
  } else {
    g_autofree char *name = tl_same_tag(unit, "target");
    g_ptr_array_add(before, g_strdup_printf("<%s>%s</%s>", name, content, name));
  }
  if (content && (!mid || place))
    tl_same_say_language(same, "target-language");
}

/* -- a unit ----------------------------------------------------------------------------------------------------- */

typedef struct Unit {
  TlSame *same;
  const TlXmlNode *node;
  GHashTable *seen;             /* notes; the keys are those of `elements` */
  GPtrArray *before, *elements; /* behind the source; behind all that there is */
} Unit;

static void take_source(Unit *it, const TlXmlNode *source, const char *mid) {
  const TlumachUnit *known = tl_same_unit(it->same, source->tag.end);
  if (!known)
    return;
  fill(it->same, it->node, source, mid, known, it->before, it->elements);
  add_known(it->same, it->node, known, mid, it->seen, it->elements);
}

static void take_marks(Unit *it, const TlXmlNode *field) {
  for (const TlXmlNode *child = field->first; child; child = child->next) {
    const char *type = is(child, "mrk") ? tl_xml_node_attribute(child, NULL, "mtype") : NULL;
    if (type && strcmp(type, "seg") == 0)
      take_source(it, child, tl_xml_node_attribute(child, NULL, "mid"));
    else if (child->kind == TL_XML_ELEMENT)
      take_marks(it, child);
  }
}

/* §2.3: source, seg-source, target, then groups, notes and alt-trans in any order, then elements of others. */
static const TlXmlNode *last_of_core(const TlXmlNode *unit) {
  const TlXmlNode *last = NULL;
  for (const TlXmlNode *child = unit->first; child; child = child->next)
    if (child->kind == TL_XML_ELEMENT && g_strcmp0(child->uri, unit->uri) == 0 && !is_ours(child))
      last = child;
  return last;
}

void tl_same_unit_of_1(TlSame *same, const TlXmlNode *node) {
  const TlXmlNode *source = tl_xml_node_child(node, "source"), *segmented = tl_xml_node_child(node, "seg-source");
  g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
  Unit it = {same, node, seen, g_ptr_array_new_with_free_func(g_free), g_ptr_array_new_with_free_func(g_free)};
  if (source)
    take_source(&it, source, NULL);
  if (segmented)
    take_marks(&it, segmented);
  for (const TlXmlNode *child = node->first; child; child = child->next)
    if (child->kind == TL_XML_ELEMENT && is_ours(child))
      tl_same_take_away(same, child);
  tl_same_put_behind(same, segmented ? segmented : source ? source : node, it.before);
  const TlXmlNode *last = last_of_core(node);
  tl_same_put_behind(same, last ? last : node, it.elements);
}

/* -- the file --------------------------------------------------------------------------------------------------- */

/* 1.2, §2.2.2: <file> says the languages; 2.1, §4.3.1: the root does, and of targets must. */
static void note_language(TlSame *same, const TlXmlElement *element) {
  gboolean of_1 = tl_xml_attribute(element, NULL, "source-language") != NULL;
  if (!of_1 && !tl_xml_attribute(element, NULL, "srcLang"))
    return;
  gboolean said = tl_xml_attribute(element, NULL, of_1 ? "target-language" : "trgLang") != NULL;
  same->silent = said ? (TlumachSpan){0, 0} : element->tag;
}

void tl_same_say_language(TlSame *same, const char *attribute) {
  if (same->silent.end > 0)
    tl_same_set_attribute(same, same->silent, attribute, same->report->target_language);
  same->silent = (TlumachSpan){0, 0};
}

static gboolean is_unit(gpointer user, const TlXmlElement *element) {
  if (strcmp(element->local, "xliff") == 0 || strcmp(element->local, "file") == 0)
    note_language(user, element);
  return strcmp(element->local, "trans-unit") == 0 || strcmp(element->local, "unit") == 0;
}

static gboolean each_unit(gpointer user, TlXmlNode *unit, GError **error) {
  (void)error;
  if (is(unit, "unit"))
    tl_same_unit_of_2(user, unit);
  else
    tl_same_unit_of_1(user, unit);
  return TRUE;
}

gboolean tl_same_xliff(TlSame *same, GError **error) {
  return tl_xml_trees(tlumach_document_name(same->file->document), same->data, same->length, is_unit, each_unit, same,
                      error);
}
