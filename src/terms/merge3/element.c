/* One element in three versions: what one side changed is taken, what both changed is merged part by part, and marked
 * where it has no parts. */
#include <string.h>

#include "terms/data.h"
#include "terms/merge3/plan.h"
#include "terms/merge3/private.h"
#include "terms/tbx/nodes.h"

/* -- what is put out -- */

void tl_merge_take(const TlMerge3 *m, const char *text, size_t length, GString *out) {
  g_autoptr(GString) taken = g_string_new_len(text, (gssize)length);
  GHashTableIter iter;
  gpointer old, new;
  g_string_replace(taken, "\r\n", "\n", 0);
  if (strcmp(m->newline, "\n") != 0)
    g_string_replace(taken, "\n", m->newline, 0);
  g_hash_table_iter_init(&iter, m->renamed);
  while (g_hash_table_iter_next(&iter, &old, &new)) {
    g_autofree char *from = g_strdup_printf("target=\"%s\"", (const char *)old),
                    *to = g_strdup_printf("target=\"%s\"", (const char *)new);
    g_string_replace(taken, from, to, 0);
  }
  g_string_append_len(out, taken->str, (gssize)taken->len);
}

/* A line end and indentation like those at the end of `lead`; nothing where it has no line end. */
static void append_break(const char *lead, size_t length, GString *out) {
  size_t at = length;
  while (at > 0 && lead[at - 1] != '\n' && lead[at - 1] != '\r')
    at--;
  if (at == 0)
    return;
  at -= at > 1 && lead[at - 2] == '\r' ? 2 : 1;
  g_string_append_len(out, lead + at, (gssize)(length - at));
}

/* -- what a conflict is about -- */

static char *field_of(const TlMerge3 *m, const TlXmlNode *node) {
  switch (tl_tbx_node_kind(m->names, node, m->core)) {
  case TL_TBX_ENTRY:
    return g_strdup("concept");
  case TL_TBX_LANGUAGE:
    return g_strdup("language");
  case TL_TBX_SECTION:
    return g_strdup("term");
  case TL_TBX_TERM:
    return g_strdup("term");
  case TL_TBX_NOTE:
    return g_strdup("note");
  default:
    break;
  }
  g_autofree char *category = tl_tbx_node_category(m->names, node, m->core);
  return category ? tl_datum_name(m->names, category) : g_strdup(node->local);
}

/* What it says, for a person; all of its bytes where that would say too little. */
static char *value_of(const TlMerge3 *m, const TlUnit *unit, gboolean whole) {
  if (!unit)
    return NULL;
  if (whole)
    return g_strndup(unit->text, unit->length);
  switch (tl_tbx_node_kind(m->names, unit->node, m->core)) {
  case TL_TBX_ENTRY: {
    const char *id = tl_xml_node_attribute(unit->node, NULL, "id");
    return g_strdup(id ? id : "");
  }
  case TL_TBX_LANGUAGE:
    return g_strdup(tl_xml_node_attribute(unit->node, "xml", "lang"));
  case TL_TBX_SECTION: {
    const TlXmlNode *term = tl_tbx_node_term(m->names, unit->node, m->core);
    return term ? tl_tbx_node_value(m->names, term, m->core) : g_strdup("");
  }
  default: {
    g_autofree char *field = field_of(m, unit->node), *value = tl_tbx_node_value(m->names, unit->node, m->core);
    TlumachStatus status;
    gboolean known = strcmp(field, "status") == 0 && tlumach_status_from_name(value, &status, NULL);
    return g_strdup(known && status != TLUMACH_STATUS_NONE ? tlumach_status_name(status) : value);
  }
  }
}

static gboolean says_too_little(const TlMerge3 *m, const TlUnit *ours, const TlUnit *theirs) {
  if (!ours || !theirs)
    return FALSE;
  for (const TlXmlNode *child = ours->node->first; child; child = child->next)
    if (child->kind != TL_XML_TEXT)
      return TRUE;
  g_autofree char *a = value_of(m, ours, FALSE), *b = value_of(m, theirs, FALSE);
  return g_strcmp0(a, b) == 0;
}

/* Where it stands: the language and the term around it. Free `*term`. */
static void place_of(const TlMerge3 *m, const TlXmlNode *node, const char **language, char **term) {
  *language = NULL;
  *term = NULL;
  for (; node; node = node->parent) {
    TlTbxKind kind = tl_tbx_node_kind(m->names, node, m->core);
    const TlXmlNode *own = kind == TL_TBX_SECTION ? tl_tbx_node_term(m->names, node, m->core) : NULL;
    if (own && !*term)
      *term = tl_tbx_node_value(m->names, own, m->core);
    if (kind == TL_TBX_LANGUAGE)
      *language = tl_xml_node_attribute(node, "xml", "lang");
  }
}

/* Tells of the conflict; the mark is appended. */
static void conflict(TlMerge3 *m, const TlUnit *base, const TlUnit *ours, const TlUnit *theirs, GString *mark) {
  const TlXmlNode *node = ours ? ours->node : theirs->node;
  gboolean whole = says_too_little(m, ours, theirs);
  g_autofree char *field = field_of(m, node), *before = value_of(m, base, whole), *mine = value_of(m, ours, whole),
                  *other = value_of(m, theirs, whole), *term = NULL;
  TlumachMergeConflict told = {
      .concept = m->concept_id, .field = field, .before = before, .ours = mine, .theirs = other};
  place_of(m, node, &told.language, &term);
  told.term = term;
  tl_conflict_write(field, before, mine, other, mark);
  if (m->told)
    m->told(&told, m->user);
}

/* -- texts without parts -- */

void tl_merge_text(TlMerge3 *m, const char *field, const TlUnit *base, const TlUnit *ours, const TlUnit *theirs,
                   GString *marks, GString *out) {
  const TlUnit none = {.text = "", .length = 0}, *before = base ? base : &none;
  gboolean untouched = ours->length == before->length && memcmp(ours->text, before->text, ours->length) == 0;
  if (!untouched && (tl_units_same(theirs, before) || tl_units_same(ours, theirs))) {
    g_string_append_len(out, ours->text, (gssize)ours->length);
    return;
  }
  if (untouched || tl_units_same(ours, before)) {
    tl_merge_take(m, theirs->text, theirs->length, out);
    return;
  }
  g_string_append_len(out, ours->text, (gssize)ours->length);
  g_autofree char *was = g_strndup(before->text, before->length), *mine = g_strndup(ours->text, ours->length),
                  *other = g_strndup(theirs->text, theirs->length);
  const TlumachMergeConflict told = {
      .concept = m->concept_id, .field = field, .before = was, .ours = mine, .theirs = other};
  tl_conflict_write(field, was, mine, other, marks);
  if (m->told)
    m->told(&told, m->user);
}

/* What stands before an element: white space, and comments that somebody may have changed. */
static void merge_lead(TlMerge3 *m, const TlUnit *base, const TlUnit *ours, const TlUnit *theirs, GString *marks,
                       GString *out) {
  const TlUnit before = {.text = base ? base->lead : "", .length = base ? base->lead_length : 0},
               mine = {.text = ours->lead, .length = ours->lead_length},
               other = {.text = theirs->lead, .length = theirs->lead_length};
  tl_merge_text(m, "comment", &before, &mine, &other, marks, out);
}

/* -- elements -- */

static TlUnit tag_of(const TlUnit *unit) {
  TlumachSpan tag = unit->node->tag;
  return (TlUnit){.text = unit->source + tag.start, .length = tag.end - tag.start};
}

/* Of the start tag that `text` begins with. */
static size_t tag_length(const char *text) {
  char quote = '\0';
  size_t at = 0;
  for (; text[at] && (quote || text[at] != '>'); at++)
    if (text[at] == '"' || text[at] == '\'')
      quote = quote == text[at] ? '\0' : quote ? quote : text[at];
  return at + (text[at] == '>');
}

/* Between the lead and an element, or within a container before its first child, stands a mark. */
static void put_marked(const TlUnit *unit, gboolean container, const char *text, const GString *mark, GString *out) {
  if (!container) {
    g_string_append(out, mark->str);
    append_break(unit->lead, unit->lead_length, out);
    g_string_append(out, text);
    return;
  }
  size_t tag = tag_length(text), space = strspn(text + tag, " \t\r\n");
  g_string_append_len(out, text, (gssize)tag);
  append_break(text + tag, space, out);
  g_string_append(out, mark->str);
  g_string_append(out, text + tag);
}

/* One side took it away, the other changed it: the changed one stays, marked. */
static void keep_marked(TlMerge3 *m, const TlUnit *base, const TlUnit *ours, const TlUnit *theirs, GString *out) {
  const TlUnit *stays = ours ? ours : theirs;
  g_autoptr(GString) mark = g_string_new(NULL), text = g_string_new(NULL);
  conflict(m, base, ours, theirs, mark);
  g_string_append_len(out, stays->lead, (gssize)stays->lead_length);
  if (ours)
    g_string_append_len(text, ours->text, (gssize)ours->length);
  else
    tl_merge_take(m, theirs->text, theirs->length, text);
  put_marked(stays, tl_unit_is_container(m->names, stays, m->core), text->str, mark, out);
}

typedef struct Parts {
  GArray *units;
  TlumachSpan rest;
} Parts;

static Parts parts_of(const TlMerge3 *m, const TlUnit *unit) {
  Parts parts = {g_array_new(FALSE, TRUE, sizeof(TlUnit)), {0, 0}};
  if (unit && tl_unit_is_container(m->names, unit, m->core)) {
    g_array_unref(parts.units);
    parts.units = tl_units_of(m->names, unit->node, unit->source, m->core, &parts.rest);
  }
  return parts;
}

static void clear_parts(Parts *parts) {
  for (guint i = 0; i < parts->units->len; i++)
    g_free(g_array_index(parts->units, TlUnit, i).key);
  g_array_unref(parts->units);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Parts, clear_parts)

static gboolean *taken_by(const guint *of, guint n, guint m) {
  gboolean *taken = g_new0(gboolean, m + 1);
  for (guint i = 0; i < n; i++)
    if (of[i] != TL_NOBODY)
      taken[of[i]] = TRUE;
  return taken;
}

static GArray *plan_parts(const Parts *base, const Parts *ours, const Parts *theirs) {
  guint n = base->units->len;
  g_autofree guint *ours_of = tl_match_units(base->units, ours->units, NULL, NULL, FALSE),
                   *theirs_of = tl_match_units(base->units, theirs->units, NULL, NULL, FALSE);
  g_autofree gboolean *in_ours = taken_by(ours_of, n, ours->units->len),
                      *in_theirs = taken_by(theirs_of, n, theirs->units->len);
  g_autofree guint *new_of = tl_match_units(ours->units, theirs->units, in_ours, in_theirs, TRUE);
  return tl_merge_plan(n, ours->units->len, theirs->units->len, ours_of, theirs_of, new_of);
}

static const TlUnit *part(const Parts *parts, guint i) {
  return i == TL_NOBODY ? NULL : &g_array_index(parts->units, TlUnit, i);
}

static void merge_parts(TlMerge3 *m, const TlUnit *base, const TlUnit *ours, const TlUnit *theirs, GString *out) {
  g_auto(Parts) a = parts_of(m, base), b = parts_of(m, ours), c = parts_of(m, theirs);
  g_autoptr(GArray) plan = plan_parts(&a, &b, &c);
  g_autoptr(GString) marks = g_string_new(NULL), inside = g_string_new(NULL);
  TlUnit before = base ? tag_of(base) : (TlUnit){.text = ""}, mine = tag_of(ours), other = tag_of(theirs);
  tl_merge_text(m, "attributes", base ? &before : NULL, &mine, &other, marks, out);
  for (guint i = 0; i < plan->len; i++) {
    const TlPlanItem *item = &g_array_index(plan, TlPlanItem, i);
    tl_merge_unit(m, part(&a, item->base), part(&b, item->ours), part(&c, item->theirs), inside);
  }
  if (marks->len > 0) {
    append_break(inside->str, strspn(inside->str, " \t\r\n"), out);
    g_string_append(out, marks->str);
  }
  g_string_append_len(out, inside->str, (gssize)inside->len);
  size_t end = (size_t)(ours->text - ours->source) + ours->length;
  g_string_append_len(out, ours->source + b.rest.start, (gssize)(end - b.rest.start));
}

/* Both have it, and not alike, nor is one of them as it was. */
static void merge_both(TlMerge3 *m, const TlUnit *base, const TlUnit *ours, const TlUnit *theirs, GString *out) {
  g_autoptr(GString) marks = g_string_new(NULL), text = g_string_new(NULL);
  gboolean container = tl_unit_is_container(m->names, ours, m->core) && tl_unit_is_container(m->names, theirs, m->core);
  merge_lead(m, base, ours, theirs, marks, out);
  if (container)
    merge_parts(m, base, ours, theirs, text);
  else {
    conflict(m, base, ours, theirs, marks);
    g_string_append_len(text, ours->text, (gssize)ours->length);
  }
  if (marks->len > 0)
    put_marked(ours, container, text->str, marks, out);
  else
    g_string_append_len(out, text->str, (gssize)text->len);
}

static void put_ours(const TlUnit *ours, GString *out) {
  g_string_append_len(out, ours->lead, (gssize)ours->lead_length);
  g_string_append_len(out, ours->text, (gssize)ours->length);
}

static void put_theirs(const TlMerge3 *m, const TlUnit *theirs, GString *out) {
  tl_merge_take(m, theirs->lead, theirs->lead_length, out);
  tl_merge_take(m, theirs->text, theirs->length, out);
}

void tl_merge_unit(TlMerge3 *m, const TlUnit *base, const TlUnit *ours, const TlUnit *theirs, GString *out) {
  if (!ours && !base)
    put_theirs(m, theirs, out);
  else if (!theirs && !base)
    put_ours(ours, out);
  else if (!ours || !theirs) {
    if (!tl_units_same(base, ours ? ours : theirs))
      keep_marked(m, base, ours, theirs, out);
  } else if (tl_units_same(ours, theirs) || (base && (tl_units_same(ours, base) || tl_units_same(theirs, base)))) {
    g_autoptr(GString) marks = g_string_new(NULL), text = g_string_new(NULL);
    merge_lead(m, base, ours, theirs, marks, out);
    tl_merge_text(m, NULL, base, ours, theirs, marks, text);
    if (marks->len > 0)
      put_marked(ours, tl_unit_is_container(m->names, ours, m->core), text->str, marks, out);
    else
      g_string_append_len(out, text->str, (gssize)text->len);
  } else
    merge_both(m, base, ours, theirs, out);
}
