/* Which noun a form is of, by the whole of the texts: one that has other forms there, too (after the one sense per
 * discourse of Gale, Church and Yarowsky 1992). Each place adds how likely the form is for that noun: стелі is rather
 * of стеля where стелю and стелею stand. */
#include <math.h>
#include <string.h>

#include "mining/word_private.h"
#include "text/fold.h"

/* Shares of cases in running text, per mille, roughly; a plural is half as frequent, but where there is no singular. */
static const struct {
  guint8 cases;
  guint share;
} shares[] = {{TL_CASE_NOM, 170}, {TL_CASE_GEN, 200}, {TL_CASE_ACC, 140}, {TL_CASE_INS, 60},
              {TL_CASE_LOC, 70},  {TL_CASE_DAT, 20},  {TL_CASE_VOC, 2}};

/* A form that a noun does not have: a slip, or another noun after all. */
#define NO_FORM 10.0
#define ANY_FORM 4.0

/* How much a place says for a noun that has this form in these cases. */
static double support(const TlMineNoun *noun) {
  guint singular = 0, plural = 0;
  if (noun->morph.singular == TL_CASE_ANY && noun->morph.plural == TL_CASE_ANY)
    return NO_FORM - ANY_FORM;
  for (guint i = 0; i < G_N_ELEMENTS(shares); i++) {
    singular += noun->morph.singular & shares[i].cases ? shares[i].share : 0;
    plural += noun->morph.plural & shares[i].cases ? shares[i].share : 0;
  }
  double share = noun->gender == 0 ? plural * 1.5 : singular + plural / 2.0;
  return NO_FORM + log2(MAX(share, 1) / 1000.0);
}

typedef struct Tally {
  double support;
  guint small, capital; /* places where it is written so within a sentence */
} Tally;

/* Names and nouns that are written alike have one tally. */
static Tally *tally_of(GHashTable *tallies, const char *lemma) {
  char small[TL_WORD_MAX];
  if (!tl_lower_word(lemma, strlen(lemma), small))
    return NULL;
  Tally *tally = g_hash_table_lookup(tallies, small);
  if (!tally) {
    tally = g_new0(Tally, 1);
    g_hash_table_insert(tallies, g_strdup(small), tally);
  }
  return tally;
}

static void count_casing(GHashTable *tallies, const TlMineWord *word, const char *lemma) {
  Tally *tally = tally_of(tallies, lemma);
  if (tally && !word->starts)
    *(word->capital ? &tally->capital : &tally->small) += word->count;
}

static void count_word(GHashTable *tallies, const TlMineWord *word) {
  for (guint i = 0; i < word->n_nouns; i++) {
    const TlMineNoun *noun = &word->nouns[i];
    Tally *tally = tally_of(tallies, noun->lemma);
    if (tally)
      tally->support += noun->count * support(noun);
    count_casing(tallies, word, noun->lemma);
  }
  if (word->adjective)
    count_casing(tallies, word, word->adjective);
}

static const TlMineNoun *best_noun(GHashTable *tallies, const TlMineWord *word) {
  const TlMineNoun *best = NULL;
  double most = 0;
  for (guint i = 0; i < word->n_nouns; i++) {
    const Tally *tally = tally_of(tallies, word->nouns[i].lemma);
    double likely = word->nouns[i].prior + (tally ? tally->support : 0);
    if (!best || likely > most) {
      best = &word->nouns[i];
      most = likely;
    }
  }
  return best;
}

/* Written with a capital where that is a choice, and more often than not; or the dictionary has it with one alone; or
 * it has none of it, and there is no other place. */
static gboolean is_name(GHashTable *tallies, const TlMineWord *word, const char *lemma) {
  const Tally *tally = tally_of(tallies, lemma);
  if (!word->capital || !tally)
    return FALSE;
  return tally->capital > tally->small || g_unichar_isupper(g_utf8_get_char(lemma)) ||
         (word->unknown && tally->small == 0);
}

static const char *with_capital(TlArena *arena, const char *lemma) {
  char title[TL_WORD_MAX];
  return tl_title_word(lemma, strlen(lemma), title) ? tl_arena_strdup(arena, title) : lemma;
}

static void settle_word(TlMineWords *words, GHashTable *tallies, TlMineWord *word) {
  const TlMineNoun *noun = best_noun(tallies, word);
  if (noun) {
    word->noun = noun->lemma;
    word->noun_morph = noun->morph;
    word->gender = noun->gender;
  }
  const char *lemma = word->noun ? word->noun : word->adjective;
  char small[TL_WORD_MAX];
  word->name = lemma && is_name(tallies, word, lemma);
  if (word->name && word->noun) /* the cases of unknown names are not known well enough to leave how they stand */
    word->noun = word->unknown ? word->form : with_capital(words->arena, word->noun);
  if (!word->name && word->starts && tl_lower_word(word->form, strlen(word->form), small) && !word->acronym)
    word->form = tl_arena_strdup(words->arena, small);
}

void tl_mine_words_settle(TlMineWords *words) {
  g_autoptr(GHashTable) tallies = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  GHashTableIter iter;
  gpointer word;
  g_hash_table_iter_init(&iter, words->known);
  while (g_hash_table_iter_next(&iter, NULL, &word))
    count_word(tallies, word);
  g_hash_table_iter_init(&iter, words->known);
  while (g_hash_table_iter_next(&iter, NULL, &word))
    settle_word(words, tallies, word);
}
