#include "bitext/memory/keys.h"

#include <string.h>

#include "base/position.h"
#include "text/chars.h"
#include "text/fold.h"
#include "text/token.h"
#include "text/word_memo.h"

#define REMEMBERED_MAX 1000000u
#define LETTERS 5u /* of a word that its key is made from */

struct TlMemoryWords {
  TlWordMemo *memo; /* key + 1, as a pointer */
};

/* FNV-1a, then the bits well mixed (the finaliser of MurmurHash3): the words of an index are its low bits. */
static guint64 mix(guint64 hash) {
  hash = (hash ^ hash >> 33) * 0xFF51AFD7ED558CCDu;
  return hash ^ hash >> 33;
}

static inline guint64 step(guint64 hash, guint8 byte) {
  return (hash ^ byte) * 0x100000001B3u;
}

guint64 tl_memory_key(const char *text, size_t length) {
  guint64 hash = 0xCBF29CE484222325u;
  gboolean space = FALSE, begun = FALSE;
  for (size_t at = 0, n; at < length; at += n) {
    guint32 c = (guint8)text[at];
    n = c < 0x80 ? 1 : tl_utf8_next(text + at, length - at, &c);
    if (tl_chars_class(c) & TL_CHAR_SPACE) {
      space = TRUE;
      continue;
    }
    if (space && begun)
      hash = step(hash, ' ');
    for (size_t i = 0; i < n; i++)
      hash = step(hash, (guint8)text[at + i]);
    space = FALSE;
    begun = TRUE;
  }
  hash = mix(hash);
  return hash ? hash : 1;
}

/* Letters that endings of Ukrainian words are made of; what is left when they are gone is as good as a stem. English
 * has but the s. */
static gboolean ends_words(gunichar c) {
  return g_utf8_strchr("аеиіоуюяєїйьмхвгs", -1, c) != NULL;
}

/* Київ, Києва; рік, року; піч, печі. */
static gunichar merge_vowels(gunichar c) {
  return c == 0x456 || c == 0x457 || c == 0x435 || c == 0x454 ? 0x43E : c;
}

guint32 tl_memory_word(const char *word, size_t length) {
  char folded[TL_WORD_MAX], lower[TL_WORD_MAX];
  size_t n = tl_fold_word(word, length, folded);
  n = n ? tl_lower_word(folded, n, lower) : 0;
  if (n == 0)
    return 0;
  glong letters = g_utf8_strlen(lower, (gssize)n);
  const char *end = lower + n;
  for (const char *last; letters > 3 && (last = g_utf8_prev_char(end), ends_words(g_utf8_get_char(last))); letters--)
    end = last;
  guint64 hash = 0xCBF29CE484222325u;
  guint taken = 0;
  for (const char *at = lower; at < end && taken < LETTERS; at = g_utf8_next_char(at), taken++) {
    gunichar c = merge_vowels(g_utf8_get_char(at));
    hash = step(step(hash, (guint8)c), (guint8)(c >> 8));
  }
  hash = mix(hash);
  guint32 key = (guint32)hash & 0x7FFFFFFF; /* a positive number for every database */
  return key ? key : 1;
}

TlMemoryWords *tl_memory_words_new(void) {
  TlMemoryWords *words = g_new0(TlMemoryWords, 1);
  words->memo = tl_word_memo_new(REMEMBERED_MAX);
  return words;
}

void tl_memory_words_free(TlMemoryWords *words) {
  if (!words)
    return;
  tl_word_memo_free(words->memo);
  g_free(words);
}

static gint by_number(gconstpointer a, gconstpointer b) {
  guint32 left = *(const guint32 *)a, right = *(const guint32 *)b;
  return left < right ? -1 : left > right;
}

static guint32 remembered_word(TlMemoryWords *words, const char *text, TlumachSpan span) {
  size_t n = span.end - span.start;
  gconstpointer *place = tl_word_memo_place(words->memo, text + span.start, n);
  if (!*place)
    *place = GSIZE_TO_POINTER((gsize)tl_memory_word(text + span.start, n) + 1);
  return (guint32)(GPOINTER_TO_SIZE(*place) - 1);
}

static guint32 number_key(const char *text, TlumachSpan span) {
  return (guint32)tl_memory_key(text + span.start, span.end - span.start) | TL_MEMORY_NUMBER;
}

void tl_memory_words(TlMemoryWords *words, const char *text, size_t length, GArray *keys) {
  TlScanner scanner;
  TlToken token;
  g_array_set_size(keys, 0);
  tl_word_memo_trim(words->memo);
  tl_scanner_init(&scanner, text, (TlumachSpan){0, length});
  while (tl_scanner_next(&scanner, &token)) {
    guint32 key =
        token.flags & TL_TOKEN_LETTERS ? remembered_word(words, text, token.span) : number_key(text, token.span);
    if (key)
      g_array_append_val(keys, key);
  }
  g_array_sort(keys, by_number);
  guint kept = 0;
  guint32 *all = (guint32 *)(void *)keys->data;
  for (guint i = 0; i < keys->len; i++)
    if (i == 0 || all[i] != all[kept - 1])
      all[kept++] = all[i];
  g_array_set_size(keys, kept);
}
