#include "bitext/memory/tmx_read.h"

#include <string.h>

#include "base/error.h"
#include "base/position.h"
#include "base/xml_scope.h"
#include "bitext/bitext.h"
#include "terms/language_tag.h"

/* One <seg> of ours. */
typedef struct Side {
  GString *text, *xml;
  TlumachSpan content; /* of <seg> in the file */
  gboolean present, tags;
} Side;

typedef struct Reading {
  const char *name, *data;
  const TlumachBitextOptions *options;
  const GArray *bad;
  guint next_bad;
  const TlTmxHandler *handler;
  gpointer user;
  TlXmlScope *scope; /* of the header, then of each unit */
  Side side[2];      /* by TlumachSide */
  Side *open;        /* the <seg> that is being read */
  guint muted;       /* depth of an inline element whose content is code */
  gboolean in_tu, wanted, rich;
  TlumachSide which;
  TlumachSpan tu;
  guint64 number;
  char *id;
  GString *property, *neighbour[2]; /* the property that is being read; prev and next */
  GArray *old;                      /* size_t: where a "lang" of TMX 1.1 stands that is to be xml:lang */
  GString *frame;
} Reading;

static void begin_unit(Reading *r, const TlXmlElement *e) {
  tl_xml_scope_begin(r->scope, e);
  for (guint i = 0; i < 2; i++) {
    g_string_truncate(r->side[i].text, 0);
    g_string_truncate(r->neighbour[i], 0);
    r->side[i].present = r->side[i].tags = FALSE;
  }
  g_array_set_size(r->old, 0);
  g_free(r->id);
  r->id = g_strdup(tl_xml_attribute(e, NULL, "tuid"));
  r->in_tu = TRUE;
  r->rich = e->n_attributes > 0;
  r->tu.start = e->tag.start;
  r->number++;
}

/* TMX 1.1 to 1.3 have `lang` without the prefix. */
static void note_old_attribute(Reading *r, const TlXmlElement *e) {
  for (size_t at = e->tag.start; at + 5 < e->tag.end; at++)
    if (g_ascii_isspace(r->data[at]) && memcmp(r->data + at + 1, "lang", 4) == 0) {
      at++;
      g_array_append_val(r->old, at);
      return;
    }
}

static void begin_variant(Reading *r, const TlXmlElement *e) {
  const char *language = tl_xml_attribute(e, "xml", "lang");
  if (!language && (language = tl_xml_attribute(e, NULL, "lang"))) {
    note_old_attribute(r, e);
    r->rich = TRUE;
  }
  r->wanted = FALSE;
  const char *ours[] = {r->options->source, r->options->target};
  for (guint i = 0; i < 2 && language && !r->wanted; i++)
    if (!r->side[i].present && tl_language_matches(language, ours[i])) {
      r->which = (TlumachSide)i;
      r->wanted = TRUE;
      r->rich = r->rich || strcmp(language, ours[i]) != 0;
    }
  r->rich = r->rich || !r->wanted || e->n_attributes > 1;
}

/* TMX 1.4b, "Content Elements": all but hi hold code of the original; <sub> in them is text of its own. */
static gboolean begin_inline(Reading *r, const TlXmlElement *e, GError **error) {
  static const char *const codes[] = {"bpt", "ept", "it", "ph", "ut", NULL};
  r->open->tags = TRUE;
  if (r->muted || strcmp(e->local, "hi") == 0)
    return TRUE;
  if (g_strv_contains(codes, e->local)) {
    r->muted = e->depth;
    return TRUE;
  }
  tl_xml_error(error, r->name, e, "does not belong into <seg>");
  return FALSE;
}

static void begin_property(Reading *r, const TlXmlElement *e) {
  static const char *const types[] = {"prev", "next"};
  const char *type = strcmp(e->local, "prop") == 0 ? tl_xml_attribute(e, NULL, "type") : NULL;
  r->rich = TRUE;
  for (int i = 0; i < 2 && type; i++)
    if (strcmp(type, types[i]) == 0) {
      r->property = r->neighbour[i];
      g_string_truncate(r->property, 0);
    }
}

static gboolean on_start(gpointer user, const TlXmlElement *e, GError **error) {
  Reading *r = user;
  if (e->depth == 1 && strcmp(e->local, "tmx") != 0) {
    tl_xml_error(error, r->name, e, "is not the root of a TMX file");
    return FALSE;
  }
  tl_xml_scope_enter(r->scope, e);
  if (r->open)
    return begin_inline(r, e, error);
  if (strcmp(e->local, "header") == 0 && !r->in_tu)
    tl_xml_scope_begin(r->scope, e);
  else if (strcmp(e->local, "tu") == 0)
    begin_unit(r, e);
  else if (r->in_tu && strcmp(e->local, "tuv") == 0)
    begin_variant(r, e);
  else if (r->in_tu && r->wanted && strcmp(e->local, "seg") == 0) {
    r->open = &r->side[r->which];
    r->open->present = TRUE;
    r->open->content.start = e->tag.end;
  } else if (r->in_tu && strcmp(e->local, "seg") != 0)
    begin_property(r, e);
  return TRUE;
}

static gboolean is_blank(const GString *text) {
  return strspn(text->str, " \t\r\n") == text->len;
}

static char *fault_of(Reading *r) {
  gboolean marred = FALSE;
  while (r->bad && r->next_bad < r->bad->len && g_array_index(r->bad, size_t, r->next_bad) < r->tu.end) {
    marred = marred || g_array_index(r->bad, size_t, r->next_bad) >= r->tu.start;
    r->next_bad++;
  }
  if (marred)
    return g_strdup(TL_TMX_UNCLEAN);
  for (guint i = 0; i < 2; i++) {
    const char *language = i == TLUMACH_SOURCE ? r->options->source : r->options->target;
    if (!r->side[i].present)
      return g_strdup_printf("has no segment in %s", language);
    if (is_blank(r->side[i].text))
      return g_strdup_printf("has an empty segment in %s", language);
    if (r->side[i].text->len > TL_SEGMENT_MAX)
      return g_strdup_printf("has a segment of more than %u bytes", TL_SEGMENT_MAX);
  }
  return NULL;
}

static void put_piece(Reading *r, size_t start, size_t end, guint *old) {
  for (; *old < r->old->len && g_array_index(r->old, size_t, *old) < end; ++*old) {
    size_t at = g_array_index(r->old, size_t, *old);
    g_string_append_len(r->frame, r->data + start, (gssize)(at - start));
    g_string_append(r->frame, "xml:");
    start = at;
  }
  g_string_append_len(r->frame, r->data + start, (gssize)(end - start));
}

static const char *make_frame(Reading *r) {
  guint first = r->side[0].content.start < r->side[1].content.start ? 0 : 1, old = 0;
  const TlumachSpan *one = &r->side[first].content, *two = &r->side[1 - first].content;
  if (!r->rich && !tl_xml_scope_prefixed(r->scope))
    return NULL;
  g_string_truncate(r->frame, 0);
  put_piece(r, tl_xml_scope_open(r->scope, r->frame), one->start, &old);
  g_string_append_c(r->frame, first == TLUMACH_SOURCE ? TL_FRAME_SOURCE : TL_FRAME_TARGET);
  put_piece(r, one->end, two->start, &old);
  g_string_append_c(r->frame, first == TLUMACH_SOURCE ? TL_FRAME_TARGET : TL_FRAME_SOURCE);
  put_piece(r, two->end, r->tu.end, &old);
  return r->frame->str;
}

static const char *xml_of(Reading *r, Side *side) {
  if (!side->tags)
    return NULL;
  g_string_truncate(side->xml, 0);
  g_string_append_len(side->xml, r->data + side->content.start, (gssize)(side->content.end - side->content.start));
  return side->xml->str;
}

static gboolean end_unit(Reading *r, const TlXmlElement *e, GError **error) {
  TlTmxUnit unit = {.source = r->side[0].text->str, .target = r->side[1].text->str, .id = r->id};
  g_autofree char *fault = fault_of(r);
  unit.number = r->number;
  unit.fault = fault;
  if (fault) {
    tl_positions_locate(e->positions, r->tu.start, TLUMACH_COLUMN_CHARACTER, &unit.line, &unit.column);
  } else {
    unit.source_xml = xml_of(r, &r->side[0]);
    unit.target_xml = xml_of(r, &r->side[1]);
    unit.frame = make_frame(r);
    unit.before = r->neighbour[0]->len ? r->neighbour[0]->str : NULL;
    unit.after = r->neighbour[1]->len ? r->neighbour[1]->str : NULL;
  }
  r->in_tu = r->wanted = FALSE;
  return r->handler->unit(r->user, &unit, error);
}

static gboolean on_end(gpointer user, const TlXmlElement *e, GError **error) {
  Reading *r = user;
  r->property = NULL;
  if (r->open && strcmp(e->local, "seg") == 0 && !r->muted) {
    r->open->content.end = MAX(e->tag.start, r->open->content.start);
    r->open = NULL;
  } else if (r->open) {
    if (r->muted == e->depth)
      r->muted = 0;
  } else if (strcmp(e->local, "tuv") == 0) {
    r->wanted = FALSE;
  } else if (strcmp(e->local, "tu") == 0 && r->in_tu) {
    r->tu.end = e->tag.end;
    return end_unit(r, e, error);
  } else if (strcmp(e->local, "header") == 0 && !r->in_tu) {
    g_string_truncate(r->frame, 0);
    size_t rest = tl_xml_scope_open(r->scope, r->frame);
    g_string_append_len(r->frame, r->data + rest, (gssize)(MAX(e->tag.end, rest) - rest));
    return r->handler->head(r->user, r->frame->str, error);
  }
  return TRUE;
}

static gboolean on_text(gpointer user, const char *text, size_t length, TlumachSpan span, GError **error) {
  Reading *r = user;
  (void)span, (void)error;
  if (r->open && !r->muted)
    g_string_append_len(r->open->text, text, (gssize)length);
  else if (r->property)
    g_string_append_len(r->property, text, (gssize)length);
  return TRUE;
}

static void on_comment(gpointer user, const char *text) {
  Reading *r = user;
  (void)text;
  if (r->open)
    r->open->tags = TRUE; /* kept as it was written */
  r->rich = TRUE;
}

static void init(Reading *r) {
  GString **texts[] = {&r->side[0].text, &r->side[0].xml,  &r->side[1].text, &r->side[1].xml,
                       &r->neighbour[0], &r->neighbour[1], &r->frame};
  for (guint i = 0; i < G_N_ELEMENTS(texts); i++)
    *texts[i] = g_string_new(NULL);
  r->scope = tl_xml_scope_new(r->data);
  r->old = g_array_new(FALSE, FALSE, sizeof(size_t));
}

static void clear(Reading *r) {
  GString *texts[] = {r->side[0].text, r->side[0].xml,  r->side[1].text, r->side[1].xml,
                      r->neighbour[0], r->neighbour[1], r->frame};
  for (guint i = 0; i < G_N_ELEMENTS(texts); i++)
    g_string_free(texts[i], TRUE);
  tl_xml_scope_free(r->scope);
  g_array_unref(r->old);
  g_free(r->id);
}

gboolean tl_tmx_read(const char *name, const char *data, size_t length, const TlumachBitextOptions *options,
                     const GArray *bad, const TlTmxHandler *handler, gpointer user, GError **error) {
  static const TlXmlHandler xml = {.start = on_start, .end = on_end, .text = on_text, .comment = on_comment};
  Reading r = {.name = name, .data = data, .options = options, .bad = bad, .handler = handler, .user = user};
  init(&r);
  gboolean good = tl_xml_parse(name, data, length, &xml, &r, error);
  clear(&r);
  return good;
}
