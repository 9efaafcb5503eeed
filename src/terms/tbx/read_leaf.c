/* Leaves: what a concept keeps. A value is taken when its leaf ends. */
#include <string.h>

#include "terms/concept.h"
#include "terms/tbx/check.h"
#include "terms/tbx/read_private.h"

#define LEAF_MAX (1024 * 1024) /* bytes of a definition or a note */

static void append(GString *to, const GString *text) {
  if (text->len == 0)
    return;
  if (to->len > 0)
    g_string_append(to, "; ");
  g_string_append_len(to, text->str, (gssize)text->len);
}

void tl_tbx_open_leaf(TlTbxReader *reader, const TlXmlElement *element, TlTbxKind kind, const TlTbxCategory *category) {
  TlTbxLeaf *leaf = &reader->leaf;
  leaf->depth = element->depth;
  leaf->muted = 0;
  leaf->cut = FALSE;
  leaf->kind = kind;
  leaf->category = category;
  leaf->place = tl_tbx_place(element);
  g_string_truncate(leaf->text, 0);
}

void tl_tbx_open_term(TlTbxReader *reader, const TlXmlElement *element) {
  if (reader->level != TL_LEVEL_TERM || reader->term.text != NULL) {
    tl_termbase_warn(reader->base, tl_tbx_place(element), "a term %s is left out",
                     reader->level == TL_LEVEL_TERM ? "after the term of its section" : "outside of a section");
    reader->aside = element->depth;
    return;
  }
  const char *id = tl_xml_attribute(element, NULL, "id");
  if (id != NULL && reader->term.id == NULL)
    reader->term.id = tl_termbase_string(reader->base, id, strlen(id));
  tl_tbx_open_leaf(reader, element, TL_TBX_TERM, NULL);
}

static void open_known(TlTbxReader *reader, const TlXmlElement *element, const TlTbxCategory *category) {
  if (category != NULL && (category->tells != TL_TELLS_NOTHING || category->values != NULL))
    tl_tbx_open_leaf(reader, element, TL_TBX_DATA, category);
  else
    reader->aside = element->depth;
}

/* `meta`: the element that names the category by its type; NULL when the element itself is the category. */
static void open_category(TlTbxReader *reader, const TlXmlElement *element, const char *name, const char *meta) {
  const TlTbxCategory *category = tl_tbx_category(reader->names, name);
  tl_tbx_check_category(reader->base, tl_tbx_place(element), reader->dialect, category, name, meta, reader->level);
  open_known(reader, element, category);
}

/* Ours: <words>, <status>, and the meta elements for what the modules of DCT have no category for. No dialect has a say
 * in that. */
static void open_private(TlTbxReader *reader, const TlXmlElement *element) {
  const char *type =
      tl_tbx_kind(reader->names, element->local) == TL_TBX_META ? tl_xml_attribute(element, NULL, "type") : NULL;
  g_autofree char *own = g_strconcat("x-", element->local, NULL);
  open_known(reader, element, tl_tbx_category(reader->names, type != NULL ? type : own));
}

void tl_tbx_open_data(TlTbxReader *reader, const TlXmlElement *element, TlTbxKind kind, gboolean core) {
  if (kind == TL_TBX_META) {
    const char *type = tl_xml_attribute(element, NULL, "type");
    if (type == NULL)
      tl_termbase_warn_once(reader->base, tl_tbx_place(element), "<%s> without a type is not used", element->local);
    open_category(reader, element, type == NULL ? "x-" : type, element->local);
  } else if (core && reader->direct) {
    open_category(reader, element, element->local, NULL);
  } else if (core) {
    tl_termbase_warn_once(reader->base, tl_tbx_place(element), "<%s> is not an element of TBX; it is not used",
                          element->local);
    reader->aside = element->depth;
  } else if (g_strcmp0(element->uri, TL_TBX_OWN_NAMESPACE) == 0) {
    open_private(reader, element);
  } else if (element->uri != NULL && g_str_has_prefix(element->uri, TL_TBX_MODULE_NAMESPACE)) {
    open_category(reader, element, element->local, NULL);
  } else {
    tl_termbase_warn_once(reader->base, tl_tbx_place(element), "elements of the namespace “%s” are not used",
                          element->uri == NULL ? "" : element->uri);
    reader->aside = element->depth;
  }
}

void tl_tbx_fill_leaf(TlTbxReader *reader, const char *text, size_t length) {
  TlTbxLeaf *leaf = &reader->leaf;
  if (leaf->depth == 0 || leaf->muted > 0 || leaf->cut)
    return;
  size_t room = LEAF_MAX - leaf->text->len;
  if (length > room) {
    leaf->cut = TRUE;
    while (room > 0 && ((guchar)text[room] & 0xC0) == 0x80)
      room--; /* not inside a character */
    length = room;
  }
  g_string_append_len(leaf->text, text, (gssize)length);
}

static void take_status(TlTbxReader *reader, const TlTbxCategory *category, const char *value, TlPlace place) {
  TlumachStatus status = TLUMACH_STATUS_NONE;
  if (!tl_status_from_name(value, &status)) {
    tl_termbase_warn(reader->base, place, "“%s” is not a status that is known; the term stands without it", value);
    return;
  }
  TlumachTerm *term = &reader->term;
  gboolean stronger = category->rank > reader->status_rank;
  if (reader->status_rank > 0 && status != term->status)
    tl_termbase_warn(reader->base, place, "%s says “%s”, but the term is also %s; it is taken as %s", category->name,
                     value, tlumach_status_name(term->status), tlumach_status_name(stronger ? status : term->status));
  if (stronger) {
    term->status = status;
    reader->status_rank = category->rank;
  }
}

static void take_data(TlTbxReader *reader, const TlTbxCategory *category, const GString *text, TlPlace place) {
  TlumachTerm *term = &reader->term;
  gboolean of_term = reader->level == TL_LEVEL_TERM;
  if (text->len == 0)
    return;
  tl_tbx_check_value(reader->base, place, reader->dialect, category, text->str);
  if (category->levels == TL_LEVEL_TERM && !of_term) {
    tl_termbase_warn_once(reader->base, place, "%s outside of the section of a term is not used", category->name);
    return;
  }
  switch (category->tells) {
  case TL_TELLS_NOTHING:
    break;
  case TL_TELLS_SUBJECT:
    append(reader->subject, text);
    break;
  case TL_TELLS_DEFINITION:
    if (reader->level < reader->definition_level) {
      reader->concept.definition = tl_termbase_string(reader->base, text->str, text->len);
      reader->definition_level = reader->level;
    }
    break;
  case TL_TELLS_NOTE:
    append(of_term ? reader->term_note : reader->concept_note, text);
    break;
  case TL_TELLS_STATUS:
    take_status(reader, category, text->str, place);
    break;
  case TL_TELLS_POS: {
    const char *pos = tl_pos_from_name(text->str);
    pos = pos == NULL ? text->str : pos;
    term->pos = tl_termbase_intern(reader->base, pos, strlen(pos));
    break;
  }
  case TL_TELLS_TYPE:
    term->type = tl_termbase_intern(reader->base, text->str, text->len);
    break;
  case TL_TELLS_WORDS:
    term->words = tl_termbase_intern(reader->base, text->str, text->len);
    break;
  }
}

void tl_tbx_close_leaf(TlTbxReader *reader) {
  TlTbxLeaf *leaf = &reader->leaf;
  leaf->depth = 0;
  if (leaf->cut)
    tl_termbase_warn(reader->base, leaf->place, "a text longer than %d bytes is cut there", LEAF_MAX);
  g_string_truncate(leaf->text, tl_collapse_space(leaf->text->str, leaf->text->len));
  if (leaf->kind == TL_TBX_NOTE)
    append(reader->level == TL_LEVEL_TERM ? reader->term_note : reader->concept_note, leaf->text);
  else if (leaf->kind == TL_TBX_DATA)
    take_data(reader, leaf->category, leaf->text, leaf->place);
  else {
    reader->term.text = tl_termbase_term(reader->base, leaf->text->str, leaf->text->len, leaf->place);
    if (reader->term.text == NULL)
      reader->term.language = NULL;
  }
}
