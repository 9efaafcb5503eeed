/* Bilingual files: which format one is in, and its pairs. */
#include "bitext/bitext.h"

#include <string.h>

#include "base/binary.h"
#include "base/charset.h"
#include "base/error.h"
#include "base/file.h"
#include "base/nearest.h"
#include "base/xml_read.h"
#include "bitext/maker_private.h"

static const TlBitextFormat *const formats[] = {&tl_bitext_tmx, &tl_bitext_xliff, &tl_bitext_po,
                                                &tl_bitext_tsv}; /* asked in this order */

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
  g_autofree char *meant = tl_did_you_mean(name, names, TRUE);
  tl_error_at(error, TLUMACH_ERROR_USAGE, NULL, 0, 0, "unknown bilingual format \"%s\"%s", name, meant);
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

typedef struct Bitext {
  TlumachBitext bitext; /* first: it is the whole */
  TlArena *arena;
  GArray *pairs;
  /* of a file; NULL: made of two texts */
  GArray *places;
  GBytes *raw;
  const char *encoding;
} Bitext;

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
  const TlSkipped *left = a, *right = b;
  return left->at < right->at ? -1 : left->at > right->at;
}

/* What was left out, by its places. */
static const char *const *in_order(const TlBitextMaker *maker) {
  const char **all = tl_arena_new0(maker->arena, const char *, maker->skipped->len + 1);
  g_array_sort(maker->skipped, by_place);
  for (guint i = 0; i < maker->skipped->len; i++)
    all[i] = g_array_index(maker->skipped, TlSkipped, i).what;
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
  maker.drafts = g_ptr_array_new_with_free_func(tl_draft_free);
  maker.pairs = g_array_new(FALSE, FALSE, sizeof(TlumachPair));
  maker.places = g_array_new(FALSE, FALSE, sizeof(TlPairPlaces));
  maker.skipped = g_array_new(FALSE, FALSE, sizeof(TlSkipped));
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
  return g_array_index(made->places, TlPairPlaces, pair - bitext->pairs).at[side];
}

TlDecoded *tl_bitext_decode(const TlumachBitext *bitext, GError **error) {
  const Bitext *made = (const Bitext *)bitext;
  return tl_decode(tlumach_document_name(bitext->document[TLUMACH_SOURCE]), made->raw, made->encoding, error);
}

const char *tlumach_pair_text(const TlumachBitext *bitext, const TlumachPair *pair, TlumachSide side, size_t *length) {
  *length = pair->span[side].end - pair->span[side].start;
  return tlumach_document_text(bitext->document[side], NULL) + pair->span[side].start;
}
