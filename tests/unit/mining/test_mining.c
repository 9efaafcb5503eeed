/* Noun phrases, what stands for them in translations, coverage: without a dictionary. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "mining/coverage.h"
#include "mining/partners.h"
#include "mining/phrase.h"

#define NOM TL_CASE_NOM
#define GEN TL_CASE_GEN

/* -- phrases -- */

static TlMineWord noun(guint8 cases) {
  return (TlMineWord){.form = "n", .noun = "n", .noun_morph = {TL_POS_NOUN, cases, 0, TL_GENDER_F}};
}

static TlMineWord adjective(guint8 cases, guint8 gender) {
  return (TlMineWord){.form = "a", .adjective = "a", .adjective_morph = {TL_POS_ADJECTIVE, cases, 0, gender}};
}

static void write_phrase(const TlPhrase *phrase, gpointer user) {
  g_string_append_printf(user, "%u+%u/%u ", phrase->first, phrase->n, phrase->head);
}

static void assert_phrases(const TlMineWord *words, guint n, guint comma, guint most, const char *wanted) {
  g_autofree TlMineToken *tokens = g_new0(TlMineToken, n);
  g_autoptr(GString) found = g_string_new(NULL);
  for (guint i = 0; i < n; i++) {
    tokens[i].token.gap = i == comma ? TL_GAP_OTHER : TL_GAP_SPACE;
    tokens[i].word = words[i].form ? &words[i] : NULL;
  }
  tl_phrases(tokens, n, most, write_phrase, found);
  assert_string_equal(found->str, wanted);
}

static void test_phrases(void **state) {
  (void)state;
  const TlMineWord chain[] = {noun(NOM), adjective(GEN, TL_GENDER_F), noun(GEN)};
  assert_phrases(chain, 3, 3, 5, "0+1/0 0+3/0 1+2/1 2+1/0 ");
  assert_phrases(chain, 3, 1, 5, "0+1/0 1+2/1 2+1/0 "); /* a comma parts */
  assert_phrases(chain, 3, 3, 2, "0+1/0 1+2/1 2+1/0 "); /* too long */
  const TlMineWord nominative[] = {noun(NOM), noun(NOM)};
  assert_phrases(nominative, 2, 2, 5, "0+1/0 1+1/0 "); /* the second depends on nothing */
  const TlMineWord disagree[] = {adjective(NOM, TL_GENDER_M), noun(NOM)};
  assert_phrases(disagree, 2, 2, 5, "1+1/0 ");
  const TlMineWord hole[] = {adjective(NOM, TL_GENDER_F), {.form = NULL}, noun(NOM)};
  assert_phrases(hole, 3, 3, 5, "2+1/0 ");
}

static void test_adjective(void **state) {
  (void)state;
  static const struct {
    const char *lemma;
    guint8 gender;
    const char *wanted;
  } cases[] = {{"новий", TL_GENDER_M, "новий"}, {"новий", TL_GENDER_F, "нова"},
               {"новий", TL_GENDER_N, "нове"},  {"новий", 0, "нові"},
               {"синій", TL_GENDER_F, "синя"},  {"синій", TL_GENDER_N, "синє"},
               {"батьків", TL_GENDER_F, NULL}};
  for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autofree char *form = tl_adjective_for(cases[i].lemma, cases[i].gender);
    assert_int_equal(g_strcmp0(form, cases[i].wanted), 0);
  }
}

/* -- translations -- */

static void test_partners(void **state) {
  (void)state;
  static const char *const translations[] = {"The air defence, he said.", "Air defence is silent.", "A silent day.",
                                             ""};
  g_autoptr(TlLexicon) none = tl_lexicon_none();
  g_autoptr(GHashTable) stop = g_hash_table_new(g_str_hash, g_str_equal);
  g_autoptr(TlArena) arena = tl_arena_new();
  const TlWordLists lists = {0};
  g_hash_table_add(stop, (gpointer) "the");
  const TlMineLanguage language = {.lexicon = none, .lists = &lists, .stop = stop};
  g_autoptr(TlPartners) partners = tl_partners_new(&language, NULL);
  for (guint i = 0; i < G_N_ELEMENTS(translations); i++)
    tl_partners_add(partners, translations[i], (TlumachSpan){0, strlen(translations[i])});
  const char *lemmas[] = {"протиповітряний", "оборона"};
  TlCandidate candidate = {.n = 2, .lemmas = lemmas, .units = g_array_new(FALSE, FALSE, sizeof(guint))};
  const guint units[] = {0, 1};
  g_array_append_vals(candidate.units, units, 2);
  TlumachCandidateEquivalent found[TLUMACH_CANDIDATE_EQUIVALENTS];
  assert_int_equal(tl_partners_find(partners, &candidate, arena, found), 1);
  assert_string_equal(found[0].text, "air defence"); /* not from the beginning of a sentence */
  assert_true(found[0].strength > 0.99);
  const guint last = 3; /* has no translation */
  g_array_set_size(candidate.units, 0);
  g_array_append_val(candidate.units, last);
  assert_int_equal(tl_partners_find(partners, &candidate, arena, found), 0);
  g_array_unref(candidate.units);
}

/* A place in small letters before one that is written large. */
static void test_citation_of_partners(void **state) {
  (void)state;
  static const char *const translations[] = {"He met President A.", "Once a president came.", "Here is President B."};
  g_autoptr(TlLexicon) none = tl_lexicon_none();
  g_autoptr(TlArena) arena = tl_arena_new();
  const TlWordLists lists = {0};
  const TlMineLanguage language = {.lexicon = none, .lists = &lists};
  g_autoptr(TlPartners) partners = tl_partners_new(&language, NULL);
  const char *lemmas[] = {"президент"};
  TlCandidate candidate = {.n = 1, .lemmas = lemmas, .units = g_array_new(FALSE, FALSE, sizeof(guint))};
  for (guint i = 0; i < G_N_ELEMENTS(translations); i++) {
    tl_partners_add(partners, translations[i], (TlumachSpan){0, strlen(translations[i])});
    g_array_append_val(candidate.units, i);
  }
  TlumachCandidateEquivalent found[TLUMACH_CANDIDATE_EQUIVALENTS];
  assert_int_equal(tl_partners_find(partners, &candidate, arena, found), 1);
  assert_string_equal(found[0].text, "president");
  g_array_unref(candidate.units);
}

/* -- coverage -- */

static void test_coverage(void **state) {
  (void)state;
  const char *text = "one two three, 4 five";
  const TlumachHit hits[] = {{.span = {4, 13}}};
  TlCoverageCounts counts = {0, 0, 0, 0};
  tl_coverage_add(&counts, text, (TlumachSpan){0, strlen(text)}, hits, 1);
  tl_coverage_add(&counts, text, (TlumachSpan){15, strlen(text)}, NULL, 0);
  assert_int_equal(counts.sentences, 2);
  assert_int_equal(counts.sentences_with, 1);
  assert_int_equal(counts.words, 5);
  assert_int_equal(counts.words_in_terms, 2);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_phrases), cmocka_unit_test(test_adjective),
                                     cmocka_unit_test(test_partners), cmocka_unit_test(test_coverage),
                                     cmocka_unit_test(test_citation_of_partners)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
