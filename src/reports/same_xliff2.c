/* XLIFF 2.x (OASIS, 2014, 2018) written back: translations into <target>; terms into the glossary module, earlier
 * translations into the matches module, the rest into <note>. What is ours has an id that begins with "tlumach-". */
#include <string.h>

#include "reports/notes.h"
#include "reports/same.h"

#define OURS "tlumach-"
#define GLOSSARY "urn:oasis:names:tc:xliff:glossary:2.0"
#define MATCHES "urn:oasis:names:tc:xliff:matches:2.0"

typedef struct Unit {
  TlSame *same;
  const TlXmlNode *node;
  const char *glossary, *match_prefix;  /* prefixes of the modules' elements with their colons, or "" */
  GHashTable *terms, *lines;            /* of the entries and notes so far */
  GPtrArray *entries, *matches, *notes; /* elements, char * */
} Unit;

static gboolean is(const TlXmlNode *node, const char *local) {
  return node->kind == TL_XML_ELEMENT && strcmp(node->local, local) == 0;
}

static gboolean is_ours(const TlXmlNode *node) {
  const char *id = tl_xml_node_attribute(node, NULL, "id");
  return id && g_str_has_prefix(id, OURS);
}

static char *core_tag(const Unit *it, const char *local) {
  return tl_same_tag(it->node, local);
}

/* -- elements --------------------------------------------------------------------------------------------------- */

static void add_entry(Unit *it, const TlumachTermUse *use) {
  const char *p = it->glossary;
  if (!g_hash_table_add(it->terms, (gpointer)use->hit.term))
    return;
  g_autofree char *term = tl_same_text(use->hit.term->text);
  GString *entry = g_string_new(NULL);
  g_string_append_printf(entry, "<%sglossEntry id=\"" OURS "%u\"><%sterm>%s</%sterm>", p, it->entries->len + 1, p, term,
                         p);
  size_t before = entry->len;
  for (guint i = 0; use->targets[i]; i++) {
    g_autofree char *target = tl_same_text(use->targets[i]->text);
    if (!tl_status_is_bad(use->targets[i]->status))
      g_string_append_printf(entry, "<%stranslation>%s</%stranslation>", p, target, p);
  }
  const char *definition = use->hit.term->concept->definition;
  g_autofree char *text = definition ? tl_same_text(definition) : NULL;
  if (definition)
    g_string_append_printf(entry, "<%sdefinition>%s</%sdefinition>", p, text, p);
  else if (entry->len == before)
    g_string_append_printf(entry, "<%sdefinition/>", p); /* 2.1 §5.2: a translation or a definition must stand there */
  g_string_append_printf(entry, "</%sglossEntry>", p);
  g_ptr_array_add(it->entries, g_string_free(entry, FALSE));
}

/* The source and target of a candidate are of the core, whose namespace an element of the module may have hidden. */
static void add_match(Unit *it, const TlumachSuggestion *match, const char *segment) {
  const char *p = it->match_prefix;
  g_autofree char *source_tag = core_tag(it, "source"), *target_tag = core_tag(it, "target");
  g_autofree char *source = tl_same_text(match->source), *target = tl_same_text(match->target);
  g_autofree char *where = tl_suggestion_origin(match), *origin = tl_same_attribute(where ? where : "memory");
  g_autofree char *ref = tl_same_attribute(segment);
  g_autofree char *core = it->node->prefix || *p ? g_strdup("") : g_strdup_printf(" xmlns=\"%s\"", it->node->uri);
  g_ptr_array_add(it->matches,
                  g_strdup_printf("<%smatch id=\"" OURS "%u\" ref=\"#%s\" type=\"tm\" similarity=\"%u\" "
                                  "origin=\"%s\"><%s%s>%s</%s><%s%s>%s</%s></%smatch>",
                                  p, it->matches->len + 1, ref, MIN(match->score, 100u), origin, source_tag, core,
                                  source, source_tag, target_tag, core, target, target_tag, p));
}

static void add_notes(Unit *it, const char *category, const GPtrArray *lines) {
  g_autofree char *note = core_tag(it, "note");
  for (guint i = 0; i < lines->len; i++) {
    g_autofree char *text = tl_same_text(lines->pdata[i]);
    if (g_hash_table_add(it->lines, g_strconcat(category, text, NULL)))
      g_ptr_array_add(it->notes, g_strdup_printf("<%s id=\"" OURS "%u\" category=\"%s\" appliesTo=\"source\">%s</%s>",
                                                 note, it->notes->len + 1, category, text, note));
  }
}

/* -- a segment -------------------------------------------------------------------------------------------------- */

/* Matches point to it. */
static char *id_of(Unit *it, const TlXmlNode *segment) {
  const char *id = tl_xml_node_attribute(segment, NULL, "id");
  if (id)
    return g_strdup(id);
  char *made = g_strdup_printf(OURS "s%zu", segment->tag.start);
  tl_same_set_attribute(it->same, segment->tag, "id", made);
  return made;
}

static gboolean fill(Unit *it, const TlXmlNode *segment, const TlXmlNode *source, const char *translation) {
  g_autofree char *content = tl_same_content(it->same, source, translation);
  const TlXmlNode *target = tl_xml_node_child(segment, "target");
  if (!content)
    return FALSE;
  if (target) {
    tl_same_set_content(it->same, target, content);
  } else {
    g_autofree char *name = core_tag(it, "target");
    GPtrArray *elements = g_ptr_array_new_with_free_func(g_free);
    g_ptr_array_add(elements, g_strdup_printf("<%s>%s</%s>", name, content, name));
    tl_same_put_behind(it->same, source, elements);
  }
  tl_same_say_language(it->same, "trgLang");
  tl_same_set_attribute(it->same, segment->tag, "state", "translated");
  return TRUE;
}

static void take_segment(Unit *it, const TlXmlNode *segment) {
  const TlXmlNode *source = tl_xml_node_child(segment, "source");
  const TlumachUnit *known = source ? tl_same_unit(it->same, source->tag.end) : NULL;
  if (!known)
    return;
  const char *text = tlumach_document_text(it->same->file->document, NULL);
  const char *translation = tl_same_translation(it->same, known);
  gboolean offered = translation && !fill(it, segment, source, translation);
  g_autofree char *id = offered || known->n_suggestions ? id_of(it, segment) : NULL;
  if (offered) {
    TlumachSpan span = known->segment.span;
    g_autofree char *whole = g_strndup(text + span.start, span.end - span.start);
    add_match(it,
              &(TlumachSuggestion){.source = whole, .target = translation, .origin = "translated before", .score = 100},
              id);
  }
  for (guint i = 0; i < known->n_suggestions; i++)
    add_match(it, &known->suggestions[i], id);
  for (guint i = 0; i < known->n_terms; i++)
    add_entry(it, &known->terms[i]);
  g_auto(TlNotes) notes;
  tl_notes_init(&notes, known, text);
  add_notes(it, "name", notes.names);
  add_notes(it, "misspelling", notes.misspellings);
  add_notes(it, "memory", notes.differing); /* a match has no place for a note */
}

/* -- containers ------------------------------------------------------------------------------------------------- */

static const TlXmlNode *container(const TlXmlNode *unit, const char *uri, const char *local) {
  for (const TlXmlNode *child = unit->first; child; child = child->next)
    if (is(child, local) && g_strcmp0(child->uri, uri) == 0)
      return child;
  return NULL;
}

/* The last child that is not ours, or NULL. */
static const TlXmlNode *last_of_others(const TlXmlNode *node) {
  const TlXmlNode *last = NULL;
  for (const TlXmlNode *child = node ? node->first : NULL; child; child = child->next)
    if (child->kind == TL_XML_ELEMENT && !is_ours(child))
      last = child;
  return last;
}

/* What is ours is taken away; the whole, when all is. */
static void clean(TlSame *same, const TlXmlNode *node) {
  gboolean whole = !last_of_others(node);
  if (whole)
    tl_same_take_away(same, node);
  for (const TlXmlNode *child = node->first; !whole && child; child = child->next)
    if (child->kind == TL_XML_ELEMENT && is_ours(child))
      tl_same_take_away(same, child);
}

/* The prefix that elements of a module are to have: that of its container, which we write without one. */
static char *module_prefix(const TlXmlNode *unit, const char *uri, const char *local) {
  const TlXmlNode *last = last_of_others(container(unit, uri, local));
  return last ? tl_same_tag(last->parent, "") : g_strdup("");
}

/* Before the first child of the unit, as it stands. */
static void put_before(const Unit *it, const TlXmlNode *node, char *element) {
  size_t length;
  gboolean line = tl_indent_before(it->same->data, node->tag.start, &length) != NULL;
  size_t at = line ? tl_removal_start(it->same->data, node->tag.start) : node->tag.start;
  tl_splices_add(it->same->splices, (TlumachSpan){at, at}, tl_like_neighbour(it->same->data, node->tag.start, element));
  g_free(element);
}

/* Elements into a container of the unit: behind what others have in it, or into a new one before `place`. */
static void put(const Unit *it, const char *uri, const char *local, const char *declaration, const TlXmlNode *place,
                GPtrArray *elements) {
  const TlXmlNode *old = container(it->node, uri, local), *last = last_of_others(old);
  if (old)
    clean(it->same, old);
  if (last) {
    tl_same_put_behind(it->same, last, elements);
    return;
  }
  if (elements->len > 0) {
    g_ptr_array_add(elements, NULL);
    g_autofree char *all = g_strjoinv("", (char **)elements->pdata);
    g_autofree char *name = *declaration ? g_strdup(local) : core_tag(it, local);
    put_before(it, place, g_strdup_printf("<%s%s>%s</%s>", name, declaration, all, name));
  }
  g_ptr_array_unref(elements);
}

/* §4.2.2.6: modules first, then notes, originalData, and segments. */
void tl_same_unit_of_2(TlSame *same, const TlXmlNode *node) {
  g_autoptr(GHashTable) terms = g_hash_table_new(NULL, NULL);
  g_autoptr(GHashTable) lines = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *glossary = module_prefix(node, GLOSSARY, "glossary"),
                  *matches = module_prefix(node, MATCHES, "matches");
  Unit it = {.same = same, .node = node, .glossary = glossary, .match_prefix = matches, .terms = terms, .lines = lines};
  it.entries = g_ptr_array_new_with_free_func(g_free);
  it.matches = g_ptr_array_new_with_free_func(g_free);
  it.notes = g_ptr_array_new_with_free_func(g_free);
  const TlXmlNode *first = NULL, *behind_notes = NULL;
  for (const TlXmlNode *child = node->first; child; child = child->next) {
    if (child->kind != TL_XML_ELEMENT)
      continue;
    first = first ? first : child;
    if (!behind_notes && (is(child, "originalData") || is(child, "segment") || is(child, "ignorable")))
      behind_notes = child;
    if (is(child, "segment"))
      take_segment(&it, child);
  }
  if (!behind_notes) {
    g_ptr_array_unref(it.entries);
    g_ptr_array_unref(it.matches);
    g_ptr_array_unref(it.notes);
    return;
  }
  put(&it, GLOSSARY, "glossary", " xmlns=\"" GLOSSARY "\"", first, it.entries);
  put(&it, MATCHES, "matches", " xmlns=\"" MATCHES "\"", first, it.matches);
  put(&it, node->uri, "notes", "", behind_notes, it.notes);
}
