/* Names of statuses and parts of speech; the order of equivalents. */
#include "terms_test.h"

#include "terms/concept.h"

static void assert_status(const char *name, TlumachStatus expected) {
  TlumachStatus status = TLUMACH_STATUS_NONE;
  if (!tl_status_from_name(name, &status) || status != expected)
    fail_msg("%s is %d, not %d", name, status, expected);
}

static void test_status_names(void **state G_GNUC_UNUSED) {
  assert_status("preferredTerm-admn-sts", TLUMACH_STATUS_PREFERRED);
  assert_status("admittedTerm-admn-sts", TLUMACH_STATUS_ADMITTED);
  assert_status("deprecatedTerm-admn-sts", TLUMACH_STATUS_DEPRECATED);
  assert_status("supersededTerm-admn-sts", TLUMACH_STATUS_SUPERSEDED);
  assert_status("Preferred", TLUMACH_STATUS_PREFERRED);
  assert_status("notRecommended", TLUMACH_STATUS_DEPRECATED);
  assert_status("obsolete", TLUMACH_STATUS_SUPERSEDED);
  assert_status("standardizedTerm", TLUMACH_STATUS_PREFERRED);
  assert_status("legalTerm", TLUMACH_STATUS_PREFERRED);
  assert_status("nonstandardizedTerm", TLUMACH_STATUS_ADMITTED);
  assert_status("proposed", TLUMACH_STATUS_PROPOSED);
  assert_status("provisional", TLUMACH_STATUS_PROPOSED);
  TlumachStatus status = TLUMACH_STATUS_ADMITTED;
  assert_false(tl_status_from_name("excellent", &status));
  assert_false(tl_status_from_name("", &status));
  assert_int_equal(status, TLUMACH_STATUS_ADMITTED);
}

/* Every status but none has a name that is read back as itself. */
static void test_status_names_return(void **state G_GNUC_UNUSED) {
  for (int i = TLUMACH_STATUS_PREFERRED; i <= TLUMACH_STATUS_PROPOSED; i++) {
    assert_status(tlumach_status_name((TlumachStatus)i), (TlumachStatus)i);
    if (tl_status_tbx_name((TlumachStatus)i) != NULL)
      assert_status(tl_status_tbx_name((TlumachStatus)i), (TlumachStatus)i);
  }
  assert_null(tlumach_status_name(TLUMACH_STATUS_NONE));
  assert_null(tl_status_tbx_name(TLUMACH_STATUS_PROPOSED));
}

static void test_parts_of_speech(void **state G_GNUC_UNUSED) {
  assert_string_equal(tl_pos_from_name("Noun"), "noun");
  assert_string_equal(tl_pos_from_name("Proper noun"), "properNoun");
  assert_string_equal(tl_pos_from_name("adj."), "adjective");
  assert_string_equal(tl_pos_from_name("іменник"), "noun");
  assert_null(tl_pos_from_name("nom"));
}

static void test_targets_in_order(void **state G_GNUC_UNUSED) {
  static const struct {
    const char *text, *language;
    TlumachStatus status;
  } given[] = {
      {"dep", "en", TLUMACH_STATUS_DEPRECATED},  {"sup", "en-GB", TLUMACH_STATUS_SUPERSEDED},
      {"рада", "uk", TLUMACH_STATUS_PREFERRED},  {"prop", "EN", TLUMACH_STATUS_PROPOSED},
      {"adm", "en", TLUMACH_STATUS_ADMITTED},    {"none1", "en", TLUMACH_STATUS_NONE},
      {"none2", "en", TLUMACH_STATUS_NONE},      {"pref", "en", TLUMACH_STATUS_PREFERRED},
      {"nowhere", "", TLUMACH_STATUS_PREFERRED},
  };
  TlumachTerm terms[G_N_ELEMENTS(given)] = {{0}};
  for (size_t i = 0; i < G_N_ELEMENTS(given); i++)
    terms[i] = (TlumachTerm){.text = given[i].text, .language = given[i].language, .status = given[i].status};
  TlumachConcept one = {.terms = terms, .n_terms = G_N_ELEMENTS(terms)};
  g_autoptr(GPtrArray) found = g_ptr_array_new();
  tl_concept_targets(&one, "en", found);
  static const char *const expected[] = {"pref", "none1", "none2", "adm", "prop", "sup", "dep"};
  assert_int_equal(found->len, G_N_ELEMENTS(expected));
  for (guint i = 0; i < found->len; i++)
    assert_string_equal(((const TlumachTerm *)found->pdata[i])->text, expected[i]);
}

static void test_match_names(void **state G_GNUC_UNUSED) {
  assert_string_equal(tlumach_match_name(TLUMACH_MATCH_EXACT), "exact");
  assert_string_equal(tlumach_match_name(TLUMACH_MATCH_INFLECTED), "inflected");
  assert_string_equal(tlumach_match_name(TLUMACH_MATCH_VARIANT), "variant");
  assert_string_equal(tlumach_match_name(TLUMACH_MATCH_GUESSED), "guessed");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_status_names),    cmocka_unit_test(test_status_names_return),
      cmocka_unit_test(test_parts_of_speech), cmocka_unit_test(test_targets_in_order),
      cmocka_unit_test(test_match_names),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
