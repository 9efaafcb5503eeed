#include "terms/data.h"

#include <string.h>

#include "base/file.h"
#include "terms/concept.h"
#include "terms/tbx/nodes.h"

gboolean tl_side_open(TlSide *side, const char *path, const char *source, const char *target, GError **error) {
  g_autoptr(GBytes) raw = tl_file_read(path, 0, error);
  return raw && tl_side_take(side, path, raw, source, target, error);
}

gboolean tl_side_take(TlSide *side, const char *path, GBytes *raw, const char *source, const char *target,
                      GError **error) {
  if (tl_termbase_is_tbx(path, raw)) {
    side->tbx = tl_tbx_file_read(path, raw, error);
    side->base = side->tbx ? side->tbx->base : NULL;
  } else
    side->base = tl_termbase_read(path, raw, source, target, error);
  if (side->base)
    side->concepts = tlumach_termbase_concepts(side->base, &side->n);
  return side->base != NULL;
}

void tl_side_clear(TlSide *side) {
  if (!side->tbx)
    tlumach_termbase_free(side->base);
  tl_tbx_file_free(side->tbx);
}

static void datum_free(gpointer data) {
  TlDatum *datum = data;
  g_free(datum->language);
  g_free(datum->term);
  g_free(datum->name);
  g_free(datum->value);
  g_free(datum);
}

static void add(GPtrArray *data, const char *language, const char *term, const char *name, const char *value) {
  if (!value || !*value)
    return;
  TlDatum *datum = g_new(TlDatum, 1);
  *datum = (TlDatum){g_strdup(language), g_strdup(term), g_strdup(name), g_strdup(value)};
  g_ptr_array_add(data, datum);
}

GPtrArray *tl_data_copy(const GPtrArray *data) {
  GPtrArray *copy = g_ptr_array_new_with_free_func(datum_free);
  for (guint i = 0; data && i < data->len; i++) {
    const TlDatum *datum = g_ptr_array_index(data, i);
    add(copy, datum->language, datum->term, datum->name, datum->value);
  }
  return copy;
}

/* -- a table, as far as a concept goes -- */

static void add_fields(GPtrArray *data, const TlumachConcept *concept) {
  add(data, NULL, NULL, "domain", concept->subject);
  add(data, NULL, NULL, "definition", concept->definition);
  add(data, NULL, NULL, "note", concept->note);
  for (guint i = 0; i < concept->n_terms; i++) {
    const TlumachTerm *term = &concept->terms[i];
    add(data, term->language, term->text, "term", term->text);
    add(data, term->language, term->text, "pos", term->pos);
    add(data, term->language, term->text, "status", tlumach_status_name(term->status));
    add(data, term->language, term->text, "type", term->type);
    add(data, term->language, term->text, "words", term->words);
    add(data, term->language, term->text, "note", term->note);
  }
}

/* -- TBX, every datum -- */

typedef struct Walk {
  GPtrArray *data;
  TlTbxNames *names;
  const char *core, *language, *term;
} Walk;

/* Names and values that versions and styles have in common. */
char *tl_datum_name(const TlTbxNames *names, const char *category) {
  const TlTbxCategory *known = tl_tbx_category(names, category);
  switch (known ? known->tells : TL_TELLS_NOTHING) {
  case TL_TELLS_SUBJECT:
    return g_strdup("domain");
  case TL_TELLS_POS:
    return g_strdup("pos");
  case TL_TELLS_TYPE:
    return g_strdup("type");
  case TL_TELLS_WORDS:
    return g_strdup("words");
  case TL_TELLS_STATUS:
    return g_strdup(known->rank == 3 || strcmp(category, "x-status") == 0 ? "status" : category);
  default:
    return g_strdup(category);
  }
}

static char *usual_value(const char *name, const char *value) {
  TlumachStatus status;
  const char *pos = strcmp(name, "pos") == 0 ? tl_pos_from_name(value) : NULL;
  if (strcmp(name, "status") == 0 && tl_status_from_name(value, &status))
    return g_strdup(tlumach_status_name(status));
  return g_strdup(pos ? pos : value);
}

/* Attributes are said behind the value, all but the type. */
static char *value_with_attributes(const Walk *w, const TlXmlNode *node, const char *name) {
  g_autofree char *text = tl_tbx_node_value(w->names, node, w->core);
  g_autofree char *usual = usual_value(name, text);
  g_autoptr(GString) value = g_string_new(usual);
  for (guint i = 0; i < node->n_attributes; i++) {
    const TlXmlAttribute *a = &node->attributes[i];
    if (strcmp(a->local, "type") != 0)
      g_string_append_printf(value, "%s[%s=%s]", value->len ? " " : "", a->local, a->value);
  }
  return g_string_free(g_steal_pointer(&value), FALSE);
}

/* The name of an element that says something by itself: a data category, a note, a date. NULL for none. */
static char *name_of(const Walk *w, const TlXmlNode *node) {
  TlTbxKind kind = tl_tbx_node_kind(w->names, node, w->core);
  if (kind == TL_TBX_NOTE || strcmp(node->local, "date") == 0)
    return g_strdup(kind == TL_TBX_NOTE ? "note" : "date");
  if (kind == TL_TBX_ASIDE)
    return g_strdup(node->local);
  g_autofree char *category = tl_tbx_node_category(w->names, node, w->core);
  return category ? tl_datum_name(w->names, category) : NULL;
}

/* `head`: what a group is about, of which the others in it say something. */
static void walk(Walk *w, const TlXmlNode *within, const char *head) {
  g_autofree char *own_head = NULL;
  for (const TlXmlNode *node = within->first; node; node = node->next) {
    TlTbxKind kind = tl_tbx_node_kind(w->names, node, w->core);
    if (node->kind != TL_XML_ELEMENT || kind == TL_TBX_LANGUAGE || kind == TL_TBX_SECTION || kind == TL_TBX_TERM)
      continue;
    g_autofree char *name = name_of(w, node);
    if (!name) {
      walk(w, node, kind == TL_TBX_GROUP ? "" : NULL);
      continue;
    }
    const char *about = head && own_head ? own_head : NULL;
    g_autofree char *full = about ? g_strconcat(about, "/", name, NULL) : g_strdup(name);
    g_autofree char *value = value_with_attributes(w, node, name);
    add(w->data, w->language, w->term, full, value);
    if (head && !own_head)
      own_head = g_strdup(name);
  }
}

static void walk_section(Walk *w, const TlXmlNode *section) {
  const TlXmlNode *term = tl_tbx_node_term(w->names, section, w->core);
  g_autofree char *text = term ? tl_tbx_node_value(w->names, term, w->core) : g_strdup("");
  w->term = text;
  add(w->data, w->language, text, "term", text);
  const char *id = tl_xml_node_attribute(section, NULL, "id");
  add(w->data, w->language, text, "id", id ? id : term ? tl_xml_node_attribute(term, NULL, "id") : NULL);
  walk(w, section, NULL);
  w->term = NULL;
}

static void walk_entry(Walk *w, const TlXmlNode *entry) {
  g_autoptr(GPtrArray) languages = g_ptr_array_new();
  walk(w, entry, NULL);
  tl_tbx_nodes_of_kind(w->names, entry, w->core, TL_TBX_LANGUAGE, languages);
  for (guint l = 0; l < languages->len; l++) {
    const TlXmlNode *language = g_ptr_array_index(languages, l);
    g_autoptr(GPtrArray) sections = g_ptr_array_new();
    const char *tag = tl_xml_node_attribute(language, "xml", "lang");
    w->language = tag ? tag : "";
    walk(w, language, NULL);
    tl_tbx_nodes_of_kind(w->names, language, w->core, TL_TBX_SECTION, sections);
    for (guint s = 0; s < sections->len; s++)
      walk_section(w, g_ptr_array_index(sections, s));
    w->language = NULL;
  }
}

GPtrArray *tl_concept_data(const TlSide *side, guint i) {
  GPtrArray *data = g_ptr_array_new_with_free_func(datum_free);
  g_autoptr(TlArena) arena = tl_arena_new();
  const TlXmlNode *entry = side->tbx ? tl_tbx_file_entry(side->tbx, i, arena, NULL) : NULL;
  if (!entry) {
    add_fields(data, &side->concepts[i]);
    return data;
  }
  Walk w = {.data = data, .names = tl_tbx_names_new(), .core = entry->uri};
  walk_entry(&w, entry);
  tl_tbx_names_free(w.names);
  return data;
}
