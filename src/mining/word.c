#include "mining/word.h"

#include <string.h>

#include "lang/guess.h"
#include "lang/name_reading.h"
#include "text/fold.h"

struct TlMineWords {
  const TlMineLanguage *language;
  GHashTable *known; /* as written, with a mark where a sentence begins -> TlMineWord, or `nothing` */
  TlArena *arena;
};

static const TlMineWord nothing = {.form = ""};

TlMineWords *tl_mine_words_new(const TlMineLanguage *language) {
  TlMineWords *words = g_new0(TlMineWords, 1);
  words->language = language;
  words->known = g_hash_table_new(g_str_hash, g_str_equal);
  words->arena = tl_arena_new();
  return words;
}

void tl_mine_words_free(TlMineWords *words) {
  if (!words)
    return;
  g_hash_table_unref(words->known);
  tl_arena_free(words->arena);
  g_free(words);
}

static gboolean is_stop(const TlMineLanguage *language, const char *lemma) {
  return language->stop && g_hash_table_contains(language->stop, lemma);
}

static guint usual_of(const TlMineLanguage *language, const char *lemma) {
  return language->usual ? tl_usual(language->usual, language->lexicon, lemma) : 0;
}

/* By the ending, for nouns whose paradigm leaves it open. */
static guint8 gender_by_ending(const char *noun) {
  static const struct {
    const char *ending;
    guint8 gender;
  } endings[] = {{"а", TL_GENDER_F}, {"я", TL_GENDER_F}, {"о", TL_GENDER_N}, {"е", TL_GENDER_N}, {"ість", TL_GENDER_F}};
  for (guint i = 0; i < G_N_ELEMENTS(endings); i++)
    if (g_str_has_suffix(noun, endings[i].ending))
      return endings[i].gender;
  return TL_GENDER_M;
}

static gboolean is_open(guint8 gender) {
  return (gender & (gender - 1)) != 0;
}

/* The gender of a noun is that of its citation form in the singular. */
static guint8 gender_of(const TlMineLanguage *language, const char *noun) {
  TlAnalysis a;
  tl_analyse(language->lexicon, language->lists, noun, strlen(noun), &a);
  for (guint i = 0; i < a.readings.n; i++)
    if (a.morphs[i].pos == TL_POS_NOUN && (a.morphs[i].singular & TL_CASE_NOM) &&
        strcmp(tl_reading_stem(&a.readings, i), noun) == 0)
      return is_open(a.morphs[i].gender) ? gender_by_ending(noun) : a.morphs[i].gender;
  return 0;
}

typedef struct Choice {
  gint reading; /* -1: none */
  guint usual;
} Choice;

/* The most usual lemma of a kind among the readings of the casing that is meant. */
static Choice choose(const TlMineLanguage *language, const TlAnalysis *a, const char *const *allowed, TlPos pos,
                     TlTried tried) {
  Choice best = {-1, 0};
  for (guint i = 0; i < a->readings.n; i++) {
    const char *lemma = tl_reading_stem(&a->readings, i);
    if (a->morphs[i].pos != pos || a->tried[i] != tried || (allowed && !tl_homographs_allow(allowed, lemma)))
      continue;
    guint usual = usual_of(language, lemma);
    if (best.reading < 0 || usual > best.usual)
      best = (Choice){(gint)i, usual};
  }
  return best;
}

/* Ганну: of Ганна, a given name, not of Ганн. Of names that are equally usual the likelier one. */
static Choice likelier_name(const TlMineLanguage *language, const TlAnalysis *a, const char *folded, Choice noun) {
  g_autoptr(GArray) names = tl_name_readings(language->lexicon, language->lists, folded);
  const TlNameReading *best = tl_likeliest_reading(names);
  for (guint i = 0; i < a->readings.n; i++) {
    const char *lemma = tl_reading_stem(&a->readings, i);
    if (a->morphs[i].pos == TL_POS_NOUN && a->tried[i] == TL_TRIED_AS_IS && strcmp(lemma, best->citation) == 0 &&
        usual_of(language, lemma) >= noun.usual)
      return (Choice){(gint)i, noun.usual};
  }
  return noun;
}

/* Which casing: as written if the dictionary has that, else small letters; a sentence's first word is rather small. */
static TlTried meant(const TlAnalysis *a, gboolean starts) {
  gboolean as_is = FALSE, small = FALSE;
  for (guint i = 0; i < a->readings.n; i++) {
    as_is = as_is || a->tried[i] == TL_TRIED_AS_IS;
    small = small || a->tried[i] == TL_TRIED_SMALL;
  }
  return small && (starts || !as_is) ? TL_TRIED_SMALL : TL_TRIED_AS_IS;
}

/* All cases of a reading: what else the form may be of the same lemma. */
static TlMorph joined(const TlAnalysis *a, guint reading) {
  TlMorph morph = a->morphs[reading];
  for (guint i = 0; i < a->readings.n; i++)
    if (a->morphs[i].pos == morph.pos && a->tried[i] == a->tried[reading] &&
        strcmp(tl_reading_stem(&a->readings, i), tl_reading_stem(&a->readings, reading)) == 0) {
      morph.singular |= a->morphs[i].singular;
      morph.plural |= a->morphs[i].plural;
      morph.gender |= a->morphs[i].gender;
    }
  return morph;
}

#define MUCH_MORE_USUAL 3u

/* зараз, протягом, як: an entry that does not change, and more usual than the noun that has the same form. */
static gboolean is_function_word(const TlMineLanguage *language, const TlAnalysis *a, const char *small,
                                 const Choice *noun) {
  for (guint i = 0; i < a->readings.n; i++) {
    const char *lemma = tl_reading_stem(&a->readings, i);
    if ((a->morphs[i].pos != TL_POS_UNKNOWN && a->morphs[i].pos != TL_POS_OTHER) || strcmp(lemma, small) != 0)
      continue;
    if (noun->reading < 0 || strcmp(tl_reading_stem(&a->readings, (guint)noun->reading), small) == 0 ||
        usual_of(language, small) > noun->usual)
      return TRUE;
  }
  return FALSE;
}

static void take_readings(TlMineWords *words, const TlAnalysis *a, const char *folded, const char *small,
                          gboolean starts, TlMineWord *word) {
  const TlMineLanguage *language = words->language;
  const char *const *allowed = tl_homographs_usual(language->lists->homographs, small);
  TlTried tried = meant(a, starts);
  Choice noun = choose(language, a, allowed, TL_POS_NOUN, tried),
         adjective = choose(language, a, allowed, TL_POS_ADJECTIVE, tried),
         verb = choose(language, a, allowed, TL_POS_VERB, tried);
  if (noun.reading >= 0 && tried == TL_TRIED_AS_IS && a->casing == TL_CASING_CAPITAL)
    noun = likelier_name(language, a, folded, noun);
  if ((allowed && !*allowed) || is_function_word(language, a, small, &noun) ||
      (verb.reading >= 0 && verb.usual > MAX(noun.usual, adjective.usual) + MUCH_MORE_USUAL))
    return;
  const char *lemma = noun.reading >= 0 ? tl_reading_stem(&a->readings, (guint)noun.reading) : NULL;
  if (lemma && !is_stop(language, lemma)) {
    word->noun = tl_arena_strdup(words->arena, lemma);
    word->noun_morph = joined(a, (guint)noun.reading);
    word->gender = gender_of(language, lemma);
    word->usual = noun.usual;
  }
  lemma = adjective.reading >= 0 ? tl_reading_stem(&a->readings, (guint)adjective.reading) : NULL;
  if (lemma && !is_stop(language, lemma)) {
    word->adjective = tl_arena_strdup(words->arena, lemma);
    word->adjective_morph = joined(a, (guint)adjective.reading);
    word->usual = MAX(word->usual, adjective.usual);
  }
  word->name = a->casing == TL_CASING_CAPITAL && (tried == TL_TRIED_AS_IS || !starts);
}

/* A new word, or a name: a noun, in any case, by analogy with what ends alike. */
static void take_unknown(TlMineWords *words, const char *folded, const char *small, const TlToken *token,
                         TlMineWord *word) {
  gboolean capital = (token->flags & TL_TOKEN_CAPITAL) != 0;
  if (!(token->flags & TL_TOKEN_CYRILLIC) || (token->flags & (TL_TOKEN_LATIN | TL_TOKEN_DIGITS)) ||
      g_utf8_strlen(folded, -1) < 4)
    return;
  g_autoptr(GArray) guesses = tl_guesses_new();
  tl_guess_citations(words->language->lexicon, small, guesses);
  const char *citation = guesses->len > 0 ? g_array_index(guesses, TlGuess, 0).citation : small;
  word->noun = tl_arena_strdup(words->arena, capital ? folded : citation);
  word->noun_morph = (TlMorph){TL_POS_NOUN, TL_CASE_ANY, TL_CASE_ANY, TL_GENDER_ANY};
  word->gender = gender_by_ending(word->noun);
  word->name = capital;
}

static const TlMineWord *look(TlMineWords *words, const char *folded, size_t length, const TlToken *token) {
  char small[TL_WORD_MAX];
  TlAnalysis a;
  TlMineWord word = {.form = NULL};
  if (!tl_lower_word(folded, length, small) || g_utf8_strlen(small, -1) < 2)
    return &nothing;
  tl_analyse(words->language->lexicon, words->language->lists, folded, length, &a);
  word.form = tl_arena_strdup(words->arena, token->starts && a.known_small ? small : folded);
  if (a.casing == TL_CASING_ALL || a.casing == TL_CASING_MIXED) { /* an acronym stands as it is */
    word.noun = word.form;
    word.noun_morph = (TlMorph){TL_POS_NOUN, TL_CASE_ANY, TL_CASE_ANY, TL_GENDER_ANY};
    word.gender = TL_GENDER_M;
  } else if (a.readings.n > 0)
    take_readings(words, &a, folded, small, token->starts, &word);
  else
    take_unknown(words, folded, small, token, &word);
  if (!word.noun && !word.adjective)
    return &nothing;
  TlMineWord *kept = tl_arena_new0(words->arena, TlMineWord, 1);
  *kept = word;
  return kept;
}

const TlMineWord *tl_mine_words_get(TlMineWords *words, const char *text, const TlToken *token) {
  char key[TL_WORD_MAX + 1];
  size_t n = tl_fold_word(text + token->span.start, token->span.end - token->span.start, key + 1);
  if (n == 0 || !(token->flags & TL_TOKEN_LETTERS))
    return NULL;
  key[0] = token->starts ? '+' : '-';
  const TlMineWord *word = g_hash_table_lookup(words->known, key);
  if (!word) {
    word = look(words, key + 1, n, token);
    g_hash_table_insert(words->known, tl_arena_strdup(words->arena, key), (gpointer)word);
  }
  return word == &nothing ? NULL : word;
}

char *tl_adjective_for(const char *lemma, guint8 gender) {
  gboolean hard = g_str_has_suffix(lemma, "ий"), soft = g_str_has_suffix(lemma, "ій");
  if (!hard && !soft)
    return NULL;
  if (gender & TL_GENDER_M)
    return g_strdup(lemma);
  const char *ending = gender & TL_GENDER_F ? (hard ? "а" : "я") : gender & TL_GENDER_N ? (hard ? "е" : "є") : "і";
  return g_strdup_printf("%.*s%s", (int)(strlen(lemma) - strlen("ий")), lemma, ending);
}
