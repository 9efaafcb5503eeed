#include "terms/merge3/unit.h"

#include <string.h>

#include "terms/merge3/plan.h"
#include "terms/tbx/nodes.h"

/* -- the same text -- */

static gboolean is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static char *without_layout(const char *text, size_t length) {
  GString *out = g_string_sized_new(length);
  for (size_t i = 0; i < length;) {
    size_t end = i;
    gboolean broken = FALSE;
    for (; end < length && is_space(text[end]); end++)
      broken = broken || text[end] == '\n' || text[end] == '\r';
    if (end == i) {
      g_string_append_c(out, text[i++]);
      continue;
    }
    gboolean at_tag = i == 0 || end == length || text[i - 1] == '>' || text[end] == '<';
    if (!broken || !at_tag)
      g_string_append_c(out, ' ');
    i = end;
  }
  return g_string_free(out, FALSE);
}

gboolean tl_same_xml(const char *a, size_t n, const char *b, size_t m) {
  if (n == m && memcmp(a, b, n) == 0)
    return TRUE;
  g_autofree char *x = without_layout(a, n), *y = without_layout(b, m);
  return strcmp(x, y) == 0;
}

gboolean tl_units_same(const TlUnit *a, const TlUnit *b) {
  return tl_same_xml(a->text, a->length, b->text, b->length);
}

/* -- taking apart -- */

static gboolean is_named(const TlXmlNode *node, const char *const *names) {
  return g_strv_contains(names, node->local);
}

/* What a group is about: the category of its first datum. */
static char *category_of(const TlTbxNames *names, const TlXmlNode *node, const char *core) {
  char *category = tl_tbx_node_category(names, node, core);
  for (const TlXmlNode *child = node->first; child && !category; child = child->next)
    if (child->kind == TL_XML_ELEMENT)
      category = tl_tbx_node_category(names, child, core);
  return category;
}

static char *key_of(const TlTbxNames *names, const TlXmlNode *node, const char *core) {
  TlTbxKind kind = tl_tbx_node_kind(names, node, core);
  if (kind == TL_TBX_LANGUAGE) {
    const char *tag = tl_xml_node_attribute(node, "xml", "lang");
    g_autofree char *small = g_ascii_strdown(tag ? tag : "", -1);
    return g_strconcat("language ", small, NULL);
  }
  if (kind == TL_TBX_SECTION) {
    const TlXmlNode *term = tl_tbx_node_term(names, node, core);
    g_autofree char *text = term ? tl_tbx_node_value(names, term, core) : NULL;
    return g_strconcat("section ", text ? text : "", NULL);
  }
  g_autofree char *category = category_of(names, node, core);
  return g_strconcat(node->local, " ", category ? category : "", NULL);
}

GArray *tl_units_of(const TlTbxNames *names, const TlXmlNode *node, const char *source, const char *core,
                    TlumachSpan *rest) {
  static const char *const several[] = {"transacGrp", "ref", "xref", "adminGrp", "descripNote", NULL};
  GArray *units = g_array_new(FALSE, TRUE, sizeof(TlUnit));
  *rest = tl_xml_node_content(node);
  for (const TlXmlNode *child = node->first; child; child = child->next) {
    if (child->kind != TL_XML_ELEMENT)
      continue;
    TlumachSpan span = tl_xml_node_span(child);
    TlUnit unit = {.lead = source + rest->start,
                   .lead_length = span.start - rest->start,
                   .text = source + span.start,
                   .length = span.end - span.start,
                   .node = child,
                   .source = source,
                   .key = key_of(names, child, core),
                   .many = tl_tbx_node_kind(names, child, core) == TL_TBX_NOTE || is_named(child, several)};
    g_array_append_val(units, unit);
    rest->start = span.end;
  }
  return units;
}

gboolean tl_unit_is_container(const TlTbxNames *names, const TlUnit *unit, const char *core) {
  TlTbxKind kind = tl_tbx_node_kind(names, unit->node, core);
  return !tl_xml_node_empty(unit->node) && (kind == TL_TBX_ENTRY || kind == TL_TBX_LANGUAGE || kind == TL_TBX_SECTION ||
                                            strcmp(unit->node->local, "termGrp") == 0);
}

/* -- matching -- */

typedef struct Match {
  const GArray *a, *b;
  const gboolean *taken_a;
  guint *of;
  gboolean *taken; /* of b */
  gboolean alike;
} Match;

static const TlUnit *unit_of(const GArray *units, guint i) {
  return &g_array_index(units, TlUnit, i);
}

typedef gboolean (*SameFunc)(const Match *m, const TlUnit *a, const TlUnit *b);

static gboolean same_whole(const Match *m, const TlUnit *a, const TlUnit *b) {
  (void)m;
  return strcmp(a->key, b->key) == 0 && tl_units_same(a, b);
}

static gboolean same_id(const Match *m, const TlUnit *a, const TlUnit *b) {
  (void)m;
  const char *x = tl_xml_node_attribute(a->node, NULL, "id"), *y = tl_xml_node_attribute(b->node, NULL, "id");
  return x && y && strcmp(x, y) == 0 && strcmp(a->node->local, b->node->local) == 0;
}

static gboolean same_key(const Match *m, const TlUnit *a, const TlUnit *b) {
  return strcmp(a->key, b->key) == 0 && !(m->alike && a->many);
}

static gboolean is_free(const Match *m, guint i) {
  return m->of[i] == TL_NOBODY && !(m->taken_a && m->taken_a[i]);
}

static void match_by(Match *m, SameFunc same) {
  guint from = 0; /* those before it have a partner */
  for (guint i = 0; i < m->a->len; i++) {
    while (from < m->b->len && m->taken[from])
      from++;
    for (guint j = from; j < m->b->len && is_free(m, i); j++)
      if (!m->taken[j] && same(m, unit_of(m->a, i), unit_of(m->b, j))) {
        m->of[i] = j;
        m->taken[j] = TRUE;
      }
  }
}

static gboolean is_section(const TlUnit *unit) {
  return g_str_has_prefix(unit->key, "section ");
}

/* One term went and one came: it was renamed. */
static void match_renamed(Match *m) {
  guint went = TL_NOBODY, came = TL_NOBODY, n = 0, k = 0;
  for (guint i = 0; i < m->a->len; i++)
    if (is_free(m, i) && is_section(unit_of(m->a, i)) && ++n)
      went = i;
  for (guint j = 0; j < m->b->len; j++)
    if (!m->taken[j] && is_section(unit_of(m->b, j)) && ++k)
      came = j;
  if (n == 1 && k == 1)
    m->of[went] = came;
}

guint *tl_match_units(const GArray *a, const GArray *b, const gboolean *taken_a, const gboolean *taken_b,
                      gboolean alike) {
  g_autofree gboolean *taken = g_new0(gboolean, b->len + 1);
  Match m = {a, b, taken_a, g_new(guint, a->len + 1), taken, alike};
  for (guint i = 0; i < a->len; i++)
    m.of[i] = TL_NOBODY;
  for (guint j = 0; taken_b && j < b->len; j++)
    taken[j] = taken_b[j];
  match_by(&m, same_whole);
  match_by(&m, same_id);
  match_by(&m, same_key);
  if (!alike)
    match_renamed(&m);
  return m.of;
}
