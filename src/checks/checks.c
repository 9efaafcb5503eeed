/* The table of checks, and running them. A new check is a file check_NAME.c and a row here. */
#include <string.h>

#include "checks/check.h"
#include "checks/checker.h"
#include "checks/designations.h"
#include "checks/english.h"
#include "checks/waivers.h"

const TlCheck *const tl_checks[] = {
    &tl_check_terminology, &tl_check_forbidden, &tl_check_variants,      &tl_check_names,       &tl_check_acronyms,
    &tl_check_numbers,     &tl_check_cyrillic,  &tl_check_untranslated,  &tl_check_length,      &tl_check_consistency,
    &tl_check_tags,        &tl_check_spelling,  &tl_check_false_friends, &tl_check_punctuation, &tl_check_quotes,
    &tl_check_dashes,      &tl_check_doubled,   &tl_check_russianisms,   &tl_check_waivers,     NULL};

gboolean tl_is_agreed(const TlCheckHouse *house, const TlumachConcept *concept) {
  const char *path = house->common ? tl_term_store_path(house->store, concept) : NULL;
  return house->agreed && !(path && g_strv_contains(house->common, path));
}

TlChecker *tl_checker_new(const TlCheckHouse *house, const gboolean *wanted) {
  TlChecker *checker = g_new0(TlChecker, 1);
  checker->house = *house;
  checker->arena = tl_arena_new();
  checker->english = tl_english_new(house->lists);
  checker->designations = tl_designations_new(checker->english, house->target);
  checker->findings = g_array_new(FALSE, FALSE, sizeof(TlumachFinding));
  checker->words = g_array_new(FALSE, FALSE, sizeof(TlEnglishWord));
  for (guint i = 0; tl_checks[i]; i++) {
    checker->wanted[i] = wanted[i];
    checker->check = tl_checks[i];
    if (wanted[i] && tl_checks[i]->begin)
      checker->states[i] = tl_checks[i]->begin(checker);
  }
  return checker;
}

/* What is not translated is told so, and nothing else is said of it. */
static gboolean is_left(const TlChecker *checker, const TlCheckUnit *unit) {
  guint i = 0;
  while (tl_checks[i] != &tl_check_untranslated)
    i++;
  return checker->wanted[i] && tl_untranslated(checker, unit);
}

void tl_checker_pair(TlChecker *checker, TlCheckUnit *unit) {
  g_array_set_size(checker->words, 0);
  tl_english_words(checker->english, unit->text[TLUMACH_TARGET], unit->tokens[TLUMACH_TARGET],
                   unit->n_tokens[TLUMACH_TARGET], checker->words);
  unit->words = (const TlEnglishWord *)(const void *)checker->words->data;
  unit->n_words = checker->words->len;
  gboolean left = is_left(checker, unit);
  for (guint i = 0; tl_checks[i]; i++) {
    checker->check = tl_checks[i];
    if (checker->wanted[i] && tl_checks[i]->pair && (!left || tl_checks[i]->always))
      tl_checks[i]->pair(checker, unit, checker->states[i]);
  }
}

static guint rank(const TlumachFinding *finding) {
  guint i = 0;
  while (&tl_checks[i]->info != finding->check)
    i++;
  return i;
}

static gint by_place(gconstpointer a, gconstpointer b) {
  const TlumachFinding *left = a, *right = b;
  if (left->pair != right->pair)
    return left->pair < right->pair ? -1 : 1;
  for (guint side = 2; side-- > 0;)
    if (left->span[side].start != right->span[side].start)
      return left->span[side].start < right->span[side].start ? -1 : 1;
  return (gint)rank(left) - (gint)rank(right);
}

void tl_checker_finish(TlChecker *checker, TlumachFindingFunc found, gpointer user) {
  for (guint i = 0; tl_checks[i]; i++) {
    checker->check = tl_checks[i];
    if (checker->wanted[i] && tl_checks[i]->end)
      tl_checks[i]->end(checker, checker->states[i]);
  }
  g_array_sort(checker->findings, by_place); /* stable: a merge sort */
  for (guint i = 0; i < checker->findings->len; i++) {
    TlumachFinding *finding = &g_array_index(checker->findings, TlumachFinding, i);
    finding->waived = tl_waived(checker, finding);
    if (!finding->waived || checker->house.tell_waived)
      found(finding, user);
  }
}

void tl_checker_free(TlChecker *checker) {
  g_array_unref(checker->findings);
  g_array_unref(checker->words);
  tl_designations_free(checker->designations);
  tl_english_free(checker->english);
  tl_arena_free(checker->arena);
  g_free(checker);
}

static void take(TlChecker *checker, guint pair, const TlumachSpan span[2], const char *const *suggestions,
                 const char *message) {
  guint n = suggestions ? g_strv_length((char **)suggestions) : 0;
  const char **list = tl_arena_new0(checker->arena, const char *, n + 1);
  for (guint i = 0; i < n; i++)
    list[i] = tl_arena_strdup(checker->arena, suggestions[i]);
  TlumachFinding finding = {&checker->check->info,
                            checker->check->info.severity,
                            pair,
                            {span[0], span[1]},
                            tl_arena_strdup(checker->arena, message),
                            list,
                            NULL,
                            0,
                            NULL};
  g_array_append_val(checker->findings, finding);
}

gboolean tl_is_told(const TlChecker *checker, guint pair, TlumachSpan place) {
  for (guint i = 0; i < checker->findings->len; i++) {
    const TlumachFinding *finding = &g_array_index(checker->findings, TlumachFinding, i);
    if (finding->check == &checker->check->info && finding->pair == pair &&
        finding->span[TLUMACH_TARGET].start == place.start)
      return TRUE;
  }
  return FALSE;
}

void tl_fix(TlChecker *checker, const TlumachFix *fixes, guint n) {
  TlumachFinding *last = &g_array_index(checker->findings, TlumachFinding, checker->findings->len - 1);
  TlumachFix *own = tl_arena_new0(checker->arena, TlumachFix, n);
  for (guint i = 0; i < n; i++)
    own[i] = (TlumachFix){fixes[i].span, tl_arena_strdup(checker->arena, fixes[i].text)};
  last->fixes = own;
  last->n_fixes = n;
}

void tl_fix_one(TlChecker *checker, TlumachSpan span, const char *text) {
  tl_fix(checker, &(TlumachFix){span, text}, 1);
}

void tl_found(TlChecker *checker, const TlCheckUnit *unit, TlumachSpan source, TlumachSpan target,
              const char *const *suggestions, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  g_autofree char *message = g_strdup_vprintf(format, arguments);
  va_end(arguments);
  take(checker, unit->number, (const TlumachSpan[2]){source, target}, suggestions, message);
}

void tl_found_later(TlChecker *checker, guint pair, TlumachSpan source, TlumachSpan target,
                    const char *const *suggestions, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  g_autofree char *message = g_strdup_vprintf(format, arguments);
  va_end(arguments);
  take(checker, pair, (const TlumachSpan[2]){source, target}, suggestions, message);
}
