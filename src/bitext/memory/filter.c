/* Conditions on units: "note ~ summit". */
#include <string.h>

#include "base/arena.h"
#include "base/error.h"
#include "base/nearest.h"
#include "bitext/memory/filter.h"
#include "bitext/memory/frame.h"
#include "tlumach/termbase.h"

typedef enum Field { SOURCE, TARGET, ORIGIN, NOTE, AUTHOR, DATE, ID, PROP } Field;
typedef enum Operator { HAS, IS, IS_NOT, FROM, TO } Operator;

static const char *const fields[] = {"source", "target", "origin", "note", "author", "date", "id", "prop", NULL};
static const struct {
  const char *sign;
  Operator operator;
} signs[] = {{"!=", IS_NOT}, {">=", FROM}, {"<=", TO}, {"~", HAS}, {"=", IS}}; /* longer ones first */

typedef struct Condition {
  Field field;
  Operator operator;
  char *property;    /* the type of a <prop> */
  char *value, *key; /* as given; without casing */
} Condition;

struct TlumachMemoryFilter {
  GArray *conditions; /* Condition */
  gboolean frame;     /* some field stands in the frame */
};

static void condition_clear(gpointer data) {
  Condition *condition = data;
  g_free(condition->property);
  g_free(condition->value);
  g_free(condition->key);
}

static gboolean fail(const char *text, const char *what, GError **error) {
  tl_error_at(
      error, TLUMACH_ERROR_USAGE, NULL, 0, 0,
      "condition \"%s\": %s there is source, target, origin, note, author, date, id, prop:TYPE, each with ~ (has "
      "it inside), = or !=; date with >= and <=, too",
      text, what);
  return FALSE;
}

static gboolean parse_field(const char *text, const char *name, Condition *condition, GError **error) {
  const char *colon = strchr(name, ':');
  g_autofree char *field = colon ? g_strndup(name, (gsize)(colon - name)) : g_strdup(name);
  for (guint i = 0; fields[i]; i++)
    if (strcmp(fields[i], field) == 0 && (colon && colon[1]) == (i == PROP)) {
      condition->field = (Field)i;
      condition->property = colon ? g_strdup(colon + 1) : NULL;
      return TRUE;
    }
  if (strcmp(field, fields[PROP]) == 0)
    return fail(text, "prop needs the type of the property, prop:TYPE;", error);
  g_autofree char *meant = tl_did_you_mean(field, fields, FALSE);
  g_autofree char *what = g_strdup_printf("no field \"%s\"%s", name, *meant ? meant : ";");
  return fail(text, what, error);
}

/* "2024", "2024-05", "20240531T120000Z": four digits, then pairs of them. */
static gboolean is_date(const char *text) {
  static const guint most[] = {12, 31, 23, 59, 60}; /* month, day, hour, minute, second */
  guint digits = 0, pair = 0;
  for (; *text; text++) {
    if (!g_ascii_isdigit(*text) && !strchr("-:. TZ", *text))
      return FALSE;
    if (!g_ascii_isdigit(*text))
      continue;
    pair = pair % 10 * 10 + (guint)g_ascii_digit_value(*text);
    digits++;
    if (digits > 14 || (digits > 4 && digits % 2 == 0 && (pair > most[digits / 2 - 3] || (digits <= 8 && pair == 0))))
      return FALSE;
  }
  return digits >= 4 && digits % 2 == 0;
}

static gboolean check_value(const char *text, const Condition *condition, GError **error) {
  gboolean order = condition->operator== FROM || condition->operator== TO;
  if (condition->operator== HAS && !* condition->value)
    return fail(text, "nothing behind ~, which all units have;", error);
  if (condition->field != DATE)
    return !order || fail(text, "only dates have an order;", error);
  return condition->operator== HAS || is_date(condition->value) ||
         fail(text, "a date is 2024, 2024-05 or 2024-05-31;", error);
}

static gboolean parse(const char *text, Condition *condition, GError **error) {
  const char *at = text + strcspn(text, "~=!<>");
  for (guint i = 0; i < G_N_ELEMENTS(signs); i++) {
    if (!g_str_has_prefix(at, signs[i].sign))
      continue;
    g_autofree char *name = g_strstrip(g_strndup(text, (gsize)(at - text)));
    condition->operator= signs[i].operator;
    condition->value = g_strstrip(g_strdup(at + strlen(signs[i].sign)));
    condition->key = tlumach_term_key(condition->value);
    return parse_field(text, name, condition, error) && check_value(text, condition, error);
  }
  return fail(text, "no sign that compares;", error);
}

TlumachMemoryFilter *tlumach_memory_filter_new(const char *const *conditions, GError **error) {
  TlumachMemoryFilter *filter = g_new0(TlumachMemoryFilter, 1);
  filter->conditions = g_array_new(FALSE, TRUE, sizeof(Condition));
  g_array_set_clear_func(filter->conditions, condition_clear);
  for (; conditions && *conditions; conditions++) {
    Condition condition = {.field = SOURCE};
    gboolean good = parse(*conditions, &condition, error);
    g_array_append_val(filter->conditions, condition);
    if (!good) {
      tlumach_memory_filter_free(filter);
      return NULL;
    }
    filter->frame = filter->frame || condition.field > ORIGIN;
  }
  return filter;
}

void tlumach_memory_filter_free(TlumachMemoryFilter *filter) {
  if (!filter)
    return;
  g_array_unref(filter->conditions);
  g_free(filter);
}

static gboolean compare(const Condition *condition, const char *value) {
  if (condition->field == DATE && condition->operator!= HAS) {
    int order = tl_memory_compare_dates(value, condition->value);
    return condition->operator== FROM ? order >= 0 : condition->operator== TO ? order <= 0 : order == 0;
  }
  g_autofree char *key = tlumach_term_key(value);
  return condition->operator== HAS ? strstr(key, condition->key) != NULL : strcmp(key, condition->key) == 0;
}

/* Some attribute or element of the frame that meets the condition. */
static gboolean meets_node(const Condition *condition, const TlXmlNode *node) {
  static const char *const authors[] = {"creationid", "changeid", NULL}, *const ids[] = {"tuid", NULL};
  if (node->kind != TL_XML_ELEMENT)
    return FALSE;
  const char *const *name = condition->field == AUTHOR ? authors : condition->field == ID ? ids : NULL;
  for (; name && *name; name++) {
    const char *value = tl_xml_node_attribute(node, NULL, *name);
    if (value && compare(condition, value))
      return TRUE;
  }
  const char *type = condition->field == PROP ? tl_xml_node_attribute(node, NULL, "type") : NULL;
  if ((condition->field == NOTE && strcmp(node->local, "note") == 0) ||
      (type && strcmp(node->local, "prop") == 0 && strcmp(type, condition->property) == 0)) {
    g_autoptr(GString) text = g_string_new(NULL);
    tl_xml_node_text(node, text);
    if (compare(condition, text->str))
      return TRUE;
  }
  for (const TlXmlNode *child = node->first; child; child = child->next)
    if (meets_node(condition, child))
      return TRUE;
  return FALSE;
}

static gboolean meets_frame(const Condition *condition, const TlXmlNode *frame) {
  if (condition->field != DATE)
    return meets_node(condition, frame);
  const char *date = tl_memory_last_change(frame).date;
  return date && compare(condition, date);
}

gboolean tl_memory_filter_lets(const TlumachMemoryFilter *filter, const TlMemoryUnit *unit) {
  if (!filter)
    return TRUE;
  g_autoptr(TlArena) arena = filter->frame ? tl_arena_new() : NULL;
  const TlXmlNode *frame = filter->frame ? tl_memory_frame(unit->frame, arena) : NULL;
  const char *own[] = {unit->source, unit->target, unit->origin_name ? unit->origin_name : ""};
  for (guint i = 0; i < filter->conditions->len; i++) {
    const Condition *condition = &g_array_index(filter->conditions, Condition, i);
    gboolean meets =
        condition->field <= ORIGIN ? compare(condition, own[condition->field]) : frame && meets_frame(condition, frame);
    if (meets == (condition->operator== IS_NOT))
      return FALSE;
  }
  return TRUE;
}
