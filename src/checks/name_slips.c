/* Words one slip apart share a word from which a letter is left out (SymSpell's idea), so nothing is compared with
 * everything. */
#include "checks/name_slips.h"

#include <string.h>

#include "bitext/align/sound.h"

#define LETTERS_MIN 5u /* shorter names are too near to each other */
#define LETTERS_MAX 30u
#define SOUNDS 0.55 /* a name and what stands for it in the source */

typedef struct Word {
  const char *text; /* the key of the table */
  guint count, pair;
  TlumachSpan place; /* where it stands first */
  gboolean known;
} Word;

struct TlNameSlips {
  GHashTable *words; /* text -> Word */
  GHashTable *near;  /* a word with a letter left out -> GPtrArray of Word */
};

TlNameSlips *tl_name_slips_new(void) {
  TlNameSlips *slips = g_new(TlNameSlips, 1);
  slips->words = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  slips->near = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
  return slips;
}

void tl_name_slips_free(TlNameSlips *slips) {
  g_hash_table_unref(slips->words);
  g_hash_table_unref(slips->near);
  g_free(slips);
}

void tl_name_slips_add(TlNameSlips *slips, guint pair, TlumachSpan place, const char *text, gboolean known) {
  size_t length = strlen(text);
  if (length < LETTERS_MIN || length > LETTERS_MAX)
    return;
  Word *word = g_hash_table_lookup(slips->words, text);
  if (!word) {
    char *key = g_strdup(text);
    word = g_new(Word, 1);
    *word = (Word){key, 0, pair, place, FALSE};
    g_hash_table_insert(slips->words, key, word);
  }
  word->count++;
  word->known = word->known || known;
}

/* -- one slip apart --------------------------------------------------------------------------------------------- */

/* A letter changed, left out, put in, or two exchanged. */
static gboolean is_one_slip(const char *a, const char *b) {
  size_t n = strlen(a), m = strlen(b), first = 0, last = 0;
  while (a[first] && a[first] == b[first])
    first++;
  while (last < MIN(n, m) - first && a[n - 1 - last] == b[m - 1 - last])
    last++;
  size_t left = n - first - last, right = m - first - last;
  if (left <= 1 && right <= 1)
    return left + right > 0;
  return left == 2 && right == 2 && a[first] == b[first + 1] && a[first + 1] == b[first];
}

static char *without(const char *text, size_t letter) {
  return g_strdup_printf("%.*s%s", (int)letter, text, text + letter + 1);
}

static void index_word(TlNameSlips *slips, Word *word) {
  size_t n = strlen(word->text);
  for (size_t i = 0; i <= n; i++) {
    char *key = i < n ? without(word->text, i) : g_strdup(word->text);
    GPtrArray *list = g_hash_table_lookup(slips->near, key);
    if (!list) {
      list = g_ptr_array_new();
      g_hash_table_insert(slips->near, key, list);
    } else {
      g_free(key);
    }
    g_ptr_array_add(list, word);
  }
}

/* -- the source -------------------------------------------------------------------------------------------------- */

/* The word of the source that sounds most like a name; NULL: none does. Free with g_free. */
static char *in_source(const TlChecker *checker, guint pair, const char *name) {
  const TlumachBitext *bitext = checker->house.bitext;
  const char *text = tlumach_document_text(bitext->document[TLUMACH_SOURCE], NULL);
  g_autofree char *sound = tl_name_sound(name);
  double best = SOUNDS;
  char *found = NULL;
  TlScanner scanner;
  TlToken token;
  tl_scanner_init(&scanner, text, bitext->pairs[pair].span[TLUMACH_SOURCE]);
  while (tl_scanner_next(&scanner, &token)) {
    g_autofree char *word = g_utf8_make_valid(text + token.span.start, (gssize)(token.span.end - token.span.start));
    g_autofree char *own = tl_name_sound(word);
    double like = token.flags & TL_TOKEN_CAPITAL ? tl_align_likeness(sound, own, best) : 0;
    if (like < best || like <= 0)
      continue;
    best = like;
    g_free(found);
    found = g_utf8_strdown(word, -1);
  }
  return found;
}

/* One name in two cases: all but the ending is the same. */
static gboolean same_name(const char *a, const char *b) {
  size_t common = 0;
  while (a[common] && a[common] == b[common])
    common++;
  glong n = g_utf8_strlen(a, (gssize)common), longer = MAX(g_utf8_strlen(a, -1), g_utf8_strlen(b, -1));
  return n >= 3 && longer - n <= 3;
}

/* The source has one name in both places; or none that sounds so where the word stands, and it is no name at all. */
static gboolean is_same(const TlChecker *checker, const Word *once, const Word *often) {
  g_autofree char *own = in_source(checker, once->pair, once->text);
  if (!own && often->count > 1)
    return TRUE;
  g_autofree char *left = in_source(checker, once->pair, often->text),
                  *right = in_source(checker, often->pair, often->text);
  return left && right && same_name(left, right);
}

/* -- telling ----------------------------------------------------------------------------------------------------- */

/* The one that stands most often. */
static const Word *twin(const TlNameSlips *slips, const Word *once, const char *key, const Word *best) {
  const GPtrArray *list = g_hash_table_lookup(slips->near, key);
  for (guint i = 0; list && i < list->len; i++) {
    const Word *often = list->pdata[i];
    if (often != once && (!best || often->count > best->count) && is_one_slip(once->text, often->text) &&
        !tl_name_is_derived(once->text, often->text))
      best = often;
  }
  return best;
}

static const Word *find_twin(const TlNameSlips *slips, const Word *once) {
  const Word *found = twin(slips, once, once->text, NULL);
  for (size_t i = 0; once->text[i]; i++) {
    g_autofree char *key = without(once->text, i);
    found = twin(slips, once, key, found);
  }
  return found;
}

static gboolean is_word(const TlChecker *checker, const char *text) {
  return checker->house.english && tl_lexicon_spell(checker->house.english, text, strlen(text));
}

/* Of two that stand once each, the one that no dictionary has, else the later one. */
static gboolean is_righter(const TlChecker *checker, const Word *once, const Word *often) {
  return often->count > 1 || often->known || is_word(checker, often->text) || often->pair < once->pair;
}

static gboolean is_told(const TlChecker *checker, const Word *once) {
  for (guint i = 0; i < checker->findings->len; i++) {
    const TlumachFinding *finding = &g_array_index(checker->findings, TlumachFinding, i);
    if (finding->check == &checker->check->info && finding->pair == once->pair &&
        finding->span[TLUMACH_TARGET].start == once->place.start)
      return TRUE;
  }
  return FALSE;
}

static void look(const TlNameSlips *slips, TlChecker *checker, const Word *once) {
  const Word *often = find_twin(slips, once);
  if (!often || is_word(checker, once->text) || !is_righter(checker, once, often) || !is_same(checker, once, often) ||
      is_told(checker, once))
    return;
  tl_found_later(checker, once->pair, TL_NOWHERE, once->place, (const char *const[]){often->text, NULL},
                 "“%s” is spelled otherwise elsewhere", once->text);
}

void tl_name_slips_end(TlNameSlips *slips, TlChecker *checker) {
  GHashTableIter iter;
  gpointer value;
  g_hash_table_iter_init(&iter, slips->words);
  while (g_hash_table_iter_next(&iter, NULL, &value)) {
    index_word(slips, value);
  }
  g_hash_table_iter_init(&iter, slips->words);
  while (g_hash_table_iter_next(&iter, NULL, &value)) {
    const Word *word = value;
    if (word->count == 1 && !word->known)
      look(slips, checker, word);
  }
}
