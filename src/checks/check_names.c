/* One name, one spelling: each name of the source is found in the target by its sound, and what its spellings are is
 * compared over the whole text. Names of the term base are compared with what that has. */
#include <string.h>

#include "bitext/align/sound.h"
#include "checks/check.h"
#include "checks/designations.h"
#include "checks/distance.h"
#include "checks/name_forms.h"
#include "checks/name_slips.h"
#include "checks/proper.h"
#include "checks/womans_names.h"
#include "text/romanize.h"

#define ALIKE 0.70    /* sounds of a name and its spelling */
#define NEARLY 0.75   /* two spellings of one name */
#define LETTERS_MIN 4 /* shorter names sound like too much else */

/* A capitalised word of the target. */
typedef struct Candidate {
  TlumachSpan span; /* without a possessive */
  char *text, *sound;
  guint32 key;
  gboolean starts; /* it may be capitalised only because a sentence begins */
  gboolean taken;  /* it is the equivalent of a term of the source */
} Candidate;

/* A spelling of a name in one place. */
typedef struct Use {
  guint pair;
  TlumachSpan source, target;
  const char *text;
  const char *romanized; /* as the table, or a term base, has it */
} Use;

typedef struct Names {
  GHashTable *uses; /* citation form of one word -> GArray of Use */
  TlNameSlips *slips;
} Names;

static gpointer begin(TlChecker *checker) {
  (void)checker;
  Names *names = g_new0(Names, 1);
  names->uses = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_array_unref);
  names->slips = tl_name_slips_new();
  return names;
}

/* -- the target ------------------------------------------------------------------------------------------------ */

static void candidate_clear(gpointer data) {
  Candidate *candidate = data;
  g_free(candidate->text);
  g_free(candidate->sound);
}

static GArray *candidates_of(const TlCheckUnit *unit) {
  GArray *all = g_array_new(FALSE, FALSE, sizeof(Candidate));
  g_array_set_clear_func(all, candidate_clear);
  const char *text = unit->text[TLUMACH_TARGET];
  for (guint i = 0; i < unit->n_words; i++) {
    const TlEnglishWord *word = &unit->words[i];
    if (!(word->flags & TL_ENGLISH_CAPITAL) || (word->flags & (TL_ENGLISH_ACRONYM | TL_ENGLISH_FUNCTION)))
      continue;
    size_t bare = tl_english_bare(text + word->span.start, word->span.end - word->span.start);
    Candidate candidate = {.span = {word->span.start, word->span.start + bare},
                           .key = word->key,
                           .starts = (word->flags & TL_ENGLISH_STARTS) != 0};
    g_autofree char *raw =
        g_utf8_make_valid(text + candidate.span.start, (gssize)(candidate.span.end - candidate.span.start));
    candidate.text = g_steal_pointer(&raw);
    candidate.sound = tl_name_sound(candidate.text);
    g_array_append_val(all, candidate);
  }
  return all;
}

/* Index of the first candidate that begins there or later. */
static guint first_from(const GArray *candidates, size_t start) {
  guint low = 0, high = candidates->len;
  while (low < high) {
    guint middle = low + (high - low) / 2;
    if (g_array_index(candidates, Candidate, middle).span.start < start)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

static void take_place(GArray *candidates, TlumachSpan place) {
  for (guint i = first_from(candidates, place.start); i < candidates->len; i++) {
    Candidate *candidate = &g_array_index(candidates, Candidate, i);
    if (candidate->span.end > place.end)
      break;
    candidate->taken = TRUE;
  }
}

/* Words that stand for terms of the source are no spellings of other names. */
static void take_terms(TlChecker *checker, const TlCheckUnit *unit, GArray *candidates) {
  const TlEnglishText text = {checker->english, unit->words, unit->n_words};
  g_autoptr(GHashTable) done = g_hash_table_new(NULL, NULL); /* concepts: a text has them again and again */
  for (guint h = 0; h < unit->n_hits; h++) {
    const TlumachConcept *concept = unit->hits[h].term->concept;
    if (!g_hash_table_add(done, (gpointer) concept))
      continue;
    const TlDesignationSet *set = tl_designations_of(checker->designations, concept);
    for (guint d = 0; d < set->n; d++) {
      TlumachSpan place;
      for (guint at = 0; tl_designation_next(&set->items[d], &text, &at, &place);)
        take_place(candidates, place);
    }
  }
}

/* -- names that no term base knows ------------------------------------------------------------------------------ */

static Candidate *best_for(const char *sound, GArray *candidates, double least) {
  Candidate *best = NULL;
  double likeness = least;
  for (guint i = 0; i < candidates->len; i++) {
    Candidate *candidate = &g_array_index(candidates, Candidate, i);
    double like = candidate->taken ? 0 : tl_align_likeness(sound, candidate->sound, likeness);
    if (like >= likeness && (like > likeness || !best)) {
      likeness = like;
      best = candidate;
    }
  }
  return best;
}

static void note_use(TlChecker *checker, Names *names, const char *key, const Use *use) {
  GArray *uses = g_hash_table_lookup(names->uses, key);
  if (!uses) {
    uses = g_array_new(FALSE, FALSE, sizeof(Use));
    g_hash_table_insert(names->uses, g_strdup(key), uses);
  }
  Use own = *use;
  own.text = tl_arena_strdup(checker->arena, use->text);
  own.romanized = tl_arena_strdup(checker->arena, use->romanized);
  g_array_append_val(uses, own);
}

/* Johns and Jons are many: a given name is compared with itself before the same surname, "Джон/Рам". */
static void note_name(TlChecker *checker, const TlCheckUnit *unit, const TlumachName *name, GArray *candidates,
                      Names *names) {
  g_auto(GStrv) words = g_strsplit_set(name->citation, " -", -1);
  g_auto(GStrv) latin = g_strsplit_set(name->romanized, " -", -1);
  const char *surname = words[0] ? words[g_strv_length(words) - 1] : NULL;
  gboolean paired = g_strv_length(words) == g_strv_length(latin);
  for (char **word = words; *word; word++) {
    g_autoptr(GString) romanized = g_string_new(paired ? latin[word - words] : "");
    if (g_utf8_strlen(*word, -1) < LETTERS_MIN)
      continue;
    if (!paired)
      tl_romanize(*word, strlen(*word), romanized);
    g_autofree char *sound = tl_name_sound(*word);
    Candidate *best = best_for(sound, candidates, ALIKE);
    if (!best)
      continue;
    g_autofree char *key = word[1] ? g_strconcat(*word, "/", surname, NULL) : g_strdup(*word);
    note_use(checker, names, key, &(Use){unit->number, name->span, best->span, best->text, romanized->str});
    best->taken = TRUE;
  }
}

/* -- names of the term base ------------------------------------------------------------------------------------- */

static gboolean is_name(const TlDesignation *designation) {
  for (guint i = 0; i < designation->n_words; i++)
    if (!(designation->words[i].flags & TL_ENGLISH_CAPITAL) || (designation->words[i].flags & TL_ENGLISH_ACRONYM))
      return FALSE;
  return designation->n_words > 0;
}

/* The designation that has most words of those that stand in the target, and where; NULL: none does. */
static const TlDesignation *standing(TlChecker *checker, const TlCheckUnit *unit, const TlDesignationSet *set,
                                     TlumachSpan *place) {
  const TlEnglishText text = {checker->english, unit->words, unit->n_words};
  const TlDesignation *longest = NULL;
  for (guint d = 0; d < set->n; d++) {
    guint at = 0;
    TlumachSpan span;
    if ((longest && longest->n_words >= set->items[d].n_words) ||
        !tl_designation_next(&set->items[d], &text, &at, &span))
      continue;
    longest = &set->items[d];
    *place = span;
  }
  return longest;
}

static gboolean is_derived(const TlDesignationSet *set, const char *text) {
  for (guint d = 0; d < set->n; d++) {
    g_auto(GStrv) words = g_strsplit_set(set->items[d].term->text, " -", -1);
    for (char **word = words; *word; word++)
      if (tl_name_is_derived(*word, text))
        return TRUE;
  }
  return FALSE;
}

/* Europe and Europa: two words, not two spellings. */
static gboolean both_words(TlChecker *checker, const char *a, const char *b) {
  TlLexicon *english = checker->house.english;
  return english && tl_lexicon_spell(english, a, strlen(a)) && tl_lexicon_spell(english, b, strlen(b));
}

static gboolean is_beside(TlumachSpan word, TlumachSpan place) {
  return word.start == place.end + 1 || word.end + 1 == place.start;
}

/* A word of the target that is nearly one of a designation of several: Volodymyr Zelensky, Volodimir Zelensky.
 * `beside`: a part of it, which the word stands at; NULL: no part stands there. */
static void check_designation(TlChecker *checker, const TlCheckUnit *unit, const TlumachHit *hit,
                              const TlDesignationSet *set, const TlumachSpan *beside, GArray *candidates) {
  g_auto(GStrv) words = g_strsplit_set(set->items[0].term->text, " -", -1);
  for (char **word = words; *word; word++) {
    if (g_utf8_strlen(*word, -1) < LETTERS_MIN || !g_ascii_isupper(**word))
      continue;
    g_autofree char *sound = tl_name_sound(*word);
    guint flags;
    guint32 key = tl_english_key(checker->english, *word, strlen(*word), &flags);
    Candidate *best = best_for(sound, candidates, NEARLY);
    if (!best || best->key == key || best->starts || is_derived(set, best->text) ||
        (beside && !is_beside(best->span, *beside)) || both_words(checker, best->text, *word)) /* Columbia, Colombia */
      continue;
    best->taken = TRUE;
    tl_found(checker, unit, hit->span, best->span, (const char *const[]){*word, NULL},
             "“%s” is no spelling that the term base has", best->text);
  }
}

static void check_term(TlChecker *checker, const TlCheckUnit *unit, const TlumachHit *hit, GArray *candidates) {
  const TlDesignationSet *set = tl_designations_of(checker->designations, hit->term->concept);
  if (set->n_good == 0 || !is_name(&set->items[0]) || tl_is_quoted_name(unit, hit->span))
    return;
  TlumachSpan place;
  const TlDesignation *found = standing(checker, unit, set, &place);
  if (!found)
    check_designation(checker, unit, hit, set, NULL, candidates);
  else if (found->n_words == 1 && set->items[0].n_words > 1 && strchr(hit->term->text, ' ')) /* Xi of Xi Jingping */
    check_designation(checker, unit, hit, set, &place, candidates);
}

static void pair(TlChecker *checker, const TlCheckUnit *unit, gpointer state) {
  if (unit->n_words == 0)
    return;
  g_autoptr(GArray) candidates = candidates_of(unit);
  take_terms(checker, unit, candidates);
  for (guint i = 0; i < candidates->len; i++) {
    const Candidate *one = &g_array_index(candidates, Candidate, i);
    tl_name_slips_add(((Names *)state)->slips, unit->number, one->span, one->text, one->taken);
  }
  for (guint i = 0; i < unit->n_names; i++)
    note_name(checker, unit, &unit->names[i], candidates, state);
  for (guint i = 0; i < unit->n_hits; i++)
    check_term(checker, unit, &unit->hits[i], candidates);
  tl_womans_names_compare(checker, unit);
}

/* -- the whole text --------------------------------------------------------------------------------------------- */

static guint times(const GArray *uses, const char *text) {
  guint n = 0;
  for (guint i = 0; i < uses->len; i++)
    n += g_ascii_strcasecmp(g_array_index(uses, Use, i).text, text) == 0;
  return n;
}

/* The spelling that most places have; of equals, the one that is nearer to the romanised name. */
static const char *usual_spelling(const GArray *uses, const char *romanized) {
  const char *best = NULL;
  guint most = 0, nearest = 0;
  for (guint i = 0; i < uses->len; i++) {
    const char *text = g_array_index(uses, Use, i).text;
    guint n = times(uses, text), off = tl_edit_distance(text, romanized);
    if (n > most || (n == most && off < nearest)) {
      most = n;
      nearest = off;
      best = text;
    }
  }
  return best;
}

/* Names of other countries have spellings of their own, so this is said only when all is asked for. */
static void compare_with_table(TlChecker *checker, const char *name, const char *usual, const char *romanized,
                               const Use *first) {
  if (g_ascii_strcasecmp(usual, romanized) != 0 && !tl_name_is_derived(usual, romanized))
    tl_found_later(checker, first->pair, first->source, first->target, (const char *const[]){romanized, NULL},
                   "the table of 2010 does not romanise %s as “%s”", name, usual);
}

static void compare(TlChecker *checker, const char *citation, const GArray *uses) {
  g_autofree char *name = g_strndup(citation, strcspn(citation, "/"));
  const char *romanized = g_array_index(uses, Use, 0).romanized, *usual = usual_spelling(uses, romanized);
  g_autofree char *sound = tl_name_sound(usual);
  if (checker->house.strict)
    compare_with_table(checker, name, usual, romanized, &g_array_index(uses, Use, 0));
  for (guint i = 0; i < uses->len; i++) {
    const Use *use = &g_array_index(uses, Use, i);
    if (g_ascii_strcasecmp(use->text, usual) == 0 || tl_name_is_derived(use->text, usual) ||
        both_words(checker, use->text, usual))
      continue;
    g_autofree char *own = tl_name_sound(use->text);
    if (tl_align_likeness(own, sound, NEARLY) > 0)
      tl_found_later(checker, use->pair, use->source, use->target, (const char *const[]){usual, NULL},
                     "%s is “%s” here and spelled otherwise elsewhere", name, use->text);
  }
}

static void end(TlChecker *checker, gpointer state) {
  Names *names = state;
  GHashTableIter iter;
  gpointer key, value;
  g_hash_table_iter_init(&iter, names->uses);
  while (g_hash_table_iter_next(&iter, &key, &value))
    compare(checker, key, value);
  tl_name_slips_end(names->slips, checker);
  tl_name_slips_free(names->slips);
  g_hash_table_unref(names->uses);
  g_free(names);
}

const TlCheck tl_check_names = {.info = {"names", TLUMACH_WARNING, TRUE,
                                         "A name is spelled in two ways, or not as the term base has it.",
                                         "Він у Харкові.\tHe is in Kharkow."},
                                .dictionary = TRUE,
                                .begin = begin,
                                .pair = pair,
                                .end = end};
