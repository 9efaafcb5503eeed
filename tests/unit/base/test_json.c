#include "../unit.h"

#include <jansson.h>
#include <math.h>

#include "base/json.h"

/* The record as text, and read back by jansson, which is strict. */
static json_t *written(void (*write)(TlOutput *output), const char *expected) {
  g_autoptr(GString) text = g_string_new(NULL);
  TlOutput *output = tl_output_memory(text);
  write(output);
  tl_output_close(output, NULL);
  if (expected)
    assert_string_equal(text->str, expected);
  json_t *value = json_loads(text->str, 0, NULL);
  assert_non_null(value);
  return value;
}

static void write_nested(TlOutput *output) {
  tl_json_begin(output);
  tl_json_uint(output, "n", 3);
  tl_json_array(output, "empty");
  tl_json_array_end(output);
  tl_json_array(output, "targets");
  for (guint i = 0; i < 2; i++) {
    tl_json_object(output, NULL);
    tl_json_string(output, "text", i ? "{" : "[", -1);
    tl_json_bool(output, "good", i == 0);
    tl_json_object_end(output);
  }
  tl_json_array_end(output);
  tl_json_object(output, "o");
  tl_json_object_end(output);
  tl_json_string(output, "none", NULL, -1);
  tl_json_end(output);
}

static void test_nesting(UNUSED_STATE) {
  json_decref(
      written(write_nested,
              "{\"n\":3,\"empty\":[],\"targets\":[{\"text\":\"[\",\"good\":true},{\"text\":\"{\",\"good\":false}],"
              "\"o\":{},\"none\":null}\n"));
}

static void write_data_keys(TlOutput *output) {
  tl_json_begin(output);
  tl_json_data_key(output, "a\"b");
  tl_output_uint(output, 1);
  tl_json_data_key(output, "c");
  tl_output_uint(output, 2);
  g_autofree char *endless = g_strnfill(200000, 'k');
  tl_json_data_key(output, endless);
  tl_output_uint(output, 3);
  tl_json_end(output);
}

static void test_data_keys(UNUSED_STATE) {
  g_autofree char *endless = g_strnfill(200000, 'k');
  g_autofree char *expected = g_strdup_printf("{\"a\\\"b\":1,\"c\":2,\"%s\":3}\n", endless);
  json_decref(written(write_data_keys, expected));
}

static void write_two(TlOutput *output) {
  for (guint i = 0; i < 2; i++) {
    tl_json_begin(output);
    tl_json_uint(output, "i", i);
    tl_json_end(output);
  }
}

/* One record a line. */
static void test_lines(UNUSED_STATE) {
  g_autoptr(GString) text = g_string_new(NULL);
  TlOutput *output = tl_output_memory(text);
  write_two(output);
  tl_output_close(output, NULL);
  assert_string_equal(text->str, "{\"i\":0}\n{\"i\":1}\n");
}

static char every_byte[256];

static void write_bytes(TlOutput *output) {
  tl_json_begin(output);
  tl_json_string(output, "ascii", every_byte, 128);
  tl_json_string(output, "odd", "а\xFFб\xD0", -1);
  tl_json_end(output);
}

/* Every byte has a way through a strict reader; what is no UTF-8 becomes U+FFFD. */
static void test_bytes(UNUSED_STATE) {
  for (guint i = 0; i < 256; i++)
    every_byte[i] = (char)i;
  g_autoptr(GString) text = g_string_new(NULL);
  TlOutput *output = tl_output_memory(text);
  write_bytes(output);
  tl_output_close(output, NULL);
  json_t *value = json_loadb(text->str, text->len, JSON_ALLOW_NUL, NULL);
  assert_non_null(value);
  json_t *ascii = json_object_get(value, "ascii");
  assert_int_equal(json_string_length(ascii), 128);
  assert_memory_equal(json_string_value(ascii), every_byte, 128);
  assert_string_equal(json_string_value(json_object_get(value, "odd")), "а\xEF\xBF\xBDб\xEF\xBF\xBD");
  json_decref(value);
  assert_null(memchr(text->str, '\0', text->len));
}

static void write_doubles(TlOutput *output) {
  tl_json_begin(output);
  tl_json_double(output, "a", 0.5);
  tl_json_double(output, "b", 1.0 / 3);
  tl_json_double(output, "c", INFINITY);
  tl_json_double(output, "d", NAN);
  tl_json_end(output);
}

/* JSON has no infinity; the decimal sign is a point in any locale. */
static void test_doubles(UNUSED_STATE) {
  json_t *value = written(write_doubles, NULL);
  assert_true(json_real_value(json_object_get(value, "a")) == 0.5);
  assert_true(fabs(json_real_value(json_object_get(value, "b")) - 0.3333) < 1e-9);
  assert_true(json_is_null(json_object_get(value, "c")));
  assert_true(json_is_null(json_object_get(value, "d")));
  json_decref(value);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_nesting), cmocka_unit_test(test_data_keys),
                                     cmocka_unit_test(test_lines), cmocka_unit_test(test_bytes),
                                     cmocka_unit_test(test_doubles)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
