#include "lang/names.h"

#include <string.h>

#include "lang/guess.h"
#include "text/fold.h"

/* A guess with less behind it than this leaves the form as it stands. */
#define BELIEF_MIN 150

struct TlNames {
  TlLexicon *lexicon;
  const TlWordLists *lists;
  GHashTable *guesses;   /* form -> GArray of TlGuess */
  GHashTable *support;   /* citation -> number of distinct forms that lead to it */
  GHashTable *citations; /* form -> Answer */
};

typedef struct Answer {
  char *citation, *why;
} Answer;

static void answer_free(gpointer data) {
  Answer *answer = data;
  g_free(answer->citation);
  g_free(answer->why);
  g_free(answer);
}

TlNames *tl_names_new(TlLexicon *lexicon, const TlWordLists *lists) {
  TlNames *names = g_new0(TlNames, 1);
  names->lexicon = lexicon;
  names->lists = lists;
  names->guesses = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_array_unref);
  names->support = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  names->citations = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, answer_free);
  return names;
}

void tl_names_free(TlNames *names) {
  if (!names)
    return;
  g_hash_table_unref(names->guesses);
  g_hash_table_unref(names->support);
  g_hash_table_unref(names->citations);
  g_free(names);
}

void tl_names_note(TlNames *names, const char *word) {
  if (g_hash_table_contains(names->guesses, word))
    return;
  GArray *guesses = tl_guesses_new();
  tl_guess_citations(names->lexicon, word, guesses);
  for (guint i = 0; i < guesses->len; i++) {
    const char *citation = g_array_index(guesses, TlGuess, i).citation;
    guint n = GPOINTER_TO_UINT(g_hash_table_lookup(names->support, citation));
    g_hash_table_insert(names->support, g_strdup(citation), GUINT_TO_POINTER(n + 1));
  }
  g_hash_table_insert(names->guesses, g_strdup(word), guesses);
}

static Answer *answer(const char *citation, char *why) {
  Answer *made = g_new(Answer, 1);
  *made = (Answer){g_strdup(citation), why};
  return made;
}

/* Путіна, which some dictionaries list beside Путін, form by form: the guess that is listed, too. */
static char *listed_citation(TlNames *names, const char *word) {
  g_autoptr(GArray) guesses = tl_guesses_new();
  tl_guess_citations(names->lexicon, word, guesses);
  for (guint i = 0; i < guesses->len; i++) {
    const char *citation = g_array_index(guesses, TlGuess, i).citation;
    TlReadings readings = {.n = 0};
    glong letters = g_utf8_strlen(citation, -1);
    if (strcmp(citation, word) != 0 && letters > 2 && letters <= g_utf8_strlen(word, -1) &&
        tl_lexicon_readings(names->lexicon, citation, strlen(citation), &readings) != TL_UNKNOWN)
      return g_strdup(citation);
  }
  return NULL;
}

/* A word that the dictionary knows: a name's entry, else the word itself. */
static Answer *known_word(TlNames *names, const char *word) {
  TlAnalysis a;
  tl_analyse(names->lexicon, names->lists, word, strlen(word), &a);
  const char *stem = NULL;
  gboolean bare = FALSE; /* an entry without forms of its own */
  for (guint i = 0; i < a.readings.n; i++) {
    gboolean fits = a.tried[i] == (a.casing == TL_CASING_SMALL ? TL_TRIED_CAPITAL : TL_TRIED_AS_IS);
    if (a.morphs[i].pos == TL_POS_ADJECTIVE) /* Підгрушного: a surname, when it is nothing else */
      fits = fits && !stem && a.casing == TL_CASING_CAPITAL;
    gboolean itself = fits && strcmp(tl_reading_stem(&a.readings, i), word) == 0; /* Мирослава: sooner she than of Мирослав */
    if (fits && (!stem || itself)) {
      stem = tl_reading_stem(&a.readings, i);
      bare = a.morphs[i].pos == TL_POS_UNKNOWN;
    }
  }
  char title[TL_WORD_MAX];
  for (guint i = 0; i < a.readings.n && !stem; i++) /* Верхолазом: an ordinary word, and a surname */
    if (a.tried[i] == TL_TRIED_SMALL && a.morphs[i].pos == TL_POS_NOUN &&
        tl_title_word(tl_reading_stem(&a.readings, i), strlen(tl_reading_stem(&a.readings, i)), title))
      stem = title;
  g_autofree char *listed = bare ? listed_citation(names, word) : NULL;
  stem = listed ? listed : stem;
  if (!stem || strcmp(stem, word) == 0)
    return answer(word, g_strdup("as it stands"));
  return answer(stem, g_strdup_printf("%s is a form of %s in the dictionary", word, stem));
}

/* The citation form that most forms of the text lead to; among those the better guess (they come best first). */
static Answer *unknown_word(TlNames *names, const char *word, const GArray *guesses) {
  const TlGuess *best = NULL;
  guint most = 0;
  for (guint i = 0; i < guesses->len; i++) {
    const TlGuess *guess = &g_array_index(guesses, TlGuess, i);
    guint forms = GPOINTER_TO_UINT(g_hash_table_lookup(names->support, guess->citation));
    if ((guess->score >= BELIEF_MIN || forms > 1) && forms > most)
      most = forms, best = guess;
  }
  if (!best || strcmp(best->citation, word) == 0)
    return answer(word, g_strdup("as it stands"));
  if (most > 1)
    return answer(best->citation, g_strdup_printf("%u forms in the text go back to %s", most, best->citation));
  glong length = g_utf8_strlen(best->citation, -1);
  return answer(best->citation, g_strdup_printf("inflects like words in -%s",
                                                g_utf8_offset_to_pointer(best->citation, MAX(0, length - (glong)best->letters))));
}

const char *tl_names_citation(TlNames *names, const char *word, const char **why) {
  const Answer *known = g_hash_table_lookup(names->citations, word);
  if (!known) {
    const GArray *guesses = g_hash_table_lookup(names->guesses, word);
    Answer *fresh = guesses ? unknown_word(names, word, guesses) : known_word(names, word);
    g_hash_table_insert(names->citations, g_strdup(word), fresh);
    known = fresh;
  }
  if (why)
    *why = known->why;
  return known->citation;
}
