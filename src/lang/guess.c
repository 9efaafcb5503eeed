#include "lang/guess.h"

#include <string.h>

#include "lang/frozen/rule.h"

void tl_guess_clear(TlGuess *guess) {
  g_free(guess->citation);
}

GArray *tl_guesses_new(void) {
  GArray *guesses = g_array_new(FALSE, FALSE, sizeof(TlGuess));
  g_array_set_clear_func(guesses, (GDestroyNotify)tl_guess_clear);
  return guesses;
}

static gboolean paradigm_has(const TlFrozen *frozen, guint paradigm, guint32 flag) {
  guint n;
  const guint32 *flags = tl_frozen_paradigm(frozen, paradigm, &n);
  for (guint i = 0; i < n; i++)
    if (flags[i] == flag)
      return TRUE;
  return FALSE;
}

/* How usual it is for entries that end like `stem` to have a paradigm with `flag` (0: any paradigm at all). */
static guint believe(const TlFrozen *frozen, const char *stem, guint32 flag, guint *letters) {
  gboolean capitalised = g_unichar_isupper(g_utf8_get_char(stem));
  for (guint n_letters = TL_ENDING_MAX; n_letters > 0; n_letters--) {
    guint n, share = 0;
    const TlFrozenEnding *endings = tl_frozen_endings(frozen, stem, strlen(stem), n_letters, capitalised, &n);
    for (guint i = 0; i < n; i++)
      if (!flag || paradigm_has(frozen, endings[i].paradigm, flag))
        share += endings[i].share;
    *letters = n_letters;
    if (endings)
      return share;
  }
  *letters = 0;
  return 0;
}

static gboolean ends_with_one_of(const char *word, const char *const *endings) {
  for (; *endings; endings++)
    if (g_str_has_suffix(word, *endings))
      return TRUE;
  return FALSE;
}

/* Per mille: what citation forms of names look like in news, where most unknown ones are foreign surnames of men. A
 * form in -а is then sooner a genitive than a woman's name, one in -ом an instrumental; vocatives in -е are rare, names
 * in -е are not. */
static guint plausible(const char *citation, const char *form) {
  static const char *const adjectives[] = {"ський", "цький", "зький", "ська", "цька", "зька", NULL};
  static const char *const adjectival[] = {"ого", "ому", "ього", "ьому", NULL};
  static const char *const of_enko[] = {"енка",   "енку",  "енкові", "енком",  "енки",  "енків",  "енкам",
                                        "енками", "енках", "енко",   "єнка",   "єнку",  "єнкові", "єнком",
                                        "єнки",   "єнків", "єнкам",  "єнками", "єнках", "єнко",   NULL};
  static const char *const odd[] = {"ий", "ій", "ой", "ое", "ьо", "аи", "уи", "ьи", "ське", NULL};
  static const char *const vowels[] = {"а", "я", "о", "е", "є", "и", "і", "ї", "у", "ю", NULL};
  static const char *const settled[] = {"е", "є", "і", "о", NULL};
  guint same = strcmp(citation, form) != 0 ? 1000 : ends_with_one_of(form, settled) ? 1500 : 400;
  if (ends_with_one_of(citation, adjectives))
    return same;
  if (ends_with_one_of(form, of_enko)) /* Верховенком: of a surname in -енко, not of a word in -енок */
    return g_str_has_suffix(citation, "енко") || g_str_has_suffix(citation, "єнко") ? 2000 : 100;
  if (ends_with_one_of(form, adjectival)) /* Підгрушного: of an adjective, whatever its stem */
    return g_str_has_suffix(citation, "ий") || g_str_has_suffix(citation, "ій") ? 1000 : 200;
  return same * (ends_with_one_of(citation, odd) ? 2 : ends_with_one_of(citation, vowels) ? 5 : 10) / 10;
}

/* No citation form ends in a soft sign behind a vowel, an apostrophe, another one or a hushing sound, nor in -и behind
 * a vowel. */
static gboolean is_impossible(const char *citation) {
  const char *end = citation + strlen(citation), *last = g_utf8_find_prev_char(citation, end);
  const char *before = last ? g_utf8_find_prev_char(citation, last) : NULL;
  if (!before)
    return FALSE;
  gunichar c = g_unichar_tolower(g_utf8_get_char(before));
  return (strcmp(last, "ь") == 0 && g_utf8_strchr("аеєиіїоуюяь'жчшщ", -1, c)) ||
         (strcmp(last, "и") == 0 && g_utf8_strchr("аеєиіїоуюяь", -1, c));
}

static int best_first(const void *a, const void *b) {
  const TlGuess *x = a, *y = b;
  return x->score != y->score ? (x->score < y->score ? 1 : -1) : strcmp(x->citation, y->citation);
}

/* Adds a guess, or more cases to one that is there. */
static void add_guess(GArray *guesses, const char *form, char *citation, TlMorph morph, guint share, guint letters) {
  guint score = share * plausible(citation, form) / 1000 * (letters + 1) / (TL_ENDING_MAX + 1);
  for (guint i = 0; i < guesses->len; i++) {
    TlGuess *same = &g_array_index(guesses, TlGuess, i);
    if (same->morph.pos == morph.pos && same->morph.gender == morph.gender && strcmp(same->citation, citation) == 0) {
      same->score = MAX(same->score, score);
      same->morph.singular |= morph.singular;
      same->morph.plural |= morph.plural;
      g_free(citation);
      return;
    }
  }
  TlGuess guess = {citation, morph, score, letters};
  g_array_append_val(guesses, guess);
}

/* What the form is when rule `rule` makes it of `stem`. */
static TlMorph morph_by(const TlLexicon *lexicon, const char *form, const char *stem, guint rule) {
  TlReadings one = {.n = 1, .items = {{.rule = (guint16)rule}}};
  if (g_strlcpy(one.text, stem, sizeof one.text) >= sizeof one.text)
    return (TlMorph){TL_POS_UNKNOWN, TL_CASE_ANY, TL_CASE_ANY, TL_GENDER_ANY};
  return tl_grammar(lexicon, form, &one, 0);
}

void tl_guess_citations(const TlLexicon *lexicon, const char *form, GArray *guesses) {
  const TlFrozen *frozen = tl_lexicon_frozen(lexicon);
  guint letters = 0, n_rules = 0;
  guint own = frozen ? believe(frozen, form, 0, &letters) : 0;
  add_guess(guesses, form, g_strdup(form), (TlMorph){TL_POS_UNKNOWN, TL_CASE_ANY, TL_CASE_ANY, TL_GENDER_ANY}, own,
            letters);
  const TlFrozenRule *rules = frozen ? tl_frozen_rules(frozen, &n_rules) : NULL;
  for (guint i = 1; i < n_rules; i++) {
    char *stem = tl_rule_undo(frozen, &rules[i], form);
    guint share = stem ? believe(frozen, stem, rules[i].flag, &letters) : 0;
    if (share > 0 && !is_impossible(stem))
      add_guess(guesses, form, stem, morph_by(lexicon, form, stem, i), share, letters);
    else
      g_free(stem);
  }
  g_array_sort(guesses, best_first);
}
