/* Words one slip apart share a word from which a letter is left out (SymSpell's idea), so nothing is compared with
 * everything. */
#include "checks/name_slips.h"

#include <string.h>

#include "bitext/align/sound.h"
#include "checks/name_forms.h"

#define LETTERS_MIN 5u /* shorter names are too near to each other */
#define LETTERS_MAX 30u
#define SOUNDS 0.55   /* a name and what stands for it in the source */
#define SURELY 0.75   /* … beyond doubt: what sounds less so may be a word that is translated, Friday */
#define NOISE 0.1     /* a letter doubled may sound more like it by chance */
#define OFTEN 4u      /* times as often as a slip that is made more than rare */
#define PLACES_MAX 8u /* of a name that are looked at */

typedef struct Word {
  const char *text; /* the key of the table */
  guint count;
  struct {
    guint pair;
    TlumachSpan span;
  } places[PLACES_MAX]; /* the first ones */
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
    *word = (Word){.text = key};
    g_hash_table_insert(slips->words, key, word);
  }
  if (word->count < PLACES_MAX) {
    word->places[word->count].pair = pair;
    word->places[word->count].span = place;
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

static gboolean is_word(const TlChecker *checker, const char *text) {
  return checker->house.english && tl_lexicon_spell(checker->house.english, text, strlen(text));
}

/* -- the source -------------------------------------------------------------------------------------------------- */

/* A capitalised word of the source, and how much it sounds like a name. */
typedef struct Heard {
  TlumachSpan span; /* of the word */
  double like;      /* 0: no word sounds like it */
} Heard;

/* The word of the source that sounds most like a name. */
static Heard in_source(const TlChecker *checker, guint pair, const char *name) {
  const TlumachBitext *bitext = checker->house.bitext;
  const char *text = tlumach_document_text(bitext->document[TLUMACH_SOURCE], NULL);
  g_autofree char *sound = tl_name_sound(name);
  Heard best = {{0, 0}, 0};
  TlScanner scanner;
  TlToken token;
  tl_scanner_init(&scanner, text, bitext->pairs[pair].span[TLUMACH_SOURCE]);
  while (tl_scanner_next(&scanner, &token)) {
    if (!(token.flags & TL_TOKEN_CAPITAL))
      continue;
    g_autofree char *word = g_utf8_make_valid(text + token.span.start, (gssize)(token.span.end - token.span.start));
    g_autofree char *own = tl_name_sound(word);
    double like = tl_align_likeness(sound, own, MAX(best.like, SOUNDS));
    if (like > best.like)
      best = (Heard){token.span, like};
  }
  return best;
}

/* One name in two cases: all but the ending is the same. */
static gboolean same_name(const char *text, TlumachSpan a, TlumachSpan b) {
  size_t common = 0, n = a.end - a.start, m = b.end - b.start;
  while (common < MIN(n, m) && text[a.start + common] == text[b.start + common])
    common++;
  glong letters = g_utf8_strlen(text + a.start, (gssize)common), longer = g_utf8_strlen(text + a.start, (gssize)n),
        other = g_utf8_strlen(text + b.start, (gssize)m);
  return letters >= 3 && MAX(longer, other) - letters <= 3;
}

/* Does the source have the name of `heard` in any place of the word, too? */
static gboolean is_heard_there(const TlChecker *checker, const Heard *heard, const Word *word) {
  const char *text = tlumach_document_text(checker->house.bitext->document[TLUMACH_SOURCE], NULL);
  for (guint i = 0; i < MIN(word->count, PLACES_MAX); i++) {
    Heard there = in_source(checker, word->places[i].pair, word->text);
    if (there.like > 0 && same_name(text, heard->span, there.span))
      return TRUE;
  }
  return FALSE;
}

/* The source has one name in both places, and it sounds as much like the other word; or where the word stands none that
 * sounds so, and it is no name but a word that is translated. */
static gboolean is_same(const TlChecker *checker, const Word *rare, const Word *often) {
  Heard own = in_source(checker, rare->places[0].pair, rare->text);
  if (own.like <= 0 || (own.like < SURELY && is_word(checker, often->text)))
    return often->count > 1;
  Heard other = in_source(checker, rare->places[0].pair, often->text);
  return other.span.start == own.span.start && other.like >= own.like - NOISE && is_heard_there(checker, &own, often);
}

/* -- telling ----------------------------------------------------------------------------------------------------- */

/* The one that stands most often. */
static const Word *twin(const TlNameSlips *slips, const Word *rare, const char *key, const Word *best) {
  const GPtrArray *list = g_hash_table_lookup(slips->near, key);
  for (guint i = 0; list && i < list->len; i++) {
    const Word *often = list->pdata[i];
    if (often != rare && (!best || often->count > best->count) && is_one_slip(rare->text, often->text) &&
        !tl_name_is_derived(rare->text, often->text))
      best = often;
  }
  return best;
}

static const Word *find_twin(const TlNameSlips *slips, const Word *rare) {
  const Word *found = twin(slips, rare, rare->text, NULL);
  for (size_t i = 0; rare->text[i]; i++) {
    g_autofree char *key = without(rare->text, i);
    found = twin(slips, rare, key, found);
  }
  return found;
}

/* Of two that stand once each, the one that no dictionary has, else the later one. */
static gboolean is_righter(const TlChecker *checker, const Word *rare, const Word *often) {
  return often->count > 1 || often->known || is_word(checker, often->text) ||
         often->places[0].pair < rare->places[0].pair;
}

static void look(const TlNameSlips *slips, TlChecker *checker, const Word *rare) {
  const Word *often = find_twin(slips, rare);
  if (!often || (rare->count > 1 && often->count < OFTEN * rare->count) || is_word(checker, rare->text) ||
      !is_righter(checker, rare, often) || !is_same(checker, rare, often))
    return;
  for (guint i = 0; i < rare->count; i++)
    if (!tl_is_told(checker, rare->places[i].pair, rare->places[i].span))
      tl_found_later(checker, rare->places[i].pair, TL_NOWHERE, rare->places[i].span,
                     (const char *const[]){often->text, NULL}, "“%s” is spelled otherwise elsewhere", rare->text);
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
    if (word->count <= PLACES_MAX && !word->known)
      look(slips, checker, word);
  }
}
