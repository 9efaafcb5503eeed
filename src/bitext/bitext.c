/* Drafts into pairs. Each side's text is made of its segments, one a line. */
#include "bitext/bitext.h"

#include <string.h>

#include "base/arena.h"
#include "base/binary.h"
#include "base/charset.h"
#include "base/error.h"
#include "base/file.h"
#include "base/nearest.h"
#include "base/position.h"
#include "base/xml_limits.h"
#include "base/xml_read.h"
#include "text/chars.h"
#include "text/document.h"

static const TlBitextFormat *const formats[] = {&tl_bitext_tmx, &tl_bitext_xliff, &tl_bitext_po,
                                                &tl_bitext_tsv}; /* asked in this order */

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

struct TlBitextMaker {
  const char *name, *text;
  size_t length;
  const TlumachBitextOptions *options;
  TlDocumentBuilder *builder[2];
  TlArena *arena;
  GPtrArray *drafts;      /* TlDraft */
  GArray *pairs;          /* TlumachPair */
  GArray *places;         /* Places of each */
  TlPositions *positions; /* NULL: not asked for yet */
  GArray *skipped;        /* Skipped, in the order in which they were found */
  guint n_empty;
};

/* What is left out. */
typedef struct Skipped {
  size_t at; /* of the file */
  const char *what;
} Skipped;

/* Where the sides of a pair begin in the decoded file. */
typedef struct Places {
  size_t at[2];
} Places;

typedef struct Bitext {
  TlumachBitext bitext; /* first: it is the whole */
  TlArena *arena;
  GArray *pairs;
  /* of a file; NULL: made of two texts */
  GArray *places;
  GBytes *raw;
  const char *encoding;
} Bitext;

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

static void draft_free(gpointer data) {
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
    tl_xml_position(maker->text, maker->length, draft->at[side], &line, &column);
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
    if (good && !empty) {
      g_array_append_val(maker->pairs, pair);
      g_array_append_val(maker->places, ((Places){{draft->at[0], draft->at[1]}}));
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
  g_array_append_val(maker->skipped, ((Skipped){at, tl_arena_strdup(maker->arena, whole)}));
}

/* -- files ----------------------------------------------------------------------------------------------------- */

static gboolean ends_like(const char *name, const TlBitextFormat *format) {
  g_auto(GStrv) each = g_strsplit(format->endings, " ", -1);
  g_autofree char *lower = g_ascii_strdown(name, -1);
  for (char **ending = each; *ending; ending++)
    if (g_str_has_suffix(lower, *ending))
      return TRUE;
  return FALSE;
}

static const TlBitextFormat *format_of(const char *path) {
  for (guint i = 0; i < G_N_ELEMENTS(formats); i++)
    if (ends_like(path, formats[i]))
      return formats[i];
  return NULL;
}

const char *tlumach_bitext_format_of(const char *path) {
  const TlBitextFormat *format = format_of(path);
  return format ? format->name : NULL;
}

gboolean tlumach_is_bilingual_name(const char *path) {
  return format_of(path) != NULL;
}

const char *tlumach_bitext_format(guint i) {
  return i < G_N_ELEMENTS(formats) ? formats[i]->name : NULL;
}

static const TlBitextFormat *format_named(const char *name, GError **error) {
  const char *names[G_N_ELEMENTS(formats) + 1] = {NULL};
  for (guint i = 0; i < G_N_ELEMENTS(formats); i++) {
    names[i] = formats[i]->name;
    if (strcmp(name, names[i]) == 0)
      return formats[i];
  }
  const char *near = tl_nearest(name, names);
  tl_error_at(error, TLUMACH_ERROR_USAGE, NULL, 0, 0,
              "unknown bilingual format \"%s\": %s%s%sthere is tmx, xliff, tsv, po", name, near ? "did you mean " : "",
              near ? near : "", near ? "? " : "");
  return NULL;
}

static const TlBitextFormat *choose(const char *name, GBytes *raw, const TlumachBitextOptions *options,
                                    GError **error) {
  const TlBitextFormat *format = options->format ? format_named(options->format, error) : format_of(name);
  if (options->format && !format)
    return NULL;
  if ((!format || !format->xml) && !tl_is_text(name, raw, options->encoding, error)) /* XML says it of a unit */
    return NULL;
  if (format)
    return format;
  g_autoptr(TlDecoded) decoded = tl_decode(name, raw, options->encoding, error);
  if (!decoded)
    return NULL;
  size_t length;
  const char *text = tl_decoded_text(decoded, &length);
  for (guint i = 0; i < G_N_ELEMENTS(formats); i++)
    if (formats[i]->recognise(text, length))
      return formats[i];
  tl_error_at(error, TLUMACH_ERROR_USAGE, name, 0, 0,
              "is no bilingual file that is known: TMX, XLIFF, PO, or a table with tabs");
  return NULL;
}

static Bitext *make(TlumachDocument *source, TlumachDocument *target, GArray *pairs) {
  Bitext *made = g_new0(Bitext, 1);
  made->bitext = (TlumachBitext){
      .document = {source, target}, .pairs = (const TlumachPair *)(const void *)pairs->data, .n_pairs = pairs->len};
  made->pairs = pairs;
  return made;
}

TlumachBitext *tl_bitext_of(TlumachDocument *source, TlumachDocument *target, GArray *pairs) {
  return &make(source, target, pairs)->bitext;
}

static gint by_place(gconstpointer a, gconstpointer b) {
  const Skipped *left = a, *right = b;
  return left->at < right->at ? -1 : left->at > right->at;
}

/* What was left out, by its places. */
static const char *const *in_order(const TlBitextMaker *maker) {
  const char **all = tl_arena_new0(maker->arena, const char *, maker->skipped->len + 1);
  g_array_sort(maker->skipped, by_place);
  for (guint i = 0; i < maker->skipped->len; i++)
    all[i] = g_array_index(maker->skipped, Skipped, i).what;
  return all;
}

static TlumachBitext *finish(TlBitextMaker *maker, GBytes *raw, const char *encoding) {
  TlumachDocument *source = tl_builder_finish(maker->builder[TLUMACH_SOURCE]);
  Bitext *made = make(source, tl_builder_finish(maker->builder[TLUMACH_TARGET]), maker->pairs);
  made->arena = maker->arena;
  made->places = maker->places;
  made->bitext.skipped = in_order(maker);
  made->bitext.n_skipped = maker->skipped->len;
  made->bitext.n_empty = maker->n_empty;
  g_array_unref(maker->skipped);
  made->raw = g_bytes_ref(raw);
  made->encoding = encoding ? tl_arena_strdup(maker->arena, encoding) : NULL;
  return &made->bitext;
}

static TlumachBitext *read_with(const TlBitextFormat *format, TlBitextMaker *maker, GBytes *raw, const char *encoding,
                                GError **error) {
  maker->builder[0] = tl_builder_new(maker->name, format->name, raw, encoding, error);
  maker->builder[1] = maker->builder[0] ? tl_builder_new(maker->name, format->name, raw, encoding, error) : NULL;
  if (!maker->builder[1])
    return NULL;
  maker->text = tl_builder_source(maker->builder[0], &maker->length);
  return format->read(maker, error) && tl_maker_close_all(maker, error) ? finish(maker, raw, encoding) : NULL;
}

TlumachBitext *tlumach_bitext_new(const char *name, GBytes *raw, const TlumachBitextOptions *options, GError **error) {
  const TlBitextFormat *format = choose(name, raw, options, error);
  char buffer[64];
  const char *encoding = options->encoding;
  if (!format || (format->xml && !encoding && !tl_xml_encoding(name, raw, buffer, &encoding, error)))
    return NULL;
  TlBitextMaker maker = {.name = name, .options = options, .arena = tl_arena_new()};
  maker.drafts = g_ptr_array_new_with_free_func(draft_free);
  maker.pairs = g_array_new(FALSE, FALSE, sizeof(TlumachPair));
  maker.places = g_array_new(FALSE, FALSE, sizeof(Places));
  maker.skipped = g_array_new(FALSE, FALSE, sizeof(Skipped));
  TlumachBitext *made = read_with(format, &maker, raw, encoding, error);
  g_ptr_array_unref(maker.drafts);
  g_clear_pointer(&maker.positions, tl_positions_free);
  if (made)
    return made;
  tl_builder_free(maker.builder[0]);
  tl_builder_free(maker.builder[1]);
  g_array_unref(maker.pairs);
  g_array_unref(maker.places);
  g_array_unref(maker.skipped);
  tl_arena_free(maker.arena);
  return NULL;
}

TlumachBitext *tlumach_bitext_open(const char *path, const TlumachBitextOptions *options, GError **error) {
  g_autoptr(GBytes) raw = tl_file_read(path, 0, error);
  return raw ? tlumach_bitext_new(path, raw, options, error) : NULL;
}

void tlumach_bitext_free(TlumachBitext *bitext) {
  if (!bitext)
    return;
  Bitext *made = (Bitext *)bitext;
  tlumach_document_free(bitext->document[0]);
  tlumach_document_free(bitext->document[1]);
  g_array_unref(made->pairs);
  g_clear_pointer(&made->places, g_array_unref);
  g_clear_pointer(&made->raw, g_bytes_unref);
  g_clear_pointer(&made->arena, tl_arena_free);
  g_free(made);
}

size_t tl_bitext_place(const TlumachBitext *bitext, const TlumachPair *pair, TlumachSide side) {
  const Bitext *made = (const Bitext *)bitext;
  return g_array_index(made->places, Places, pair - bitext->pairs).at[side];
}

TlDecoded *tl_bitext_decode(const TlumachBitext *bitext, GError **error) {
  const Bitext *made = (const Bitext *)bitext;
  return tl_decode(tlumach_document_name(bitext->document[TLUMACH_SOURCE]), made->raw, made->encoding, error);
}

const char *tlumach_pair_text(const TlumachBitext *bitext, const TlumachPair *pair, TlumachSide side, size_t *length) {
  *length = pair->span[side].end - pair->span[side].start;
  return tlumach_document_text(bitext->document[side], NULL) + pair->span[side].start;
}
