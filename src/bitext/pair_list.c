#include "bitext/pair_list.h"

#include <string.h>

#include "base/arena.h"
#include "base/error.h"
#include "text/fold.h"

struct TlPairList {
  TlArena *arena;
  GHashTable *targets; /* source -> GPtrArray of target, NULL at its end */
  GHashTable *target_words;
};

TlPairList *tl_pair_list_new(void) {
  TlPairList *list = g_new0(TlPairList, 1);
  list->arena = tl_arena_new();
  list->targets = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_ptr_array_unref);
  list->target_words = g_hash_table_new(g_str_hash, g_str_equal);
  return list;
}

void tl_pair_list_free(TlPairList *list) {
  if (!list)
    return;
  g_hash_table_unref(list->targets);
  g_hash_table_unref(list->target_words);
  tl_arena_free(list->arena);
  g_free(list);
}

/* Folded, in small letters; NULL when nothing is left or it is too long for a word. */
static const char *keep(TlPairList *list, const char *text, size_t length) {
  char folded[TL_WORD_MAX], lower[TL_WORD_MAX];
  while (length > 0 && g_ascii_isspace(text[0]))
    text++, length--;
  while (length > 0 && g_ascii_isspace(text[length - 1]))
    length--;
  size_t n = length ? tl_fold_word(text, length, folded) : 0;
  return n && tl_lower_word(folded, n, lower) ? tl_arena_strdup(list->arena, lower) : NULL;
}

static void add(TlPairList *list, const char *source, const char *target) {
  GPtrArray *targets = g_hash_table_lookup(list->targets, source);
  if (!targets) {
    targets = g_ptr_array_new_null_terminated(2, NULL, TRUE);
    g_hash_table_insert(list->targets, (gpointer)source, targets);
  }
  g_ptr_array_add(targets, (gpointer)target);
  g_hash_table_add(list->target_words, (gpointer)target);
}

gboolean tl_pair_list_read(TlPairList *list, const char *name, GBytes *data, gboolean swapped, GError **error) {
  gsize size;
  const char *at = g_bytes_get_data(data, &size), *end = at + size;
  for (size_t line = 1; at < end; line++) {
    const char *stop = memchr(at, '\n', (size_t)(end - at)), *tab = memchr(at, '\t', (size_t)((stop ? stop : end) - at));
    stop = stop ? stop : end;
    gboolean empty = stop == at || *at == '#' || *at == '\r';
    if (!empty && !tab) {
      tl_error_at(error, TLUMACH_ERROR_FORMAT, name, line, 0, "a line is a word, a tab and its translations");
      return FALSE;
    }
    const char *source = empty ? NULL : keep(list, at, (size_t)(tab - at));
    for (const char *from = tab ? tab + 1 : stop; source && from < stop;) {
      const char *to = from;
      while (to < stop && *to != ',' && *to != ';' && *to != '\t')
        to++;
      const char *target = keep(list, from, (size_t)(to - from));
      if (target)
        add(list, swapped ? target : source, swapped ? source : target);
      from = to + 1;
    }
    at = stop + 1;
  }
  return TRUE;
}

const char *const *tl_pair_list_targets(const TlPairList *list, const char *source) {
  const GPtrArray *targets = g_hash_table_lookup(list->targets, source);
  return targets ? (const char *const *)targets->pdata : NULL;
}

GHashTable *tl_pair_list_source_words(const TlPairList *list) {
  return list->targets;
}

GHashTable *tl_pair_list_target_words(const TlPairList *list) {
  return list->target_words;
}
