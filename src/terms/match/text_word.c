/* Running text repeats its words: most are found here by their bytes, and only new ones ask the lexicon. */
#include "terms/match/text_word.h"

#include <string.h>

#include "text/chars.h"
#include "text/fold.h"
#include "text/word_memo.h"

#define REMEMBERED_MAX 98304u /* words, some 9 megabytes; then it begins anew */

struct TlTextWords {
  const TlTermIndex *index;
  TlLexicon *lexicon;
  const TlWordLists *lists;
  TlArena *arena;
  TlWordMemo *memo; /* TlTextWord */
};

TlTextWords *tl_text_words_new(const TlTermIndex *index, TlLexicon *lexicon, const TlWordLists *lists) {
  TlTextWords *words = g_new0(TlTextWords, 1);
  words->index = index;
  words->lexicon = lexicon;
  words->lists = lists;
  words->arena = tl_arena_new();
  words->memo = tl_word_memo_new(REMEMBERED_MAX);
  return words;
}

void tl_text_words_free(TlTextWords *words) {
  if (!words)
    return;
  tl_arena_free(words->arena);
  tl_word_memo_free(words->memo);
  g_free(words);
}

gboolean tl_text_words_trim(TlTextWords *words) {
  gboolean full = tl_word_memo_trim(words->memo);
  if (full)
    tl_arena_reset(words->arena);
  return full;
}

typedef struct Collector {
  TlTextWords *words;
  TlTextKey keys[TL_TEXT_KEYS_MAX];
  guint n;
} Collector;

static const TlMorph any_morph = {TL_POS_UNKNOWN, TL_CASE_ANY, TL_CASE_ANY, TL_GENDER_ANY};

static void add_key(Collector *c, guint32 key, TlMorph morph, gboolean guessed) {
  if (c->n < TL_TEXT_KEYS_MAX)
    c->keys[c->n++] = (TlTextKey){key & 0x7FFFFFFF, guessed ? 1 : 0, morph};
}

/* Of all strings that may be keys of a word, which are: looked up together. */
typedef struct Wanted {
  TlKeyQuery queries[TL_READINGS_MAX + 3];
  TlMorph morphs[TL_READINGS_MAX + 3];
  guint n;
} Wanted;

static void want(Wanted *wanted, TlKeyKind kind, const char *text, size_t length, TlMorph morph) {
  wanted->queries[wanted->n] = (TlKeyQuery){.kind = kind, .text = text, .length = length};
  wanted->morphs[wanted->n++] = morph;
}

/* Stems. A small-letter word that the dictionary has does not stand for a capitalised one: smart case. */
static void want_stems(const TlTextWords *words, const TlAnalysis *a, const char *word, Wanted *wanted) {
  const char *const *usual = tl_homographs_usual(words->lists->homographs, word);
  for (guint i = 0; i < a->readings.n; i++) {
    if (a->tried[i] == TL_TRIED_CAPITAL && a->casing == TL_CASING_SMALL && a->known_as_is)
      continue;
    const char *stem = tl_reading_stem(&a->readings, i);
    if (!usual || tl_homographs_allow(usual, stem))
      want(wanted, TL_KEY_STEM, stem, strlen(stem), a->morphs[i]);
  }
}

static void add_morph(TlTextMorphs *morphs, TlMorph morph) {
  if (morph.pos != TL_POS_NOUN && morph.pos != TL_POS_ADJECTIVE) {
    morphs->verb |= morph.pos == TL_POS_VERB ? 1 : 0;
    morphs->other |= morph.pos == TL_POS_VERB ? 0 : 1;
    return;
  }
  for (guint i = 0; i < morphs->n; i++)
    if (memcmp(&morphs->all[i], &morph, sizeof morph) == 0)
      return;
  if (morphs->n < TL_TEXT_MORPHS)
    morphs->all[morphs->n++] = morph;
}

/* A form that the dictionary does not know, or, in this casing, lists without a paradigm (Донецьку, ченця), may belong
 * to a word whose forms we guess. */
static gboolean may_be_guessed(const TlAnalysis *a) {
  for (guint i = 0; i < a->readings.n; i++)
    if (a->morphs[i].pos != TL_POS_UNKNOWN && (a->tried[i] == TL_TRIED_AS_IS || !a->known_as_is))
      return FALSE;
  return TRUE;
}

static void add_guesses(Collector *c, guint32 guess, guint32 form) {
  guint n;
  const guint32 *guesses = tl_term_index_postings(c->words->index, guess, &n);
  for (guint i = 0; i < n; i++)
    if (guesses[i] != form)
      add_key(c, guesses[i], any_morph, TRUE);
}

/* The key of the form in small letters, those of the guessed words that it may belong to (of an acronym, when the word
 * is cased like КАБами), those of its stems. Returns the first. */
static guint32 add_keys(Collector *c, const TlAnalysis *a, const char *folded, size_t length) {
  char lower[TL_WORD_MAX];
  size_t n = tl_lower_word(folded, length, lower);
  Wanted wanted;
  wanted.n = 0; /* not zeroed whole, as above */
  want(&wanted, TL_KEY_FORM, lower, n, any_morph);
  if (may_be_guessed(a))
    want(&wanted, TL_KEY_GUESS, lower, n, any_morph);
  if (a->casing == TL_CASING_MIXED)
    want(&wanted, TL_KEY_GUESS, folded, length, any_morph);
  want_stems(c->words, a, folded, &wanted);
  tl_term_index_find_keys(c->words->index, wanted.queries, wanted.n);
  guint32 form = wanted.queries[0].key;
  for (guint i = 0; i < wanted.n; i++) {
    if (wanted.queries[i].key == TL_NO_KEY)
      continue;
    if (wanted.queries[i].kind == TL_KEY_GUESS)
      add_guesses(c, wanted.queries[i].key, form);
    else
      add_key(c, wanted.queries[i].key, wanted.morphs[i], FALSE);
  }
  return form;
}

/* What only some terms ask for: the word byte for byte, its capitals. */
static void add_exact(Collector *c, const char *raw, size_t raw_length, const char *folded, size_t length,
                      TlTextWord *word) {
  guint traits = tl_term_index_traits(c->words->index);
  guint32 literal =
      traits & TL_INDEX_HAS_LITERALS ? tl_term_index_key(c->words->index, TL_KEY_LITERAL, raw, raw_length) : TL_NO_KEY;
  if (literal != TL_NO_KEY)
    add_key(c, literal, any_morph, FALSE);
  if (traits & TL_INDEX_HAS_CAPITALS)
    word->capitals = tl_capitals(folded, length);
}

/* Latin letters in a Cyrillic word, or a short all-capitals word or one with digits written in the other script. */
static gboolean may_be_lookalike(const TlToken *token, size_t length) {
  if (!(token->flags & TL_TOKEN_LATIN))
    return FALSE;
  return (token->flags & (TL_TOKEN_CYRILLIC | TL_TOKEN_DIGITS)) || length <= 2 || !(token->flags & TL_TOKEN_LOWER);
}

static gboolean has_vowel(const char *word, size_t length) {
  guint32 c;
  for (size_t i = 0, n; i < length; i += n) {
    if (!(n = tl_char_plain(word + i, length - i, &c))) {
      n = 1;
      continue;
    }
    c = tl_char_plain_lower(c);
    if (c < 0x80 ? c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y'
                 : c == 0x430 || c == 0x435 || c == 0x454 || c == 0x438 || c == 0x456 || c == 0x457 || c == 0x43E ||
                       c == 0x443 || c == 0x44E || c == 0x44F) /* а е є и і ї о у ю я */
      return TRUE;
  }
  return FALSE;
}

/* The keys with a flag, each once. */
static guint8 keys_with(const Collector *c, guint flag, guint32 out[TL_TEXT_KEYS_MAX]) {
  guint8 n = 0;
  for (guint i = 0; i < c->n; i++) {
    guint k = 0;
    while (k < n && out[k] != c->keys[i].key)
      k++;
    if (k == n && (tl_term_index_key_flags(c->words->index, c->keys[i].key) & flag))
      out[n++] = c->keys[i].key;
  }
  return n;
}

/* The word and its keys, in one piece of memory: they are read together. */
static TlTextWord *keep_word(const Collector *c, TlTextWord *word, const char *text, size_t length, guint32 hash) {
  guint32 pairs[2 * TL_TEXT_KEYS_MAX];
  word->n_keys = (guint8)c->n;
  word->n_leads = keys_with(c, TL_KEY_LEADS, pairs);
  word->n_follows = keys_with(c, TL_KEY_FOLLOWS, pairs + word->n_leads);
  gsize keys = c->n * sizeof *c->keys, n_pairs = ((gsize)word->n_leads + word->n_follows) * sizeof *pairs;
  TlTextWord *kept = tl_word_memo_add(c->words->memo, hash, text, length, sizeof *kept + keys + n_pairs);
  *kept = *word;
  memcpy(kept->keys, c->keys, keys);
  memcpy(kept->keys + c->n, pairs, n_pairs);
  return kept;
}

static TlTextWord *make_word(TlTextWords *words, const char *raw, const TlToken *token, guint32 hash) {
  char folded[TL_WORD_MAX], other[TL_WORD_MAX];
  size_t raw_length = token->span.end - token->span.start, n = tl_fold_word(raw, raw_length, folded);
  Collector c;
  TlAnalysis analysis;
  c.words = words;
  c.n = 0; /* not zeroed whole: it is large, and made for each new word */
  if (n == 0)
    return keep_word(&c, &(TlTextWord){.form = TL_NO_KEY}, raw, raw_length, hash);
  tl_analyse_briefly(words->lexicon, words->lists, folded, n, &analysis);
  TlTextWord word = {.casing = (guint8)analysis.casing};
  word.known_as_is = analysis.known_as_is ? 1 : 0;
  word.known_small = analysis.known_small ? 1 : 0;
  if (!has_vowel(folded, n)) /* рф: letters, whatever the dictionary lists */
    word.known_as_is = word.known_small = 0;
  word.form = add_keys(&c, &analysis, folded, n);
  add_exact(&c, raw, raw_length, folded, n, &word);
  if (c.n == 0 && may_be_lookalike(token, n) && (n = tl_lookalike_word(folded, n, TRUE, other)) > 0) {
    tl_analyse_briefly(words->lexicon, words->lists, other, n, &analysis);
    word.form = add_keys(&c, &analysis, other, n);
    word.variant = 1;
  }
  return keep_word(&c, &word, raw, raw_length, hash);
}

/* One number of the word for the sieve and for the memory. */
static gboolean hash_of(const char *text, const TlToken *token, guint64 *hash) {
  gboolean small = tl_small_hash(text + token->span.start, token->span.end - token->span.start, hash);
  return small && !(token->flags & (TL_TOKEN_ODD | TL_TOKEN_LATIN));
}

static TlTextWord *get(TlTextWords *words, const char *text, const TlToken *token, guint32 hash) {
  const char *raw = text + token->span.start;
  TlTextWord *word = tl_word_memo_find(words->memo, hash, raw, token->span.end - token->span.start);
  return word ? word : make_word(words, raw, token, hash);
}

const TlTextWord *tl_text_words_get(TlTextWords *words, const char *text, const TlToken *token) {
  guint64 hash;
  hash_of(text, token, &hash);
  return get(words, text, token, (guint32)hash);
}

const TlTextWord *tl_text_words_know(TlTextWords *words, const char *text, const TlToken *token) {
  char folded[TL_WORD_MAX];
  TlAnalysis analysis;
  TlTextWord *word = tl_text_words_change(words, tl_text_words_get(words, text, token));
  if (word->morphs)
    return word;
  TlTextMorphs *morphs = tl_arena_new0(words->arena, TlTextMorphs, 1);
  size_t n = tl_fold_word(text + token->span.start, token->span.end - token->span.start, folded);
  tl_analyse(words->lexicon, words->lists, folded, n, &analysis);
  for (guint i = 0; i < analysis.readings.n; i++)
    add_morph(morphs, analysis.morphs[i]);
  word->morphs = morphs;
  return word;
}

#define AT_ONCE 64u

/* Each step asks for the memory that the next one reads: a large index and its words are not in the processor's caches.
 */
static void meet(TlTextWords *words, const char *text, TlTextToken *tokens, guint n) {
  guint64 hashes[AT_ONCE];
  guint8 sifted[AT_ONCE], may[AT_ONCE];
  guint n_may = 0;
  for (guint i = 0; i < n; i++) {
    tokens[i].word = NULL;
    sifted[i] = hash_of(text, &tokens[i].token, &hashes[i]) ? 1 : 0;
    tl_term_index_fetch_may_meet(words->index, hashes[i]);
  }
  for (guint i = 0; i < n; i++)
    if (!sifted[i] || tl_term_index_may_meet(words->index, hashes[i])) {
      tl_word_memo_fetch(words->memo, (guint32)hashes[i]);
      may[n_may++] = (guint8)i;
    }
  for (guint i = 0; i < n_may; i++)
    tl_word_memo_fetch_value(words->memo, (guint32)hashes[may[i]]);
  for (guint i = 0; i < n_may; i++) {
    TlTextToken *t = &tokens[may[i]];
    t->word = get(words, text, &t->token, (guint32)hashes[may[i]]);
  }
}

void tl_text_words_meet(TlTextWords *words, const char *text, TlTextToken *tokens, guint n) {
  for (guint i = 0; i < n; i += AT_ONCE)
    meet(words, text, tokens + i, MIN(AT_ONCE, n - i));
}

TlTextWord *tl_text_words_change(TlTextWords *words, const TlTextWord *word) {
  (void)words; /* every word lies in its memory */
  return (TlTextWord *)word;
}

TlArena *tl_text_words_arena(TlTextWords *words) {
  return words->arena;
}
