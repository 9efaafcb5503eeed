#include "bitext/align/pair_list.h"

#include <string.h>

#include "base/arena.h"
#include "base/error.h"
#include "text/fold.h"

/* Words are near when so much of them is one. */
#define ROOT_MIN 4
#define PREFIX_MAX 3
#define ENDING_MAX 4
#define NEIGHBOURS 12u

struct TlPairList {
  TlArena *arena;
  GHashTable *targets; /* source -> GPtrArray of target, NULL at its end */
  GHashTable *target_words;
  GPtrArray *sorted; /* source words; made when first asked for */
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
  g_clear_pointer(&list->sorted, g_ptr_array_unref);
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
    const char *stop = memchr(at, '\n', (size_t)(end - at)),
               *tab = memchr(at, '\t', (size_t)((stop ? stop : end) - at));
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

static gint by_text(gconstpointer a, gconstpointer b) {
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Without one, two or three of its first letters. */
static const char *without_prefix(const TlPairList *list, const char *word, glong length) {
  for (glong n = 1; n <= PREFIX_MAX && length - n >= ROOT_MIN; n++) {
    gpointer known;
    if (g_hash_table_lookup_extended(list->targets, g_utf8_offset_to_pointer(word, n), &known, NULL))
      return known;
  }
  return NULL;
}

/* Characters that both words begin with. */
static glong common_beginning(const char *a, const char *b) {
  glong n = 0;
  for (; *a && g_utf8_get_char(a) == g_utf8_get_char(b); n++)
    a = g_utf8_next_char(a), b = g_utf8_next_char(b);
  return n;
}

static void consider(const char *word, glong length, const char *known, glong *most, const char **best) {
  glong common = common_beginning(word, known), rest = MAX(length, g_utf8_strlen(known, -1)) - common;
  if (common >= ROOT_MIN && rest <= ENDING_MAX && 2 * rest <= common + 1 && common - rest > *most)
    *most = common - rest, *best = known;
}

/* Words that begin alike stand beside each other. */
static const char *with_other_ending(const TlPairList *list, const char *word, glong length) {
  guint low = 0, high = list->sorted->len;
  const char *best = NULL;
  glong most = 0;
  while (low < high) {
    guint middle = low + (high - low) / 2;
    if (strcmp(g_ptr_array_index(list->sorted, middle), word) < 0)
      low = middle + 1;
    else
      high = middle;
  }
  for (guint i = low > NEIGHBOURS ? low - NEIGHBOURS : 0; i < list->sorted->len && i < low + NEIGHBOURS; i++)
    consider(word, length, g_ptr_array_index(list->sorted, i), &most, &best);
  return best;
}

const char *tl_pair_list_near(TlPairList *list, const char *word) {
  glong length = g_utf8_strlen(word, -1);
  if (!list->sorted) {
    list->sorted = g_ptr_array_new();
    GHashTableIter iter;
    gpointer key;
    for (g_hash_table_iter_init(&iter, list->targets); g_hash_table_iter_next(&iter, &key, NULL);)
      g_ptr_array_add(list->sorted, key);
    g_ptr_array_sort(list->sorted, by_text);
  }
  const char *found = without_prefix(list, word, length);
  return found ? found : with_other_ending(list, word, length);
}

GHashTable *tl_pair_list_source_words(const TlPairList *list) {
  return list->targets;
}

GHashTable *tl_pair_list_target_words(const TlPairList *list) {
  return list->target_words;
}
