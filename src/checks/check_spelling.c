/* Misspelt words of the target, and of the source, which may be why something is translated wrongly. Only words in
 * small letters: a name is what it is. The words of the term base are right, American and British spellings are; a word
 * that stands there twice is meant so. */
#include <string.h>

#include "checks/check.h"
#include "checks/designations.h"
#include "checks/distance.h"
#include "lang/british.h"
#include "lang/suggest.h"
#include "text/address.h"
#include "text/fold.h"

#define LONG 8u /* letters; a slip in a longer word may be three letters away from the right one, else two */

#define PATIENCE 10000u /* milliseconds: enough on a busy machine, so that what is told does not depend on it */
#define PART_MIN 6u     /* left-hander, e-mail: shorter parts need be no words */

typedef struct Unknown {
  guint pair, count;
  TlumachSpan place;
} Unknown;

typedef struct Spelling {
  GHashTable *unknown; /* word -> Unknown */
  GHashTable *right;   /* words that are acceptable anywhere: asking costs much, and a text repeats itself */
} Spelling;

static gpointer begin(TlChecker *checker) {
  (void)checker;
  Spelling *spelling = g_new(Spelling, 1);
  spelling->unknown = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  spelling->right = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  return spelling;
}

static gboolean right(TlChecker *checker, const char *word) {
  return tl_lexicon_spell(checker->house.english, word, strlen(word));
}

/* Words that are written together or apart as one likes: counteroffensive, coworker. */
static gboolean right_in_parts(TlChecker *checker, const char *word) {
  static const char *const beginnings[] = {"anti",  "counter", "co",    "cyber", "de",     "eco",   "euro", "ex",
                                           "inter", "mega",    "micro", "mid",   "mini",   "multi", "nano", "non",
                                           "over",  "post",    "pre",   "pro",   "pseudo", "re",    "semi", "sub",
                                           "super", "techno",  "tele",  "trans", "ultra",  "un",    "under"};
  for (guint i = 0; i < G_N_ELEMENTS(beginnings); i++) {
    size_t n = strlen(beginnings[i]);
    if (strncmp(word, beginnings[i], n) == 0 && strlen(word) >= n + 4 && right(checker, word + n))
      return TRUE;
  }
  return FALSE;
}

/* Forms that a dictionary leaves out: paragliders, reprised, woundedness. Not -ed and -ing as such: they hide "occured"
 * and "begining". */
static gboolean right_without_ending(TlChecker *checker, const char *word) {
  static const char *const endings[] = {"s", "ness", "less", "ship"};
  size_t length = strlen(word);
  for (guint i = 0; i < G_N_ELEMENTS(endings); i++)
    if (g_str_has_suffix(word, endings[i]) && length >= strlen(endings[i]) + 3) {
      g_autofree char *stem = g_strndup(word, length - strlen(endings[i]));
      if (right(checker, stem))
        return TRUE;
    }
  g_autofree char *verb = g_str_has_suffix(word, "ed") ? g_strndup(word, length - 1) : NULL;
  return verb && right(checker, verb);
}

/* What the dictionary lacks is not yet wrong. */
static gboolean acceptable(TlChecker *checker, const char *word) {
  g_autofree char *title = g_strdup(word);
  title[0] = g_ascii_toupper(title[0]);
  return right(checker, word) || right(checker, title) || tl_is_british(checker->house.english, word) ||
         right_in_parts(checker, word) || right_without_ending(checker, word);
}

static gboolean of_term(TlChecker *checker, const TlCheckUnit *unit, guint32 key) {
  for (guint i = 0; i < unit->n_hits; i++)
    if (tl_designations_have(checker->designations, unit->hits[i].term->concept, key))
      return TRUE;
  return FALSE;
}

static gboolean plain(const char *word) {
  for (const char *at = word; *at; at++)
    if (!g_ascii_islower(*at) && *at != '\'')
      return FALSE;
  return strlen(word) >= 4;
}

/* all-nighter, left-hander */
static gboolean is_doer(TlChecker *checker, const char *word) {
  size_t length = strlen(word), cut = g_str_has_suffix(word, "ers") ? 3 : g_str_has_suffix(word, "er") ? 2 : 0;
  g_autofree char *stem = g_strndup(word, length - cut);
  return cut && right(checker, stem);
}

static gboolean beside_hyphen(const TlCheckUnit *unit, TlumachSpan span) {
  const char *text = unit->text[TLUMACH_TARGET];
  TlumachSpan whole = unit->span[TLUMACH_TARGET];
  return (span.start > whole.start && text[span.start - 1] == '-') || (span.end < whole.end && text[span.end] == '-');
}

static gboolean in_address(const TlCheckUnit *unit, TlumachSpan span) {
  TlumachSpan whole = unit->span[TLUMACH_TARGET];
  return tl_in_address(unit->text[TLUMACH_TARGET] + whole.start, whole.end - whole.start,
                       (TlumachSpan){span.start - whole.start, span.end - whole.start});
}

/* The source is its author's business: told of when all is asked for, as `tlumach spell` has it. */
static void source_words(TlChecker *checker, const TlCheckUnit *unit) {
  char folded[TL_WORD_MAX];
  for (guint i = 0; checker->house.strict && i < unit->n_misspelt; i++) {
    TlumachSpan span = unit->misspelt[i].span;
    const char *word = unit->text[TLUMACH_SOURCE] + span.start;
    if (!tl_fold_word(word, span.end - span.start, folded))
      continue;
    g_auto(GStrv) near = tl_lexicon_suggest(checker->house.ukrainian, folded, PATIENCE);
    gboolean other = near[0] && strcmp(near[0], folded) != 0;
    tl_found(checker, unit, span, TL_NOWHERE, NULL, "in the source, “%.*s” is misspelt%s%s%s",
             (int)(span.end - span.start), word, other ? ": “" : "", other ? near[0] : "", other ? "”" : "");
  }
}

static void pair(TlChecker *checker, const TlCheckUnit *unit, gpointer state) {
  char folded[TL_WORD_MAX];
  Spelling *spelling = state;
  source_words(checker, unit);
  for (guint i = 0; checker->house.english && i < unit->n_words; i++) {
    const TlEnglishWord *word = &unit->words[i];
    size_t n = tl_fold_word(unit->text[TLUMACH_TARGET] + word->span.start, word->span.end - word->span.start, folded);
    if (n > 2 && strcmp(folded + n - 2, "'s") == 0)
      folded[n - 2] = '\0';
    if (n == 0 || !plain(folded) || in_address(unit, word->span) ||
        (beside_hyphen(unit, word->span) && (strlen(folded) < PART_MIN || is_doer(checker, folded))))
      continue;
    Unknown *known = g_hash_table_lookup(spelling->unknown, folded);
    if (known) {
      known->count++;
      continue;
    }
    if (g_hash_table_contains(spelling->right, folded) || of_term(checker, unit, word->key))
      continue;
    if (acceptable(checker, folded)) {
      g_hash_table_add(spelling->right, g_strdup(folded));
      continue;
    }
    Unknown *fresh = g_new(Unknown, 1);
    *fresh = (Unknown){unit->number, 1, word->span};
    g_hash_table_insert(spelling->unknown, g_strdup(folded), fresh);
  }
}

/* Is the likeliest word the same in two: well being for wellbeing? Then it may be written so. Not any of them:
 * "moothers" is "moot hers", too. */
static gboolean is_apart(const char *word, const char *suggestion) {
  size_t cut = strcspn(suggestion, " -");
  return suggestion[cut] && cut >= 3 && suggestion[cut - 1] != suggestion[cut + 1] &&
         strlen(suggestion + cut + 1) >= 3 && strncmp(word, suggestion, cut) == 0 &&
         strcmp(word + cut, suggestion + cut + 1) == 0;
}

/* What is far from all words is a word of a trade or of another language sooner than a slip. */
static gboolean is_slip(const char *word, char **near) {
  if (!*near)
    return TRUE;
  for (; *near; near++)
    if (tl_edit_distance(word, *near) <= (strlen(word) >= LONG ? 3 : 2))
      return TRUE;
  return FALSE;
}

/* By what slips cost; one word sooner than two. NULL: there is none. */
static const char *likeliest(const char *word, char **near) {
  tl_suggest_rank(word, near, NULL, NULL);
  for (char **one = near; *one; one++)
    if (!strpbrk(*one, " -"))
      return *one;
  return near[0];
}

static void end(TlChecker *checker, gpointer state) {
  Spelling *spelling = state;
  GHashTableIter iter;
  gpointer key, value;
  g_hash_table_iter_init(&iter, spelling->unknown);
  while (g_hash_table_iter_next(&iter, &key, &value)) {
    const Unknown *one = value;
    if (one->count > 1 && !checker->house.strict)
      continue;
    g_auto(GStrv) near = tl_lexicon_suggest(checker->house.english, key, PATIENCE);
    if ((near[0] && is_apart(key, near[0])) || (!is_slip(key, near) && !checker->house.strict))
      continue;
    const char *const best[] = {likeliest(key, near), NULL};
    tl_found_later(checker, one->pair, TL_NOWHERE, one->place, best, "misspelt: “%s”", (const char *)key);
  }
  g_hash_table_unref(spelling->unknown);
  g_hash_table_unref(spelling->right);
  g_free(spelling);
}

const TlCheck tl_check_spelling = {.info = {"spelling", TLUMACH_WARNING, TRUE, "A word is misspelt.",
                                            "Уряд подав законопроєкт.\tThe goverment tabled a bill."},
                                   .dictionary = TRUE,
                                   .begin = begin,
                                   .pair = pair,
                                   .end = end};
