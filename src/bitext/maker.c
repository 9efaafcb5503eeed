/* Drafts into pairs. Each side's text is made of its segments, one a line. */
#include <string.h>

#include "base/error.h"
#include "base/position.h"
#include "bitext/maker_private.h"
#include "text/chars.h"

typedef struct Piece {
  TlumachSpan source;
  size_t made, length; /* what stands for the source, in `made` of its draft; length 0: the source itself */
} Piece;

typedef struct DraftTag {
  TlumachSide side;
  guint piece; /* it stands before this one */
  const char *name;
} DraftTag;

struct TlDraft {
  TlBitextMaker *maker;
  const char *id;
  GArray *pieces[2]; /* Piece */
  gboolean present[2];
  size_t at[2]; /* of the file */
  GString *made, *note;
  GArray *tags; /* DraftTag */
  guint flags;
};

const char *tl_maker_text(const TlBitextMaker *maker, size_t *length) {
  *length = maker->length;
  return maker->text;
}

const char *tl_maker_name(const TlBitextMaker *maker) {
  return maker->name;
}

const char *tl_maker_language(const TlBitextMaker *maker, TlumachSide side) {
  return side == TLUMACH_SOURCE ? maker->options->source : maker->options->target;
}

/* -- drafts ---------------------------------------------------------------------------------------------------- */

void tl_draft_free(gpointer data) {
  TlDraft *draft = data;
  g_array_unref(draft->pieces[0]);
  g_array_unref(draft->pieces[1]);
  g_array_unref(draft->tags);
  g_string_free(draft->made, TRUE);
  g_string_free(draft->note, TRUE);
  g_free(draft);
}

TlDraft *tl_draft_new(TlBitextMaker *maker, const char *id) {
  TlDraft *draft = g_new0(TlDraft, 1);
  draft->maker = maker;
  draft->id = id && *id ? tl_arena_strdup(maker->arena, id) : NULL;
  for (guint side = 0; side < 2; side++)
    draft->pieces[side] = g_array_new(FALSE, FALSE, sizeof(Piece));
  draft->tags = g_array_new(FALSE, FALSE, sizeof(DraftTag));
  draft->made = g_string_new(NULL);
  draft->note = g_string_new(NULL);
  g_ptr_array_add(maker->drafts, draft);
  return draft;
}

void tl_draft_copy(TlDraft *draft, TlumachSide side, TlumachSpan span) {
  if (span.end > span.start)
    g_array_append_val(draft->pieces[side], ((Piece){span, 0, 0}));
}

void tl_draft_replace(TlDraft *draft, TlumachSide side, TlumachSpan span, const char *text, size_t length) {
  if (length == 0)
    return;
  g_array_append_val(draft->pieces[side], ((Piece){span, draft->made->len, length}));
  g_string_append_len(draft->made, text, (gssize)length);
}

void tl_draft_tag(TlDraft *draft, TlumachSide side, const char *name, const char *id) {
  g_autofree char *whole = id ? g_strconcat(name, " ", id, NULL) : g_strdup(name);
  g_array_append_val(draft->tags,
                     ((DraftTag){side, draft->pieces[side]->len, tl_arena_strdup(draft->maker->arena, whole)}));
}

void tl_draft_note(TlDraft *draft, const char *note) {
  if (!*note)
    return;
  if (draft->note->len)
    g_string_append_c(draft->note, '\n');
  g_string_append(draft->note, note);
}

void tl_draft_flag(TlDraft *draft, guint flag) {
  draft->flags |= flag;
}

void tl_draft_present(TlDraft *draft, TlumachSide side, size_t at) {
  draft->present[side] = TRUE;
  draft->at[side] = at;
}

gboolean tl_draft_has(const TlDraft *draft, TlumachSide side) {
  return draft->present[side];
}

void tl_draft_drop_side(TlDraft *draft, TlumachSide side) {
  draft->present[side] = FALSE;
  g_array_set_size(draft->pieces[side], 0);
  for (guint i = draft->tags->len; i-- > 0;)
    if (g_array_index(draft->tags, DraftTag, i).side == side)
      g_array_remove_index(draft->tags, i);
}

guint tl_maker_n_open(const TlBitextMaker *maker) {
  return maker->drafts->len;
}

TlDraft *tl_maker_open(const TlBitextMaker *maker, guint i) {
  return maker->drafts->pdata[i];
}

const char *tl_draft_id(const TlDraft *draft) {
  return draft->id;
}

/* -- pairs ----------------------------------------------------------------------------------------------------- */

static TlumachSpan trim(const char *text, TlumachSpan span) {
  guint32 c;
  while (span.start < span.end) {
    size_t n = tl_utf8_next(text + span.start, span.end - span.start, &c);
    if (!(tl_chars_class(c) & TL_CHAR_SPACE))
      break;
    span.start += n;
  }
  while (span.end > span.start) {
    size_t start = span.end - 1;
    while (start > span.start && ((guchar)text[start] & 0xC0) == 0x80)
      start--;
    tl_utf8_next(text + start, span.end - start, &c);
    if (!(tl_chars_class(c) & TL_CHAR_SPACE))
      break;
    span.end = start;
  }
  return span;
}

static void put_tags(const TlDraft *draft, TlumachSide side, guint piece, size_t offset, GArray *out) {
  for (guint i = 0; i < draft->tags->len; i++) {
    const DraftTag *tag = &g_array_index(draft->tags, DraftTag, i);
    if (tag->side == side && tag->piece == piece)
      g_array_append_val(out, ((TlumachTag){offset, tag->name}));
  }
}

static gboolean put_side(TlBitextMaker *maker, const TlDraft *draft, TlumachSide side, TlumachPair *pair,
                         GError **error) {
  TlDocumentBuilder *builder = maker->builder[side];
  const GArray *pieces = draft->pieces[side];
  g_autoptr(GArray) tags = g_array_new(FALSE, FALSE, sizeof(TlumachTag));
  size_t start = tl_builder_length(builder);
  for (guint i = 0; i < pieces->len; i++) {
    const Piece *piece = &g_array_index(pieces, Piece, i);
    if (draft->tags->len)
      put_tags(draft, side, i, tl_builder_length(builder), tags);
    if (piece->length)
      tl_builder_replace(builder, piece->source, draft->made->str + piece->made, piece->length);
    else
      tl_builder_copy(builder, piece->source);
  }
  size_t end = tl_builder_length(builder);
  put_tags(draft, side, pieces->len, end, tags);
  if (end - start > TL_SEGMENT_MAX) {
    size_t line, column;
    tl_locate(maker->text, maker->length, draft->at[side], &line, &column);
    tl_error_at(error, TLUMACH_ERROR_LIMIT, maker->name, line, column,
                "a segment of %zu bytes: more than %u are not read", end - start, TL_SEGMENT_MAX);
    return FALSE;
  }
  pair->span[side] = trim(tl_builder_text(builder), (TlumachSpan){start, end});
  pair->place[side] = start;
  tl_builder_end_block(builder, TLUMACH_BLOCK_PARAGRAPH);
  size_t behind = pieces->len ? g_array_index(pieces, Piece, pieces->len - 1).source.end : draft->at[side];
  tl_builder_replace(builder, (TlumachSpan){behind, behind}, "\n", 1);
  pair->tags[side] = tl_arena_memdup(maker->arena, tags->data, tags->len * sizeof(TlumachTag));
  pair->n_tags[side] = tags->len;
  return TRUE;
}

gboolean tl_maker_close_all(TlBitextMaker *maker, GError **error) {
  gboolean good = TRUE;
  for (guint i = 0; i < maker->drafts->len && good; i++) {
    TlDraft *draft = maker->drafts->pdata[i];
    if (!draft->present[TLUMACH_SOURCE])
      continue;
    if (!draft->present[TLUMACH_TARGET]) /* what is said of it points to the source */
      draft->at[TLUMACH_TARGET] = draft->at[TLUMACH_SOURCE];
    TlumachPair pair = {.id = draft->id, .flags = draft->flags};
    pair.note = draft->note->len ? tl_arena_strdup(maker->arena, draft->note->str) : NULL;
    good = put_side(maker, draft, TLUMACH_SOURCE, &pair, error) && put_side(maker, draft, TLUMACH_TARGET, &pair, error);
    gboolean empty = good && pair.span[TLUMACH_SOURCE].end == pair.span[TLUMACH_SOURCE].start;
    maker->n_empty += empty ? 1 : 0;
    if (empty && pair.span[TLUMACH_TARGET].end > pair.span[TLUMACH_TARGET].start)
      tl_maker_skip(maker, draft->at[TLUMACH_TARGET], "this translation has no source");
    if (good && !empty) {
      g_array_append_val(maker->pairs, pair);
      g_array_append_val(maker->places, ((TlPairPlaces){{draft->at[0], draft->at[1]}}));
    }
  }
  g_ptr_array_set_size(maker->drafts, 0);
  return good;
}

void tl_maker_drop_all(TlBitextMaker *maker) {
  g_ptr_array_set_size(maker->drafts, 0);
}

void tl_maker_skip(TlBitextMaker *maker, size_t at, const char *format, ...) {
  size_t line, column;
  va_list arguments;
  va_start(arguments, format);
  g_autofree char *what = g_strdup_vprintf(format, arguments);
  va_end(arguments);
  if (!maker->positions)
    maker->positions = tl_positions_new(maker->text, maker->length);
  tl_positions_locate(maker->positions, at, TLUMACH_COLUMN_CHARACTER, &line, &column);
  g_autofree char *whole = g_strdup_printf("%s:%zu:%zu: %s", maker->name, line, column, what);
  g_array_append_val(maker->skipped, ((TlSkipped){at, tl_arena_strdup(maker->arena, whole)}));
}
