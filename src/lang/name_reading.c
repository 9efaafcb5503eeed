/* From the dictionary's entries, as written and of ordinary words; of what it does not know by analogy (guess.h).
 * Paragraphs are those of the orthography of 2019. */
#include "lang/name_reading.h"

#include <string.h>

#include "lang/ends_in.h"
#include "lang/given_name.h"
#include "lang/guess.h"
#include "lang/name_form.h"
#include "lang/name_listed.h"
#include "lang/name_weight.h"
#include "text/fold.h"

/* Readings of one word in the making. */
typedef struct Making {
  TlLexicon *lexicon;
  const TlWordLists *lists;
  const char *word;
  GArray *readings;
  TlTried tried; /* how the entry at hand was found */
} Making;

/* How likely an ordinary word is a name of its own where it is a form of another. */
#define ORDINARY 0.3

static void reading_clear(gpointer data) {
  g_free(((TlNameReading *)data)->citation);
}

static const char *const in_a[] = {"а", "я", NULL};

/* Adds a reading, or more cases to one that is there. */
static void add(Making *m, TlNameReading reading, const char *citation) {
  if (!reading.cases)
    return;
  for (guint i = 0; i < m->readings->len; i++) {
    TlNameReading *same = &g_array_index(m->readings, TlNameReading, i);
    if (same->concord == reading.concord && same->source == reading.source && strcmp(same->citation, citation) == 0) {
      same->cases |= reading.cases;
      same->weight = MAX(same->weight, reading.weight);
      return;
    }
  }
  reading.citation = g_strdup(citation);
  g_array_append_val(m->readings, reading);
}

static gboolean is_one_syllable(const char *word) {
  guint vowels = 0;
  for (; *word; word = g_utf8_next_char(word))
    vowels += g_utf8_strchr("аеєиіїоуюяАЕЄИІЇОУЮЯ", -1, g_utf8_get_char(word)) ? 1u : 0u;
  return vowels == 1;
}

static gboolean has_given(const Making *m) {
  for (guint i = 0; i < m->readings->len; i++)
    if (g_array_index(m->readings, TlNameReading, i).given)
      return TRUE;
  return FALSE;
}

/* Карін, in the dictionary of several who are called Каріна alone: sooner a name of its own. */
static gboolean is_of_several(const Making *m) {
  size_t n = strlen(m->word);
  for (guint i = 0; i < m->readings->len; i++) {
    const TlNameReading *reading = &g_array_index(m->readings, TlNameReading, i);
    if (reading->concord != TL_CONCORD_PLURAL || strncmp(reading->citation, m->word, n) != 0 ||
        !g_strv_contains(in_a, reading->citation + n))
      return FALSE;
  }
  return has_given(m);
}

/* The word as it stands: what it may be by its ending. Women's surnames in a consonant or -о do not decline (but
 * of Панов hers is Панова: § 142), foreign names in -е, -и, -і, -у, -ю do not at all (§ 140). `declines`: it is not
 * foreign. */
static void add_standing(Making *m, gdouble weight, gboolean declines) {
  static const char *const hers[] = {"ська", "цька", "зька", NULL}, *const his[] = {"ий", "ов", "ев", "єв", NULL};
  static const char *const neuter[] = {"о", "е", "є", NULL}, *const plural[] = {"и", "і", "ї", NULL};
  static const char *const hardly[] = {"и", "ці", NULL};
  static const char *const closed[] = {"а", "я", "е", "є", "и", "і", "ї", "о", "у", "ю", NULL};
  gboolean a = tl_ends_in(m->word, in_a), vowel = tl_ends_in(m->word, closed), o = g_str_has_suffix(m->word, "о");
  TlNameReading nominative = {.cases = TL_CASE_NOM, .source = TL_NAME_STANDS, .weight = weight};
  TlNameReading always = {.cases = TL_CASE_ANY, .source = TL_NAME_UNDECLINED, .weight = weight};
  if (tl_ends_in(m->word, hardly)) /* Миколівці: of Миколівка */
    always.weight *= 0.3;
  for (guint8 concord = 0; concord < TL_CONCORDS; concord++) {
    nominative.concord = always.concord = concord;
    gboolean can = concord == TL_CONCORD_M   ? !vowel || o || (a && !tl_ends_in(m->word, hers))
                   : concord == TL_CONCORD_F ? a
                   : concord == TL_CONCORD_N ? tl_ends_in(m->word, neuter)
                                             : tl_ends_in(m->word, plural);
    if (can)
      add(m, nominative, m->word);
    if (concord == TL_CONCORD_F ? !a && !tl_ends_in(m->word, his)
                                : concord == TL_CONCORD_M && vowel && !a && !o && !declines)
      add(m, always, m->word);
  }
  /* Ван Хелсінга, and Asian names, of which only the last word declines (§ 146); Марка Рубіо */
  if (!vowel ? is_one_syllable(m->word) && !has_given(m) : o && !declines) {
    always.concord = TL_CONCORD_M;
    always.weight *= 0.3;
    add(m, always, m->word);
  }
}

/* `letters`: 0 of an entry of the dictionary. */
static void add_by_morph(Making *m, const char *entry, TlMorph morph, guint letters, gdouble weight) {
  TlNameSource source = letters ? TL_NAME_ANALOGY : TL_NAME_FORM;
  for (guint8 concord = 0; concord < TL_CONCORDS; concord++) {
    g_autofree char *citation = tl_name_citation_in(m->word, entry, morph, concord);
    gboolean stands = source == TL_NAME_FORM && strcmp(citation, m->word) == 0;
    gboolean given = tl_is_given_name(m->lexicon, citation, concord);
    TlNameReading reading = {.concord = concord,
                             .cases = tl_name_cases_in(m->word, citation, morph, concord, given),
                             .source = (guint8)(stands ? TL_NAME_STANDS : source),
                             .letters = (guint8)letters,
                             .given = given};
    reading.weight = weight * tl_name_bias(m->word, m->tried, &reading, citation, entry, morph);
    add(m, reading, citation);
  }
}

static void drop_unfit(Making *m) {
  for (guint i = m->readings->len; i-- > 0 && m->readings->len > 1;)
    if (!tl_name_fits(m->word, g_array_index(m->readings, TlNameReading, i).citation))
      g_array_remove_index(m->readings, i);
}

/* What the dictionary does not know, and what it has form by form. `listed`: only citation forms that it has so. */
static void add_guesses(Making *m, gboolean listed) {
  g_autoptr(GArray) guesses = tl_guesses_new();
  gboolean beside = m->readings->len > 0; /* Бойна: hardly another name beside an ordinary word */
  tl_guess_citations(m->lexicon, m->word, guesses);
  for (guint i = 0; i < guesses->len; i++) {
    const TlGuess *guess = &g_array_index(guesses, TlGuess, i);
    gdouble score = guess->score / 1000.0;
    gdouble weight = listed ? 1 + score : beside ? score * 0.2 : score;
    gboolean itself = strcmp(guess->citation, m->word) == 0;
    if (itself && !listed)
      add_standing(m, weight, FALSE);
    else if (!itself && (!listed || tl_is_listed(m->lexicon, guess->citation, m->word)))
      add_by_morph(m, guess->citation, guess->morph, listed ? 0 : guess->letters, weight);
  }
  drop_unfit(m);
}

/* A word without forms in the dictionary. */
static void add_bare(Making *m) {
  static const char *const of_ova[] = {"ову", "еву", "єву", NULL}; /* Жукову: hers, though it is an entry, too */
  guint before = m->readings->len;
  add_guesses(m, TRUE);
  add_standing(m, m->readings->len > before || tl_ends_in(m->word, of_ova) ? 0.2 : 5, FALSE);
}

/* An entry as a name: Івано-Франківський, of івано-франківський. */
static gboolean in_casing(const char *word, const char *stem, TlTried tried, char entry[TL_WORD_MAX]) {
  const char *hyphen = strchr(word, '-'), *own = strchr(stem, '-');
  char second[TL_WORD_MAX];
  if (tried == TL_TRIED_AS_IS)
    return g_strlcpy(entry, stem, TL_WORD_MAX) < TL_WORD_MAX;
  if (!hyphen || !own || !g_unichar_isupper(g_utf8_get_char(hyphen + 1)))
    return tl_title_word(stem, strlen(stem), entry) > 0;
  return tl_title_word(stem, (size_t)(own + 1 - stem), entry) > 0 &&
         tl_title_word(own + 1, strlen(own + 1), second) > 0 && g_strlcat(entry, second, TL_WORD_MAX) < TL_WORD_MAX;
}

/* Entries that the word is a form of as it is written; of ordinary words (Верхолазом, Верхню) where there are none. */
static void add_entries(Making *m, const TlAnalysis *a, TlTried tried) {
  const char *const *usual = tl_homographs_usual(m->lists->homographs, m->word);
  m->tried = tried;
  for (guint i = 0; i < a->readings.n; i++) {
    const char *stem = tl_reading_stem(&a->readings, i);
    const TlMorph *morph = &a->morphs[i];
    char entry[TL_WORD_MAX];
    if (a->tried[i] != tried || (usual && !tl_homographs_allow(usual, stem)) || !in_casing(m->word, stem, tried, entry))
      continue;
    gboolean itself = strcmp(entry, m->word) == 0;
    if (morph->pos == TL_POS_UNKNOWN && itself && strchr(entry, '-')) /* Нечуя-Левицького is there, too */
      add_guesses(m, TRUE);
    else if (morph->pos == TL_POS_UNKNOWN && itself)
      add_bare(m);
    else
      add_by_morph(m, entry, *morph, 0, tl_name_entry_weight(morph, itself));
    if (itself && morph->pos == TL_POS_NOUN)
      add_standing(m, 1, TRUE);
  }
}

/* Two halves with a reading each, if they go together; `a` NULL: the first is as it stands. */
static void add_both(Making *m, const char *first, const TlNameReading *a, const TlNameReading *b) {
  if (a && a->concord != b->concord)
    return;
  g_autofree char *whole = g_strconcat(a ? a->citation : first, "-", b->citation, NULL);
  TlNameReading both = {.concord = b->concord,
                        .cases = (a ? a->cases & b->cases : b->cases) & (TL_CASE_ANY & ~TL_CASE_VOC),
                        .source = strcmp(whole, m->word) == 0 ? TL_NAME_STANDS : TL_NAME_HALVES,
                        .given = a && a->given && b->given,
                        .weight = (a ? a->weight : 2) * b->weight};
  add(m, both, whole);
}

/* Нечуя-Левицького: both halves in one case (§ 146). A syllable before the hyphen may stay as it is: Аль-Асада. */
static void add_halves(Making *m) {
  const char *hyphen = strchr(m->word, '-');
  if (!hyphen || hyphen == m->word || hyphen != strrchr(m->word, '-') ||
      !g_unichar_isupper(g_utf8_get_char(hyphen + 1)))
    return;
  g_autofree char *first = g_strndup(m->word, (gsize)(hyphen - m->word));
  g_autoptr(GArray) a = tl_name_readings(m->lexicon, m->lists, first);
  g_autoptr(GArray) b = tl_name_readings(m->lexicon, m->lists, hyphen + 1);
  for (guint j = 0; j < b->len; j++) {
    const TlNameReading *second = &g_array_index(b, TlNameReading, j);
    if (is_one_syllable(first))
      add_both(m, first, NULL, second);
    for (guint i = 0; i < a->len; i++)
      add_both(m, first, &g_array_index(a, TlNameReading, i), second);
  }
}

/* Наталя Галушка, Галушку: of an ordinary word in -а, though the dictionary has a name (Галушко) of the same form. */
static void add_ordinary(Making *m, const TlAnalysis *a) {
  for (guint i = 0; i < m->readings->len; i++)
    if (strcmp(g_array_index(m->readings, TlNameReading, i).citation, m->word) == 0)
      return;
  for (guint i = 0; i < a->readings.n; i++) {
    char entry[TL_WORD_MAX];
    if (a->tried[i] == TL_TRIED_SMALL && a->morphs[i].pos == TL_POS_NOUN &&
        in_casing(m->word, tl_reading_stem(&a->readings, i), TL_TRIED_SMALL, entry) && tl_ends_in(entry, in_a))
      add_by_morph(m, entry, a->morphs[i], 0, ORDINARY);
  }
}

GArray *tl_name_readings(TlLexicon *lexicon, const TlWordLists *lists, const char *word) {
  GArray *readings = g_array_new(FALSE, FALSE, sizeof(TlNameReading));
  g_array_set_clear_func(readings, reading_clear);
  Making m = {lexicon, lists, word, readings, TL_TRIED_AS_IS};
  TlAnalysis a;
  tl_analyse(lexicon, lists, word, strlen(word), &a);
  add_entries(&m, &a, TL_TRIED_AS_IS);
  if (is_of_several(&m))
    add_standing(&m, 0.5, TRUE);
  if (readings->len > 0)
    add_ordinary(&m, &a);
  if (readings->len == 0)
    add_halves(&m);
  if (readings->len > 0)
    return readings;
  if (a.casing == TL_CASING_CAPITAL)
    add_entries(&m, &a, TL_TRIED_SMALL);
  m.tried = TL_TRIED_AS_IS;
  if (a.known_as_is || a.casing == TL_CASING_ALL) /* its parts are known; an acronym */
    add_standing(&m, 0.5, FALSE);
  else
    add_guesses(&m, FALSE);
  return readings;
}

const TlNameReading *tl_likeliest_reading(const GArray *readings) {
  const TlNameReading *best = &g_array_index(readings, TlNameReading, 0);
  for (guint i = 1; i < readings->len; i++)
    if (g_array_index(readings, TlNameReading, i).weight > best->weight)
      best = &g_array_index(readings, TlNameReading, i);
  return best;
}
