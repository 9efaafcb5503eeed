/* XLIFF 1.2 (OASIS, 2008) and 2.x (OASIS, 2014, 2018).
 *
 * 1.2: a trans-unit is a pair; where its source was segmented (<seg-source> with <mrk mtype="seg">), each mark is one,
 * with the mark of the same mid in the target. 2.x: a <segment> of a <unit> is a pair. Candidates (alt-trans, matches)
 * are passed over.
 */
#include <string.h>

#include "base/error.h"
#include "bitext/inline.h"
#include "terms/language_tag.h"

/* 1.2 §2.4 and 2.1 §4.2.3: names do not clash but for ph and x. A <ph> of 1.2 holds code, that of 2.x is empty. */
static const TlInlineKind kinds[] = {
    {"g", FALSE, TRUE, "id"},  {"x", TRUE, TRUE, "id"},   {"bx", TRUE, TRUE, "id"}, {"ex", TRUE, FALSE, ""},
    {"bpt", TRUE, TRUE, "id"}, {"ept", TRUE, FALSE, ""},  {"ph", TRUE, TRUE, "id"}, {"it", TRUE, TRUE, "id"},
    {"mrk", FALSE, FALSE, ""}, {"pc", FALSE, TRUE, "id"}, {"sc", TRUE, TRUE, "id"}, {"ec", TRUE, FALSE, ""},
    {"sm", TRUE, FALSE, ""},   {"em", TRUE, FALSE, ""},   {"cp", TRUE, FALSE, ""},  {NULL, FALSE, FALSE, NULL}};

typedef struct Reading {
  TlBitextMaker *maker;
  const char *data;
  TlInline segment;
  gboolean root, two; /* version 2 */
  gboolean other;     /* the open file is of other languages */
  gboolean any_other, any_ours;
  char *languages; /* of the first file that was passed over */
  guint passed;    /* depth of an element that is passed over; 0: none */
  TlDraft *draft;  /* of the open trans-unit or segment */
  char *unit;      /* id of the open unit of 2.x */
  guint first;     /* draft of it */
  guint field;     /* depth of an open <source>, <target> or <seg-source>; 0: none */
  gboolean marks;  /* the field is segmented: text outside of marks is none */
  guint mark;      /* depth of an open mark of segmentation */
  guint note;
  GString *text;
  gboolean locked;
} Reading;

static gboolean is(const TlXmlElement *e, const char *local) {
  return strcmp(e->local, local) == 0;
}

static gboolean refuse_root(Reading *r, const TlXmlElement *e, GError **error) {
  const char *version = tl_xml_attribute(e, NULL, "version");
  r->root = TRUE;
  r->two = version && version[0] == '2';
  if (is(e, "xliff") && (r->two || (version && version[0] == '1')))
    return FALSE;
  if (is(e, "xliff"))
    tl_xml_error(error, tl_maker_name(r->maker), e, "version \"%s\" is not known: 1.x and 2.x are",
                 version ? version : "");
  else
    tl_xml_error(error, tl_maker_name(r->maker), e, "is not the root of an XLIFF file");
  return TRUE;
}

static void note_languages(Reading *r, const char *source, const char *target) {
  r->other = (source && !tl_language_matches(source, tl_maker_language(r->maker, TLUMACH_SOURCE))) ||
             (target && !tl_language_matches(target, tl_maker_language(r->maker, TLUMACH_TARGET)));
  r->any_ours |= !r->other;
  if (r->other && !r->languages)
    r->languages = g_strdup_printf("%s to %s", source ? source : "?", target ? target : "?");
}

static void open_field(Reading *r, const TlXmlElement *e, TlumachSide side) {
  r->field = e->depth;
  r->marks = FALSE;
  r->segment.side = side;
  r->segment.draft = r->draft;
  r->segment.muted = 0;
  tl_draft_present(r->draft, side, e->tag.end);
}

/* The source stands there twice: what was segmented takes the place of the whole. */
static void open_segmented(Reading *r, const TlXmlElement *e) {
  tl_draft_drop_side(r->draft, TLUMACH_SOURCE);
  open_field(r, e, TLUMACH_SOURCE);
  r->segment.draft = NULL;
  r->marks = TRUE;
}

static TlDraft *draft_of_mark(Reading *r, const char *id, TlumachSide side) {
  for (guint i = r->first; i < tl_maker_n_open(r->maker); i++) {
    TlDraft *draft = tl_maker_open(r->maker, i);
    if (draft != r->draft && g_strcmp0(tl_draft_id(draft), id) == 0 && !tl_draft_has(draft, side))
      return draft;
  }
  return side == TLUMACH_SOURCE ? tl_draft_new(r->maker, id) : NULL;
}

static gboolean open_mark(Reading *r, const TlXmlElement *e) {
  const char *type = tl_xml_attribute(e, NULL, "mtype");
  if (r->two || r->mark || !is(e, "mrk") || !type || strcmp(type, "seg") != 0 || tl_maker_n_open(r->maker) == 0)
    return FALSE;
  const char *mid = tl_xml_attribute(e, NULL, "mid");
  TlDraft *draft = draft_of_mark(r, mid, r->segment.side);
  if (!draft)
    return FALSE;
  if (r->segment.side == TLUMACH_TARGET && !r->marks)
    tl_draft_drop_side(r->draft, TLUMACH_TARGET);
  r->marks = TRUE;
  r->mark = e->depth;
  r->segment.draft = draft;
  tl_draft_present(draft, r->segment.side, e->tag.end);
  return TRUE;
}

static void flag_state(Reading *r, const TlXmlElement *e) {
  const char *state = tl_xml_attribute(e, NULL, "state");
  if (state && (strcmp(state, "new") == 0 || strcmp(state, "needs-translation") == 0 || strcmp(state, "initial") == 0))
    tl_draft_flag(r->draft, TLUMACH_PAIR_UNTRANSLATED);
}

static void open_unit(Reading *r, const TlXmlElement *e) {
  const char *translate = tl_xml_attribute(e, NULL, "translate");
  r->locked = translate && strcmp(translate, "no") == 0;
  g_free(r->unit);
  r->unit = g_strdup(tl_xml_attribute(e, NULL, "id"));
  r->first = tl_maker_n_open(r->maker);
  if (!r->two) {
    r->draft = tl_draft_new(r->maker, r->unit);
    tl_draft_flag(r->draft, r->locked ? TLUMACH_PAIR_LOCKED : 0);
  }
}

static void open_segment(Reading *r, const TlXmlElement *e) {
  const char *id = tl_xml_attribute(e, NULL, "id");
  g_autofree char *whole = id && r->unit ? g_strconcat(r->unit, "/", id, NULL) : g_strdup(r->unit ? r->unit : id);
  r->draft = tl_draft_new(r->maker, whole);
  tl_draft_flag(r->draft, r->locked ? TLUMACH_PAIR_LOCKED : 0);
  flag_state(r, e);
}

/* What is no pair of this file: earlier translations, and what only describes. */
static gboolean is_passed(const TlXmlElement *e) {
  static const char *const names[] = {"alt-trans",   "matches",  "glossary",     "skeleton",  "skl",
                                      "header",      "bin-unit", "originalData", "ignorable", "context-group",
                                      "count-group", "metadata", "itemSkl"};
  for (guint i = 0; i < G_N_ELEMENTS(names); i++)
    if (is(e, names[i]))
      return TRUE;
  return FALSE;
}

static gboolean on_start(gpointer user, const TlXmlElement *e, GError **error) {
  Reading *r = user;
  if (!r->root) {
    if (refuse_root(r, e, error))
      return FALSE;
    if (r->two)
      note_languages(r, tl_xml_attribute(e, NULL, "srcLang"), tl_xml_attribute(e, NULL, "trgLang"));
    return TRUE;
  }
  if (r->passed)
    return TRUE;
  if (r->field) {
    if (!open_mark(r, e) && r->segment.draft && !tl_inline_start(&r->segment, e)) {
      tl_xml_error(error, tl_maker_name(r->maker), e, "does not belong into a segment");
      return FALSE;
    }
    return TRUE;
  }
  if (is_passed(e) || (r->other && is(e, "unit")) || (r->other && is(e, "trans-unit"))) {
    r->passed = e->depth;
    return TRUE;
  }
  if (!r->two && is(e, "file"))
    note_languages(r, tl_xml_attribute(e, NULL, "source-language"), tl_xml_attribute(e, NULL, "target-language"));
  else if (is(e, r->two ? "unit" : "trans-unit"))
    open_unit(r, e);
  else if (r->two && r->unit && is(e, "segment"))
    open_segment(r, e);
  else if (r->unit && is(e, "note"))
    r->note = e->depth;
  else if (r->draft && is(e, "source"))
    open_field(r, e, TLUMACH_SOURCE);
  else if (r->draft && is(e, "seg-source") && !r->two)
    open_segmented(r, e);
  else if (r->draft && is(e, "target")) {
    open_field(r, e, TLUMACH_TARGET);
    flag_state(r, e);
  }
  return TRUE;
}

static void close_note(Reading *r) {
  r->note = 0;
  for (guint i = r->first; i < tl_maker_n_open(r->maker); i++)
    tl_draft_note(tl_maker_open(r->maker, i), r->text->str);
  g_string_truncate(r->text, 0);
}

static gboolean on_end(gpointer user, const TlXmlElement *e, GError **error) {
  Reading *r = user;
  if (r->passed) {
    r->passed = r->passed == e->depth ? 0 : r->passed;
    return TRUE;
  }
  if (r->note == e->depth)
    close_note(r);
  if (r->mark == e->depth) {
    r->mark = 0;
    r->segment.draft = NULL;
  } else if (r->field == e->depth) {
    r->field = 0;
    r->segment.draft = NULL;
  } else if (r->segment.draft)
    tl_inline_end(&r->segment, e);
  else if (r->two && is(e, "segment"))
    r->draft = NULL;
  else if (r->unit && is(e, r->two ? "unit" : "trans-unit")) {
    g_clear_pointer(&r->unit, g_free);
    r->draft = NULL;
    return tl_maker_close_all(r->maker, error);
  }
  return TRUE;
}

static gboolean on_text(gpointer user, const char *text, size_t length, TlumachSpan span, GError **error) {
  Reading *r = user;
  (void)error;
  if (r->passed)
    return TRUE;
  if (r->note)
    g_string_append_len(r->text, text, (gssize)length);
  else if (r->field && (!r->marks || r->mark))
    tl_inline_text(&r->segment, r->data, text, length, span);
  return TRUE;
}

static gboolean read_xliff(TlBitextMaker *maker, GError **error) {
  static const TlXmlHandler handler = {.start = on_start, .end = on_end, .text = on_text};
  size_t length;
  g_autoptr(GString) text = g_string_new(NULL);
  Reading r = {.maker = maker, .text = text, .segment.kinds = kinds};
  r.data = tl_maker_text(maker, &length);
  gboolean good = tl_xml_parse(tl_maker_name(maker), r.data, length, &handler, &r, error);
  if (good && r.languages && !r.any_ours) {
    tl_error_at(error, TLUMACH_ERROR_USAGE, tl_maker_name(maker), 0, 0,
                "is from %s, not from %s to %s: say so with --source and --target", r.languages,
                tl_maker_language(maker, TLUMACH_SOURCE), tl_maker_language(maker, TLUMACH_TARGET));
    good = FALSE;
  }
  g_free(r.languages);
  g_free(r.unit);
  return good;
}

static gboolean recognise_xliff(const char *text, size_t length) {
  return memmem(text, MIN(length, 4096), "<xliff", 6) != NULL;
}

const TlBitextFormat tl_bitext_xliff = {"xliff", ".xlf .xliff .xlf2 .xliff2 .sdlxliff .mxliff .mqxliff", TRUE,
                                        recognise_xliff, read_xliff};
