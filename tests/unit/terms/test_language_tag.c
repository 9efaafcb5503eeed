/* Language tags. */
#include "terms_test.h"

#include "terms/language_tag.h"

static void test_one_language_many_tags(void **state G_GNUC_UNUSED) {
  static const char *const same[] = {"uk",  "UK",     "uk-UA", "UK-ua", "uk_UA",   "ukr",
                                     "UKR", "ukr-UA", "ua",    "UA",    "uk-Cyrl", "uk-Cyrl-UA"};
  for (size_t i = 0; i < G_N_ELEMENTS(same); i++)
    if (!tl_language_matches(same[i], "uk"))
      fail_msg("%s is not matched", same[i]);
  static const char *const other[] = {"", "u", "en", "ukx", "u-k", "ru", "-uk", "uka"};
  for (size_t i = 0; i < G_N_ELEMENTS(other); i++)
    if (tl_language_matches(other[i], "uk"))
      fail_msg("“%s” is matched", other[i]);
}

static void test_regions(void **state G_GNUC_UNUSED) {
  assert_true(tl_language_matches("en-GB", "en"));
  assert_true(tl_language_matches("en", "en-GB"));
  assert_true(tl_language_matches("en-gb", "en-GB"));
  assert_false(tl_language_matches("en-US", "en-GB"));
  assert_true(tl_language_matches("es-419", "es"));
  assert_false(tl_language_matches("es-419", "es-ES"));
  assert_true(tl_language_matches("en-x-us", "en-GB")); /* a private subtag is no region */
}

static void test_scripts(void **state G_GNUC_UNUSED) {
  assert_false(tl_language_matches("zh-Hans", "zh-Hant"));
  assert_true(tl_language_matches("zh-Hans-CN", "zh"));
  assert_true(tl_language_matches("de-1996", "de-Latn")); /* a variant of four begins with a digit */
}

static void test_faults(void **state G_GNUC_UNUSED) {
  const char *code = NULL;
  assert_int_equal(tl_language_fault("uk", NULL), TL_TAG_GOOD);
  assert_int_equal(tl_language_fault("zh-Hant-TW", NULL), TL_TAG_GOOD);
  assert_int_equal(tl_language_fault("ukr", &code), TL_TAG_ALIAS);
  assert_string_equal(code, "uk");
  assert_int_equal(tl_language_fault("UA", &code), TL_TAG_ALIAS);
  assert_string_equal(code, "uk");
  assert_int_equal(tl_language_fault("en_US", &code), TL_TAG_ALIAS);
  assert_null(code);
  static const char *const bad[] = {"", "e", "en-", "en--GB", "english language", "en-abcdefghi", "2en", "en;"};
  for (size_t i = 0; i < G_N_ELEMENTS(bad); i++)
    if (tl_language_fault(bad[i], NULL) != TL_TAG_MALFORMED)
      fail_msg("“%s” is taken for a tag", bad[i]);
}

static void test_names(void **state G_GNUC_UNUSED) {
  assert_string_equal(tl_language_by_name("ukrainian"), "uk");
  assert_string_equal(tl_language_by_name("Українська"), "uk");
  assert_string_equal(tl_language_by_name("ENGLISH"), "en");
  assert_null(tl_language_by_name("Customer"));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_one_language_many_tags),
      cmocka_unit_test(test_regions),
      cmocka_unit_test(test_scripts),
      cmocka_unit_test(test_faults),
      cmocka_unit_test(test_names),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
