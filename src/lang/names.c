#include "lang/names.h"

#include <string.h>

#include "lang/guess.h"
#include "lang/surname.h"
#include "text/fold.h"

/* A guess with less behind it than this leaves the form as it stands. */
#define BELIEF_MIN 150

struct TlNames {
  TlLexicon *lexicon;
  const TlWordLists *lists;
  GHashTable *guesses;     /* form -> GArray of TlGuess */
  GHashTable *support;     /* citation -> number of distinct forms that lead to it */
  GHashTable *citations;   /* form -> Answer */
  GHashTable *kept;        /* strings */
  GHashTable *men, *women; /* his citation form, where the text has forms of the surname that are his, or hers, alone */
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
  names->kept = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  names->men = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  names->women = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  names->citations = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, answer_free);
  return names;
}

void tl_names_free(TlNames *names) {
  if (!names)
    return;
  g_hash_table_unref(names->guesses);
  g_hash_table_unref(names->support);
  g_hash_table_unref(names->citations);
  g_hash_table_unref(names->kept);
  g_hash_table_unref(names->men);
  g_hash_table_unref(names->women);
  g_free(names);
}

/* Зеленської is hers: what leads to him leads to her. Nothing else ends in -ої; what else ends in -ою has her citation
 * form. */
static void lead_to_her(GArray *guesses, const char *form) {
  gboolean surely = FALSE;
  for (guint i = 0; i < guesses->len; i++) {
    TlGuess *guess = &g_array_index(guesses, TlGuess, i);
    if (tl_surname_form(guess->citation, form) == TL_SURNAME_HERS) {
      g_autofree char *his = guess->citation;
      guess->citation = tl_surname_hers(his);
      surely = g_str_has_suffix(form, "ої") || g_str_has_suffix(form, "ою");
    }
  }
  for (guint i = guesses->len; surely && i-- > 0;)
    if (!g_str_has_suffix(g_array_index(guesses, TlGuess, i).citation, "а"))
      g_array_remove_index(guesses, i);
}

static gboolean is_among_first(const GArray *guesses, guint n, const char *citation) {
  for (guint i = 0; i < n; i++)
    if (strcmp(g_array_index(guesses, TlGuess, i).citation, citation) == 0)
      return TRUE;
  return FALSE;
}

static void note_person(TlNames *names, const char *word) {
  g_autofree char *his = tl_surname_his(word);
  TlSurnameForm form = his ? tl_surname_form(his, word) : TL_SURNAME_EITHERS;
  if (form == TL_SURNAME_HIS || form == TL_SURNAME_HERS)
    g_hash_table_add(form == TL_SURNAME_HIS ? names->men : names->women, g_steal_pointer(&his));
}

/* Панова, where the text has Панової, and nothing that is his alone: she. */
static gboolean is_she(const TlNames *names, const char *his, const char *word) {
  return tl_surname_form(his, word) == TL_SURNAME_EITHERS && g_hash_table_contains(names->women, his) &&
         !g_hash_table_contains(names->men, his);
}

void tl_names_note(TlNames *names, const char *word) {
  TlReadings readings = {.n = 0};
  note_person(names, word);
  if (g_hash_table_contains(names->guesses, word) ||
      tl_lexicon_readings(names->lexicon, word, strlen(word), &readings) != TL_UNKNOWN)
    return;
  GArray *guesses = tl_guesses_new();
  tl_guess_citations(names->lexicon, word, guesses);
  lead_to_her(guesses, word);
  for (guint i = 0; i < guesses->len; i++) {
    const char *citation = g_array_index(guesses, TlGuess, i).citation;
    if (is_among_first(guesses, i, citation))
      continue;
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

/* Which reading a name has sooner: a noun than an adjective (that is a surname when it is nothing else), one person
 * than several (Валентини: of Валентина), the word itself than another (Мирослава: sooner she than of Мирослав). -1: no
 * reading of a name. */
static gint rank_reading(const TlAnalysis *a, guint i, const char *word) {
  const TlMorph *morph = &a->morphs[i];
  if (a->tried[i] != (a->casing == TL_CASING_SMALL ? TL_TRIED_CAPITAL : TL_TRIED_AS_IS))
    return -1;
  if (morph->pos == TL_POS_ADJECTIVE)
    return a->casing == TL_CASING_CAPITAL ? 0 : -1;
  gboolean itself = strcmp(tl_reading_stem(&a->readings, i), word) == 0;
  return 1 + (itself ? 4 : 0) + (morph->singular ? 2 : 0);
}

/* Зеленською, Пановою: of Зеленська, Панова. */
static gboolean is_hers(const TlMorph *morph, const char *stem, const char *word) {
  return (morph->pos == TL_POS_ADJECTIVE && morph->singular && morph->gender == TL_GENDER_F) ||
         tl_surname_form(stem, word) == TL_SURNAME_HERS;
}

/* A word that the dictionary knows: a name's entry, else the word itself. */
static Answer *known_word(TlNames *names, const char *word) {
  TlAnalysis a;
  tl_analyse(names->lexicon, names->lists, word, strlen(word), &a);
  gint best = -1, best_rank = -1;
  const char *const *usual = tl_homographs_usual(names->lists->homographs, word);
  for (guint i = 0; i < a.readings.n; i++) {
    gint rank = usual && !tl_homographs_allow(usual, tl_reading_stem(&a.readings, i)) ? -1 : rank_reading(&a, i, word);
    if (rank > best_rank)
      best = (gint)i, best_rank = rank;
  }
  const char *stem = best >= 0 ? tl_reading_stem(&a.readings, (guint)best) : NULL;
  gboolean bare = best >= 0 && a.morphs[best].pos == TL_POS_UNKNOWN; /* an entry without forms of its own */
  g_autofree char *hers = best >= 0 && is_hers(&a.morphs[best], stem, word) ? tl_surname_hers(stem) : NULL;
  stem = hers ? hers : stem;
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
  return answer(best->citation,
                g_strdup_printf("inflects like words in -%s",
                                g_utf8_offset_to_pointer(best->citation, MAX(0, length - (glong)best->letters))));
}

const char *tl_names_citation(TlNames *names, const char *word, const char **why) {
  const Answer *known = g_hash_table_lookup(names->citations, word);
  if (!known) {
    const GArray *guesses = g_hash_table_lookup(names->guesses, word);
    Answer *fresh = guesses ? unknown_word(names, word, guesses) : known_word(names, word);
    if (is_she(names, fresh->citation, word)) {
      g_autofree char *hers = tl_surname_hers(fresh->citation);
      answer_free(fresh);
      fresh = answer(hers, g_strdup_printf("other forms in the text are of %s", hers));
    }
    g_hash_table_insert(names->citations, g_strdup(word), fresh);
    known = fresh;
  }
  if (why)
    *why = known->why;
  return known->citation;
}

/* A copy that lives as long as the names. */
static const char *keep(TlNames *names, const char *text) {
  if (!g_hash_table_contains(names->kept, text))
    g_hash_table_add(names->kept, g_strdup(text));
  return g_hash_table_lookup(names->kept, text);
}

const char *tl_names_other_citation(TlNames *names, const char *word) {
  TlAnalysis a;
  tl_analyse(names->lexicon, names->lists, word, strlen(word), &a);
  for (guint i = 0; i < a.readings.n; i++) {
    const char *stem = tl_reading_stem(&a.readings, i);
    if (a.tried[i] == TL_TRIED_AS_IS && a.morphs[i].pos == TL_POS_NOUN && strcmp(stem, word) != 0)
      return keep(names, stem);
  }
  return NULL;
}
