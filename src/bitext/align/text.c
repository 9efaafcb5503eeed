#include "bitext/align/text.h"

TlAlignText *tl_align_text_new(void) {
  TlAlignText *text = g_new0(TlAlignText, 1);
  text->arena = tl_arena_new();
  text->types = g_array_new(FALSE, FALSE, sizeof(TlAlignType));
  text->tokens = g_array_new(FALSE, FALSE, sizeof(guint32));
  text->sentences = g_array_new(FALSE, FALSE, sizeof(TlAlignSentence));
  text->numbers = g_hash_table_new(g_str_hash, g_str_equal);
  text->others = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_array_unref);
  return text;
}

void tl_align_text_free(TlAlignText *text) {
  if (!text)
    return;
  g_hash_table_unref(text->numbers);
  g_hash_table_unref(text->others);
  g_array_unref(text->types);
  g_array_unref(text->tokens);
  g_array_unref(text->sentences);
  tl_arena_free(text->arena);
  g_free(text);
}

guint32 tl_align_text_intern(TlAlignText *text, const char *name, TlAlignKind kind, const char *sound) {
  gpointer known = g_hash_table_lookup(text->numbers, name);
  if (known)
    return GPOINTER_TO_UINT(known) - 1;
  TlAlignType type = {
      .text = tl_arena_strdup(text->arena, name), .sound = tl_arena_strdup(text->arena, sound), .kind = (guint8)kind};
  g_array_append_val(text->types, type);
  g_hash_table_insert(text->numbers, (gpointer)type.text, GUINT_TO_POINTER(text->types->len));
  return text->types->len - 1;
}

guint32 tl_align_text_type(const TlAlignText *text, const char *word) {
  gpointer known = g_hash_table_lookup(text->numbers, word);
  return known ? GPOINTER_TO_UINT(known) - 1 : TL_ALIGN_NONE;
}

const GArray *tl_align_text_others(const TlAlignText *text, const char *word) {
  return g_hash_table_lookup(text->others, word);
}

void tl_align_text_add_other(TlAlignText *text, const char *lemma, guint32 type) {
  GArray *types = g_hash_table_lookup(text->others, lemma);
  if (!types) {
    types = g_array_new(FALSE, FALSE, sizeof(guint32));
    g_hash_table_insert(text->others, (gpointer)lemma, types);
  }
  for (guint i = 0; i < types->len; i++)
    if (g_array_index(types, guint32, i) == type)
      return;
  g_array_append_val(types, type);
}

void tl_align_places_init(TlAlignPlaces *places, const TlAlignText *text) {
  guint n = text->types->len;
  places->starts = g_new0(guint32, n + 2);
  places->tokens = g_new(guint32, text->tokens->len + 1);
  places->sentence = g_new(guint32, text->tokens->len + 1);
  for (guint i = 0; i < text->tokens->len; i++)
    if (tl_align_token(text, i) + 2 < n + 2)
      places->starts[tl_align_token(text, i) + 2]++;
  for (guint t = 2; t < n + 2; t++)
    places->starts[t] += places->starts[t - 1];
  for (guint i = 0; i < text->sentences->len; i++)
    for (guint k = tl_align_sentence(text, i)->first; k < tl_align_sentence(text, i)->end; k++) {
      places->sentence[k] = i;
      places->tokens[places->starts[tl_align_token(text, k) + 1]++] = k;
    }
}

guint32 tl_align_places_from(const TlAlignPlaces *places, guint32 type, guint32 sentence) {
  guint32 from = places->starts[type], to = places->starts[type + 1];
  while (from < to) {
    guint32 middle = from + (to - from) / 2;
    if (places->sentence[places->tokens[middle]] < sentence)
      from = middle + 1;
    else
      to = middle;
  }
  return from;
}

void tl_align_places_clear(TlAlignPlaces *places) {
  g_clear_pointer(&places->starts, g_free);
  g_clear_pointer(&places->tokens, g_free);
  g_clear_pointer(&places->sentence, g_free);
}
