/* One pass over the elements of a TBX file.
 *
 * An entry holds language sections, these hold term sections, each with one term: three levels, open or not, and no
 * stack but the kinds of the open elements. What a concept keeps are leaves: <term>, <note> and data categories. The
 * text of a leaf is gathered to its end tag, inline markup in it looked through; every other leaf is passed over with
 * all that is in it. A file whose levels are broken is refused; all else that is odd becomes a warning.
 */
#include "terms/tbx/read.h"

#include <string.h>

#include "base/xml_read.h"
#include "terms/concept.h"
#include "terms/tbx/check.h"
#include "terms/tbx/conflict.h"
#include "terms/tbx/names.h"
#include "terms/termbase_build.h"

#define DEPTH_MAX 256          /* more than base/xml_read lets through */
#define LEAF_MAX (1024 * 1024) /* bytes of a definition or a note */

typedef struct Leaf {
  guint depth; /* of the open leaf; 0: none is open */
  guint muted; /* depth of the element in it whose text is not of it; 0: none */
  gboolean cut;
  TlTbxKind kind;                /* term, note, or data */
  const TlTbxCategory *category; /* of data */
  TlPlace place;
  GString *text;
} Leaf;

typedef struct Reader {
  TlumachTermbase *base;
  const char *name;
  TlTbxNames *names;
  TlTbxKindsMet met;
  char *core;      /* the namespace of the root, or NULL */
  gboolean direct; /* TBX-Min 2: categories are elements without a namespace */
  TlTbxDialect dialect;
  guint8 kinds[DEPTH_MAX];
  guint aside;  /* depth of the element that is passed over; 0: none */
  guint groups; /* open */
  guint level;  /* TL_LEVEL_…; 0: in no entry */
  Leaf leaf;

  TlumachConcept concept;
  guint definition_level; /* where the definition kept so far stands */
  GString *id, *subject, *concept_note;
  const char *language;
  GArray *terms; /* TlumachTerm, of the open entry */

  TlumachTerm term;
  guint status_rank;
  GString *term_note;
  TlPlace section;

  gboolean forgets; /* entries are counted only */
  guint forgotten;
} Reader;

static TlPlace place_of(const TlXmlElement *element) {
  return (TlPlace){.positions = element->positions, .offset = element->tag.start};
}

static void append(GString *to, const GString *text) {
  if (text->len == 0)
    return;
  if (to->len > 0)
    g_string_append(to, "; ");
  g_string_append_len(to, text->str, (gssize)text->len);
}

/* The root. */

static gboolean refuse_root(Reader *reader, const TlXmlElement *root, GError **error) {
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

static gboolean open_root(Reader *reader, const TlXmlElement *root, GError **error) {
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
      tl_termbase_warn(reader->base, place_of(root), "%s%s is not a dialect that is known; its core is read",
                       dialect == NULL ? "a file without a type" : "type ", dialect == NULL ? "" : dialect);
    return TRUE;
  }
  /* Version 2 leaves its categories to an XCS file, so there is no dialect to hold it to. */
  reader->dialect = TL_DIALECT_OPEN;
  reader->direct = strcmp(root->local, "TBX") == 0;
  return reader->direct || strcmp(root->local, "martif") == 0 || refuse_root(reader, root, error);
}

/* The three levels. */

static gboolean misplaced(Reader *reader, const TlXmlElement *element, const char *where, GError **error) {
  tl_xml_error(error, reader->name, element, "stands %s", where);
  return FALSE;
}

static gboolean open_entry(Reader *reader, const TlXmlElement *element, GError **error) {
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

static void close_entry(Reader *reader, const TlXmlElement *element) {
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

static gboolean open_language(Reader *reader, const TlXmlElement *element, GError **error) {
  if (reader->level != TL_LEVEL_ENTRY)
    return misplaced(reader, element, reader->level == 0 ? "outside of an entry" : "inside another language", error);
  reader->level = TL_LEVEL_LANGUAGE;
  const char *tag = tl_xml_attribute(element, "xml", "lang");
  if (tag == NULL && (tag = tl_xml_attribute(element, NULL, "lang")) != NULL)
    tl_termbase_warn_once(reader->base, place_of(element), "<%s> has lang where it should have xml:lang",
                          element->local);
  if (tag == NULL || *tag == '\0') {
    tl_termbase_warn(reader->base, place_of(element), "<%s> without xml:lang: its terms are kept but not looked for",
                     element->local);
    reader->language = "";
  } else
    reader->language = tl_termbase_language(reader->base, tag, place_of(element));
  return TRUE;
}

static gboolean open_section(Reader *reader, const TlXmlElement *element, GError **error) {
  if (reader->level != TL_LEVEL_LANGUAGE)
    return misplaced(reader, element,
                     reader->level == TL_LEVEL_TERM ? "inside another section of a term" : "outside of a language",
                     error);
  const char *id = tl_xml_attribute(element, NULL, "id");
  reader->level = TL_LEVEL_TERM;
  reader->section = place_of(element);
  reader->status_rank = 0;
  reader->term = (TlumachTerm){.language = reader->language};
  if (id != NULL)
    reader->term.id = tl_termbase_string(reader->base, id, strlen(id));
  g_string_truncate(reader->term_note, 0);
  return TRUE;
}

static void close_section(Reader *reader) {
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

/* Leaves. */

static void open_leaf(Reader *reader, const TlXmlElement *element, TlTbxKind kind, const TlTbxCategory *category) {
  Leaf *leaf = &reader->leaf;
  leaf->depth = element->depth;
  leaf->muted = 0;
  leaf->cut = FALSE;
  leaf->kind = kind;
  leaf->category = category;
  leaf->place = place_of(element);
  g_string_truncate(leaf->text, 0);
}

static void open_term(Reader *reader, const TlXmlElement *element) {
  if (reader->level != TL_LEVEL_TERM || reader->term.text != NULL) {
    tl_termbase_warn(reader->base, place_of(element), "a term %s is left out",
                     reader->level == TL_LEVEL_TERM ? "after the term of its section" : "outside of a section");
    reader->aside = element->depth;
    return;
  }
  const char *id = tl_xml_attribute(element, NULL, "id");
  if (id != NULL && reader->term.id == NULL)
    reader->term.id = tl_termbase_string(reader->base, id, strlen(id));
  open_leaf(reader, element, TL_TBX_TERM, NULL);
}

static void open_known(Reader *reader, const TlXmlElement *element, const TlTbxCategory *category) {
  if (category != NULL && (category->tells != TL_TELLS_NOTHING || category->values != NULL))
    open_leaf(reader, element, TL_TBX_DATA, category);
  else
    reader->aside = element->depth;
}

/* `meta`: the element that names the category by its type; NULL when the element itself is the category. */
static void open_category(Reader *reader, const TlXmlElement *element, const char *name, const char *meta) {
  const TlTbxCategory *category = tl_tbx_category(reader->names, name);
  tl_tbx_check_category(reader->base, place_of(element), reader->dialect, category, name, meta, reader->level);
  open_known(reader, element, category);
}

/* Ours: <words>, <status>, and the meta elements for what the modules of DCT have no category for. No dialect has a say
 * in that. */
static void open_private(Reader *reader, const TlXmlElement *element) {
  const char *type =
      tl_tbx_kind(reader->names, element->local) == TL_TBX_META ? tl_xml_attribute(element, NULL, "type") : NULL;
  g_autofree char *own = g_strconcat("x-", element->local, NULL);
  open_known(reader, element, tl_tbx_category(reader->names, type != NULL ? type : own));
}

static void open_data(Reader *reader, const TlXmlElement *element, TlTbxKind kind, gboolean core) {
  if (kind == TL_TBX_META) {
    const char *type = tl_xml_attribute(element, NULL, "type");
    if (type == NULL)
      tl_termbase_warn_once(reader->base, place_of(element), "<%s> without a type is not used", element->local);
    open_category(reader, element, type == NULL ? "x-" : type, element->local);
  } else if (core && reader->direct) {
    open_category(reader, element, element->local, NULL);
  } else if (core) {
    tl_termbase_warn_once(reader->base, place_of(element), "<%s> is not an element of TBX; it is not used",
                          element->local);
    reader->aside = element->depth;
  } else if (g_strcmp0(element->uri, TL_TBX_OWN_NAMESPACE) == 0) {
    open_private(reader, element);
  } else if (element->uri != NULL && g_str_has_prefix(element->uri, TL_TBX_MODULE_NAMESPACE)) {
    open_category(reader, element, element->local, NULL);
  } else {
    tl_termbase_warn_once(reader->base, place_of(element), "elements of the namespace “%s” are not used",
                          element->uri == NULL ? "" : element->uri);
    reader->aside = element->depth;
  }
}

static void take_status(Reader *reader, const TlTbxCategory *category, const char *value, TlPlace place) {
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

static void take_data(Reader *reader, const TlTbxCategory *category, const GString *text, TlPlace place) {
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

static void close_leaf(Reader *reader) {
  Leaf *leaf = &reader->leaf;
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

/* Handlers. */

static gboolean on_start(gpointer user, const TlXmlElement *element, GError **error) {
  Reader *reader = user;
  guint depth = element->depth;
  if (depth >= DEPTH_MAX) {
    tl_xml_error(error, reader->name, element, "is nested too deep");
    return FALSE;
  }
  if (reader->aside > 0)
    return TRUE;
  if (depth == 1) {
    reader->kinds[1] = TL_TBX_OTHER;
    return open_root(reader, element, error);
  }
  gboolean core = g_strcmp0(element->uri, reader->core) == 0;
  TlTbxKind kind = core ? tl_tbx_kind_met(reader->names, &reader->met, element->local) : TL_TBX_DATA;
  reader->kinds[depth] = (guint8)kind;
  if (reader->leaf.depth > 0) {
    gboolean note_in_term = kind == TL_TBX_NOTE && reader->leaf.kind == TL_TBX_TERM;
    if (note_in_term)
      tl_termbase_warn(reader->base, place_of(element), "a note inside a term is not part of it");
    if (reader->leaf.muted == 0 && (kind == TL_TBX_CODE || note_in_term))
      reader->leaf.muted = depth;
    return TRUE;
  }
  if (reader->kinds[depth - 1] == TL_TBX_BODY && kind != TL_TBX_ENTRY) {
    tl_termbase_warn(reader->base, place_of(element), "<%s> is not an entry of TBX; it is left out", element->local);
    reader->aside = depth;
    return TRUE;
  }
  switch (kind) {
  case TL_TBX_ENTRY:
    return open_entry(reader, element, error);
  case TL_TBX_LANGUAGE:
    return open_language(reader, element, error);
  case TL_TBX_SECTION:
    return open_section(reader, element, error);
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
    open_term(reader, element);
  else if (kind == TL_TBX_NOTE && reader->groups > 0)
    reader->aside = depth;
  else if (kind == TL_TBX_NOTE)
    open_leaf(reader, element, kind, NULL);
  else
    open_data(reader, element, kind, core);
  return TRUE;
}

static gboolean on_end(gpointer user, const TlXmlElement *element, GError **error G_GNUC_UNUSED) {
  Reader *reader = user;
  guint depth = element->depth;
  if (reader->aside > 0) {
    if (reader->aside == depth)
      reader->aside = 0;
    return TRUE;
  }
  TlTbxKind kind = reader->kinds[depth];
  if (reader->leaf.depth == depth)
    close_leaf(reader);
  else if (reader->leaf.depth > 0) {
    if (reader->leaf.muted == depth)
      reader->leaf.muted = 0;
    else if (kind == TL_TBX_NOTE_KEY)
      g_string_append(reader->leaf.text, ": ");
  } else if (kind == TL_TBX_GROUP)
    reader->groups--;
  else if (kind == TL_TBX_SECTION)
    close_section(reader);
  else if (kind == TL_TBX_LANGUAGE)
    reader->level = TL_LEVEL_ENTRY;
  else if (kind == TL_TBX_ENTRY)
    close_entry(reader, element);
  return TRUE;
}

static gboolean on_text(gpointer user, const char *text, size_t length, TlumachSpan span G_GNUC_UNUSED,
                        GError **error G_GNUC_UNUSED) {
  Leaf *leaf = &((Reader *)user)->leaf;
  if (leaf->depth == 0 || leaf->muted > 0 || leaf->cut)
    return TRUE;
  size_t room = LEAF_MAX - leaf->text->len;
  if (length > room) {
    leaf->cut = TRUE;
    while (room > 0 && ((guchar)text[room] & 0xC0) == 0x80)
      room--; /* not inside a character */
    length = room;
  }
  g_string_append_len(leaf->text, text, (gssize)length);
  return TRUE;
}

static void on_instruction(gpointer user, const TlXmlElement *place, const char *text) {
  if (strcmp(place->local, TL_CONFLICT) != 0)
    return;
  g_autofree char *what = tl_conflict_describe(text);
  tl_termbase_warn(((Reader *)user)->base, place_of(place), "%s", what);
}

static gboolean read_into(Reader *reader, GBytes *raw, GError **error) {
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
  Reader reader = {.base = base, .name = path};
  if (!read_into(&reader, raw, error))
    return NULL;
  tl_termbase_finish(base);
  return g_steal_pointer(&base);
}

gboolean tl_tbx_count(const char *path, GBytes *raw, guint *n, GError **error) {
  Reader reader = {.base = tl_termbase_new(path), .name = path, .forgets = TRUE};
  gboolean good = read_into(&reader, raw, error);
  *n = reader.forgotten + tl_termbase_n_added(reader.base);
  tlumach_termbase_free(reader.base);
  return good;
}
