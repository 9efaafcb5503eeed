#include "text/srx.h"

#include <string.h>
#include <unicode/uregex.h>
#include <unicode/ustring.h>

#include "base/arena.h"
#include "base/error.h"
#include "base/xml_read.h"

typedef struct Map {
  const char *pattern, *language_rule;
  size_t line;
} Map;

struct TlSrx {
  char *name;
  TlArena *arena;
  gboolean cascade;
  GArray *rules; /* TlSrxRule, all languages in file order */
  GArray *maps;  /* Map */
};

/* What the reader is inside of. */
typedef struct Reading {
  TlSrx *srx;
  const char *language_rule, *comment;
  TlSrxRule rule;
  GString *text; /* of the open beforebreak or afterbreak; NULL outside */
  gboolean seen_root;
} Reading;

static gboolean in_rule(gpointer user, const TlXmlElement *e, GError **error) {
  Reading *reading = user;
  const char *value = tl_xml_attribute(e, NULL, "break");
  if (value && strcmp(value, "yes") != 0 && strcmp(value, "no") != 0) {
    tl_xml_error(error, reading->srx->name, e, "break=\"%s\": it is yes or no", value);
    return FALSE;
  }
  if (!reading->language_rule) {
    tl_xml_error(error, reading->srx->name, e, "a rule stands outside <languagerule>");
    return FALSE;
  }
  reading->rule =
      (TlSrxRule){.language_rule = reading->language_rule, .comment = reading->comment, .before = "", .after = ""};
  reading->rule.line = tl_xml_line(e);
  reading->rule.breaks = !value || strcmp(value, "yes") == 0; /* §3.3.3: yes unless said */
  return TRUE;
}

static gboolean need(Reading *reading, const TlXmlElement *e, const char *attribute, const char **value,
                     GError **error) {
  *value = tl_arena_strdup(reading->srx->arena, tl_xml_attribute(e, NULL, attribute));
  if (!*value)
    tl_xml_error(error, reading->srx->name, e, "the attribute %s is missing", attribute);
  return *value != NULL;
}

static gboolean begin_text(Reading *reading, const TlXmlElement *e, GError **error) {
  if (reading->text) {
    tl_xml_error(error, reading->srx->name, e, "stands inside another one");
    return FALSE;
  }
  reading->text = g_string_new(NULL);
  return TRUE;
}

static gboolean on_start(gpointer user, const TlXmlElement *e, GError **error) {
  Reading *reading = user;
  TlSrx *srx = reading->srx;
  if (e->depth == 1) {
    reading->seen_root = strcmp(e->local, "srx") == 0;
    if (!reading->seen_root)
      tl_xml_error(error, srx->name, e, "this is not an SRX file: the root element is not <srx>");
    return reading->seen_root;
  }
  if (strcmp(e->local, "header") == 0)
    srx->cascade = g_strcmp0(tl_xml_attribute(e, NULL, "cascade"), "yes") == 0;
  else if (strcmp(e->local, "languagerule") == 0)
    return reading->comment = NULL, need(reading, e, "languagerulename", &reading->language_rule, error);
  else if (strcmp(e->local, "rule") == 0)
    return in_rule(user, e, error);
  else if (strcmp(e->local, "beforebreak") == 0 || strcmp(e->local, "afterbreak") == 0)
    return begin_text(reading, e, error);
  else if (strcmp(e->local, "languagemap") == 0) {
    Map map = {.line = tl_xml_line(e)};
    if (!need(reading, e, "languagepattern", &map.pattern, error) ||
        !need(reading, e, "languagerulename", &map.language_rule, error))
      return FALSE;
    g_array_append_val(srx->maps, map);
  }
  return TRUE;
}

static gboolean on_end(gpointer user, const TlXmlElement *e, GError **error) {
  Reading *reading = user;
  (void)error;
  if (reading->text && (strcmp(e->local, "beforebreak") == 0 || strcmp(e->local, "afterbreak") == 0)) {
    const char *pattern = tl_arena_strdup(reading->srx->arena, reading->text->str);
    if (e->local[0] == 'b')
      reading->rule.before = pattern;
    else
      reading->rule.after = pattern;
    g_string_free(g_steal_pointer(&reading->text), TRUE);
  } else if (strcmp(e->local, "rule") == 0) {
    g_array_append_val(reading->srx->rules, reading->rule);
  } else if (strcmp(e->local, "languagerule") == 0) {
    reading->language_rule = NULL;
  }
  return TRUE;
}

static gboolean on_text(gpointer user, const char *text, size_t length, TlumachSpan span, GError **error) {
  Reading *reading = user;
  (void)span, (void)error;
  if (reading->text)
    g_string_append_len(reading->text, text, (gssize)length);
  return TRUE;
}

static void on_comment(gpointer user, const char *text) {
  Reading *reading = user;
  g_autofree char *said = g_strdup(text);
  reading->comment = tl_arena_strdup(reading->srx->arena, g_strstrip(said));
}

TlSrx *tl_srx_load(const char *path, GError **error) {
  static const TlXmlHandler handler = {.start = on_start, .end = on_end, .text = on_text, .comment = on_comment};
  g_autoptr(TlSrx) srx = g_new0(TlSrx, 1);
  srx->name = g_strdup(path);
  srx->arena = tl_arena_new();
  srx->rules = g_array_new(FALSE, FALSE, sizeof(TlSrxRule));
  srx->maps = g_array_new(FALSE, FALSE, sizeof(Map));
  Reading reading = {.srx = srx};
  gboolean done = tl_xml_parse_file(path, &handler, &reading, error);
  if (reading.text)
    g_string_free(reading.text, TRUE);
  return done ? g_steal_pointer(&srx) : NULL;
}

void tl_srx_free(TlSrx *srx) {
  if (!srx)
    return;
  g_free(srx->name);
  tl_arena_free(srx->arena);
  g_array_unref(srx->rules);
  g_array_unref(srx->maps);
  g_free(srx);
}

const char *tl_srx_name(const TlSrx *srx) {
  return srx->name;
}

/* -1: the pattern is no regular expression. */
static int matches_whole(const char *pattern, const char *language) {
  UErrorCode status = U_ZERO_ERROR;
  UChar subject[64];
  int32_t n = 0;
  UParseError where;
  g_autofree UChar *compiled = g_new(UChar, strlen(pattern) + 1);
  u_strFromUTF8(compiled, (int32_t)strlen(pattern) + 1, NULL, pattern, -1, &status);
  u_strFromUTF8(subject, 64, &n, language, -1, &status);
  URegularExpression *expression = uregex_open(compiled, -1, UREGEX_CASE_INSENSITIVE, &where, &status);
  if (U_FAILURE(status))
    return -1;
  uregex_setTimeLimit(expression, 100, &status);
  uregex_setText(expression, subject, n, &status);
  gboolean whole = uregex_matches(expression, 0, &status) && U_SUCCESS(status);
  uregex_close(expression);
  return whole;
}

GPtrArray *tl_srx_rules(const TlSrx *srx, const char *language, GError **error) {
  g_autoptr(GPtrArray) rules = g_ptr_array_new();
  for (guint i = 0; i < srx->maps->len; i++) {
    const Map *map = &g_array_index(srx->maps, Map, i);
    int whole = matches_whole(map->pattern, language);
    if (whole < 0) {
      tl_error_at(error, TLUMACH_ERROR_FORMAT, srx->name, map->line, 0,
                  "languagepattern \"%s\" is no regular expression", map->pattern);
      return NULL;
    }
    for (guint k = 0; whole && k < srx->rules->len; k++)
      if (strcmp(g_array_index(srx->rules, TlSrxRule, k).language_rule, map->language_rule) == 0)
        g_ptr_array_add(rules, &g_array_index(srx->rules, TlSrxRule, k));
    if (whole && !srx->cascade)
      break;
  }
  return g_steal_pointer(&rules);
}
