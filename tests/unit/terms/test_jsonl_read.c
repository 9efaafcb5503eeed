#include "terms_test.h"

#include "terms/tables/jsonl_read.h"

static TlumachTermbase *read_jsonl(const char *text, GError **error) {
  g_autoptr(GBytes) raw = g_bytes_new(text, strlen(text));
  return tl_jsonl_read("t.jsonl", raw, error);
}

static void test_records(void **state G_GNUC_UNUSED) {
  g_autoptr(TlumachTermbase) base =
      read_jsonl("{\"id\":\"c1\",\"domain\":\"law\",\"extra\":[1],\"terms\":[{\"language\":\"uk\",\"text\":\" рада  "
                 "безпеки\",\"status\":\"preferred\","
                 "\"pos\":\"noun\",\"note\":null},{\"language\":\"en\",\"text\":\"council\"}]}\n\n{\"id\":null,"
                 "\"terms\":[{\"language\":\"uk\",\"text\":\"б\"}]}",
                 NULL);
  assert_non_null(base);
  assert_warnings(base, 0);
  assert_int_equal(count(base), 2);
  assert_string_equal(concept(base, 0)->subject, "law");
  assert_string_equal(term(base, 0, 0)->text, "рада безпеки");
  assert_int_equal(term(base, 0, 0)->status, TLUMACH_STATUS_PREFERRED);
  assert_null(term(base, 0, 0)->note);
  assert_null(concept(base, 1)->id);
  assert_int_equal(concept(base, 1)->line, 3);
}

static void test_faults(void **state G_GNUC_UNUSED) {
  static const char *const texts[][2] = {{"{\"terms\":[]}\n{]", "t.jsonl:2: is no JSON"},
                                         {"{\"id\":\"c\"}", "t.jsonl:1: is no record"},
                                         {"[]", "is no record"}};
  for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
    g_autoptr(GError) error = NULL;
    assert_null(read_jsonl(texts[i][0], &error));
    assert_contains(error->message, texts[i][1]);
  }
  g_autoptr(TlumachTermbase) odd = read_jsonl("{\"terms\":[{\"text\":\"a\"},{\"language\":\"en\",\"text\":\"a\","
                                              "\"status\":\"good\"},{\"language\":\"en\",\"text\":\" \"}]}",
                                              NULL);
  assert_warnings(odd, 3);
  assert_int_equal(concept(odd, 0)->n_terms, 1);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_records), cmocka_unit_test(test_faults)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
