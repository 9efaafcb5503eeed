/* TMX 1.1 to 1.4b (LISA OSCAR, 2005): a tu is a pair when it has a tuv of both languages. Of several in one language
 * the first counts. */
#include <string.h>

#include "base/error.h"
#include "bitext/inline.h"
#include "bitext/tmx_whole.h"
#include "terms/language_tag.h"

/* §"Content Elements": bpt, ept, it, ph and ut hold code of the original; hi holds text. <sub> inside them is text of
 * its own, a note or the value of an attribute. */
static const TlInlineKind kinds[] = {
    {"bpt", TRUE, TRUE, "x type"}, {"ept", TRUE, FALSE, ""}, {"it", TRUE, TRUE, "x type"}, {"ph", TRUE, TRUE, "x type"},
    {"ut", TRUE, TRUE, "x"},       {"hi", FALSE, FALSE, ""}, {NULL, FALSE, FALSE, NULL}};

typedef struct Reading {
  TlBitextMaker *maker;
  const char *data;
  TlInline segment;
  TlDraft *draft;   /* of the open tu */
  size_t start;     /* where that begins */
  char *fault;      /* what is wrong with it; NULL: nothing */
  gboolean wanted;  /* the open tuv is of one of our languages, and the first */
  TlumachSide side; /* which */
  guint note;       /* depth of an open <note> of the tu; 0: none */
  GString *text;    /* of it */
  gboolean root;
  gboolean ours;      /* some tuv was of the source language */
  GString *languages; /* of the others, a few */
} Reading;

static void open_variant(Reading *r, const TlXmlElement *e) {
  const char *language = tl_xml_attribute(e, "xml", "lang");
  if (!language)
    language = tl_xml_attribute(e, NULL, "lang");
  r->wanted = FALSE;
  for (guint side = 0; side < 2 && language && !r->wanted; side++)
    if (tl_language_matches(language, tl_maker_language(r->maker, (TlumachSide)side)) &&
        !tl_draft_has(r->draft, (TlumachSide)side)) {
      r->side = (TlumachSide)side;
      r->wanted = TRUE;
      r->ours = r->ours || side == TLUMACH_SOURCE;
    }
  if (!r->ours && language && r->languages->len < 60 && !strstr(r->languages->str, language))
    g_string_append_printf(r->languages, "%s%s", r->languages->len ? ", " : "", language);
}

static gboolean on_start(gpointer user, const TlXmlElement *e, GError **error) {
  Reading *r = user;
  if (!r->root && strcmp(e->local, "tmx") != 0) {
    tl_xml_error(error, tl_maker_name(r->maker), e, "is not the root of a TMX file");
    return FALSE;
  }
  r->root = TRUE;
  if (r->segment.draft) {
    if (!tl_inline_start(&r->segment, e) && !r->fault)
      r->fault = g_strdup_printf("<%s> does not belong into <seg>", e->local);
    return TRUE;
  }
  if (strcmp(e->local, "tu") == 0) {
    r->draft = tl_draft_new(r->maker, tl_xml_attribute(e, NULL, "tuid"));
    r->start = e->tag.start;
  } else if (r->draft && strcmp(e->local, "tuv") == 0)
    open_variant(r, e);
  else if (r->draft && strcmp(e->local, "note") == 0)
    r->note = e->depth;
  else if (r->draft && r->wanted && strcmp(e->local, "seg") == 0) {
    r->segment.draft = r->draft;
    r->segment.side = r->side;
    tl_draft_present(r->draft, r->side, e->tag.end);
  }
  return TRUE;
}

/* A unit without a source is none of ours; one without a target is not translated yet. */
static gboolean close_unit(Reading *r, GError **error) {
  gboolean ours = tl_draft_has(r->draft, TLUMACH_SOURCE);
  const char *id = tl_draft_id(r->draft);
  if (!ours && !r->fault)
    r->fault = g_strdup_printf("it has no segment in %s", tl_maker_language(r->maker, TLUMACH_SOURCE));
  if (r->fault) {
    tl_maker_skip(r->maker, r->start, "unit %s%s%s is left out: %s", id ? "\"" : "", id ? id : "", id ? "\"" : "",
                  r->fault);
    tl_maker_drop_all(r->maker);
    g_clear_pointer(&r->fault, g_free);
  }
  r->draft = NULL;
  return tl_maker_close_all(r->maker, error);
}

static gboolean on_end(gpointer user, const TlXmlElement *e, GError **error) {
  Reading *r = user;
  if (r->note == e->depth) {
    r->note = 0;
    tl_draft_note(r->draft, r->text->str);
    g_string_truncate(r->text, 0);
  }
  if (r->segment.draft && strcmp(e->local, "seg") == 0 && !r->segment.muted)
    r->segment.draft = NULL;
  else if (r->segment.draft)
    tl_inline_end(&r->segment, e);
  else if (strcmp(e->local, "tuv") == 0)
    r->wanted = FALSE;
  else if (strcmp(e->local, "tu") == 0)
    return close_unit(r, error);
  return TRUE;
}

static gboolean on_text(gpointer user, const char *text, size_t length, TlumachSpan span, GError **error) {
  Reading *r = user;
  (void)error;
  if (r->note)
    g_string_append_len(r->text, text, (gssize)length);
  else
    tl_inline_text(&r->segment, r->data, text, length, span);
  return TRUE;
}

static gboolean read_tmx(TlBitextMaker *maker, GError **error) {
  static const TlXmlHandler handler = {.start = on_start, .end = on_end, .text = on_text};
  size_t length = 0;
  g_autoptr(GString) text = g_string_new(NULL), languages = g_string_new(NULL);
  Reading reading = {.maker = maker, .text = text, .languages = languages, .segment.kinds = kinds};
  g_autofree char *whole = tl_tmx_whole(maker, &length, error);
  reading.data = whole;
  gboolean good = whole && tl_xml_parse(tl_maker_name(maker), reading.data, length, &handler, &reading, error);
  g_free(reading.fault);
  if (!good)
    return FALSE;
  if (reading.ours || languages->len == 0)
    return TRUE;
  tl_error_at(error, TLUMACH_ERROR_USAGE, tl_maker_name(maker), 0, 0,
              "has no segment in %s: its languages are %s; say which with --source and --target",
              tl_maker_language(maker, TLUMACH_SOURCE), languages->str);
  return FALSE;
}

static gboolean recognise_tmx(const char *text, size_t length) {
  return memmem(text, MIN(length, 4096), "<tmx", 4) != NULL;
}

const TlBitextFormat tl_bitext_tmx = {"tmx", ".tmx", TRUE, recognise_tmx, read_tmx};
