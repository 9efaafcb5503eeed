/* Frozen first; the worker for what that cannot decide. Hunspell's own treatment of casing, numbers and break
 * characters (HunspellImpl::spell, 1.7) is repeated here over the frozen forms; a differential test holds the two
 * together. */
#include "lang/lexicon.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#include "base/error.h"
#include "base/file.h"
#include "lang/dictionary_files.h"
#include "lang/frozen/freeze.h"
#include "lang/worker/worker.h"
#include "text/chars.h"
#include "text/fold.h"

#define BREAK_DEPTH 10
#define ANSWERS_MAX 50000u /* words, some five megabytes; then it begins anew */

struct TlLexicon {
  char *name, *identity;
  TlFrozen *frozen;
  TlWorker *worker;
  GMutex lock; /* over what follows */
  char *trouble;
  GHashTable *answers; /* of live Hunspell: word -> right or not; texts repeat their names */
  GHashTable *stems;   /* of live Hunspell: word -> its stems, of words that were expected */
};

static char *cache_path(const char *base, TlAdditions additions, const char *cache) {
  g_autofree char *name = g_path_get_basename(base);
  g_autofree char *added = additions ? g_strjoinv("\n", (char **)additions) : NULL;
  g_autofree char *key = g_strdup_printf("%s\n%s", base, added ? added : "");
  g_autofree char *sum = g_compute_checksum_for_string(G_CHECKSUM_SHA256, key, -1);
  g_autofree char *file = g_strdup_printf("lexicon-%s-%.8s.v%u", name, sum, TL_FROZEN_VERSION);
  return g_build_filename(cache, file, NULL);
}

/* Of the dictionary's state and the additions'. NULL when it is not there. */
static char *identity_of(const char *base, TlAdditions additions) {
  g_autofree char *own = tl_dictionary_identity(base);
  if (!own)
    return NULL;
  g_autoptr(GString) all = g_string_new(own);
  for (; additions && *additions; additions++) {
    g_autofree char *identity = tl_file_identity(*additions);
    g_string_append_printf(all, "_%s", identity ? identity : "");
  }
  return g_string_free(g_steal_pointer(&all), FALSE);
}

/* Only our own cache is mapped: it is replaced by rename alone. */
static TlFrozen *open_cache(const char *base, TlAdditions additions, const char *cache, const char *identity) {
  g_autofree char *path = cache_path(base, additions, cache);
  g_autoptr(GMappedFile) map = g_mapped_file_new(path, FALSE, NULL);
  if (!map || !identity)
    return NULL;
  g_autoptr(GBytes) data = g_mapped_file_get_bytes(map);
  return tl_frozen_open(data, identity, NULL);
}

static GBytes *freeze(const char *base, TlAdditions additions, const char *identity, GError **error) {
  g_autofree char *aff_path = g_strconcat(base, ".aff", NULL), *dic_path = g_strconcat(base, ".dic", NULL);
  g_autoptr(GBytes) aff = tl_file_read(aff_path, 8u << 20, error);
  g_autoptr(GBytes) dic = aff ? tl_file_read(dic_path, 64u << 20, error) : NULL;
  g_autoptr(GBytes) added = dic ? tl_additions_read(additions, error) : NULL;
  return added ? tl_freeze(base, aff, dic, added, identity, error) : NULL;
}

/* Made in our own memory, and kept when that can be done. NULL: it is of a kind that cannot be frozen. */
static TlFrozen *make_frozen(const char *base, TlAdditions additions, const char *cache, const char *identity) {
  g_autoptr(GBytes) data = freeze(base, additions, identity ? identity : "", NULL);
  if (data && cache && identity) {
    g_autofree char *path = cache_path(base, additions, cache);
    tl_cache_save(path, data);
  }
  return data ? tl_frozen_open(data, NULL, NULL) : NULL;
}

static TlLexicon *open_worker(const char *base, TlAdditions additions, GError **error) {
  g_autoptr(TlLexicon) lexicon = g_new0(TlLexicon, 1);
  g_mutex_init(&lexicon->lock);
  lexicon->answers = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  lexicon->stems = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_strfreev);
  lexicon->name = g_path_get_basename(base);
  lexicon->worker = tl_worker_new(base, additions, error);
  return lexicon->worker ? g_steal_pointer(&lexicon) : NULL;
}

TlLexicon *tl_lexicon_open(const char *dictionary, TlAdditions additions, const char *cache, GError **error) {
  g_autofree char *base = NULL;
  g_autoptr(TlLexicon) lexicon =
      tl_dictionary_find(dictionary, &base, error) ? open_worker(base, additions, error) : NULL;
  if (!lexicon)
    return NULL;
  lexicon->identity = identity_of(base, additions);
  lexicon->frozen = cache ? open_cache(base, additions, cache, lexicon->identity) : NULL;
  if (!lexicon->frozen)
    lexicon->frozen = make_frozen(base, additions, cache, lexicon->identity);
  return g_steal_pointer(&lexicon);
}

TlLexicon *tl_lexicon_open_live(const char *dictionary, TlAdditions additions, GError **error) {
  g_autofree char *base = NULL;
  return tl_dictionary_find(dictionary, &base, error) ? open_worker(base, additions, error) : NULL;
}

TlLexicon *tl_lexicon_none(void) {
  TlLexicon *lexicon = g_new0(TlLexicon, 1);
  g_mutex_init(&lexicon->lock);
  lexicon->name = g_strdup("none");
  return lexicon;
}

gboolean tl_lexicon_is_none(const TlLexicon *lexicon) {
  return !lexicon->worker;
}

void tl_lexicon_free(TlLexicon *lexicon) {
  if (!lexicon)
    return;
  tl_frozen_free(lexicon->frozen);
  tl_worker_free(lexicon->worker);
  g_mutex_clear(&lexicon->lock);
  g_clear_pointer(&lexicon->answers, g_hash_table_unref);
  g_clear_pointer(&lexicon->stems, g_hash_table_unref);
  g_free(lexicon->trouble);
  g_free(lexicon->name);
  g_free(lexicon->identity);
  g_free(lexicon);
}

char *tl_lexicon_build(const char *dictionary, TlAdditions additions, const char *cache, GError **error) {
  g_autofree char *base = NULL;
  if (!tl_dictionary_find(dictionary, &base, error))
    return NULL;
  g_autofree char *identity = identity_of(base, additions);
  g_autoptr(GBytes) frozen = freeze(base, additions, identity ? identity : "", error);
  if (!frozen)
    return NULL;
  if (g_mkdir_with_parents(cache, 0700) != 0) {
    tl_error_errno(error, cache, errno, "cannot make the cache folder");
    return NULL;
  }
  g_autofree char *path = cache_path(base, additions, cache);
  return tl_file_save(path, frozen, NULL, error) ? g_steal_pointer(&path) : NULL;
}

const char *tl_lexicon_name(const TlLexicon *lexicon) {
  return lexicon->name;
}

const char *tl_lexicon_identity(const TlLexicon *lexicon) {
  return lexicon->identity;
}

const TlFrozen *tl_lexicon_frozen(const TlLexicon *lexicon) {
  return lexicon->frozen;
}

const char *tl_lexicon_trouble(const TlLexicon *lexicon) {
  return lexicon->trouble;
}

static void note_trouble(TlLexicon *lexicon, const GError *error) {
  g_mutex_lock(&lexicon->lock);
  if (!lexicon->trouble && error)
    lexicon->trouble = g_strdup(error->message);
  g_mutex_unlock(&lexicon->lock);
}

static void put_live_stem(TlReadings *readings, const char *stem) {
  size_t need = strlen(stem) + 1;
  if (readings->n == TL_READINGS_MAX || readings->used + need > sizeof readings->text)
    return;
  for (guint i = 0; i < readings->n; i++)
    if (strcmp(tl_reading_stem(readings, i), stem) == 0)
      return;
  memcpy(readings->text + readings->used, stem, need);
  readings->items[readings->n++] = (TlReading){.stem = (guint16)readings->used};
  readings->used += (guint)need;
}

/* Hunspell looks a capitalised word up in small letters, too; readings are of the form as it is cased, and affixes
 * leave the first letter as it is: the stem of such a form is cased like it. */
static gboolean cased_alike(const char *word, const char *stem) {
  gboolean small_rest = FALSE;
  for (const char *p = g_utf8_next_char(stem); *stem && *p; p = g_utf8_next_char(p))
    small_rest = small_rest || g_unichar_islower(g_utf8_get_char(p));
  gboolean word_small_rest = FALSE;
  for (const char *p = g_utf8_next_char(word); *word && *p; p = g_utf8_next_char(p))
    word_small_rest = word_small_rest || g_unichar_islower(g_utf8_get_char(p));
  return g_unichar_isupper(g_utf8_get_char(word)) == g_unichar_isupper(g_utf8_get_char(stem)) &&
         (word_small_rest || !small_rest || !g_unichar_isupper(g_utf8_get_char(word)));
}

static void put_live_stems(TlReadings *readings, const char *word, char *const *stems) {
  for (; stems && *stems; stems++)
    if (cased_alike(word, *stems))
      put_live_stem(readings, *stems);
}

/* Those that live Hunspell gave when the word was expected; FALSE: it was not. */
static gboolean recall_stems(TlLexicon *lexicon, const char *word, TlReadings *readings) {
  gpointer stems;
  g_mutex_lock(&lexicon->lock);
  gboolean asked = g_hash_table_lookup_extended(lexicon->stems, word, NULL, &stems);
  if (asked)
    put_live_stems(readings, word, stems);
  g_mutex_unlock(&lexicon->lock);
  return asked;
}

static TlKnown ask_stems(TlLexicon *lexicon, const char *word, size_t length, TlReadings *readings) {
  g_autofree char *copy = g_strndup(word, length);
  const char *words[] = {copy};
  g_auto(GStrv) stems = NULL;
  g_autoptr(GError) error = NULL;
  guint before = readings->n;
  if (!recall_stems(lexicon, copy, readings)) {
    if (!tl_worker_stem(lexicon->worker, words, 1, &stems, &error))
      note_trouble(lexicon, error);
    put_live_stems(readings, copy, stems);
  }
  return readings->n > before ? TL_KNOWN : TL_UNKNOWN;
}

static gboolean is_for_live(const TlLexicon *lexicon, TlKnown known) {
  return known == TL_ASK || (known == TL_UNKNOWN && !tl_frozen_complete(lexicon->frozen));
}

TlKnown tl_lexicon_readings(TlLexicon *lexicon, const char *word, size_t length, TlReadings *readings) {
  if (!lexicon->frozen)
    return lexicon->worker ? ask_stems(lexicon, word, length, readings) : TL_UNKNOWN;
  TlKnown known = tl_frozen_readings(lexicon->frozen, word, length, readings);
  return is_for_live(lexicon, known) ? ask_stems(lexicon, word, length, readings) : known;
}

void tl_lexicon_expect(TlLexicon *lexicon, const char *const *words, guint n) {
  g_autoptr(GPtrArray) unsure = g_ptr_array_new();
  for (guint i = 0; i < n && unsure->len < ANSWERS_MAX; i++)
    if (!lexicon->frozen || is_for_live(lexicon, tl_frozen_knows(lexicon->frozen, words[i], strlen(words[i]))))
      g_ptr_array_add(unsure, (gpointer)words[i]);
  if (!lexicon->worker || unsure->len == 0)
    return;
  g_autofree char ***stems = g_new(char **, unsure->len);
  g_autoptr(GError) error = NULL;
  if (!tl_worker_stem(lexicon->worker, (const char *const *)unsure->pdata, unsure->len, stems, &error)) {
    note_trouble(lexicon, error);
    return;
  }
  g_mutex_lock(&lexicon->lock);
  if (g_hash_table_size(lexicon->stems) + unsure->len > ANSWERS_MAX)
    g_hash_table_remove_all(lexicon->stems);
  for (guint i = 0; i < unsure->len; i++)
    g_hash_table_insert(lexicon->stems, g_strdup(g_ptr_array_index(unsure, i)), stems[i]);
  g_mutex_unlock(&lexicon->lock);
}

/* The answer that live Hunspell gave before; FALSE: it was not asked yet. */
static gboolean recall(TlLexicon *lexicon, const char *word, gboolean *right) {
  gpointer answer;
  g_mutex_lock(&lexicon->lock);
  gboolean asked = g_hash_table_lookup_extended(lexicon->answers, word, NULL, &answer);
  g_mutex_unlock(&lexicon->lock);
  *right = asked && GPOINTER_TO_INT(answer);
  return asked;
}

static gboolean ask_spell(TlLexicon *lexicon, const char *word, size_t length) {
  g_autofree char *copy = g_strndup(word, length);
  const char *words[] = {copy};
  gboolean right = FALSE;
  g_autoptr(GError) error = NULL;
  if (recall(lexicon, copy, &right))
    return right;
  if (!tl_worker_spell(lexicon->worker, words, 1, &right, &error)) {
    note_trouble(lexicon, error);
    return TRUE; /* a dead dictionary flags nothing */
  }
  g_mutex_lock(&lexicon->lock);
  if (g_hash_table_size(lexicon->answers) >= ANSWERS_MAX)
    g_hash_table_remove_all(lexicon->answers);
  g_hash_table_insert(lexicon->answers, g_steal_pointer(&copy), GINT_TO_POINTER(right));
  g_mutex_unlock(&lexicon->lock);
  return right;
}

/* How Hunspell sees a word's casing (get_captype). */
typedef enum Casing { SMALL, INITIAL, ALL, MIXED } Casing;

static Casing casing(const char *word, size_t length) {
  guint upper = 0, neutral = 0, n = 0;
  gboolean first = FALSE;
  for (const char *p = word; p < word + length; p = g_utf8_next_char(p), n++) {
    gunichar c = g_utf8_get_char(p);
    gboolean is_upper = g_unichar_isupper(c);
    upper += is_upper ? 1u : 0u;
    first = first || (n == 0 && is_upper);
    neutral += g_unichar_tolower(c) == g_unichar_toupper(c) ? 1u : 0u;
  }
  if (upper == 0)
    return SMALL;
  if (upper == 1 && first)
    return INITIAL;
  return upper == n || upper + neutral == n ? ALL : MIXED;
}

/* Digits with single `.`, `,` or `-` between them are right in every dictionary. */
static gboolean is_number(const char *word, size_t length) {
  gboolean digit = FALSE;
  for (size_t i = 0; i < length; i++) {
    gboolean now = g_ascii_isdigit(word[i]);
    if (!now && (!digit || (word[i] != '.' && word[i] != ',' && word[i] != '-')))
      return FALSE;
    digit = now;
  }
  return digit;
}

static TlKnown knows_cased(const TlFrozen *frozen, const char *word, size_t length) {
  char other[TL_WORD_MAX];
  TlKnown known = tl_frozen_knows(frozen, word, length);
  Casing c = casing(word, length);
  if (known == TL_KNOWN || c == SMALL || c == MIXED)
    return known;
  size_t n = tl_lower_word(word, length, other);
  TlKnown small = tl_frozen_knows(frozen, other, n);
  known = MAX(known, small);
  if (c == ALL && known != TL_KNOWN) {
    n = tl_title_word(word, length, other);
    TlKnown title = tl_frozen_knows(frozen, other, n);
    known = MAX(known, title);
  }
  return known;
}

static TlKnown knows_broken(const TlFrozen *frozen, const char *word, size_t length, guint depth);

/* Both parts right around a pattern in the middle, or the rest right without one at the start (`^-`) or the end (`-$`).
 */
static TlKnown knows_parts(const TlFrozen *frozen, const char *word, size_t length, const char *pattern, guint depth) {
  size_t n = strlen(pattern);
  if (pattern[0] == '^')
    return n - 1 < length && memcmp(word, pattern + 1, n - 1) == 0
               ? knows_broken(frozen, word + n - 1, length - n + 1, depth + 1)
               : TL_UNKNOWN;
  if (n > 1 && pattern[n - 1] == '$')
    return n - 1 < length && memcmp(word + length - n + 1, pattern, n - 1) == 0
               ? knows_broken(frozen, word, length - n + 1, depth + 1)
               : TL_UNKNOWN;
  const char *at = memmem(word, length, pattern, n);
  if (!at || at == word || (size_t)(at - word) + n >= length)
    return TL_UNKNOWN;
  size_t front = (size_t)(at - word);
  TlKnown second = knows_broken(frozen, at + n, length - front - n, depth + 1);
  if (second == TL_UNKNOWN)
    return TL_UNKNOWN;
  TlKnown first = knows_broken(frozen, word, front, depth + 1);
  return MIN(first, second);
}

static TlKnown knows_broken(const TlFrozen *frozen, const char *word, size_t length, guint depth) {
  if (is_number(word, length))
    return TL_KNOWN;
  TlKnown known = knows_cased(frozen, word, length);
  guint n;
  const guint32 *breaks = tl_frozen_breaks(frozen, &n);
  char title[TL_WORD_MAX];
  if (known != TL_KNOWN && n > 0 &&
      casing(word, length) == ALL) { /* it has turned НАТО-НАТО into Нато-нато when it comes to the parts */
    length = tl_title_word(word, length, title);
    word = title;
    if (length == 0)
      return known;
  }
  for (guint i = 0; known != TL_KNOWN && i < n && depth < BREAK_DEPTH; i++) {
    TlKnown parts = knows_parts(frozen, word, length, tl_frozen_string(frozen, breaks[i]), depth);
    known = MAX(known, parts);
  }
  return known;
}

/* ICONV: at each place the longest pattern that fits is replaced. FALSE when nothing was. */
static gboolean convert_input(const TlFrozen *frozen, const char *word, size_t length, char out[TL_WORD_MAX],
                              size_t *used) {
  guint n;
  const guint32 *pairs = tl_frozen_iconv(frozen, &n);
  gboolean changed = FALSE;
  *used = 0;
  for (size_t i = 0; i < length;) {
    const char *to = NULL;
    size_t best = 0;
    for (guint k = 0; k + 1 < n && tl_frozen_converts(frozen, word[i]); k += 2) {
      const char *from = tl_frozen_string(frozen, pairs[k]);
      if (from[0] != word[i])
        continue;
      size_t size = strlen(from);
      if (size > best && size <= length - i && memcmp(word + i, from, size) == 0)
        best = size, to = tl_frozen_string(frozen, pairs[k + 1]);
    }
    size_t add = to ? strlen(to) : 1;
    if (*used + add >= TL_WORD_MAX)
      return FALSE;
    memcpy(out + *used, to ? to : word + i, add);
    *used += add;
    i += best ? best : 1;
    changed = changed || to;
  }
  out[*used] = '\0';
  return changed;
}

gboolean tl_lexicon_spell(TlLexicon *lexicon, const char *word, size_t length) {
  if (!lexicon->frozen)
    return !lexicon->worker || ask_spell(lexicon, word, length);
  TlKnown known = knows_broken(lexicon->frozen, word, length, 0);
  char converted[TL_WORD_MAX];
  size_t n;
  if (known == TL_UNKNOWN && length < TL_WORD_MAX && convert_input(lexicon->frozen, word, length, converted, &n))
    known = knows_broken(lexicon->frozen, converted, n, 0);
  if (known == TL_ASK || (known == TL_UNKNOWN && !tl_frozen_complete(lexicon->frozen)))
    return ask_spell(lexicon, word, length);
  return known == TL_KNOWN;
}

char **tl_lexicon_suggest(TlLexicon *lexicon, const char *word, guint milliseconds) {
  char **suggestions = NULL;
  g_autoptr(GError) error = NULL;
  if (lexicon->worker && !tl_worker_suggest(lexicon->worker, word, milliseconds, &suggestions, &error))
    note_trouble(lexicon, error);
  return suggestions ? suggestions : g_new0(char *, 1);
}
