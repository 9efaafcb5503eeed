/* One pass over the elements of a TBX file.
 *
 * An entry holds language sections, these hold term sections, each with one term: three levels, open or not, and no
 * stack but the kinds of the open elements. What a concept keeps are leaves: <term>, <note> and data categories. The
 * text of a leaf is gathered to its end tag, inline markup in it looked through; every other leaf is passed over with
 * all that is in it. A file whose levels are broken is refused; all else that is odd becomes a warning.
 */
#include "terms/tbx/read.h"

#include <string.h>

#include "terms/tbx/conflict.h"
#include "terms/tbx/read_private.h"

static gboolean on_start(gpointer user, const TlXmlElement *element, GError **error) {
  TlTbxReader *reader = user;
  guint depth = element->depth;
  if (depth >= TL_TBX_DEPTH_MAX) {
    tl_xml_error(error, reader->name, element, "is nested too deep");
    return FALSE;
  }
  if (reader->aside > 0)
    return TRUE;
  if (depth == 1) {
    reader->kinds[1] = TL_TBX_OTHER;
    return tl_tbx_open_root(reader, element, error);
  }
  gboolean core = g_strcmp0(element->uri, reader->core) == 0;
  TlTbxKind kind = core ? tl_tbx_kind_met(reader->names, &reader->met, element->local) : TL_TBX_DATA;
  reader->kinds[depth] = (guint8)kind;
  if (reader->leaf.depth > 0) {
    gboolean note_in_term = kind == TL_TBX_NOTE && reader->leaf.kind == TL_TBX_TERM;
    if (note_in_term)
      tl_termbase_warn(reader->base, tl_tbx_place(element), "a note inside a term is not part of it");
    if (reader->leaf.muted == 0 && (kind == TL_TBX_CODE || note_in_term))
      reader->leaf.muted = depth;
    return TRUE;
  }
  if (reader->kinds[depth - 1] == TL_TBX_BODY && kind != TL_TBX_ENTRY) {
    tl_termbase_warn(reader->base, tl_tbx_place(element), "<%s> is not an entry of TBX; it is left out",
                     element->local);
    reader->aside = depth;
    return TRUE;
  }
  switch (kind) {
  case TL_TBX_ENTRY:
    return tl_tbx_open_entry(reader, element, error);
  case TL_TBX_LANGUAGE:
    return tl_tbx_open_language(reader, element, error);
  case TL_TBX_SECTION:
    return tl_tbx_open_section(reader, element, error);
  case TL_TBX_ASIDE:
    reader->aside = depth;
    return TRUE;
  case TL_TBX_GROUP:
    reader->groups++;
    return TRUE;
  case TL_TBX_BODY:
  case TL_TBX_OTHER:
  case TL_TBX_CODE:
  case TL_TBX_NOTE_KEY:
    return TRUE;
  case TL_TBX_TERM:
  case TL_TBX_NOTE:
  case TL_TBX_META:
  case TL_TBX_DATA:
    break;
  }
  if (reader->level == 0)
    return TRUE; /* header and back matter */
  if (kind == TL_TBX_TERM)
    tl_tbx_open_term(reader, element);
  else if (kind == TL_TBX_NOTE && reader->groups > 0)
    reader->aside = depth;
  else if (kind == TL_TBX_NOTE)
    tl_tbx_open_leaf(reader, element, kind, NULL);
  else
    tl_tbx_open_data(reader, element, kind, core);
  return TRUE;
}

static gboolean on_end(gpointer user, const TlXmlElement *element, GError **error G_GNUC_UNUSED) {
  TlTbxReader *reader = user;
  guint depth = element->depth;
  if (reader->aside > 0) {
    if (reader->aside == depth)
      reader->aside = 0;
    return TRUE;
  }
  TlTbxKind kind = reader->kinds[depth];
  if (reader->leaf.depth == depth)
    tl_tbx_close_leaf(reader);
  else if (reader->leaf.depth > 0) {
    if (reader->leaf.muted == depth)
      reader->leaf.muted = 0;
    else if (kind == TL_TBX_NOTE_KEY)
      g_string_append(reader->leaf.text, ": ");
  } else if (kind == TL_TBX_GROUP)
    reader->groups--;
  else if (kind == TL_TBX_SECTION)
    tl_tbx_close_section(reader);
  else if (kind == TL_TBX_LANGUAGE)
    reader->level = TL_LEVEL_ENTRY;
  else if (kind == TL_TBX_ENTRY)
    tl_tbx_close_entry(reader, element);
  return TRUE;
}

static gboolean on_text(gpointer user, const char *text, size_t length, TlumachSpan span G_GNUC_UNUSED,
                        GError **error G_GNUC_UNUSED) {
  tl_tbx_fill_leaf(user, text, length);
  return TRUE;
}

static void on_instruction(gpointer user, const TlXmlElement *place, const char *text) {
  if (strcmp(place->local, TL_CONFLICT) != 0)
    return;
  g_autofree char *what = tl_conflict_describe(text);
  tl_termbase_warn(((TlTbxReader *)user)->base, tl_tbx_place(place), "%s", what);
}

static gboolean read_into(TlTbxReader *reader, GBytes *raw, GError **error) {
  static const TlXmlHandler handler = {
      .start = on_start, .end = on_end, .text = on_text, .instruction = on_instruction};
  g_autoptr(TlTbxNames) names = tl_tbx_names_new();
  g_autoptr(GString) leaf = g_string_new(NULL), id = g_string_new(NULL), subject = g_string_new(NULL),
                     concept_note = g_string_new(NULL), term_note = g_string_new(NULL);
  g_autoptr(GArray) terms = g_array_new(FALSE, FALSE, sizeof(TlumachTerm));
  reader->names = names;
  reader->leaf.text = leaf;
  reader->id = id;
  reader->subject = subject;
  reader->concept_note = concept_note;
  reader->term_note = term_note;
  reader->terms = terms;
  gboolean good = tl_xml_parse_bytes(reader->name, raw, &handler, reader, error);
  g_free(reader->core);
  return good;
}

TlumachTermbase *tl_tbx_read(const char *path, GBytes *raw, GError **error) {
  g_autoptr(TlumachTermbase) base = tl_termbase_new(path);
  TlTbxReader reader = {.base = base, .name = path};
  if (!read_into(&reader, raw, error))
    return NULL;
  tl_termbase_finish(base);
  return g_steal_pointer(&base);
}

gboolean tl_tbx_count(const char *path, GBytes *raw, guint *n, GError **error) {
  TlTbxReader reader = {.base = tl_termbase_new(path), .name = path, .forgets = TRUE};
  gboolean good = read_into(&reader, raw, error);
  *n = reader.forgotten + tl_termbase_n_added(reader.base);
  tlumach_termbase_free(reader.base);
  return good;
}
