#include "checks/english.h"

#include <string.h>

#include "base/position.h"
#include "checks/english_kin.h"
#include "text/chars.h"

/* What a word came to. */
typedef struct Known {
  guint32 key;
  guint flags;
} Known;

struct TlEnglish {
  TlEnglishKin *kin;
  GHashTable *keys;  /* text -> number + 1 */
  GHashTable *known; /* word as it stands -> Known: a text repeats itself */
  GPtrArray *texts;
};

TlEnglish *tl_english_new(const TlWordLists *lists) {
  TlEnglish *english = g_new0(TlEnglish, 1);
  english->kin = tl_english_kin_new(lists);
  english->keys = g_hash_table_new(g_str_hash, g_str_equal);
  english->known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  english->texts = g_ptr_array_new_with_free_func(g_free);
  return english;
}

void tl_english_free(TlEnglish *english) {
  if (!english)
    return;
  tl_english_kin_free(english->kin);
  g_hash_table_unref(english->keys);
  g_hash_table_unref(english->known);
  g_ptr_array_unref(english->texts);
  g_free(english);
}

/* -- keys ------------------------------------------------------------------------------------------------------ */

static guint32 intern(TlEnglish *english, const char *text) {
  gpointer known = g_hash_table_lookup(english->keys, text);
  if (known)
    return GPOINTER_TO_UINT(known) - 1;
  char *own = g_strdup(text);
  g_ptr_array_add(english->texts, own);
  g_hash_table_insert(english->keys, own, GUINT_TO_POINTER(english->texts->len));
  return english->texts->len - 1;
}

static gboolean is_function(const char *lower) {
  static const char *const words[] = {"a",  "an",   "the",  "of", "and", "or",  "for",   "in",  "on",  "to", "at",
                                      "by", "with", "from", "s",  "de",  "its", "their", "his", "her", "our"};
  for (guint i = 0; i < G_N_ELEMENTS(words); i++)
    if (strcmp(lower, words[i]) == 0)
      return TRUE;
  return FALSE;
}

static guint casing(const char *word, size_t length) {
  guint capitals = 0, small = 0;
  for (size_t i = 0; i < length; i++) {
    capitals += g_ascii_isupper(word[i]);
    small += g_ascii_islower(word[i]) && !(i + 1 == length && word[i] == 's');
  }
  return (g_ascii_isupper(word[0]) ? TL_ENGLISH_CAPITAL : 0) | (capitals >= 2 && small == 0 ? TL_ENGLISH_ACRONYM : 0);
}

/* Letters beyond ASCII without their marks, where they have any: café meets cafe. */
static size_t plain_letters(const char *word, size_t length, char *out, size_t room) {
  g_autofree char *valid = g_utf8_make_valid(word, (gssize)length);
  g_autofree char *apart = g_utf8_normalize(valid, -1, G_NORMALIZE_NFD);
  size_t n = 0;
  for (const char *at = apart; at && *at; at = g_utf8_next_char(at)) {
    gunichar c = g_utf8_get_char(at);
    size_t bytes = (size_t)(g_utf8_next_char(at) - at);
    if (g_unichar_ismark(c))
      continue;
    if (n + bytes + 1 > room)
      break;
    memcpy(out + n, at, bytes);
    n += bytes;
  }
  return n;
}

static gboolean is_ascii(const char *word, size_t length) {
  for (size_t i = 0; i < length; i++)
    if ((guchar)word[i] >= 0x80)
      return FALSE;
  return TRUE;
}

static guint32 make_key(TlEnglish *english, const char *word, size_t length, guint *flags) {
  char plain[TL_ENGLISH_KEY_MAX], stem[TL_ENGLISH_KEY_MAX];
  length = tl_english_bare(word, length);
  if (!is_ascii(word, length)) {
    length = plain_letters(word, length, plain, sizeof plain);
    word = plain;
  }
  *flags = length ? casing(word, length) : 0;
  if (length && g_ascii_isdigit(word[0]))
    *flags |= TL_ENGLISH_DIGITS;
  if (*flags & TL_ENGLISH_ACRONYM) {
    g_autofree char *lower = g_ascii_strdown(word, (gssize)(word[length - 1] == 's' ? length - 1 : length));
    return intern(english, lower);
  }
  tl_english_stem(word, length, stem);
  g_autofree char *lower = length < 6 ? g_ascii_strdown(word, (gssize)length) : NULL;
  if (lower && is_function(lower))
    *flags |= TL_ENGLISH_FUNCTION;
  return intern(english, tl_english_kin_stem(english->kin, stem));
}

guint32 tl_english_key(TlEnglish *english, const char *word, size_t length, guint *flags) {
  char text[TL_ENGLISH_KEY_MAX];
  if (length >= sizeof text)
    return make_key(english, word, length, flags);
  memcpy(text, word, length);
  text[length] = '\0';
  Known *known = g_hash_table_lookup(english->known, text);
  if (!known) {
    known = g_new(Known, 1);
    known->key = make_key(english, word, length, &known->flags);
    g_hash_table_insert(english->known, g_strdup(text), known);
  }
  *flags = known->flags;
  return known->key;
}

const char *tl_english_key_text(const TlEnglish *english, guint32 key) {
  return english->texts->pdata[key];
}

gboolean tl_english_related(const TlEnglish *english, guint32 a, guint32 b) {
  const char *left = tl_english_key_text(english, a), *right = tl_english_key_text(english, b);
  if (a == b || tl_english_kin_related(english->kin, left, right))
    return TRUE;
  size_t n = strlen(left), m = strlen(right), common = 0, shorter = MIN(n, m), longer = MAX(n, m);
  while (common < shorter && left[common] == right[common])
    common++;
  if (common < 5)
    return common >= 3 && common == shorter && longer - common <= 3;
  return common + 2 >= shorter && longer - common <= 5;
}

void tl_english_family(TlEnglish *english, const char *name, GArray *keys) {
  for (const char *const *stem = tl_english_kin_of(english->kin, name); stem && *stem; stem++) {
    guint32 key = intern(english, tl_english_kin_stem(english->kin, *stem));
    g_array_append_val(keys, key);
  }
}

/* -- words ----------------------------------------------------------------------------------------------------- */

static void add_word(TlEnglish *english, const char *text, TlumachSpan span, guint more, GArray *words) {
  TlEnglishWord word = {.span = span};
  word.key = tl_english_key(english, text + span.start, span.end - span.start, &word.flags);
  word.flags |= more;
  g_array_append_val(words, word);
}

void tl_english_words(TlEnglish *english, const char *text, const TlToken *tokens, guint n, GArray *words) {
  for (guint i = 0; i < n; i++) {
    const TlToken *token = &tokens[i];
    guint more = (token->starts ? TL_ENGLISH_STARTS : 0) | (token->gap == TL_GAP_SPACE ? TL_ENGLISH_JOINED : 0);
    size_t start = token->span.start;
    for (size_t at = start; at < token->span.end;) {
      guint32 c;
      size_t length = tl_utf8_next(text + at, token->span.end - at, &c);
      if (tl_is_hyphen(c) && at > start) {
        add_word(english, text, (TlumachSpan){start, at}, more, words);
        if (at + length < token->span.end && g_ascii_isdigit(text[at + length])) /* the S of S-300 is no ending */
          g_array_index(words, TlEnglishWord, words->len - 1).flags &= ~(guint)TL_ENGLISH_FUNCTION;
        more = TL_ENGLISH_JOINED;
        start = at + length;
      }
      at += length;
    }
    if (start < token->span.end)
      add_word(english, text, (TlumachSpan){start, token->span.end}, more, words);
  }
}

void tl_english_words_of(TlEnglish *english, const char *text, size_t length, GArray *words) {
  g_autoptr(GArray) tokens = g_array_new(FALSE, FALSE, sizeof(TlToken));
  TlScanner scanner;
  TlToken token;
  tl_scanner_init(&scanner, text, (TlumachSpan){0, length});
  while (tl_scanner_next(&scanner, &token))
    g_array_append_val(tokens, token);
  tl_english_words(english, text, (const TlToken *)(const void *)tokens->data, tokens->len, words);
}
