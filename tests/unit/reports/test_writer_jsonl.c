/* JSON lines, read back. */
#include <jansson.h>

#include "reports_test.h"

/* The nth object; each line is one. Free with json_decref. */
static json_t *object(const char *text, guint nth) {
  g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
  assert_true(nth < g_strv_length(lines));
  json_error_t error;
  json_t *value = json_loads(lines[nth], JSON_REJECT_DUPLICATES, &error);
  if (value == NULL)
    fail_msg("%s: %s", error.text, lines[nth]);
  return value;
}

static const char *string(const json_t *value, const char *key) {
  return json_string_value(json_object_get(value, key));
}

static size_t number(const json_t *value, const char *key) {
  assert_true(json_is_integer(json_object_get(value, key)));
  return (size_t)json_integer_value(json_object_get(value, key));
}

static const json_t *only(const json_t *value, const char *key) {
  const json_t *array = json_object_get(value, key);
  assert_int_equal(json_array_size(array), 1);
  return json_array_get(array, 0);
}

static void assert_place(const json_t *value, const char *part) {
  TlumachSpan span = span_of(part, 0);
  assert_string_equal(string(value, "text"), part);
  assert_int_equal(number(value, "start"), span.start);
  assert_int_equal(number(value, "end"), span.end);
}

static void test_terms_and_names(void **state G_GNUC_UNUSED) {
  g_auto(Sample) sample;
  sample_init(&sample);
  g_autofree char *text = written(&sample.report, "jsonl");
  json_t *first = object(text, 0);
  assert_place(first, "Секретар ради безпеки\nзустрів Прахазкою."); /* raw: the wrap stays */
  assert_string_equal(string(first, "file"), "a&<b>.txt");
  assert_int_equal(number(first, "line"), 1);
  assert_true(json_is_null(json_object_get(first, "target")));
  const json_t *term = only(first, "terms"), *targets = json_object_get(term, "targets");
  assert_place(term, "ради безпеки");
  assert_string_equal(string(term, "term"), "рада безпеки");
  assert_string_equal(string(term, "concept"), "c1");
  assert_string_equal(string(term, "match"), "inflected");
  assert_string_equal(string(term, "why"), "ради is a form of рада");
  assert_int_equal(json_array_size(targets), 3);
  assert_string_equal(string(json_array_get(targets, 2), "text"), "safety board");
  assert_string_equal(string(json_array_get(targets, 2), "status"), "deprecated");
  assert_true(json_is_null(json_object_get(json_array_get(targets, 1), "status")));
  const json_t *name = only(first, "names");
  assert_place(name, "Прахазкою");
  assert_string_equal(string(name, "citation"), "Прахазка");
  assert_string_equal(string(name, "romanized"), "Prakhazka");
  assert_int_equal(json_array_size(json_object_get(first, "misspellings")), 0);
  json_decref(first);
}

static void test_misspellings_and_memory(void **state G_GNUC_UNUSED) {
  g_auto(Sample) sample;
  sample_init(&sample);
  g_autofree char *text = written(&sample.report, "jsonl");
  json_t *second = object(text, 1);
  assert_string_equal(string(second, "text"),
                      "Обладнаня:\t<b>&\"тег\"| *x* \x01\xEF\xBF\xBD\\."); /* the odd byte only */
  assert_int_equal(number(second, "line"), 4);
  const json_t *wrong = only(second, "misspellings");
  assert_place(wrong, "Обладнаня");
  assert_string_equal(json_string_value(json_array_get(json_object_get(wrong, "suggestions"), 1)), "обладнана");
  assert_int_equal(number(only(second, "memory"), "score"), 87);
  assert_string_equal(string(only(second, "memory"), "target"), "Equipment <i>");
  assert_string_equal(string(second, "target"), "Equipment:\t\"tag\"\nand | so on");
  json_decref(second);
}

static void test_an_object_a_segment(void **state G_GNUC_UNUSED) {
  g_auto(Sample) sample;
  sample_init(&sample);
  g_autofree char *text = written(&sample.report, "jsonl");
  g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
  assert_int_equal(g_strv_length(lines), 4);
  assert_string_equal(lines[3], "");
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_terms_and_names),
                                     cmocka_unit_test(test_misspellings_and_memory),
                                     cmocka_unit_test(test_an_object_a_segment)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
