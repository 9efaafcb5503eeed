#include "terms/tbx/write.h"

#include <string.h>

#include "base/error.h"
#include "base/position.h"
#include "base/xml_write.h"
#include "terms/concept.h"

/* -- text -- */

static gboolean check_text(const char *text, GError **error) {
  size_t length = strlen(text);
  guint32 c;
  for (size_t i = 0, n; i < length; i += n) {
    n = tl_utf8_next(text + i, length - i, &c);
    gboolean bad = c == 0xFFFD && n == 1;
    if (!bad && tl_xml_can_hold(c))
      continue;
    if (bad)
      tl_error_at(error, TLUMACH_ERROR_USAGE, NULL, 0, 0, "byte %zu of \"%s\" is not UTF-8", i + 1, text);
    else
      tl_error_at(error, TLUMACH_ERROR_USAGE, NULL, 0, 0, "character %zu of a value is U+%04X, which XML cannot hold",
                  tl_utf8_measure(text, i, TLUMACH_COLUMN_CHARACTER) + 1, c);
    return FALSE;
  }
  return TRUE;
}

gboolean tl_tbx_write_text(const char *text, GString *out, GError **error) {
  if (!check_text(text, error))
    return FALSE;
  TlOutput *output = tl_output_memory(out);
  tl_xml_write_text(output, text, -1);
  return tl_output_close(output, NULL);
}

static gboolean write_attribute(const char *name, const char *value, GString *out, GError **error) {
  if (!check_text(value, error))
    return FALSE;
  g_string_append_printf(out, " %s=\"", name);
  TlOutput *output = tl_output_memory(out);
  tl_xml_write_attribute(output, value, -1);
  tl_output_close(output, NULL);
  g_string_append_c(out, '"');
  return TRUE;
}

void tl_tbx_write_break(const TlTbxManner *m, gboolean breaks, guint steps, GString *out) {
  if (!breaks)
    return;
  g_string_append(out, m->newline);
  g_string_append(out, m->indent ? m->indent : "");
  for (guint i = 0; i < steps; i++)
    g_string_append(out, m->step);
}

/* -- data categories -- */

typedef struct Name {
  char *tag, *type;           /* <tag type="type"> */
  const char *declares, *uri; /* prefix without its colon and its namespace, when the element must declare it itself */
} Name;

static void clear_name(Name *name) {
  g_free(name->tag);
  g_free(name->type);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Name, clear_name)

static void module_name(const TlTbxManner *m, const TlTbxCategory *category, const char *local, Name *name) {
  const char *prefix = m->own, *usual = "xtlumach", *uri = TL_TBX_OWN_NAMESPACE;
  if (category && category->dialect == TL_DIALECT_MIN)
    prefix = m->min, usual = "min", uri = TL_TBX_MODULE_NAMESPACE "min";
  else if (category && category->dialect == TL_DIALECT_BASIC)
    prefix = m->basic, usual = "basic", uri = TL_TBX_MODULE_NAMESPACE "basic";
  else if (category && category->dialect == TL_DIALECT_LINGUIST)
    prefix = m->linguist, usual = "ling", uri = TL_TBX_MODULE_NAMESPACE "linguist";
  name->tag = prefix ? g_strconcat(prefix, local, NULL) : g_strdup_printf("%s:%s", usual, local);
  if (!prefix) {
    name->declares = usual;
    name->uri = uri;
  }
}

static gboolean refuse(const TlTbxManner *m, const char *what, GError **error) {
  tl_error_at(error, TLUMACH_ERROR_USAGE, NULL, 0, 0, "%s has no %s",
              m->style == TL_TBX_MIN2 ? "TBX-Min 2" : tl_tbx_dialect_name(m->dialect), what);
  return FALSE;
}

/* TBX-Min 2 has few categories, and their names are elements. */
static gboolean name_of_min2(const TlTbxManner *m, const char *name, Name *element, GError **error) {
  static const char *const has[] = {"subjectField", "partOfSpeech", "termStatus", "customer", NULL};
  if (!g_strv_contains(has, name))
    return refuse(m, g_str_has_prefix(name, "x-") ? name + 2 : name, error);
  element->tag = g_strconcat(m->core, name, NULL);
  return TRUE;
}

static gboolean name_of(const TlTbxManner *m, const char *name, Name *element, GError **error) {
  g_autoptr(TlTbxNames) names = tl_tbx_names_new();
  const TlTbxCategory *category = tl_tbx_category(names, name);
  gboolean private = g_str_has_prefix(name, "x-");
  if (m->style == TL_TBX_MIN2)
    return name_of_min2(m, name, element, error);
  if (m->dialect != TL_DIALECT_OPEN && !private && (!category || category->dialect > m->dialect))
    return refuse(m, name, error);
  if (m->style == TL_TBX_DCT) {
    module_name(m, category, private ? name + 2 : name, element);
    return TRUE;
  }
  element->tag = g_strconcat(m->core, category && category->element ? category->element : "termNote", NULL);
  element->type = g_strdup(name);
  return TRUE;
}

static gboolean write_note(const TlTbxManner *m, const char *value, GString *out, GError **error) {
  gboolean min2 = m->style == TL_TBX_MIN2;
  g_string_append_printf(out, min2 ? "<%snoteGrp><%snote><%snoteValue>" : "<%snote>", m->core, m->core, m->core);
  if (!tl_tbx_write_text(value, out, error))
    return FALSE;
  g_string_append_printf(out, min2 ? "</%snoteValue></%snote></%snoteGrp>" : "</%snote>", m->core, m->core, m->core);
  return TRUE;
}

gboolean tl_tbx_write_datum(const TlTbxManner *m, const char *name, const char *value, GString *out, GError **error) {
  if (strcmp(name, "note") == 0)
    return write_note(m, value, out, error);
  g_auto(Name) element = {0};
  if (!name_of(m, name, &element, error))
    return FALSE;
  g_string_append_printf(out, "<%s", element.tag);
  if (element.type)
    g_string_append_printf(out, " type=\"%s\"", element.type);
  if (element.declares)
    g_string_append_printf(out, " xmlns:%s=\"%s\"", element.declares, element.uri);
  g_string_append_c(out, '>');
  if (!tl_tbx_write_text(value, out, error))
    return FALSE;
  g_string_append_printf(out, "</%s>", element.tag);
  return TRUE;
}

/* TBX-Min 2 has words of its own; "proposed" is a value of language-planningQualifier in version 2, and nothing in
 * version 3. */
gboolean tl_tbx_write_status(const TlTbxManner *m, TlumachStatus status, GString *out, GError **error) {
  static const char *const min2[] = {NULL, "preferred", "admitted", "notRecommended", "obsolete", NULL};
  if (m->style == TL_TBX_MIN2)
    return min2[status] ? tl_tbx_write_datum(m, "termStatus", min2[status], out, error)
                        : refuse(m, "status \"proposed\"", error);
  if (status != TLUMACH_STATUS_PROPOSED)
    return tl_tbx_write_datum(m, "administrativeStatus", tl_status_tbx_name(status), out, error);
  return m->style == TL_TBX_V2 ? tl_tbx_write_datum(m, "language-planningQualifier", "proposedTerm", out, error)
                               : tl_tbx_write_datum(m, "x-status", "proposed", out, error);
}

gboolean tl_tbx_write_stamp(const TlTbxManner *m, const TlTbxStamp *stamp, guint steps, GString *out, GError **error) {
  gboolean lines = m->in_entry;
  if (m->style == TL_TBX_MIN2)
    return refuse(m, "transactions", error);
  g_string_append_printf(out, "<%stransacGrp>", m->core);
  tl_tbx_write_break(m, lines, steps + 1, out);
  if (!tl_tbx_write_datum(m, "transactionType", stamp->type, out, error))
    return FALSE;
  tl_tbx_write_break(m, lines, steps + 1, out);
  g_string_append_printf(out, "<%sdate>%s</%sdate>", m->core, stamp->date, m->core);
  tl_tbx_write_break(m, lines, steps + 1, out);
  if (!tl_tbx_write_datum(m, "responsibility", stamp->who, out, error))
    return FALSE;
  tl_tbx_write_break(m, lines, steps, out);
  g_string_append_printf(out, "</%stransacGrp>", m->core);
  return TRUE;
}

/* -- the levels -- */

typedef struct Datum {
  const char *name, *value;
} Datum;

static gboolean write_data(const TlTbxManner *m, const Datum *data, guint n, gboolean lines, guint steps, GString *out,
                           GError **error) {
  for (guint i = 0; i < n; i++) {
    if (!data[i].value)
      continue;
    tl_tbx_write_break(m, lines, steps, out);
    if (!tl_tbx_write_datum(m, data[i].name, data[i].value, out, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean write_term_notes(const TlTbxManner *m, const TlumachTerm *term, guint steps, GString *out,
                                 GError **error) {
  const Datum pos = {"partOfSpeech", term->pos};
  const Datum rest[] = {{"termType", term->type}, {"x-words", term->words}};
  if (!write_data(m, &pos, 1, m->in_section, steps, out, error))
    return FALSE;
  if (term->status != TLUMACH_STATUS_NONE) {
    tl_tbx_write_break(m, m->in_section, steps, out);
    if (!tl_tbx_write_status(m, term->status, out, error))
      return FALSE;
  }
  return write_data(m, rest, G_N_ELEMENTS(rest), m->in_section, steps, out, error);
}

static gboolean is_short(const TlumachTerm *term) {
  return !term->pos && !term->type && !term->words && !term->note && term->status == TLUMACH_STATUS_NONE;
}

gboolean tl_tbx_write_section(const TlTbxManner *manner, const TlumachTerm *term, GString *out, GError **error) {
  TlTbxManner own = *manner;
  const TlTbxManner *m = &own;
  own.in_section = own.in_section && !(own.short_sections && is_short(term));
  guint steps = m->group ? 4 : 3; /* entry, language, section, and perhaps a group */
  g_string_append_printf(out, "<%s%s", m->core, m->section);
  if (term->id && !write_attribute("id", term->id, out, error))
    return FALSE;
  g_string_append_c(out, '>');
  tl_tbx_write_break(m, m->in_section, 3, out);
  if (m->group) {
    g_string_append_printf(out, "<%s%s>", m->core, m->group);
    tl_tbx_write_break(m, m->in_section, 4, out);
  }
  g_string_append_printf(out, "<%sterm>", m->core);
  if (!tl_tbx_write_text(term->text, out, error))
    return FALSE;
  g_string_append_printf(out, "</%sterm>", m->core);
  if (!write_term_notes(m, term, steps, out, error))
    return FALSE;
  if (m->group) {
    tl_tbx_write_break(m, m->in_section, 3, out);
    g_string_append_printf(out, "</%s%s>", m->core, m->group);
  }
  const Datum note = {"note", term->note};
  if (!write_data(m, &note, 1, m->in_section, 3, out, error))
    return FALSE;
  tl_tbx_write_break(m, m->in_section, 2, out);
  g_string_append_printf(out, "</%s%s>", m->core, m->section);
  return TRUE;
}

gboolean tl_tbx_write_language(const TlTbxManner *m, const TlumachConcept *concept, const char *tag, GString *out,
                               GError **error) {
  g_string_append_printf(out, "<%s%s", m->core, m->language);
  if (!write_attribute("xml:lang", tag, out, error))
    return FALSE;
  g_string_append_c(out, '>');
  for (guint i = 0; i < concept->n_terms; i++) {
    if (strcmp(concept->terms[i].language, tag) != 0)
      continue;
    tl_tbx_write_break(m, m->in_language, 2, out);
    if (!tl_tbx_write_section(m, &concept->terms[i], out, error))
      return FALSE;
  }
  tl_tbx_write_break(m, m->in_language, 1, out);
  g_string_append_printf(out, "</%s%s>", m->core, m->language);
  return TRUE;
}

gboolean tl_tbx_write_language_around(const TlTbxManner *m, const char *tag, const char *section, GString *out,
                                      GError **error) {
  g_string_append_printf(out, "<%s%s", m->core, m->language);
  if (!write_attribute("xml:lang", tag, out, error))
    return FALSE;
  g_string_append_c(out, '>');
  tl_tbx_write_break(m, m->in_language, 2, out);
  g_string_append(out, section);
  tl_tbx_write_break(m, m->in_language, 1, out);
  g_string_append_printf(out, "</%s%s>", m->core, m->language);
  return TRUE;
}

gboolean tl_tbx_write_entry(const TlTbxManner *m, const TlumachConcept *concept, const TlTbxStamp *stamp, GString *out,
                            GError **error) {
  const Datum data[] = {
      {"subjectField", concept->subject}, {"definition", concept->definition}, {"note", concept->note}};
  g_string_append_printf(out, "<%s%s", m->core, m->entry);
  if (concept->id && !write_attribute("id", concept->id, out, error))
    return FALSE;
  g_string_append_c(out, '>');
  if (m->style == TL_TBX_MIN2 && concept->note)
    return refuse(m, "note of a concept, only of a term", error);
  if (!write_data(m, data, G_N_ELEMENTS(data), m->in_entry, 1, out, error))
    return FALSE;
  if (stamp) {
    tl_tbx_write_break(m, m->in_entry, 1, out);
    if (!tl_tbx_write_stamp(m, stamp, 1, out, error))
      return FALSE;
  }
  for (guint i = 0; i < concept->n_terms; i++) {
    if (!tl_term_leads(concept, i))
      continue;
    tl_tbx_write_break(m, m->in_entry, 1, out);
    if (!tl_tbx_write_language(m, concept, concept->terms[i].language, out, error))
      return FALSE;
  }
  tl_tbx_write_break(m, m->in_entry, 0, out);
  g_string_append_printf(out, "</%s%s>", m->core, m->entry);
  return TRUE;
}

char *tl_tbx_with_id(const char *entry, const char *id) {
  const char *end = strchr(entry, '>'), *twice = strstr(entry, " id=\""), *once = strstr(entry, " id='");
  const char *at = once && once < end ? once : twice;
  g_autofree char *escaped = g_markup_escape_text(id, -1);
  size_t name = strcspn(entry, " \t\r\n/>");
  if (!at || at > end)
    return g_strdup_printf("%.*s id=\"%s\"%s", (int)name, entry, escaped, entry + name);
  const char *value = at + strlen(" id=\"");
  return g_strdup_printf("%.*s%s%s", (int)(value - entry), entry, escaped, strchr(value, value[-1]));
}
