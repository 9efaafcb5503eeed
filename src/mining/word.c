#include "mining/word_private.h"

#include <string.h>

#include "lang/guess.h"
#include "lang/name_reading.h"
#include "text/fold.h"

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

typedef struct Kind {
  TlPos pos;
  TlTried tried;              /* the casing that is meant */
  const char *const *allowed; /* NULL: all */
} Kind;

static gboolean is_kind(const TlAnalysis *a, guint i, Kind kind) {
  return a->morphs[i].pos == kind.pos && a->tried[i] == kind.tried &&
         (!kind.allowed || tl_homographs_allow(kind.allowed, tl_reading_stem(&a->readings, i)));
}

static gboolean is_regular(const char *adjective) {
  return g_str_has_suffix(adjective, "ий") || g_str_has_suffix(adjective, "ій");
}

/* The most usual lemma of a kind; of adjectives rather одиночний than одиночна. */
static Choice choose(const TlMineLanguage *language, const TlAnalysis *a, Kind kind) {
  Choice best = {-1, 0};
  for (guint i = 0; i < a->readings.n; i++) {
    if (!is_kind(a, i, kind))
      continue;
    const char *lemma = tl_reading_stem(&a->readings, i);
    guint usual = usual_of(language, lemma);
    if (best.reading < 0 || usual > best.usual ||
        (usual == best.usual && kind.pos == TL_POS_ADJECTIVE && is_regular(lemma)))
      best = (Choice){(gint)i, usual};
  }
  return best;
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

static void add_noun(TlMineWords *words, TlMineWord *word, TlMineNoun noun) {
  for (guint i = 0; i < word->n_nouns; i++)
    if (strcmp(word->nouns[i].lemma, noun.lemma) == 0)
      return;
  if (word->n_nouns == TL_MINE_NOUNS || is_stop(words->language, noun.lemma))
    return;
  noun.lemma = tl_arena_strdup(words->arena, noun.lemma);
  word->nouns[word->n_nouns++] = noun;
}

/* Ганну: of Ганна, a given name, not of Ганн. */
static const char *likelier_name(const TlMineLanguage *language, const TlAnalysis *a, const char *folded) {
  if (a->casing != TL_CASING_CAPITAL)
    return NULL;
  g_autoptr(GArray) names = tl_name_readings(language->lexicon, language->lists, folded);
  const TlNameReading *best = tl_likeliest_reading(names);
  for (guint i = 0; i < a->readings.n; i++)
    if (a->morphs[i].pos == TL_POS_NOUN && a->tried[i] == TL_TRIED_AS_IS &&
        strcmp(tl_reading_stem(&a->readings, i), best->citation) == 0)
      return tl_reading_stem(&a->readings, i);
  return NULL;
}

/* What is in the list of everyday words is so much likelier, in steps. */
#define EVERYDAY 2u
/* … and a name that is likelier by other things than its cases. */
#define LIKELIER_NAME 3u

static guint prior_of(const TlMineLanguage *language, const char *lemma) {
  return usual_of(language, lemma) + (language->pairs && tl_pair_list_targets(language->pairs, lemma) ? EVERYDAY : 0);
}

static void add_nouns(TlMineWords *words, const TlAnalysis *a, const char *folded, Kind kind, TlMineWord *word) {
  const char *likelier = kind.tried == TL_TRIED_AS_IS ? likelier_name(words->language, a, folded) : NULL;
  for (guint i = 0; i < a->readings.n; i++) {
    const char *lemma = tl_reading_stem(&a->readings, i);
    if (!is_kind(a, i, kind))
      continue;
    guint prior = prior_of(words->language, lemma) + (likelier && strcmp(lemma, likelier) == 0 ? LIKELIER_NAME : 0);
    add_noun(words, word, (TlMineNoun){lemma, joined(a, i), prior, 0, gender_of(words->language, lemma)});
  }
}

/* What stands with a verb as its subject, by the ending of a finite form. */
static guint8 subject_of(const char *verb) {
  static const struct {
    const char *ending;
    guint8 subject;
  } endings[] = {{"ли", TL_CONCORD_PLURAL},  {"уть", TL_CONCORD_PLURAL}, {"ють", TL_CONCORD_PLURAL},
                 {"ать", TL_CONCORD_PLURAL}, {"ять", TL_CONCORD_PLURAL}, {"ло", TL_CONCORD_N},
                 {"ла", TL_CONCORD_F},       {"в", TL_CONCORD_M}};
  gboolean reflexive = g_str_has_suffix(verb, "ся") || g_str_has_suffix(verb, "сь");
  g_autofree char *plain = g_strndup(verb, strlen(verb) - (reflexive ? strlen("ся") : 0));
  for (guint i = 0; i < G_N_ELEMENTS(endings); i++)
    if (g_str_has_suffix(plain, endings[i].ending))
      return endings[i].subject;
  return TL_CONCORDS;
}

#define MUCH_MORE_USUAL 3u

static void take_readings(TlMineWords *words, const TlAnalysis *a, const char *folded, const char *small,
                          TlMineWord *word) {
  const TlMineLanguage *language = words->language;
  const char *const *allowed = tl_homographs_usual(language->lists->homographs, small);
  TlTried tried = meant(a, word->starts);
  const Kind nouns = {TL_POS_NOUN, tried, allowed};
  Choice noun = choose(language, a, nouns), adjective = choose(language, a, (Kind){TL_POS_ADJECTIVE, tried, allowed}),
         verb = choose(language, a, (Kind){TL_POS_VERB, tried, allowed});
  gboolean rather_verb = verb.reading >= 0 && (verb.usual > MAX(noun.usual, adjective.usual) + MUCH_MORE_USUAL ||
                                               (noun.reading < 0 && adjective.reading < 0));
  if (rather_verb)
    word->subject = subject_of(small);
  if (rather_verb || (allowed && !*allowed) || is_function_word(language, a, small, &noun))
    return;
  add_nouns(words, a, folded, nouns, word);
  word->usual = word->n_nouns > 0 ? noun.usual : 0;
  if (adjective.reading < 0)
    return;
  const char *lemma = tl_reading_stem(&a->readings, (guint)adjective.reading);
  word->adjective_morph = joined(a, (guint)adjective.reading);
  if (is_stop(language, lemma))
    return;
  word->adjective = tl_arena_strdup(words->arena, lemma);
  word->usual = MAX(word->usual, adjective.usual);
}

/* A new word, or a name: by analogy with what ends alike. */
static void take_unknown(TlMineWords *words, const char *small, const TlToken *token, TlMineWord *word) {
  if (!(token->flags & TL_TOKEN_CYRILLIC) || (token->flags & (TL_TOKEN_LATIN | TL_TOKEN_DIGITS)) ||
      g_utf8_strlen(small, -1) < 4)
    return;
  word->unknown = TRUE;
  g_autoptr(GArray) guesses = tl_guesses_new();
  tl_guess_citations(words->language->lexicon, small, guesses);
  for (guint i = 0; i < guesses->len; i++) {
    const TlGuess *guess = &g_array_index(guesses, TlGuess, i);
    if (guess->morph.pos == TL_POS_ADJECTIVE && is_regular(guess->citation) && !word->capital && word->n_nouns <= 1) {
      word->n_nouns = 0; /* the form itself was likelier, but it is one of every word */
      word->adjective = tl_arena_strdup(words->arena, guess->citation);
      word->adjective_morph = guess->morph;
      return;
    }
    if (guess->morph.pos == TL_POS_NOUN || guess->morph.pos == TL_POS_UNKNOWN) {
      TlMorph morph = guess->morph;
      morph.pos = TL_POS_NOUN;
      add_noun(words, word,
               (TlMineNoun){guess->citation, morph, g_bit_storage(guess->score), 0, gender_by_ending(guess->citation)});
    }
  }
}

static TlMineWord *look(TlMineWords *words, const char *folded, size_t length, const TlToken *token) {
  char small[TL_WORD_MAX];
  TlAnalysis a;
  TlMineWord *word = tl_arena_new0(words->arena, TlMineWord, 1);
  word->form = tl_arena_strdup(words->arena, folded);
  word->subject = TL_CONCORDS;
  if (!tl_lower_word(folded, length, small) || g_utf8_strlen(small, -1) < 2)
    return word;
  tl_analyse(words->language->lexicon, words->language->lists, folded, length, &a);
  word->capital = a.casing == TL_CASING_CAPITAL || tl_is_double_name(folded);
  word->starts = token->starts;
  word->acronym = !word->capital && (a.casing == TL_CASING_ALL || a.casing == TL_CASING_MIXED);
  if (word->acronym) /* it stands as it is */
    add_noun(words, word,
             (TlMineNoun){folded, {TL_POS_NOUN, TL_CASE_ANY, TL_CASE_ANY, TL_GENDER_ANY}, 0, 0, TL_GENDER_M});
  else if (a.readings.n > 0)
    take_readings(words, &a, folded, small, word);
  else
    take_unknown(words, small, token, word);
  return word;
}

/* Which of its nouns a word may be here: those that the adjective before it agrees with, if there are any. */
static void count_nouns(TlMineWord *word, const TlMineWord *before) {
  gboolean agrees[TL_MINE_NOUNS], some = FALSE;
  for (guint i = 0; i < word->n_nouns; i++) {
    agrees[i] = !tl_mine_is_adjective(before) || tl_grammar_agree(before->adjective_morph, word->nouns[i].morph);
    some = some || agrees[i];
  }
  for (guint i = 0; i < word->n_nouns; i++)
    word->nouns[i].count += agrees[i] || !some;
}

const TlMineWord *tl_mine_words_count(TlMineWords *words, const char *text, const TlToken *token,
                                      const TlMineWord *before) {
  char key[TL_WORD_MAX + 1];
  size_t n = tl_fold_word(text + token->span.start, token->span.end - token->span.start, key + 1);
  if (n == 0 || !(token->flags & TL_TOKEN_LETTERS))
    return NULL;
  key[0] = token->starts ? '+' : '-';
  TlMineWord *word = g_hash_table_lookup(words->known, key);
  if (!word) {
    word = look(words, key + 1, n, token);
    g_hash_table_insert(words->known, tl_arena_strdup(words->arena, key), word);
  }
  word->count++;
  count_nouns(word, before);
  return word;
}

char *tl_adjective_for(const char *lemma, guint8 gender) {
  gboolean hard = g_str_has_suffix(lemma, "ий");
  if (!is_regular(lemma))
    return NULL;
  if (gender & TL_GENDER_M)
    return g_strdup(lemma);
  const char *ending = gender & TL_GENDER_F ? (hard ? "а" : "я") : gender & TL_GENDER_N ? (hard ? "е" : "є") : "і";
  return g_strdup_printf("%.*s%s", (int)(strlen(lemma) - strlen("ий")), lemma, ending);
}
