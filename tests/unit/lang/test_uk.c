/* What is known of Ukrainian, with the dictionary that Debian has. test_differential.c holds frozen and live answers
 * together; here are the words that Hunspell treats in ways of its own. */
#include "dictionary_test.h"

#include "lang/analysis.h"
#include "lang/frozen/forms.h"
#include "lang/guess.h"
#include "lang/inflect.h"
#include "lang/names.h"

typedef struct Uk {
  char *folder;
  TlLexicon *frozen, *live;
} Uk;

static int open_both(void **state) {
  Uk *uk = g_new0(Uk, 1);
  g_autoptr(GError) error = NULL;
  uk->folder = folder_make();
  g_free(tl_lexicon_build("uk_UA", NULL, uk->folder, &error));
  assert_no_error(error);
  uk->frozen = tl_lexicon_open("uk_UA", NULL, uk->folder, &error);
  uk->live = tl_lexicon_open_live("uk_UA", NULL, &error);
  assert_no_error(error);
  assert_non_null(tl_lexicon_frozen(uk->frozen));
  assert_null(tl_lexicon_frozen(uk->live));
  *state = uk;
  return 0;
}

static int close_both(void **state) {
  Uk *uk = *state;
  tl_lexicon_free(uk->frozen);
  tl_lexicon_free(uk->live);
  folder_remove(uk->folder);
  g_free(uk);
  return 0;
}

/* -- frozen and live ------------------------------------------------------------------------------------------- */

static void assert_same(const Uk *uk, const char *word) {
  TlReadings frozen = {.n = 0}, live = {.n = 0};
  gboolean right = tl_lexicon_spell(uk->frozen, word, strlen(word));
  if (right != tl_lexicon_spell(uk->live, word, strlen(word)))
    fail_msg("%s is %s only when frozen", word, right ? "right" : "wrong");
  tl_lexicon_readings(uk->frozen, word, strlen(word), &frozen);
  tl_lexicon_readings(uk->live, word, strlen(word), &live);
  g_autofree char *a = stems_of(&frozen), *b = stems_of(&live);
  if (strcmp(a, b) != 0)
    fail_msg("%s: frozen “%s”, live “%s”", word, a, b);
}

static void test_odd_words_frozen_and_live(void **state) {
  static const char *const words[] = {"2024",
                                      "1,5",
                                      "3-4",
                                      "а-б",
                                      "по-своєму",
                                      "екс-президент",
                                      "прес-служба-",
                                      "-рада",
                                      "рада-рада",
                                      "Київ-Москва",
                                      "об'єкт",
                                      "п'ятьдесят",
                                      "НАТО",
                                      "Нато",
                                      "нато",
                                      "БпЛА",
                                      "бпла",
                                      "iPhone",
                                      "x",
                                      "і",
                                      "І",
                                      "ЇЇ",
                                      "щ",
                                      "Ґ",
                                      "київський",
                                      "Київський",
                                      "КИЇВСЬКИЙ",
                                      "кИїв",
                                      "людей",
                                      "люди",
                                      "не",
                                      "ні",
                                      "якнайкращий",
                                      "найкращий",
                                      "xn--",
                                      "'",
                                      "-"};
  for (guint i = 0; i < G_N_ELEMENTS(words); i++)
    assert_same(*state, words[i]);
}

/* -- words ------------------------------------------------------------------------------------------------------- */

static void assert_stems(const Uk *uk, const char *word, const char *expected) {
  TlReadings readings = {.n = 0};
  tl_lexicon_readings(uk->frozen, word, strlen(word), &readings);
  g_autofree char *found = stems_of(&readings);
  assert_string_equal(found, expected);
}

static void test_readings(void **state) {
  const Uk *uk = *state;
  assert_stems(uk, "озброєнь", "озброєння");
  assert_stems(uk, "ради", "рад рада"); /* of this very form: радий has others */
  assert_stems(uk, "Києва", "Київ");
  assert_stems(uk, "києва", "");
  assert_stems(uk, "помиилка", "");
}

/* Each word is tried as it stands, in small letters and capitalised: `київ` is a form of кий. */
static void test_analysis(void **state) {
  const Uk *uk = *state;
  static const struct {
    const char *word, *stem;
    TlTried tried;
    TlCasing casing;
  } rows[] = {
      {"угоди", "угода", TL_TRIED_AS_IS, TL_CASING_SMALL}, {"Угоди", "угода", TL_TRIED_SMALL, TL_CASING_CAPITAL},
      {"УГОДИ", "угода", TL_TRIED_SMALL, TL_CASING_ALL},   {"києва", "Київ", TL_TRIED_CAPITAL, TL_CASING_SMALL},
      {"КИЄВА", "Київ", TL_TRIED_CAPITAL, TL_CASING_ALL},  {"Києва", "Київ", TL_TRIED_AS_IS, TL_CASING_CAPITAL}};
  for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
    TlAnalysis analysis;
    gboolean found = FALSE;
    tl_analyse(uk->frozen, &(TlWordLists){.irregulars = NULL}, rows[i].word, strlen(rows[i].word), &analysis);
    assert_int_equal(analysis.casing, rows[i].casing);
    for (guint k = 0; k < analysis.readings.n; k++)
      if (strcmp(tl_reading_stem(&analysis.readings, k), rows[i].stem) == 0) {
        assert_int_equal(analysis.tried[k], rows[i].tried);
        found = TRUE;
      }
    if (!found)
      fail_msg("%s has no reading %s", rows[i].word, rows[i].stem);
  }
}

static void test_irregular(void **state) {
  const Uk *uk = *state;
  const char *table = "людей\tлюдина\n";
  g_autoptr(GBytes) bytes = text_bytes(table);
  TlWordLists lists = {.irregulars = tl_word_list_parse("t", bytes, NULL)};
  TlAnalysis analysis;
  gboolean joined = FALSE;
  tl_analyse(uk->frozen, &lists, "людей", strlen("людей"), &analysis);
  for (guint k = 0; k < analysis.readings.n; k++)
    joined = joined || (analysis.irregular[k] && strcmp(tl_reading_stem(&analysis.readings, k), "людина") == 0);
  assert_true(joined);
  tl_word_lists_clear(&lists);
}

static TlMorph morph_of(const Uk *uk, const char *form, const char *stem) {
  TlReadings readings = {.n = 0};
  TlMorph all = {.pos = TL_POS_UNKNOWN};
  tl_lexicon_readings(uk->frozen, form, strlen(form), &readings);
  for (guint i = 0; i < readings.n; i++)
    if (strcmp(tl_reading_stem(&readings, i), stem) == 0) {
      TlMorph morph = tl_grammar(uk->frozen, form, &readings, i);
      all.pos = morph.pos;
      all.singular |= morph.singular;
      all.plural |= morph.plural;
      all.gender |= morph.gender;
    }
  return all;
}

static void test_grammar(void **state) {
  const Uk *uk = *state;
  TlMorph noun = morph_of(uk, "угодою", "угода"), adjective = morph_of(uk, "стратегічних", "стратегічний");
  assert_int_equal(noun.pos, TL_POS_NOUN);
  assert_true(noun.singular & TL_CASE_INS);
  assert_false(noun.singular & TL_CASE_NOM);
  assert_true(noun.gender & TL_GENDER_F);
  assert_int_equal(adjective.pos, TL_POS_ADJECTIVE);
  assert_true(adjective.plural & TL_CASE_GEN);
  assert_false(adjective.plural & TL_CASE_NOM);
  assert_int_equal(morph_of(uk, "підписали", "підписати").pos, TL_POS_VERB);
}

static void test_agreement(void **state) {
  const Uk *uk = *state;
  TlMorph of_arms = morph_of(uk, "озброєнь", "озброєння"), strategic = morph_of(uk, "стратегічних", "стратегічний");
  TlMorph agreement = morph_of(uk, "угоду", "угода"), unknown = {.pos = TL_POS_UNKNOWN};
  assert_true(tl_grammar_agree(strategic, of_arms));
  assert_false(tl_grammar_agree(strategic, agreement));
  assert_true(tl_grammar_agree(unknown, agreement)); /* unknown agrees */
}

/* -- analogy ------------------------------------------------------------------------------------------------------- */

static gboolean inflects_to(const Uk *uk, const char *word, const char *model, const char *form) {
  g_autoptr(GPtrArray) forms = g_ptr_array_new_with_free_func(g_free);
  gboolean found = FALSE;
  tl_inflect(uk->frozen, word, model, forms);
  assert_string_equal(forms->pdata[0], word); /* itself first */
  for (guint i = 0; i < forms->len; i++) {
    found = found || strcmp(forms->pdata[i], form) == 0;
    for (guint k = 0; k < i; k++)
      assert_string_not_equal(forms->pdata[i], forms->pdata[k]); /* each once */
  }
  return found;
}

static void test_inflect(void **state) {
  const Uk *uk = *state;
  assert_true(inflects_to(uk, "Прахазка", NULL, "Прахазкою"));
  assert_true(inflects_to(uk, "гіпердрон", NULL, "гіпердронами"));
  assert_true(inflects_to(uk, "кібербезпековий", NULL, "кібербезпекових"));
  assert_true(inflects_to(uk, "Шмойгу", "-", "Шмойгу"));
  assert_false(inflects_to(uk, "Шмойгу", "-", "Шмойги"));
  assert_true(inflects_to(uk, "хабаза", "база", "хабазою"));
  assert_true(inflects_to(uk, "москва", "Москва", "москві")); /* by the second of two rules that make the same of it */
}

static void test_guess(void **state) {
  const Uk *uk = *state;
  GArray *guesses = tl_guesses_new();
  gboolean right = FALSE, itself = FALSE;
  tl_guess_citations(uk->frozen, "Прахазкою", guesses);
  for (guint i = 0; i < guesses->len; i++) {
    const TlGuess *guess = &g_array_index(guesses, TlGuess, i);
    right = right || strcmp(guess->citation, "Прахазка") == 0;
    itself = itself || strcmp(guess->citation, "Прахазкою") == 0;
    assert_true(i == 0 || g_array_index(guesses, TlGuess, i - 1).score >= guess->score);
  }
  assert_true(right);
  assert_true(itself);
  g_array_unref(guesses);
}

/* Several forms of one text decide together what one leaves open. */
static void test_names(void **state) {
  const Uk *uk = *state;
  static const char *const forms[] = {"Прахазкою", "Прахазці", "Прахазку"};
  g_autoptr(TlNames) names = tl_names_new(uk->frozen, &(TlWordLists){.irregulars = NULL});
  for (guint i = 0; i < G_N_ELEMENTS(forms); i++)
    tl_names_note(names, forms[i]);
  for (guint i = 0; i < G_N_ELEMENTS(forms); i++) {
    g_autofree char *why = tl_names_why(names, forms[i], tl_names_reading(names, forms[i]));
    assert_string_equal(tl_names_citation(names, forms[i]), "Прахазка");
    assert_string_equal(why, "3 forms in the text go back to Прахазка");
  }
}

/* -- from an entry to its forms --------------------------------------------------------------------------------------
 */

static void is_it(const char *form, size_t length, gpointer user) {
  const char **wanted = user;
  if (*wanted && strlen(*wanted) == length && memcmp(*wanted, form, length) == 0)
    *wanted = NULL;
}

/* Every reading leads back to its word. */
static void test_forms(void **state) {
  const Uk *uk = *state;
  const TlFrozen *frozen = tl_lexicon_frozen(uk->frozen);
  static const char *const words[] = {"рада",      "Києва",    "воєнних", "ходімо",     "найбільшого", "людьми",
                                      "півмісяця", "очей",     "зброєю",  "перемовини", "їдучи",       "мене",
                                      "двадцяти",  "спитавши", "матері",  "дітьми",     "ООН",         "Зеленського"};
  g_autoptr(TlForms) forms = tl_forms_new(frozen);
  assert_false(tl_frozen_asks(frozen));
  guint checked = 0;
  for (guint i = 0; i < G_N_ELEMENTS(words); i++) {
    TlReadings readings = {.n = 0};
    tl_frozen_readings(frozen, words[i], strlen(words[i]), &readings);
    for (guint k = 0; k < readings.n; k++, checked++) {
      const char *wanted = words[i];
      tl_forms_each(forms, tl_reading_stem(&readings, k), is_it, &wanted);
      if (wanted)
        fail_msg("%s is no form of %s", words[i], tl_reading_stem(&readings, k));
    }
  }
  assert_in_range(checked, G_N_ELEMENTS(words), 10 * G_N_ELEMENTS(words));
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_odd_words_frozen_and_live),
                                     cmocka_unit_test(test_readings),
                                     cmocka_unit_test(test_analysis),
                                     cmocka_unit_test(test_irregular),
                                     cmocka_unit_test(test_grammar),
                                     cmocka_unit_test(test_agreement),
                                     cmocka_unit_test(test_inflect),
                                     cmocka_unit_test(test_guess),
                                     cmocka_unit_test(test_names),
                                     cmocka_unit_test(test_forms)};
  return cmocka_run_group_tests(tests, open_both, close_both);
}
